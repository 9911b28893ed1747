package org.bilan.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Language;
import org.bilan.ruleset.GeneratedDossier;
import org.bilan.ruleset.Ruleset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an incident stands, read out of a stored assessment. */
class StoodReaderTest {

  private static final int DOSSIERS = 500;
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Stood read(String json) {
    return StoodReader.read(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsReadIsWhatTheAssessmentSays() throws Exception {
    try (Ruleset shipped = Ruleset.load(Path.of("rules"))) {
      int tolls = 0;
      int findings = 0;
      for (long seed = 0; seed < DOSSIERS; seed++) {
        Assessment assessment = shipped.judge(new GeneratedDossier(seed).read(), Language.EN);
        byte[] stored = AssessmentJson.write(assessment);
        Stood stood = StoodReader.read(stored);
        assertThat(stood).as("seed %d", seed).isEqualTo(Stood.of(assessment));
        assertThat(read(aged(stored))).as("seed %d, aged", seed).isEqualTo(stood);
        tolls += stood.toll().size();
        findings += stood.claims().stream().mapToInt(claim -> claim.findings().size()).sum();
      }
      assertThat(tolls).isGreaterThan(20);
      assertThat(findings).isGreaterThan(1_000);
    }
  }

  /** With fields in every object that no version of ours knows, of every kind. */
  private static String aged(byte[] stored) throws Exception {
    JsonNode document = JSON.readTree(stored);
    document.findParents("score").forEach(StoodReaderTest::age);
    document.findParents("weight").forEach(StoodReaderTest::age);
    document.findParents("best").forEach(StoodReaderTest::age);
    document.findParents("credibility").forEach(StoodReaderTest::age);
    age(document);
    return document.toString();
  }

  private static void age(JsonNode node) {
    ObjectNode object = (ObjectNode) node;
    object.putObject("former").putArray("claims").addObject().put("score", "none");
    object.putNull("formerly").put("then", 1.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'ruleset': 'r'}",
        "{'ruleset': 'r', 'claims': [], 'toll': null}",
        "{'toll': [], 'claims': null, 'ruleset': 'r'}"
      })
  void listsThatWereLeftOutAreEmpty(String json) {
    Stood nothing = new Stood("r", List.of(), List.of());
    assertThat(read(json.replace('\'', '"'))).isEqualTo(nothing);
  }

  @Test
  void aTollMayBeOpenUpwards() {
    String line = "{'harm': 'killed', 'victims': 'mixed', 'low': 3, 'best': 4%s}";
    for (String open : List.of("", ", 'high': null")) {
      String json = "{'ruleset': 'r', 'toll': [" + line.formatted(open) + "]}";
      assertThat(read(json.replace('\'', '"')).toll())
          .singleElement()
          .satisfies(toll -> assertThat(toll.high()).isEmpty())
          .satisfies(toll -> assertThat(toll.best()).isEqualTo(4));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{'ruleset': null}",
        "{'ruleset': 'r', 'claims': {}}",
        "{'ruleset': 'r', 'claims': [null]}",
        "{'ruleset': 'r', 'claims': [{'claim': 'c', 'score': 1, 'evidence': 1}]}",
        "{'ruleset': 'r', 'claims': [{'claim': 'c', 'grade': 'sure'}]}",
        "{'ruleset': 'r', 'claims': [{'claim': 'c', 'score': 'high'}]}",
        "{'ruleset': 'r', 'toll': [{'harm': 'killed', 'low': 1, 'best': 1}]}",
        "{'ruleset': 'r', 'toll': [",
      })
  void whatIsNoAssessmentIsRefused(String json) {
    assertThatThrownBy(() -> read(json.replace('\'', '"')))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("No assessment");
  }
}
