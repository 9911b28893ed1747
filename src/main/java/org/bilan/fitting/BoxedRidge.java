package org.bilan.fitting;

import java.util.List;
import org.bilan.evaluation.Calibration;

/**
 * Logistic regression whose coefficients are each pulled towards a centre of its own, and stay in a
 * box: ridge regression (S. le Cessie and J. C. van Houwelingen, "Ridge estimators in logistic
 * regression", Applied Statistics 41 (1992), 191-201) around other centres than 0.
 *
 * <p>One coefficient after the other goes where a parabola that lies above the loss has its least,
 * and no farther than its box reaches. Such a parabola there is, since the logistic loss is nowhere
 * more curved than a quarter (D. Böhning and B. G. Lindsay, "Monotonicity of
 * quadratic-approximation algorithms", Annals of the Institute of Statistical Mathematics 40
 * (1988), 641-663): so each step makes the loss less, and of a convex loss in a box the least is
 * found.
 *
 * <p>Why none of a library: Tribuo and liblinear-java pull to 0 and know no boxes; commons-math4
 * and Hipparchus 4.0.1 have BOBYQA, which found the same least of 60 coefficients and 800 cases to
 * nine digits, in seven seconds where this takes a tenth of one; Hipparchus' SQP needs an equality
 * constraint, which there is not; Spark's L-BFGS-B comes with Scala, and Smile under the GPL.
 */
final class BoxedRidge {

  private static final int MOST_SWEEPS = 20_000;

  /** In decibans; weights are whole ones in the end. */
  private static final double STILL = 1e-6;

  /**
   * A coefficient.
   *
   * @param centre where it is pulled, in decibans
   * @param pull the penalty is half of this for each square deciban away from the centre
   * @param least in decibans
   * @param most in decibans
   * @param cases places of the cases that it counts in
   * @param times how often it counts in each of these
   */
  record Coefficient(
      double centre, double pull, double least, double most, int[] cases, int[] times) {}

  private BoxedRidge() {}

  /**
   * Finds the coefficients of the least penalised loss.
   *
   * @param fixed what the evidence of each case is without them, in decibans
   * @param start where to begin, inside the boxes
   */
  static double[] least(
      List<Coefficient> coefficients, double[] fixed, boolean[] supported, double[] start) {
    double[] at = start.clone();
    double[] evidence = fixed.clone();
    for (int j = 0; j < at.length; j++) {
      move(coefficients.get(j), at[j], evidence);
    }
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      double farthest = 0;
      for (int j = 0; j < at.length; j++) {
        double step = step(coefficients.get(j), at[j], evidence, supported);
        at[j] += step;
        move(coefficients.get(j), step, evidence);
        farthest = Math.max(farthest, Math.abs(step));
      }
      if (farthest < STILL) {
        break;
      }
    }
    return at;
  }

  private static double step(
      Coefficient coefficient, double at, double[] evidence, boolean[] supported) {
    double slope = coefficient.pull * (at - coefficient.centre);
    double curvature = coefficient.pull;
    for (int i = 0; i < coefficient.cases.length; i++) {
      int each = coefficient.cases[i];
      double counts = LogisticLoss.NATURAL * coefficient.times[i];
      double probability = Calibration.STATED.probability(evidence[each]);
      slope += counts * (probability - (supported[each] ? 1 : 0));
      curvature += counts * counts / 4;
    }
    if (curvature == 0) {
      return 0;
    }
    double to = at - slope / curvature;
    return Math.max(coefficient.least, Math.min(coefficient.most, to)) - at;
  }

  private static void move(Coefficient coefficient, double step, double[] evidence) {
    for (int i = 0; i < coefficient.cases.length; i++) {
      evidence[coefficient.cases[i]] += coefficient.times[i] * step;
    }
  }
}
