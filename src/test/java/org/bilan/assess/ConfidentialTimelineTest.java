package org.bilan.assess;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Language;
import org.bilan.assessment.Timeline;
import org.bilan.confidential.Pseudonyms;
import org.bilan.confidential.Redaction;
import org.bilan.dossier.Documents;
import org.bilan.dossier.Dossier;
import org.bilan.people.Secret;
import org.bilan.ruleset.Ruleset;
import org.junit.jupiter.api.Test;

/** Timelines as others may see them. */
class ConfidentialTimelineTest {

  private static final Pseudonyms KEY = Pseudonyms.of(Secret.random());

  @Test
  void timelinesOfTheSeedsNameNoConfidentialSourceAndKeepTheirFigures() throws Exception {
    int told = 0;
    try (Ruleset ruleset = Ruleset.load(Path.of("rules"))) {
      for (JsonNode seed : Documents.seeds()) {
        List<String> secrets = new ArrayList<>();
        for (JsonNode source : seed.get("sources")) {
          ((ObjectNode) source).put("confidential", true);
          secrets.add(source.path("name").asText(source.get("id").textValue()));
        }
        seed.get("reports").forEach(report -> secrets.add(report.get("id").textValue()));
        Dossier dossier = Documents.read(seed);
        for (Language language : Language.values()) {
          Timeline timeline =
              new Chronicle(
                      dossier,
                      moment -> ruleset.judge(dossier, moment, Language.EN),
                      Rewording.in(language, ruleset))
                  .timeline(OptionalLong.of(1), language);
          byte[] json = AssessmentJson.write(timeline);
          String plain = new String(json, UTF_8);
          String redacted =
              new String(
                  Redaction.of(dossier, KEY).output(json, Locale.forLanguageTag(language.word())),
                  UTF_8);
          for (String secret : secrets) {
            String quoted = new JsonMapper().writeValueAsString(secret);
            told += plain.contains(quoted) ? 1 : 0;
            assertThat(redacted).doesNotContain(quoted);
          }
          assertThat(redacted.replaceAll("[^{}\\[\\]]", ""))
              .isEqualTo(plain.replaceAll("[^{}\\[\\]]", ""));
        }
      }
    }
    assertThat(told).isGreaterThan(40);
  }
}
