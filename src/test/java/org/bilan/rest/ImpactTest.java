package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bilan.archive.OwnerAccess;
import org.bilan.people.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a draft would do to a sample, and to all of the archive. */
@QuarkusTest
class ImpactTest {

  private static final String PRIOR = "prior:\n  value: ";

  private Someone editor;

  @BeforeEach
  void logIn() {
    editor = Someone.with(Role.EDITOR);
    for (int i = 0; i < 5; i++) {
      String incident = "impact-" + i;
      given()
          .contentType("application/json")
          .body(Sample.of(incident).bytes())
          .put("/dossiers/" + incident);
    }
  }

  private Response send(String path, Object body) {
    return editor.asks().contentType("application/json").body(body).post(path);
  }

  /** Drafts another prior, which nobody has before, thanks to a comment; its path. */
  private String draft(int prior) {
    String revision = given().get("/rules").path("ruleset");
    Map<String, String> files = given().get("/rulesets/" + revision + "/files").as(Map.class);
    String settings = files.get("ruleset.yaml");
    assertThat(settings).contains(PRIOR + "-4\n");
    Response drafted =
        send(
            "/rulesets",
            Map.of(
                "why",
                "To see what it does",
                "files",
                Map.of(
                    "ruleset.yaml",
                    settings.replace(PRIOR + "-4\n", PRIOR + prior + "\n")
                        + "\n# "
                        + System.nanoTime()
                        + "\n")));
    drafted.then().statusCode(201);
    return "/rulesets/" + drafted.path("id") + "/impact";
  }

  /** The dry run over all of the archive, once it is done; its path. */
  private String measured(String path) {
    Response begun = send(path, Map.of("all", true));
    begun.then().statusCode(202).body("dryRun", equalTo(true));
    String run = "/rescorings/" + begun.path("id");
    assertThat(begun.header("Location")).endsWith(run);
    Eventually.isTrue(() -> !editor.asks().get(run).path("state").equals("running"));
    editor.asks().get(run).then().body("state", equalTo("done"));
    return run;
  }

  @Test
  void allOfTheArchiveIsMeasuredAsADryRun() {
    String path = draft(-8);
    String run = measured(path);
    Response all = editor.asks().get(run);
    assertThat(all.<Integer>path("dossiers")).isEqualTo(all.<Integer>path("total"));
    // Compared with the ruleset in force, whichever judged each dossier last.
    all.then().body("base", equalTo(given().get("/rules").path("ruleset"))).body("appended", is(0));

    // Of an archive that a sample holds wholly, both tell the same.
    Map<String, Object> impact = send(path, Map.of("sample", 10_000)).as(Map.class);
    Response moved = editor.asks().get(run + "/moved");
    assertThat((Integer) impact.get("changed")).isPositive();
    for (String same : List.of("dossiers", "failed", "claims", "changed", "grades")) {
      assertThat(moved.<Object>path(same)).as(same).isEqualTo(impact.get(same));
    }
    List<Map<String, Object>> movers = moved.path("movers");
    assertThat(movers).startsWith(((List<?>) impact.get("movers")).toArray(Map[]::new));
  }

  /** It was taken once, and no longer fits: by another version of Bilan, say. */
  @Test
  void aDossierThatCannotBeJudgedIsCountedAndSpoilsNothing() throws Exception {
    String path = draft(-9);
    given()
        .contentType("application/json")
        .body(Sample.of("impact-spoilt").bytes())
        .put("/dossiers/impact-spoilt")
        .then()
        .statusCode(201);
    OwnerAccess.execute(
        "update dossier_version set document = 'x' where incident = 'impact-spoilt'");
    try {
      send(path, Map.of("sample", 10_000)).then().statusCode(200).body("failed", equalTo(1));
      String run = measured(path);
      editor.asks().get(run).then().body("failed", equalTo(1));
      editor
          .asks()
          .get(run + "/failures")
          .then()
          .body("items.incident", equalTo(List.of("impact-spoilt")))
          .body("items[0].reason", containsString("json.syntax"));
    } finally {
      given().delete("/dossiers/impact-spoilt").then().statusCode(204);
    }
  }

