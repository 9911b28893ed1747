package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Language;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The largest dossiers that are read are judged as well. Each takes about a second; the minute that
 * it is given is there to end what has become quadratic again.
 */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class WorstDossiersTest {

  private static final int MANY = 2_000;

  private static Ruleset ruleset;

  private final Random random = new Random(20240317);

  @BeforeAll
  static void load() throws InvalidRuleset {
    ruleset = Ruleset.load(Path.of("rules"));
  }

  @AfterAll
  static void close() {
    ruleset.close();
  }

  @Test
  void manyClaimsThatReviseEachOther() throws InvalidDossier {
    ObjectNode dossier = dossier(200, 200, 100, "relays");
    for (int i = 1; i < 200; i++) {
      ObjectNode claim = (ObjectNode) dossier.at("/claims/" + i);
      claim.putObject("count").put("min", 10 * i).put("max", 10 * i);
      claim.put("supersedes", "c" + (i - 1));
    }
    assertThat(judge(dossier).claims()).hasSize(200);
  }

  @Test
  void manyReportsThatCiteManyOthers() throws InvalidDossier {
    ObjectNode dossier = dossier(MANY, 20, 10, "asserts");
    for (int i = 10; i < MANY; i++) {
      for (int k = 0; k < 10; k++) {
        cite(dossier, i, random.nextInt(i));
      }
    }
    assertThat(judge(dossier).claims()).hasSize(20);
  }

  @Test
  void manyUndatedReportsOfOneSource() throws InvalidDossier {
    ObjectNode dossier = dossier(MANY, 20, 10, "asserts");
    for (int i = 1; i < MANY; i++) {
      ((ObjectNode) dossier.at("/reports/" + i)).put("source", "s0");
      cite(dossier, i, i - 1);
    }
    assertThat(judge(dossier).claims()).allSatisfy(claim -> assertThat(claim.origins()).hasSize(1));
  }

  @Test
  void aReviewOfManyThatManyRepeat() throws InvalidDossier {
    ObjectNode dossier = dossier(MANY, 10, 10, "asserts");
    for (int i = 0; i < 1_000; i++) {
      cite(dossier, 1_000, i);
    }
    for (int i = 1_001; i < MANY; i++) {
      cite(dossier, i, 1_000);
    }
    Assessment assessment = judge(dossier);
    assertThat(assessment.claims()).allSatisfy(claim -> assertThat(claim.origins()).hasSize(1_000));
    // If each echo were listed with each origin, it would print ten million ids.
    assertThat(AssessmentJson.write(assessment)).hasSizeLessThan(5_000_000);
  }

  @Test
  void manyLongTexts() throws InvalidDossier {
    ObjectNode dossier = dossier(MANY, 20, 10, "asserts");
    String common = words(470);
    for (int i = 0; i < MANY; i++) {
      ((ObjectNode) dossier.at("/reports/" + i)).put("text", common + words(390));
    }
    assertThat(judge(dossier).claims()).hasSize(20);
  }

  private static Assessment judge(ObjectNode dossier) throws InvalidDossier {
    byte[] json = dossier.toString().getBytes(StandardCharsets.UTF_8);
    return ruleset.judge(DossierReader.read(json), Language.EN);
  }

  /** Reports, each of a source of its own, that take so many stances in turn. */
  private static ObjectNode dossier(int reports, int claims, int stances, String kind) {
    ObjectNode dossier = JsonNodeFactory.instance.objectNode();
    dossier.putObject("incident").put("id", "i").putObject("date").put("from", "2024-03-16");
    ArrayNode sourceList = dossier.putArray("sources");
    ArrayNode claimList = dossier.putArray("claims");
    ArrayNode reportList = dossier.putArray("reports");
    for (int i = 0; i < claims; i++) {
      claimList.addObject().put("id", "c" + i).put("harm", "killed").put("victims", "civilian");
    }
    for (int i = 0; i < reports; i++) {
      sourceList.addObject().put("id", "s" + i).put("kind", "ngo");
      ArrayNode taken =
          reportList.addObject().put("id", "r" + i).put("source", "s" + i).putArray("stances");
      for (int k = 0; k < stances; k++) {
        taken.addObject().put("claim", "c" + (i + k) % claims).put("stance", kind);
      }
    }
    return dossier;
  }

  private static void cite(ObjectNode dossier, int report, int cited) {
    ((ObjectNode) dossier.at("/reports/" + report)).withArray("cites").add("r" + cited);
  }

  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(Integer.toString(random.nextInt(100_000), 36)).append(' ');
    }
    return words.toString();
  }
}
