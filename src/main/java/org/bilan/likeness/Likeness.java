package org.bilan.likeness;

/** How alike two pictures are. The thresholds come from measurements: see the package. */
public enum Likeness {
  /** Told as the same picture: recompressed, scaled, slightly cut or written upon. */
  NEAR_IDENTICAL,

  /** Shown to a person, who looks at both; no rule may use it. */
  ALIKE,

  /** Nothing is said. */
  UNLIKE;

  /** The most bits in which a search looks: what is farther is {@link #UNLIKE}. */
  public static final int SEARCH_BITS = 47;

  /**
   * The most bits at which a picture of which only the fingerprint is known is told as the same.
   */
  public static final int NEAR_IDENTICAL_BITS = 31;

  /** How alike pictures are of which nothing but fingerprints is known: by the bits that differ. */
  public static Likeness ofBits(int bits) {
    if (bits <= NEAR_IDENTICAL_BITS) {
      return NEAR_IDENTICAL;
    }
    return bits <= SEARCH_BITS ? ALIKE : UNLIKE;
  }
}