  /** The impact is remembered; who was named in a dossier that is gone is not. */
  @Test
  void whoDoesNotSeeConfidentialSourcesReadsNoneOfTheirNames() throws Exception {
    Someone confidant = Someone.with(Role.REPORTER, Role.EDITOR, Role.CONFIDANT);
    JsonMapper json = new JsonMapper();
    ObjectNode document = (ObjectNode) json.readTree(Path.of("seeds/amasrakad.json").toFile());
    ((ObjectNode) document.get("incident")).put("id", "impact-hidden");
    ((ObjectNode) document.at("/sources/0"))
        .put("confidential", true)
        .put("name", "Idrissa Qwollyx");
    String text = document.toString().replace("\"civilians-14\"", "\"said-by-idrissa-qwollyx\"");
    confidant.asks().delete("/dossiers/impact-hidden");
    confidant.asks().delete("/dossiers/impact-hidden-unfit");
    confidant
        .asks()
        .contentType("application/json")
        .body(text)
        .put("/dossiers/impact-hidden")
        .then()
        .statusCode(201);
    // Another says why it cannot be judged, and quotes nothing.
    confidant
        .asks()
        .contentType("application/json")
        .body(text.replace("\"impact-hidden\"", "\"impact-hidden-unfit\""))
        .put("/dossiers/impact-hidden-unfit")
        .then()
        .statusCode(201);
    OwnerAccess.execute(
        "update dossier_version set document = convert_to(replace(convert_from(document, 'UTF8'),"
            + " '\"harm\":\"killed\"', '\"harm\":\"Idrissa Qwollyx\"'), 'UTF8')"
            + " where incident = 'impact-hidden-unfit'");
    String path = draft(-10);
    String run = measured(path);
    String moved = run + "/moved";
    for (String door : List.of(moved, moved + ".csv", moved + ".html")) {
      assertThat(confidant.asks().get(door).asString()).as(door).contains("qwollyx");
      assertTellsNoName(door);
    }
    assertTellsNoName(run + "/failures");
    assertThat(editor.asks().get(run).asString()).doesNotContainIgnoringCase("qwollyx");
    assertThat(send(path, Map.of("sample", 10_000)).asString()).doesNotContain("qwollyx");
    assertThat(
            confidant
                .asks()
                .contentType("application/json")
                .body(Map.of("sample", 10_000))
                .post(path)
                .jsonPath()
                .getString("tolls"))
        .contains("qwollyx");
    confidant.asks().delete("/dossiers/impact-hidden-unfit").then().statusCode(204);
    confidant.asks().delete("/dossiers/impact-hidden").then().statusCode(204);
    assertThat(editor.asks().get(moved).asString())
        .doesNotContain("qwollyx")
        .doesNotContain("impact-hidden");
  }

  private void assertTellsNoName(String door) {
    Response told = editor.asks().get(door);
    assertThat(told.statusCode()).as(door).isEqualTo(200);
    assertThat(told.asString())
        .as(door)
        .contains("impact-hidden")
        .doesNotContainIgnoringCase("qwollyx");
  }

  @Test
  void whatCannotBeAskedIsTold() {
    String path = draft(-2);
    send(path, Map.of("all", "yes", "sample", 0, "smaple", 1))
        .then()
        .statusCode(422)
        .body("problems.pointer", hasItem("/all"))
        .body("problems.pointer", hasItem("/sample"))
        .body("problems.pointer", hasItem("/smaple"));
    send(path, Map.of("all", true, "sample", 5))
        .then()
        .statusCode(422)
        .body("problems.pointer", equalTo(List.of("/sample")));
  }
}
