package org.bilan.assess;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bilan.rest.Sample;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other rules come into force, and judge again what a person has graded. */
@QuarkusTest
class RescoredOverridesTest {

  private static final Path RULES = Path.of("rules");
  private static final String ID = "override-rescored";

  @Inject RulesetInForce inForce;
  @TempDir Path folder;

  @AfterEach
  void asBefore() throws InvalidRuleset {
    inForce.put(Ruleset.load(RULES));
    given().delete("/dossiers/" + ID);
  }

  @Test
  void theMachinesGradeChangesAndThePersonsStands() throws Exception {
    given().delete("/dossiers/" + ID);
    given().contentType("application/json").body(Sample.of(ID).bytes()).put("/dossiers/" + ID);
    Map<String, Object> before = claim();
    given()
        .contentType("application/json")
        .body(Map.of("grade", before.get("grade"), "reason", "Two colleagues have called."))
        .put("/dossiers/" + ID + "/claims/civilians-14/override")
        .then()
        .statusCode(201);
    Object override = claim().get("override");
    assertThat(disagreeing()).doesNotContain(ID);

    // Whatever was the last rung is another one.
    otherwise((String) before.get("grade"));
    given().get("/dossiers/" + ID + "/assessment").then().statusCode(200);

    Map<String, Object> after = claim();
    assertThat(after.get("ruleset")).isNotEqualTo(before.get("ruleset"));
    assertThat(after.get("grade")).isNotEqualTo(before.get("grade"));
    assertThat(override).isNotNull();
    assertThat(after.get("override")).isEqualTo(override);
    assertThat(disagreeing()).contains(ID);
    given()
        .get("/dossiers/" + ID + "/claims/civilians-14/overrides")
        .then()
        .body("total", equalTo(1));
    given().get("/dossiers/" + ID + "/assessments").then().body("total", equalTo(2));
  }

  private static Map<String, Object> claim() {
    return given()
        .get("/claims?size=500")
        .path("items.find { it.incident == '%s' && it.claim == 'civilians-14' }".formatted(ID));
  }

  private static List<String> disagreeing() {
    return given().get("/overrides?disagreeing=true&size=500").path("items.incident");
  }

  /** Rules whose ladder calls something else what was called so. */
  private void otherwise(String grade) throws IOException, InvalidRuleset {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(RULES)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path copy = folder.resolve(RULES.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    Path settings = folder.resolve("ruleset.yaml");
    String other = grade.equals("weak") ? "contested" : "weak";
    String changed =
        Files.readString(settings)
            .replace("grade: " + grade + "\n", "grade: was-it\n")
            .replace("grade: " + other + "\n", "grade: " + grade + "\n")
            .replace("grade: was-it\n", "grade: " + other + "\n");
    Files.writeString(settings, changed);
    inForce.put(Ruleset.load(folder));
  }
}
