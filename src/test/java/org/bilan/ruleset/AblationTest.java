package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.junit.jupiter.api.Test;

class AblationTest {

  private static List<List<?>> standing(Assessment assessment) {
    return assessment.claims().stream().map(AblationTest::standing).toList();
  }

  private static List<?> standing(ClaimAssessment claim) {
    return List.of(claim.claim(), claim.evidence(), claim.grade(), claim.findings());
  }

  /** A rule that is left out is as one that is retired. */
  @Test
  void withoutARuleItIsAsIfThatWereRetired() throws Exception {
    RulesetFiles files = RulesetFiles.read(Path.of("rules"));
    Dossier dossier = DossierReader.read(Files.readAllBytes(Path.of("seeds/amasrakad.json")));
    try (Ruleset ruleset = Ruleset.of(files)) {
      Ruleset.Ablation ablation = ruleset.ablate(dossier, Language.EN);
      assertThat(ablation.whole()).isEqualTo(ruleset.judge(dossier, Language.EN));
      assertThat(ablation.without()).doesNotContainKey("toll.retracted").hasSizeGreaterThan(5);
      for (String rule : List.of("independence.first-origin", "status.civilian-presumed")) {
        String card = rule.replace('.', '/') + ".yaml";
        String text = files.texts().get(card);
        assertThat(text).contains("status: live");
        try (Ruleset without =
            Ruleset.of(files.with(Map.of(card, text.replace("status: live", "status: retired"))))) {
          assertThat(standing(ablation.without().get(rule)))
              .as(rule)
              .isEqualTo(standing(without.judge(dossier, Language.EN)))
              .isNotEqualTo(standing(ablation.whole()));
        }
      }
    }
  }
}
