package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

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

  private Response measured(String path) {
    Eventually.isTrue(() -> !editor.asks().get(path).path("state").equals("running"));
    return editor.asks().get(path);
  }

  @Test
  void allOfTheArchiveIsMeasuredWhileOthersGoOn() {
    String path = draft(-8);
    editor.asks().get(path).then().statusCode(404).body("detail", containsString("\"all\": true"));
    Response begun = send(path, Map.of("all", true));
    begun.then().statusCode(202).header("Location", org.hamcrest.Matchers.endsWith(path));
    Response all = measured(path);
    all.then().statusCode(200).body("state", equalTo("done")).body("dossiers", greaterThan(4));
    assertThat(all.<Integer>path("dossiers")).isEqualTo(all.<Integer>path("of"));

    // Of an archive that a sample holds wholly, both tell the same.
    Map<String, Object> sample = send(path, Map.of("sample", 10_000)).as(Map.class);
    Map<String, Object> impact = all.path("impact");
    assertThat((Integer) impact.get("changed")).isPositive();
    assertThat(sample).isEqualTo(impact);
    editor
        .asks()
        .delete(path)
        .then()
        .statusCode(409)
        .body("detail", equalTo("It has ended already: it is done."));
  }

  @Test
  void oneIsMeasuredAfterTheOtherAndCanBeCancelled() throws Exception {
    String one = draft(-7);
    String other = draft(-6);
    try (AutoCloseable locked = OwnerAccess.locked("dossier_version")) {
      send(one, Map.of("all", true)).then().statusCode(202).body("state", equalTo("running"));
      send(one, Map.of("all", true)).then().statusCode(202).body("state", equalTo("running"));
      send(other, Map.of("all", true))
          .then()
          .statusCode(409)
          .body("detail", containsString("DELETE " + one));
      editor.asks().delete(one).then().statusCode(200).body("state", equalTo("cancelled"));
    }
    send(other, Map.of("all", true)).then().statusCode(202);
    measured(other).then().body("state", equalTo("done"));
    editor
        .asks()
        .get(one)
        .then()
        .body("state", equalTo("cancelled"))
        .body("dossiers", equalTo(0)) // Nobody has gone on with it.
        .body("impact", equalTo(null))
        .body("ended", org.hamcrest.Matchers.notNullValue());
  }

  @Test
  void oneThatFailsSaysSoAndTheNextIsMeasured() throws Exception {
    String path = draft(-5);
    OwnerAccess.execute("alter table dossier_version rename to dossier_version_away");
    try {
      send(path, Map.of("all", true)).then().statusCode(202);
      measured(path).then().body("state", equalTo("failed"));
    } finally {
      OwnerAccess.execute("alter table dossier_version_away rename to dossier_version");
    }
    send(path, Map.of("all", true)).then().statusCode(202);
    measured(path).then().body("state", equalTo("done"));
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
      send(path, Map.of("all", true)).then().statusCode(202);
      measured(path).then().body("state", equalTo("done")).body("impact.failed", equalTo(1));
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
    confidant
        .asks()
        .contentType("application/json")
        .body(text)
        .put("/dossiers/impact-hidden")
        .then()
        .statusCode(201);
    String path = draft(-10);
    send(path, Map.of("all", true)).then().statusCode(202);
    measured(path).then().body("state", equalTo("done"));
    String seen = confidant.asks().get(path).asString();
    String told = editor.asks().get(path).asString();
    assertThat(seen).contains("qwollyx");
    assertThat(json.readTree(seen).at("/impact/tolls").toString()).contains("qwollyx");
    assertThat(told).doesNotContain("qwollyx").contains("impact-hidden");
    assertThat(send(path, Map.of("sample", 10_000)).asString()).doesNotContain("qwollyx");
    confidant.asks().delete("/dossiers/impact-hidden").then().statusCode(204);
    assertThat(editor.asks().get(path).asString())
        .doesNotContain("qwollyx")
        .doesNotContain("impact-hidden");
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
