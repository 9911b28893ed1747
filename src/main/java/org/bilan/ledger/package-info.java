/**
 * What was done, by whom, from where: entries of which each carries the hash of the one before it,
 * and how such a chain is verified. Knows no framework; {@code archive} keeps the entries.
 */
package org.bilan.ledger;
