package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Other numbers beside questions that are compiled already judge as if they had been compiled. */
class TunedTest {

  private static final int DOSSIERS = 200;

  private static Ruleset ruleset;

  @BeforeAll
  static void load() throws InvalidRuleset {
    ruleset = Ruleset.load(Path.of("rules"));
  }

  @AfterAll
  static void close() {
    ruleset.close();
  }

  private static NumberChange change(String rule, String number, int value) {
    return new NumberChange(new CardNumber.Address(rule, number), value);
  }

  @Test
  void itJudgesAsIfItHadBeenCompiledAlone() throws InvalidRuleset {
    RulesetFiles files =
        ruleset
            .numbers()
            .with(
                List.of(
                    change("independence.second-origin", "origins", 3),
                    change("independence.first-origin", "weight", 6),
                    change("ruleset", "prior", -6),
                    change("ruleset", "caps.independence", 9),
                    change("ruleset", "grades.2.evidence-at-least", 6)));
    int moved = 0;
    try (Ruleset alone = Ruleset.of(files);
        Ruleset tuned = ruleset.tuned(files).orElseThrow()) {
      assertThat(tuned.revision()).isEqualTo(alone.revision());
      assertThat(tuned.cards()).isEqualTo(alone.cards());
      assertThat(tuned.live()).isEqualTo(alone.live());
      assertThat(tuned.settings()).isEqualTo(alone.settings());
      for (int seed = 0; seed < DOSSIERS; seed++) {
        Dossier dossier = new GeneratedDossier(seed).read();
        Assessment judged = tuned.judge(dossier, Language.FR);
        assertThat(judged).as("seed " + seed).isEqualTo(alone.judge(dossier, Language.FR));
        moved += judged.claims().equals(ruleset.judge(dossier, Language.FR).claims()) ? 0 : 1;
      }
    }
    assertThat(moved).isPositive();
  }

  @Test
  void toCloseItEndsNothing() throws InvalidRuleset {
    Dossier dossier = new GeneratedDossier(1).read();
    Assessment stood = ruleset.judge(dossier, Language.EN);
    Ruleset tuned = ruleset.tuned(ruleset.files()).orElseThrow();
    assertThat(tuned.judge(dossier, Language.EN)).isEqualTo(stood);
    tuned.close();
    // A new look: the engine has to be asked.
    try (Ruleset other =
        ruleset
            .tuned(ruleset.numbers().with(List.of(change("ruleset", "prior", -1))))
            .orElseThrow()) {
      assertThat(other.judge(dossier, Language.EN).prior()).isEqualTo(-1);
    }
  }

  @Test
  void otherQuestionsAreNotTuned() throws InvalidRuleset {
    RulesetFiles files = ruleset.files();
    String question = "toll/retracted.drl";
    assertThat(ruleset.tuned(files.with(Map.of(question, files.texts().get(question) + "\n"))))
        .isEmpty();
    assertThat(ruleset.tuned(files.with(Map.of("toll/new.drl", "")))).isEmpty();
  }

  /** Nobody has run them: they may be wrong. */
  @Test
  void otherCasesAreNotTuned() throws InvalidRuleset {
    String cases = "toll/retracted.cases.yaml";
    String text = ruleset.files().texts().get(cases);
    assertThat(ruleset.tuned(ruleset.files().with(Map.of(cases, text + "\n")))).isEmpty();
  }

  @Test
  void allProblemsOfCardsAndSettingsAreTold() {
    RulesetFiles files = ruleset.files();
    String card = files.texts().get("toll/retracted.yaml");
    String settings = files.texts().get("ruleset.yaml");
    RulesetFiles wrong =
        files.with(
            Map.of(
                "toll/retracted.yaml", card.replace("status: live", "status: alive"),
                "toll/all-named.yaml", "title: [",
                "ruleset.yaml", settings.replaceFirst("value: -4", "value: 40")));
    assertThatThrownBy(() -> ruleset.tuned(wrong))
        .isInstanceOfSatisfying(
            InvalidRuleset.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(RuleProblem::file)
                    .contains("toll/retracted.yaml", "toll/all-named.yaml", "ruleset.yaml"));
  }

  /** A rung of the ladder may not wait for a rule that finds nothing. */
  @Test
  void aRuleThatIsNoLongerLiveIsMissedByTheLadder() {
    RulesetFiles files = ruleset.files();
    String card = "contradiction/denied.yaml";
    RulesetFiles draft =
        files.with(Map.of(card, files.texts().get(card).replace("status: live", "status: draft")));
    assertThatThrownBy(() -> Ruleset.of(draft))
        .isInstanceOfSatisfying(
            InvalidRuleset.class,
            alone ->
                assertThatThrownBy(() -> ruleset.tuned(draft))
                    .isInstanceOfSatisfying(
                        InvalidRuleset.class,
                        tuned -> assertThat(tuned.problems()).isEqualTo(alone.problems())));
  }
}
