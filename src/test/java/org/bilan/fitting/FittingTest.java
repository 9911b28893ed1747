package org.bilan.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.bilan.assessment.Grade;
import org.bilan.evaluation.HumanGrades;
import org.bilan.ruleset.CardNumbers;
import org.bilan.ruleset.GeneratedDossier;
import org.bilan.ruleset.Ruleset;
import org.bilan.ruleset.RulesetDifference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FittingTest {

  private static final int CLAIMS = 150;
  private static final Fitting.Settings SETTINGS =
      new Fitting.Settings(5, 1, OptionalDouble.of(0.1), 100);

  private static Ruleset ruleset;
  private static List<FitCase> cases;

  /** Dossiers made up, which people find supported when their first rules say so, or by chance. */
  @BeforeAll
  static void grade() throws Exception {
    ruleset = Ruleset.load(Path.of("rules"));
    FitCase.Maker maker = new FitCase.Maker(ruleset);
    List<WeightRange> rules = WeightRange.of(ruleset);
    double[] truth = WeightRange.present(rules);
    for (int rule = 0; rule < truth.length; rule++) {
      WeightRange range = rules.get(rule);
      truth[rule] = range.rule().startsWith("toll.") ? range.most() : truth[rule];
    }
    Random random = new Random(3);
    cases = new ArrayList<>();
    for (int number = 0; number < CLAIMS; number++) {
      HumanGrades.HumanGrade unknown =
          new HumanGrades.HumanGrade(
              Grade.WEAK, Optional.empty(), Map.of("desk", "d" + number % 2));
      FitCase made = maker.of(new GeneratedDossier(number).read(), unknown).orElseThrow();
      boolean supported = made.sum().evidence(truth) + 10 * random.nextGaussian() > 0;
      cases.add(
          new FitCase(
              "i%04d".formatted(number),
              made.claim(),
              supported ? Grade.FAIR : Grade.WEAK,
              supported,
              made.fields(),
              made.sum()));
    }
  }

  @AfterAll
  static void close() {
    ruleset.close();
  }

  @Test
  void theOrderInWhichClaimsAreReadIsIrrelevant() {
    byte[] told = told(cases);
    List<FitCase> shuffled = new ArrayList<>(cases);
    Collections.shuffle(shuffled, new Random(9));
    assertThat(told(shuffled)).isEqualTo(told);
  }

  private static byte[] told(List<FitCase> graded) {
    return FittingJson.write(Fitting.of(ruleset, graded, SETTINGS, List.of("desk")), Set.of(), 0);
  }

  @Test
  void whatIsProposedDiffersInWeightsOnlyAndInsideTheirLimits() {
    Fitting fitting = Fitting.of(ruleset, cases, SETTINGS, List.of("desk"));
    assertThat(fitting.changes()).isNotEmpty();
    CardNumbers numbers = CardNumbers.of(ruleset.files());
    assertThat(fitting.changes()).allSatisfy(change -> assertThat(numbers.fault(change)).isNull());
    RulesetDifference difference =
        RulesetDifference.between(ruleset.files(), numbers.with(fitting.changes()));
    assertThat(difference.numbers())
        .hasSameSizeAs(fitting.changes())
        .allSatisfy(number -> assertThat(number.number()).isEqualTo("weight"));
    assertThat(difference.files()).hasSameSizeAs(fitting.changes());
    assertThat(fitting.split().get("desk")).containsOnlyKeys("d0", "d1");
    assertThat(fitting.all().claims()).isEqualTo(CLAIMS);
  }

  @Test
  void whatHoldsAWeightIsTold() {
    Fitting fitting = Fitting.of(ruleset, cases, SETTINGS, List.of());
    for (Proposal each : fitting.proposals()) {
      switch (each.hold()) {
        case NEVER_FIRES -> assertThat(each.fires()).isZero();
        case NEVER_COUNTS -> assertThat(each.counts()).isZero();
        default -> assertThat(each.counts()).isPositive().isLessThanOrEqualTo(each.fires());
      }
      if (each.counts() == 0) {
        assertThat(each.proposed()).as(each.rule()).isEqualTo(each.present());
      }
      if (each.hold() == Proposal.Hold.LIMIT) {
        int weight = each.proposed();
        WeightRange range =
            WeightRange.of(ruleset).stream()
                .filter(rule -> rule.rule().equals(each.rule()))
                .findFirst()
                .orElseThrow();
        assertThat(weight == range.least() || weight == range.most()).as(each.rule()).isTrue();
      }
    }
    assertThat(fitting.proposals())
        .extracting(Proposal::hold)
        .contains(Proposal.Hold.GRADES, Proposal.Hold.FEW, Proposal.Hold.LIMIT);
  }

  @Test
  void withoutBothKindsNothingIsLearned() {
    List<FitCase> one = cases.stream().filter(FitCase::supported).toList();
    assertThatThrownBy(() -> Fitting.of(ruleset, one, SETTINGS, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 not");
  }
}
