package org.bilan.fitting;

import org.bilan.evaluation.Calibration;

/**
 * How ill grades fit evidence: minus the natural logarithm of the probability that the evidence, at
 * its word ({@link Calibration#STATED}), gives to what people found. 0 is best.
 */
final class LogisticLoss {

  /** A deciban as the natural logarithm of the odds. */
  static final double NATURAL = StrictMath.log(10) / 10;

  /** The most that evidence is shifted: there a score is 0 or 100 for good. */
  static final double FAR = 64;

  private static final int MOST_STEPS = 200;
  private static final double EXACT = 1e-9;

  private LogisticLoss() {}

  /**
   * The loss of one claim.
   *
   * @param decibans its evidence
   */
  static double of(double decibans, boolean supported) {
    double towards = NATURAL * (supported ? decibans : -decibans);
    // Without overflow on either side.
    return Math.max(0, -towards) + StrictMath.log1p(StrictMath.exp(-Math.abs(towards)));
  }

  /** The sum of some claims. */
  static double of(double[] evidence, double offset, boolean[] supported) {
    double sum = 0;
    for (int i = 0; i < evidence.length; i++) {
      sum += of(evidence[i] + offset, supported[i]);
    }
    return sum;
  }

  /**
   * The offset, in decibans, that makes the loss least when it is added to each claim's evidence:
   * how much more or less often people of this archive find a claim supported than evidence alone
   * says. By Newton's method, halving the interval where that would leave it. Within {@link #FAR},
   * also where all claims are supported, or none.
   */
  static double offset(double[] evidence, boolean[] supported, double start) {
    double low = -FAR;
    double high = FAR;
    double offset = start;
    for (int step = 0; step < MOST_STEPS && high - low > EXACT; step++) {
      double slope = 0;
      double curvature = 0;
      for (int i = 0; i < evidence.length; i++) {
        double probability = Calibration.STATED.probability(evidence[i] + offset);
        slope += probability - (supported[i] ? 1 : 0);
        curvature += NATURAL * probability * (1 - probability);
      }
      if (slope > 0) {
        high = offset;
      } else {
        low = offset;
      }
      double newton = offset - slope / curvature;
      // Also where the curvature is 0, and Newton's step no number.
      double next = newton > low && newton < high ? newton : (low + high) / 2;
      if (Math.abs(next - offset) < EXACT) {
        return next;
      }
      offset = next;
    }
    return offset;
  }
}
