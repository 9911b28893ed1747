package org.bilan.fitting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits weights to grades: those of the least loss as really judged, with caps and the weakest
 * proposition, plus a penalty for each change from the present weight. The penalty is a normal
 * distribution around the present weight, of variance {@code 1 / strength} square decibans.
 *
 * <p>Near given weights the evidence is linear in them, so that logistic regression finds the best
 * ones for what is weakest and capped now. What is so under those may differ: so it goes only so
 * far on the way there as the loss that is really judged falls, looks again, and ends where it
 * falls no more. That is the least nearby, and perhaps not the least of all, since the real loss is
 * not convex.
 */
final class Fitter {

  private static final int MOST_ROUNDS = 100;
  private static final int MOST_HALVINGS = 12;

  /**
   * In natural logarithms of probability; differences between proposals of any worth are larger.
   */
  private static final double GAIN = 1e-7;

  private final List<WeightRange> rules;
  private final double strength;

  /**
   * Weights that were fitted.
   *
   * @param weights in decibans, in the rules' order
   * @param offset to be added to evidence, in decibans: see {@link LogisticLoss#offset}
   * @param loss what was made least: the cases' loss and the penalty
   */
  record Fitted(double[] weights, double offset, double loss) {}

  Fitter(List<WeightRange> rules, double strength) {
    this.rules = rules;
    this.strength = strength;
  }

  /** Fits weights that need not be whole. */
  Fitted fit(List<FitCase> cases) {
    boolean[] supported = supported(cases);
    Fitted at = judge(cases, supported, WeightRange.present(rules), 0);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[] aim = aim(cases, supported, at);
      Fitted better = towards(cases, supported, at, aim);
      boolean still = at.loss - better.loss < GAIN;
      at = better;
      if (still) {
        break;
      }
    }
    return at;
  }

  /**
   * Fits whole weights: the others rounded, then each one more or less as long as that is better.
   */
  Fitted fitWhole(List<FitCase> cases) {
    boolean[] supported = supported(cases);
    Fitted real = fit(cases);
    Fitted at =
        judge(
            cases,
            supported,
            Arrays.stream(real.weights).map(StrictMath::rint).toArray(),
            real.offset);
    int[] firing =
        IntStream.range(0, rules.size())
            .filter(rule -> cases.stream().anyMatch(each -> each.sum().fires(rule)))
            .toArray();
    boolean better = true;
    while (better) {
      better = false;
      for (int rule : firing) {
        for (int step : new int[] {1, -1}) {
          Fitted other = stepped(cases, supported, at, rule, step);
          while (at.loss - other.loss > GAIN) {
            at = other;
            better = true;
            other = stepped(cases, supported, at, rule, step);
          }
        }
      }
    }
    return at;
  }

  private Fitted stepped(List<FitCase> cases, boolean[] supported, Fitted at, int rule, int step) {
    double weight = at.weights[rule] + step;
    WeightRange range = rules.get(rule);
    if (weight < range.least() || weight > range.most()) {
      return at;
    }
    double[] weights = at.weights.clone();
    weights[rule] = weight;
    return judge(cases, supported, weights, at.offset);
  }

  /** The loss of weights as they really judge, with the offset that suits them best. */
  private Fitted judge(
      List<FitCase> cases, boolean[] supported, double[] weights, double offsetNearby) {
    double[] evidence = evidence(cases, weights);
    double offset = LogisticLoss.offset(evidence, supported, offsetNearby);
    double penalty = 0;
    for (int rule = 0; rule < weights.length; rule++) {
      double change = weights[rule] - rules.get(rule).present();
      penalty += change * change;
    }
    return new Fitted(
        weights, offset, LogisticLoss.of(evidence, offset, supported) + strength / 2 * penalty);
  }

  static double[] evidence(List<FitCase> cases, double[] weights) {
    return cases.stream().mapToDouble(each -> each.sum().evidence(weights)).toArray();
  }

  static boolean[] supported(List<FitCase> cases) {
    boolean[] supported = new boolean[cases.size()];
    for (int i = 0; i < supported.length; i++) {
      supported[i] = cases.get(i).supported();
    }
    return supported;
  }

  /** The weights that would be best if what is weakest and capped stayed so. */
  private double[] aim(List<FitCase> cases, boolean[] supported, Fitted at) {
    int offset = rules.size();
    double[] fixed = new double[cases.size()];
    int[][] rows = new int[cases.size()][];
    for (int each = 0; each < fixed.length; each++) {
      ClaimSum.Slope slope = cases.get(each).sum().slope(at.weights);
      fixed[each] = slope.fixed();
      rows[each] =
          IntStream.concat(slope.rules().stream().mapToInt(Integer::intValue), IntStream.of(offset))
              .toArray();
    }
    List<BoxedRidge.Coefficient> coefficients = new ArrayList<>();
    for (WeightRange range : rules) {
      coefficients.add(
          new BoxedRidge.Coefficient(range.present(), strength, range.least(), range.most()));
    }
    coefficients.add(new BoxedRidge.Coefficient(0, 0, -LogisticLoss.FAR, LogisticLoss.FAR));
    double[] start = Arrays.copyOf(at.weights, offset + 1);
    start[offset] = at.offset;
    double[] least = new BoxedRidge(coefficients, rows, fixed, supported).least(start);
    return Arrays.copyOf(least, offset);
  }

  /** As far on the way as it is better; where it is no better at all, where it was. */
  private Fitted towards(List<FitCase> cases, boolean[] supported, Fitted at, double[] aim) {
    double share = 1;
    for (int halving = 0; halving <= MOST_HALVINGS; halving++) {
      double[] weights = at.weights.clone();
      for (int rule = 0; rule < weights.length; rule++) {
        weights[rule] += share * (aim[rule] - weights[rule]);
      }
      Fitted other = judge(cases, supported, weights, at.offset);
      if (other.loss < at.loss) {
        return other;
      }
      share /= 2;
    }
    return at;
  }
}
