package org.bilan.assessment;

import java.util.stream.IntStream;

/**
 * A score, and the evidence behind it.
 *
 * @param score 0 to 100
 * @param evidence in decibans: ten times the base-10 logarithm of the odds (I. J. Good, 1985)
 */
public record Score(int score, int evidence) {

  /** Beyond this many decibans a score is 0 or 100 for good. */
  private static final int FAR = 64;

  /** Worked out once, from -FAR to FAR. */
  private static final Score[] NEAR =
      IntStream.rangeClosed(-FAR, FAR).mapToObj(Score::workedOut).toArray(Score[]::new);

  /** The score of an amount of evidence: {@code round(100 / (1 + 10^(-evidence/10)))}. */
  public static Score of(int evidence) {
    boolean near = -FAR <= evidence && evidence <= FAR;
    return near ? NEAR[evidence + FAR] : workedOut(evidence);
  }

  private static Score workedOut(int evidence) {
    return new Score(
        (int) StrictMath.round(100 / (1 + StrictMath.pow(10, evidence / -10.0))), evidence);
  }
}
