package org.bilan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.bilan.assessment.Score;
import org.junit.jupiter.api.Test;

/** Probabilities of evidence: as it is stated, and as it was met. */
class CalibrationTest {

  private static final int[] DECIBANS = {-20, -10, -10, -5, 0, 3, 3, 7, 12, 20, 20, 25};
  private static final int[] HAPPENED = {0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 1, 0};

  private static List<IsotonicCalibration.Case> cases() {
    List<IsotonicCalibration.Case> cases = new ArrayList<>();
    for (int i = 0; i < DECIBANS.length; i++) {
      cases.add(new IsotonicCalibration.Case(DECIBANS[i], HAPPENED[i] == 1));
    }
    return cases;
  }

  /** Good (1985): ten decibans are odds of ten to one. */
  @Test
  void evidenceAtItsWordIsTheLogarithmOfTheOdds() {
    assertThat(Calibration.STATED.probability(0)).isEqualTo(0.5);
    assertThat(Calibration.STATED.probability(10)).isCloseTo(10 / 11.0, within(1e-15));
    assertThat(Calibration.STATED.probability(-20)).isCloseTo(1 / 101.0, within(1e-15));
    assertThat(Calibration.STATED.probability(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(Calibration.STATED.probability(Double.NEGATIVE_INFINITY)).isEqualTo(0);
  }

  @Test
  void evidenceAtItsWordIsTheScoreBeforeRounding() {
    for (int decibans = -80; decibans <= 80; decibans++) {
      assertThat(Math.round(100 * Calibration.STATED.probability(decibans)))
          .isEqualTo(Score.of(decibans).score());
    }
  }

  /**
   * C. P. Robert and G. Casella, Monte Carlo Statistical Methods: 23, 27, 25, 28 become 23, 26, 26,
   * 28.
   */
  @Test
  void neighboursThatFallAreGivenTheirMean() {
    assertThat(IsotonicRegression.of(new double[] {23, 27, 25, 28}, new double[] {1, 1, 1, 1}))
        .containsExactly(23, 26, 26, 28);
    assertThat(IsotonicRegression.of(new double[] {23, 27, 25, 28}, new double[] {1, 1, 3, 1}))
        .containsExactly(23, 25.5, 25.5, 28);
    assertThat(IsotonicRegression.of(new double[] {4, 3, 2, 1}, new double[] {1, 1, 1, 1}))
        .containsExactly(2.5, 2.5, 2.5, 2.5);
    assertThat(IsotonicRegression.of(new double[] {}, new double[] {})).isEmpty();
  }

  /**
   * The max-min formula of Barlow et al. (1972): the value at i is the greatest, over beginnings up
   * to i, of the least mean, over ends from i.
   */
  @Test
  void theFitIsTheMaxMinOfMeans() {
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < 100; trial++) {
      int size = 1 + trial % 12;
      double[] values = random.ints(size, 0, 6).asDoubleStream().toArray();
      double[] weights = random.ints(size, 1, 4).asDoubleStream().toArray();
      double[] fitted = IsotonicRegression.of(values, weights);
      for (int i = 0; i < size; i++) {
        double most = Double.NEGATIVE_INFINITY;
        for (int from = 0; from <= i; from++) {
          double least = Double.POSITIVE_INFINITY;
          double sum = 0;
          double weight = 0;
          for (int to = from; to < size; to++) {
            sum += values[to] * weights[to];
            weight += weights[to];
            least = to >= i ? Math.min(least, sum / weight) : least;
          }
          most = Math.max(most, least);
        }
        assertThat(fitted[i]).isCloseTo(most, within(1e-12));
      }
    }
  }

  /** scikit-learn 1.9.1, IsotonicRegression(out_of_bounds="clip"). */
  @Test
  void whatWasMetBetweenAndBeyondIsThatOfScikitLearn() {
    IsotonicCalibration fitted = IsotonicCalibration.fittedOn(cases()).orElseThrow();
    double[][] expected = {
      {-40, 0},
      {-20, 0},
      {-15, 1 / 6.0},
      {-10, 1 / 3.0},
      {-5, 1 / 3.0},
      {-2.5, 5 / 12.0},
      {0, 0.5},
      {3, 0.5},
      {5, 0.5},
      {7, 0.5},
      {10, 0.65},
      {12, 0.75},
      {15, 0.75},
      {60, 0.75}
    };
    for (double[] each : expected) {
      assertThat(fitted.probability(each[0])).as("%s", each[0]).isCloseTo(each[1], within(1e-15));
    }
  }

  @Test
  void moreEvidenceNeverGivesALowerProbability() {
    IsotonicCalibration fitted = IsotonicCalibration.fittedOn(cases()).orElseThrow();
    double before = fitted.probability(Double.NEGATIVE_INFINITY);
    for (double decibans = -30; decibans < 30; decibans += 0.01) {
      double now = fitted.probability(decibans);
      assertThat(now).isBetween(before, 1.0);
      before = now;
    }
    assertThat(fitted.probability(Double.POSITIVE_INFINITY)).isEqualTo(before);
    assertThat(fitted.probability(Double.NaN)).isNaN();
  }

  /** Pooling keeps the sum: in six of the twelve cases it happened. */
  @Test
  void theFitIsRightOnTheWhole() {
    IsotonicCalibration fitted = IsotonicCalibration.fittedOn(cases()).orElseThrow();
    double sum = cases().stream().mapToDouble(c -> fitted.probability(c.decibans())).sum();
    assertThat(sum).isCloseTo(6, within(1e-12));
  }

  @Test
  void theOrderOfCasesChangesNothing() {
    IsotonicCalibration fitted = IsotonicCalibration.fittedOn(cases()).orElseThrow();
    List<IsotonicCalibration.Case> shuffled = cases();
    Collections.shuffle(shuffled, new Random(3));
    IsotonicCalibration again = IsotonicCalibration.fittedOn(shuffled).orElseThrow();
    for (double decibans = -30; decibans < 30; decibans += 0.25) {
      assertThat(again.probability(decibans)).isEqualTo(fitted.probability(decibans));
    }
  }

  @Test
  void zeroIsOneAmountOfEvidenceWhateverItsSign() {
    IsotonicCalibration fitted =
        IsotonicCalibration.fittedOn(
                List.of(
                    new IsotonicCalibration.Case(-0.0, false),
                    new IsotonicCalibration.Case(0.0, true)))
            .orElseThrow();
    assertThat(fitted.probability(-0.0)).isEqualTo(0.5);
    assertThat(fitted.probability(0.0)).isEqualTo(0.5);
  }

  @Test
  void nothingIsLearntFromNoCasesAndEvidenceMustBeFinite() {
    assertThat(IsotonicCalibration.fittedOn(List.of())).isEmpty();
    assertThatThrownBy(() -> new IsotonicCalibration.Case(Double.POSITIVE_INFINITY, true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
