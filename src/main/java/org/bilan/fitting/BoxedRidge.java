package org.bilan.fitting;

import java.util.List;
import org.bilan.evaluation.Calibration;

/**
 * Logistic regression whose coefficients are each pulled towards a centre of its own, and stay in a
 * box: ridge regression (S. le Cessie and J. C. van Houwelingen, "Ridge estimators in logistic
 * regression", Applied Statistics 41 (1992), 191-201) around other centres than 0.
 *
 * <p>By Newton's method, each of whose steps is found by one coefficient after the other, no
 * farther than its box reaches (J. Friedman, T. Hastie and R. Tibshirani, "Regularization paths for
 * generalized linear models via coordinate descent", Journal of Statistical Software 33 (2010), 1),
 * and halved until the loss falls. The loss is convex, and so are boxes: the least is found.
 *
 * <p>Why none of a library: Tribuo and liblinear-java pull to 0 and know no boxes. Hipparchus (and
 * commons-math, where it comes from) has BOBYQA, which finds the same least, and takes seconds for
 * each of hundreds of fits, since it knows no slopes; its SQP (4.0.1) fails without an equality
 * constraint. Spark's L-BFGS-B comes with Scala, and Smile under the GPL.
 */
final class BoxedRidge {

  private static final int MOST_STEPS = 100;
  private static final int MOST_SWEEPS = 1_000;
  private static final int MOST_HALVINGS = 30;

  /** In decibans; weights are whole ones in the end. */
  private static final double STILL = 1e-7;

  /**
   * A coefficient.
   *
   * @param centre where it is pulled, in decibans
   * @param pull the penalty is half of this for each square deciban away from the centre
   * @param least in decibans
   * @param most in decibans
   */
  record Coefficient(double centre, double pull, double least, double most) {}

  private final List<Coefficient> coefficients;
  private final int[][] rows;
  private final double[] fixed;
  private final boolean[] supported;

  /**
   * A problem.
   *
   * @param rows for each case the places of the coefficients that count in it, one as often as it
   *     does
   * @param fixed what the evidence of each case is without them, in decibans
   */
  BoxedRidge(List<Coefficient> coefficients, int[][] rows, double[] fixed, boolean[] supported) {
    this.coefficients = coefficients;
    this.rows = rows;
    this.fixed = fixed;
    this.supported = supported;
  }

  /**
   * Finds the coefficients of the least penalised loss.
   *
   * @param start where to begin, inside the boxes
   */
  double[] least(double[] start) {
    double[] at = start;
    double loss = loss(at);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] direction = direction(at);
      double share = 1;
      double[] next = moved(at, direction, share);
      double lower = loss(next);
      for (int halving = 0; lower > loss && halving < MOST_HALVINGS; halving++) {
        share /= 2;
        next = moved(at, direction, share);
        lower = loss(next);
      }
      if (lower >= loss) {
        return at;
      }
      at = next;
      loss = lower;
      if (share * farthest(direction) < STILL) {
        return at;
      }
    }
    return at;
  }

  private double loss(double[] at) {
    double loss = 0;
    for (int i = 0; i < rows.length; i++) {
      loss += LogisticLoss.of(evidence(i, at), supported[i]);
    }
    for (int j = 0; j < at.length; j++) {
      double away = at[j] - coefficients.get(j).centre;
      loss += coefficients.get(j).pull / 2 * away * away;
    }
    return loss;
  }

  private double evidence(int each, double[] at) {
    double evidence = fixed[each];
    for (int j : rows[each]) {
      evidence += at[j];
    }
    return evidence;
  }

  /** Where the parabola that touches the loss here has its least inside the boxes. */
  private double[] direction(double[] at) {
    int count = at.length;
    double[] slope = new double[count];
    double[][] curvature = new double[count][count];
    for (int j = 0; j < count; j++) {
      Coefficient coefficient = coefficients.get(j);
      slope[j] = coefficient.pull * (at[j] - coefficient.centre);
      curvature[j][j] = coefficient.pull;
    }
    for (int i = 0; i < rows.length; i++) {
      double probability = Calibration.STATED.probability(evidence(i, at));
      double residual = LogisticLoss.NATURAL * (probability - (supported[i] ? 1 : 0));
      double bend = LogisticLoss.NATURAL * LogisticLoss.NATURAL * probability * (1 - probability);
      for (int j : rows[i]) {
        slope[j] += residual;
        for (int other : rows[i]) {
          curvature[j][other] += bend;
        }
      }
    }
    double[] direction = new double[count];
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      double farthest = 0;
      for (int j = 0; j < count; j++) {
        double step = step(at[j] + direction[j], slope[j], curvature[j][j], coefficients.get(j));
        if (step != 0) {
          direction[j] += step;
          for (int other = 0; other < count; other++) {
            slope[other] += curvature[other][j] * step;
          }
          farthest = Math.max(farthest, Math.abs(step));
        }
      }
      if (farthest < STILL) {
        break;
      }
    }
    return direction;
  }

  private static double step(double at, double slope, double curvature, Coefficient coefficient) {
    if (curvature == 0) {
      return 0;
    }
    double to = at - slope / curvature;
    return Math.max(coefficient.least, Math.min(coefficient.most, to)) - at;
  }

  private static double[] moved(double[] at, double[] direction, double share) {
    double[] next = at.clone();
    for (int j = 0; j < next.length; j++) {
      next[j] += share * direction[j];
    }
    return next;
  }

  private static double farthest(double[] direction) {
    double farthest = 0;
    for (double each : direction) {
      farthest = Math.max(farthest, Math.abs(each));
    }
    return farthest;
  }
}
