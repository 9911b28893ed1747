package org.bilan.assessment;

/**
 * A score, and the evidence behind it.
 *
 * @param score 0 to 100
 * @param evidence in decibans: ten times the base-10 logarithm of the odds (I. J. Good, 1985)
 */
public record Score(int score, int evidence) {

  /** The score of an amount of evidence: {@code round(100 / (1 + 10^(-evidence/10)))}. */
  public static Score of(int evidence) {
    return new Score(
        (int) StrictMath.round(100 / (1 + StrictMath.pow(10, evidence / -10.0))), evidence);
  }
}
