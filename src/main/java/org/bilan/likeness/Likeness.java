package org.bilan.likeness;

/**
 * How alike two pictures are. The bounds come from what the program {@code Recall} of src/bench
 * measured: see the package.
 */
public enum Likeness {
  /**
   * Told as the same picture: recompressed, scaled, cut, written upon, framed, turned a little,
   * mirrored.
   */
  NEAR_IDENTICAL,

  /** Shown to a person, who looks at both; no rule may use it. */
  ALIKE,

  /** Nothing is said. */
  UNLIKE;

  /**
   * The most bits of 256 at which a view of a picture and the fingerprint of another are told as
   * the same. Of 6.5 million pairs of different originals, eleven were found at this bound. They
   * show the same thing: two halves of one photograph or drawing, one the mirror of the other, or
   * one scene or texture twice. From 71 to 55 bits the number found falls to a quarter or less with
   * each 8 bits.
   */
  public static final int NEAR_IDENTICAL_BITS = 39;

  /**
   * The most bits of 256 in which a search looks: what is farther is {@link #UNLIKE}. The first
   * pair that has nothing in common differed in 44 bits: one in a million pairs.
   */
  public static final int SEARCH_BITS = 47;

  /** How alike pictures are of which so many bits differ. */
  public static Likeness ofBits(int bits) {
    if (bits <= NEAR_IDENTICAL_BITS) {
      return NEAR_IDENTICAL;
    }
    return bits <= SEARCH_BITS ? ALIKE : UNLIKE;
  }
}
