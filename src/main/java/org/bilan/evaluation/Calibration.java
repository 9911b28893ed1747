package org.bilan.evaluation;

/** From evidence to a probability. More evidence never gives a lower one. */
@FunctionalInterface
public interface Calibration {

  /**
   * Evidence at its word, as ten times the base-10 logarithm of the odds: {@code 1 / (1 +
   * 10^(-decibans/10))} (I. J. Good, "Weight of evidence: a brief survey", Bayesian Statistics 2,
   * 1985). It is what a score says before rounding; whether it holds is for others to find out.
   */
  Calibration STATED = decibans -> 1 / (1 + StrictMath.pow(10, -decibans / 10));

  /**
   * The probability that goes with an amount of evidence.
   *
   * @param decibans any number, infinite ones too
   * @return 0 to 1; NaN for what is not a number
   */
  double probability(double decibans);
}
