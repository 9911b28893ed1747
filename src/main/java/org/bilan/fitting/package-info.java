/**
 * Weights of rules, proposed from claims that people have graded. Pure functions: nothing is read
 * or written, and the same claims in any order give the same proposal on every machine, to the bit.
 * Knows no framework.
 */
package org.bilan.fitting;
