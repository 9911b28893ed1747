package org.bilan.assess;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bilan.archive.Archive;
import org.bilan.archive.Condition;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.ledger.Actor;
import org.bilan.rest.Sample;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class HistoryTest {

  private static final Path RULES = Path.of("rules");

  @Inject RulesetInForce inForce;
  @Inject Archive archive;
  @TempDir Path folder;

  @AfterEach
  void putTheOldRulesInForceAgain() throws InvalidRuleset {
    inForce.put(Ruleset.load(RULES));
  }

  @Test
  void eachRevisionJudgesAVersionOnce() throws Exception {
    String first = given().get("/rules").path("ruleset");
    String tag = put("revisions");

    String second = tuned();
    assertThat(second).isNotEqualTo(first);
    // Lists do not judge: they name the revision that did.
    assertThat(listed("revisions")).isNotEmpty().containsOnly(first);
    List<String> seen = together(() -> current("revisions"));
    assertThat(seen).hasSize(8).containsOnly(second);
    assertThat(history("revisions")).containsExactly(second, first);
    assertThat(listed("revisions")).isNotEmpty().containsOnly(second);

    inForce.put(Ruleset.load(RULES));
    assertThat(current("revisions")).isEqualTo(first);
    assertThat(history("revisions")).containsExactly(second, first);
    given()
        .get("/dossiers?size=500")
        .then()
        .body("items.find { it.incident == 'revisions' }.ruleset", equalTo(first));
    given().get("/dossiers/revisions").then().header("ETag", tag);
  }

  @Test
  void reasonsOfAnOldRevisionStayInEnglish() throws Exception {
    put("old-words");
    tuned();
    current("old-words");
    given()
        .header("Accept-Language", "fr")
        .get("/dossiers/old-words/assessments")
        .then()
        .statusCode(200)
        .header("Content-Language", "en, fr")
        .body("items.language", equalTo(List.of("fr", "en")));
  }

  @Test
  void anAssessmentOfADossierThatIsGoneIsNotKept() throws Exception {
    put("gone");
    long version = archive.get("gone").orElseThrow().version();
    Dossier dossier = DossierReader.read(Sample.of("gone").bytes());
    assertThat(archive.delete("gone", Condition.NONE, true, Actor.SERVICE)).isTrue();
    assertThat(
            archive.append(
                dossier, version, inForce.get().judge(dossier, Language.EN), Actor.SERVICE))
        .isEmpty();
  }

  /** Puts a copy of the rules in force of which one card has changed. Returns its revision. */
  private String tuned() throws IOException, InvalidRuleset {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(RULES)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    boolean changed = false;
    for (Path file : files) {
      Path copy = folder.resolve(RULES.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
      String name = file.toString();
      if (!changed && name.endsWith(".yaml") && !name.endsWith(".cases.yaml")) {
        Files.writeString(copy, "\n# Tried.\n", StandardOpenOption.APPEND);
        changed = true;
      }
    }
    inForce.put(Ruleset.load(folder));
    return inForce.get().revision();
  }

  private static String put(String id) {
    given().delete("/dossiers/" + id);
    return given()
        .contentType("application/json")
        .body(Sample.of(id).bytes())
        .put("/dossiers/" + id)
        .then()
        .statusCode(201)
        .extract()
        .header("ETag");
  }

  private static String current(String id) {
    return given().get("/dossiers/" + id + "/assessment").path("ruleset");
  }

  private static List<String> listed(String id) {
    List<String> rulesets = new java.util.ArrayList<>();
    rulesets.addAll(
        given()
            .get("/claims?size=500")
            .path("items.findAll { it.incident == '%s' }.ruleset".formatted(id)));
    rulesets.add(
        given()
            .get("/dossiers?size=500")
            .path("items.find { it.incident == '%s' }.ruleset".formatted(id)));
    return rulesets;
  }

  private static List<String> history(String id) {
    return given().get("/dossiers/" + id + "/assessments").path("items.ruleset");
  }

  private static List<String> together(java.util.concurrent.Callable<String> call)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<String> answers = new java.util.ArrayList<>();
      for (Future<String> answer :
          threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> call).toList())) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }
}
