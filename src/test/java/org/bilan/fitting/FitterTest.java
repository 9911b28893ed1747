package org.bilan.fitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.bilan.assessment.Grade;
import org.junit.jupiter.api.Test;

class FitterTest {

  private static final List<WeightRange> RULES =
      Cases.rules(
          new int[] {4, 0, 12},
          new int[] {4, 0, 12},
          new int[] {-4, -12, 0},
          new int[] {0, 0, 12},
          new int[] {4, 0, 12},
          new int[] {-4, -12, 0});

  @Test
  void knownWeightsAreFoundAgainFromManyGrades() {
    double[] truth = {6, 2, -7, 5, 8, -2};
    for (long seed = 0; seed < 3; seed++) {
      Fitter.Fitted fitted =
          new Fitter(RULES, 0.03).fitWhole(Cases.simulated(truth, 3, 6_000, seed));
      for (int rule = 0; rule < truth.length; rule++) {
        assertThat(fitted.weights()[rule])
            .as("seed %d, rule %d", seed, rule)
            .isBetween(truth[rule] - 2, truth[rule] + 2)
            .isEqualTo(StrictMath.rint(fitted.weights()[rule]));
      }
      assertThat(fitted.offset()).as("seed %d", seed).isBetween(1.0, 5.0);
    }
  }

  @Test
  void aWeightStaysInItsLimitsAndOnItsSideOfZero() {
    List<WeightRange> narrow =
        Cases.rules(
            new int[] {4, 0, 5},
            new int[] {4, 0, 12},
            new int[] {-4, -6, 0},
            new int[] {-4, -12, 0});
    List<FitCase> cases = Cases.simulated(new double[] {11, -9, -11, 9}, 0, 4_000, 1);
    Fitter fitter = new Fitter(narrow, 0.01);
    assertThat(fitter.fitWhole(cases).weights()).containsExactly(5, 0, -6, 0);
    double[] real = fitter.fit(cases).weights();
    for (int rule = 0; rule < real.length; rule++) {
      assertThat(real[rule])
          .isBetween((double) narrow.get(rule).least(), (double) narrow.get(rule).most());
    }
  }

  @Test
  void fewCasesLeaveWeightsNearThePresentOnes() {
    double[] truth = {12, 0, -12, 12, 12, 0};
    List<FitCase> few = Cases.simulated(truth, 0, 12, 1);
    Fitter fitter = new Fitter(RULES, 1);
    for (int rule = 0; rule < truth.length; rule++) {
      assertThat(fitter.fitWhole(few).weights()[rule])
          .as("rule %d", rule)
          .isBetween(RULES.get(rule).present() - 1.0, RULES.get(rule).present() + 1.0);
    }
    double[] many = fitter.fitWhole(Cases.simulated(truth, 0, 6_000, 1)).weights();
    assertThat(many[0]).isGreaterThan(6);
  }

  @Test
  void aRuleThatNeverFiresKeepsItsWeight() {
    List<FitCase> cases = new ArrayList<>();
    for (int number = 0; number < 200; number++) {
      int[] rules = number % 2 == 0 ? new int[] {0} : new int[] {};
      cases.add(
          Cases.of(number, Cases.plain(-4, rules), number % 2 == 0 ? Grade.FAIR : Grade.WEAK));
    }
    double[] weights = new Fitter(RULES, 0.1).fitWhole(cases).weights();
    assertThat(weights[0]).isGreaterThan(4);
    assertThat(weights).endsWith(4, -4, 0, 4, -4);
  }

  /** Whatever the search has missed, no single deciban more or less is better. */
  @Test
  void noWeightIsBetterOneDecibanAway() {
    List<FitCase> cases = Cases.simulated(new double[] {9, 9, -7, 5, 8, -2}, 3, 500, 4);
    Fitter fitter = new Fitter(RULES, 0.1);
    Fitter.Fitted fitted = fitter.fitWhole(cases);
    for (int rule = 0; rule < RULES.size(); rule++) {
      for (int step : new int[] {-1, 1}) {
        double[] other = fitted.weights().clone();
        other[rule] += step;
        if (other[rule] >= RULES.get(rule).least() && other[rule] <= RULES.get(rule).most()) {
          assertThat(loss(cases, other, 0.1)).isGreaterThanOrEqualTo(fitted.loss() - 1e-6);
        }
      }
    }
    assertThat(loss(cases, fitted.weights(), 0.1)).isEqualTo(fitted.loss());
    assertThat(fitted.loss()).isLessThan(loss(cases, WeightRange.present(RULES), 0.1));
  }

  private static double loss(List<FitCase> cases, double[] weights, double strength) {
    double[] evidence = Fitter.evidence(cases, weights);
    boolean[] supported = Fitter.supported(cases);
    double penalty = 0;
    for (int rule = 0; rule < weights.length; rule++) {
      penalty += Math.pow(weights[rule] - RULES.get(rule).present(), 2);
    }
    double offset = LogisticLoss.offset(evidence, supported, 0);
    return LogisticLoss.of(evidence, offset, supported) + strength / 2 * penalty;
  }

  @Test
  void strengthIsChosenByCasesHeldOut() {
    double[] present = WeightRange.present(RULES);
    Procedure free = new Procedure(RULES, OptionalDouble.empty(), 1);
    // Grades that the present weights explain leave them where they are.
    assertThat(free.run(Cases.simulated(present, 0, 300, 3)).strength()).isGreaterThanOrEqualTo(1);
    // Grades that speak clearly for others do not.
    assertThat(
            free.run(Cases.simulated(new double[] {12, 0, -12, 12, 12, 0}, 0, 600, 3)).strength())
        .isLessThanOrEqualTo(0.1);
  }

  /**
   * What rules/README.md tells editors: +3 stays with 10 claims of each kind, and gives way later.
   */
  @Test
  void theExampleThatEditorsReadHolds() {
    assertThat(example(10)).isEqualTo(3);
    assertThat(example(100)).isEqualTo(5);
    assertThat(example(1_000)).isEqualTo(6);
  }

  private static double example(int each) {
    List<FitCase> cases = new ArrayList<>();
    for (int number = 0; number < each; number++) {
      boolean five = number % 10 < 5;
      boolean eight = number % 10 < 8;
      cases.add(Cases.of(2 * number, Cases.plain(-4, 0), eight ? Grade.FAIR : Grade.WEAK));
      cases.add(Cases.of(2 * number + 1, Cases.plain(-4), five ? Grade.FAIR : Grade.WEAK));
    }
    List<WeightRange> rule = Cases.rules(new int[] {3, 0, 8});
    return new Fitter(rule, 0.3).fitWhole(cases).weights()[0];
  }
}
