/**
 * The methodology of a ruleset, for people to read and publish: what it asks, with which weights,
 * on whose authority. Written once, as Markdown; HTML is rendered from that.
 */
package org.bilan.methodology;
