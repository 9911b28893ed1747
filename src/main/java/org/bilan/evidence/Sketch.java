package org.bilan.evidence;

/**
 * What of a text is compared with others, as hashes in ascending order, each once.
 *
 * @param runs its runs of three words
 * @param words its words
 */
record Sketch(long[] runs, long[] words) {}
