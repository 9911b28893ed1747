package org.bilan.fitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Dossier;
import org.bilan.evaluation.HumanGrades;
import org.bilan.ruleset.CardNumber;
import org.bilan.ruleset.CardNumbers;
import org.bilan.ruleset.GeneratedDossier;
import org.bilan.ruleset.NumberChange;
import org.bilan.ruleset.Ruleset;
import org.bilan.ruleset.Tunable;
import org.junit.jupiter.api.Test;

class ClaimSumTest {

  private static final int WEIGHTINGS = 3;
  private static final int DOSSIERS = 150;

  /** With caps and the weakest proposition: else weights would be fitted to something else. */
  @Test
  void underAnyWeightsItIsWhatTheRulesetJudges() throws Exception {
    Random random = new Random(1);
    try (Ruleset shipped = Ruleset.load(Path.of("rules"))) {
      List<WeightRange> rules = WeightRange.of(shipped);
      FitCase.Maker maker = new FitCase.Maker(shipped);
      List<Dossier> dossiers = new ArrayList<>();
      List<Map<String, ClaimSum>> sums = new ArrayList<>();
      for (long seed = 0; seed < DOSSIERS; seed++) {
        Dossier dossier = new GeneratedDossier(seed).read();
        Map<String, ClaimSum> ofClaims = new HashMap<>();
        for (Claim claim : dossier.claims()) {
          ofClaims.put(claim.id(), maker.of(dossier, graded(claim.id())).orElseThrow().sum());
        }
        dossiers.add(dossier);
        sums.add(ofClaims);
      }
      int capped = 0;
      for (int weighting = 0; weighting < WEIGHTINGS; weighting++) {
        double[] weights = new double[rules.size()];
        List<NumberChange> changes = new ArrayList<>();
        for (int rule = 0; rule < weights.length; rule++) {
          WeightRange range = rules.get(rule);
          weights[rule] = range.least() + random.nextInt(range.most() - range.least() + 1);
          changes.add(
              new NumberChange(
                  new CardNumber.Address(range.rule(), "weight"), (int) weights[rule]));
        }
        try (Ruleset other = Ruleset.of(CardNumbers.of(shipped.files()).with(changes))) {
          for (int seed = 0; seed < DOSSIERS; seed++) {
            Assessment judged = other.judge(dossiers.get(seed), Language.EN);
            for (ClaimAssessment claim : judged.claims()) {
              ClaimSum sum = sums.get(seed).get(claim.claim());
              assertThat(sum.evidence(weights)).as("seed %d", seed).isEqualTo(claim.evidence());
              ClaimSum.Slope slope = sum.slope(weights);
              assertThat(
                      slope.fixed()
                          + slope.rules().stream().mapToDouble(rule -> weights[rule]).sum())
                  .isEqualTo(claim.evidence());
              capped += claim.caps().size();
            }
          }
        }
      }
      assertThat(capped).as("topics that were capped").isGreaterThan(50);
    }
  }

  private static HumanGrades.HumanGrade graded(String claim) {
    return new HumanGrades.HumanGrade(Grade.FAIR, Optional.of(claim), Map.of());
  }

  @Test
  void betweenWholeWeightsItGoesOnAsItsSlopeSays() {
    ClaimSum sum =
        new ClaimSum(
            -4,
            List.of(
                List.of(
                    new ClaimSum.Topic(5, new int[] {0, 1}), new ClaimSum.Topic(9, new int[] {2})),
                List.of(new ClaimSum.Topic(9, new int[] {0, 0}))));
    double[] weights = {3.5, 2, 6.5};
    // The first proposition has -4 + 5 (capped) + 6.5, the second -4 + 7.
    assertThat(sum.evidence(weights)).isEqualTo(3);
    assertThat(sum.slope(weights)).isEqualTo(new ClaimSum.Slope(-4, List.of(0, 0)));
    assertThat(sum.evidence(new double[] {3.5, 2, 1})).isEqualTo(2, Offset.offset(1e-12));
    assertThat(sum.slope(new double[] {3.5, 2, 1})).isEqualTo(new ClaimSum.Slope(1, List.of(2)));
    assertThat(sum.fires(1)).isTrue();
    assertThat(sum.fires(3)).isFalse();
  }

  @Test
  void whatACardSpeaksForItKeepsSpeakingFor() {
    assertThat(new WeightRange("r", 3, 0, 8)).isEqualTo(WeightRange.of("r", tunable(3, -2, 8)));
    assertThat(WeightRange.of("r", tunable(-3, -5, 8))).isEqualTo(new WeightRange("r", -3, -5, 0));
    assertThat(WeightRange.of("r", tunable(0, -5, 8))).isEqualTo(new WeightRange("r", 0, -5, 8));
  }

  private static Tunable tunable(int value, int least, int most) {
    return new Tunable(value, "decibans", Map.of(), least, most);
  }
}
