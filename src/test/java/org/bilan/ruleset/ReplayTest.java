package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Language;
import org.bilan.dossier.Documents;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierMutator;
import org.bilan.dossier.DossierReader;
import org.junit.jupiter.api.Test;

/** An assessment can be had again by the moment that it names. */
class ReplayTest {

  private static final int DOSSIERS = 1_000;

  private final Random random = new Random(20240322);

  @Test
  void anAssessmentIsHadAgainAsOfItsMoment() throws Exception {
    DossierMutator mutator = new DossierMutator(20240321);
    try (Ruleset ruleset = Ruleset.load(Path.of("rules"))) {
      for (int judged = 0; judged < DOSSIERS; ) {
        ObjectNode document = mutator.next();
        document.path("reports").forEach(report -> date(report, "publishedAt"));
        document.path("media").forEach(media -> date(media, "firstSeenAt"));
        byte[] json = Documents.bytes(document);
        if (Documents.problems(json).isEmpty()) {
          Dossier dossier = DossierReader.read(json);
          Assessment now = ruleset.judge(dossier, Language.EN);
          assertThat(AssessmentJson.indented(ruleset.judge(dossier, now.asOf(), Language.EN)))
              .isEqualTo(AssessmentJson.indented(now));
          judged++;
        }
      }
    }
  }

  /** Some day of the weeks around the weekend, or none. */
  private void date(JsonNode entry, String field) {
    if (entry instanceof ObjectNode object && random.nextInt(4) > 0) {
      object.put(field, LocalDate.of(2024, 3, 14).plusDays(random.nextInt(30)).toString());
    }
  }
}
