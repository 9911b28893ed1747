package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The two axes of the Admiralty code stay apart (STANAG 2511): how reliable a source is says
 * nothing of how credible its information is, nor the reverse.
 */
class AdmiraltyAxesTest {

  private static final int DOSSIERS = 1_000;

  private static Ruleset ruleset;

  @BeforeAll
  static void load() throws InvalidRuleset {
    ruleset = Ruleset.load(Path.of("rules"));
  }

  @AfterAll
  static void close() {
    ruleset.close();
  }

  @Test
  void howSourcesAreRatedChangesNoCredibility() {
    int letters =
        differences(
            dossier -> {
              for (JsonNode source : dossier.list("sources")) {
                ((ObjectNode) source).put("reliability", dossier.one("A", "B", "C", "D", "E", "F"));
              }
              return dossier;
            },
            claim -> claim.admiralty().credibility(),
            claim -> claim.admiralty().reliability());
    assertThat(letters).isGreaterThan(DOSSIERS / 10);
  }

  @Test
  void whoSaysTheContraryChangesNoReliability() {
    int degrees =
        differences(
            dossier -> {
              ObjectNode source = dossier.list("sources").addObject();
              source.put("id", "denier").put("kind", "monitor").put("reliability", "A");
              ObjectNode report = dossier.list("reports").addObject();
              report.put("id", "denial").put("source", "denier");
              for (JsonNode claim : dossier.list("claims")) {
                report
                    .withArray("stances")
                    .addObject()
                    .put("claim", claim.get("id").textValue())
                    .put("stance", "denies");
              }
              return dossier;
            },
            claim -> claim.admiralty().reliability().ordinal(),
            claim -> claim.admiralty().credibility());
    assertThat(degrees).isGreaterThan(DOSSIERS / 10);
  }

  /**
   * Changes dossiers, and makes sure that the one axis stays.
   *
   * @return for how many claims the other axis did not
   */
  private static int differences(
      Function<GeneratedDossier, GeneratedDossier> change,
      ToIntFunction<ClaimAssessment> staying,
      Function<ClaimAssessment, Object> moving) {
    int moved = 0;
    for (long seed = 0; seed < DOSSIERS; seed++) {
      var before = ruleset.judge(new GeneratedDossier(seed).read(), Language.EN).claims();
      var after = ruleset.judge(change.apply(new GeneratedDossier(seed)).read(), Language.EN);
      for (int i = 0; i < before.size(); i++) {
        ClaimAssessment then = after.claims().get(i);
        assertThat(then.claim()).isEqualTo(before.get(i).claim());
        assertThat(staying.applyAsInt(then))
            .as("seed %d", seed)
            .isEqualTo(staying.applyAsInt(before.get(i)));
        moved += moving.apply(then).equals(moving.apply(before.get(i))) ? 0 : 1;
      }
    }
    return moved;
  }
}
