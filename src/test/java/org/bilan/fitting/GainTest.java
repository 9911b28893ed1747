package org.bilan.fitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.bilan.assessment.Grade;
import org.bilan.evaluation.Bootstrap;
import org.junit.jupiter.api.Test;

class GainTest {

  private static final Offset<Double> CLOSE = Offset.offset(1e-9);

  @Test
  void onlyClaimsOfOneFoldAreCompared() {
    List<HeldOut> cases =
        List.of(
            held(1, Grade.FAIR, 0, 1, 5),
            held(2, Grade.WEAK, 0, 2, 3),
            held(3, Grade.CONFIRMED, 1, -8, -3),
            held(4, Grade.CONTESTED, 1, -9, -3),
            held(5, Grade.FAIR, 0, 3, 4));
    Map<String, Gain.Change> measures = Gain.of(cases, new Bootstrap(39, 1)).measures();
    Gain.Change auc = measures.get("auc.supported");
    // Before: two pairs of three in order; after: two, and a tie. Across folds nothing is compared.
    assertThat(auc.before().value().getAsDouble()).isEqualTo(2 / 3.0, CLOSE);
    assertThat(auc.after().value().getAsDouble()).isEqualTo(2.5 / 3, CLOSE);
    assertThat(auc.rise().value().getAsDouble()).isEqualTo(0.5 / 3, CLOSE);
    assertThat(measures.get("auc.fair.weak").rise().value().getAsDouble()).isEqualTo(0.5);
    double[] toWhatPeopleFound = {p(5), 1 - p(3), p(-3), 1 - p(-3), p(4)};
    assertThat(measures.get("brier").after().value().getAsDouble())
        .isEqualTo(
            Arrays.stream(toWhatPeopleFound).map(p -> (1 - p) * (1 - p)).average().orElseThrow(),
            CLOSE);
    assertThat(measures.get("log-loss").after().value().getAsDouble())
        .isEqualTo(-Arrays.stream(toWhatPeopleFound).map(Math::log).average().orElseThrow(), CLOSE);
  }

  @Test
  void whatCannotBeComparedIsAbsent() {
    Gain gain = Gain.of(List.of(held(1, Grade.FAIR, 0, 1, 5)), new Bootstrap(39, 1));
    assertThat(gain.measures().get("auc.supported").rise().value()).isEmpty();
    assertThat(gain.measures().get("log-loss").rise().value()).isPresent();
  }

  private static double p(double decibans) {
    return 1 / (1 + Math.pow(10, -decibans / 10));
  }

  private static HeldOut held(int number, Grade people, int fold, double before, double after) {
    return new HeldOut(Cases.of(number, Cases.plain(-4), people), fold, before, after);
  }

  /** An intact procedure finds nothing where there is nothing: grades thrown like coins. */
  @Test
  void noiseGainsNothing() {
    List<FitCase> coins = Cases.simulated(new double[12], 4, 300, 5);
    List<WeightRange> rules =
        IntStream.range(0, 12).mapToObj(i -> new WeightRange("t.r" + i, 0, -12, 12)).toList();
    HeldOut.All heldOut = HeldOut.of(coins, Cases.procedure(rules, 0.03), Folds.deal(coins, 5, 1));
    Gain gain = Gain.of(heldOut.cases(), new Bootstrap(39, 1));
    assertThat(heldOut.cases()).hasSize(300);
    assertThat(gain.measures().get("log-loss").rise().value().getAsDouble()).isPositive();
    // Judged by the cases that they were fitted to, the same weights flatter themselves.
    List<HeldOut> seen = new ArrayList<>();
    Fitter.Fitted fitted = new Fitter(rules, 0.03).fitWhole(coins);
    for (FitCase each : coins) {
      seen.add(
          new HeldOut(
              each,
              0,
              each.sum().evidence(new double[12]) + 4,
              each.sum().evidence(fitted.weights()) + fitted.offset()));
    }
    assertThat(
            Gain.of(seen, new Bootstrap(39, 1))
                .measures()
                .get("log-loss")
                .rise()
                .value()
                .getAsDouble())
        .isNegative();
  }

  @Test
  void foldsAreEvenAndDealtBySeed() {
    List<FitCase> cases = Cases.simulated(new double[] {4, 4}, 6, 103, 1);
    Folds folds = Folds.deal(cases, 10, 7);
    long supported = cases.stream().filter(FitCase::supported).count();
    for (int fold = 0; fold < 10; fold++) {
      List<FitCase> in = folds.cases(cases, fold, true);
      assertThat(in).hasSizeBetween(10, 11);
      assertThat(in.stream().filter(FitCase::supported).count())
          .isBetween(supported / 10, supported / 10 + 1);
      assertThat(folds.cases(cases, fold, false))
          .hasSize(103 - in.size())
          .doesNotContainAnyElementsOf(in);
    }
    assertThat(Folds.deal(cases, 10, 7)).isEqualTo(folds);
    assertThat(Folds.deal(cases, 10, 8)).isNotEqualTo(folds);
  }
}
