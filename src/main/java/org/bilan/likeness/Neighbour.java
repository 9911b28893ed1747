package org.bilan.likeness;

/**
 * A picture of the index that is near to one that was looked for.
 *
 * @param id what the caller named it
 * @param bits the least number of bits in which its fingerprint differs from one that was looked
 *     for: 0 to 256
 */
public record Neighbour(long id, int bits) {}
