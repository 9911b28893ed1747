package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.bilan.archive.OwnerAccess;
import org.bilan.people.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator has the archive rescored, watches it, stops it. */
@QuarkusTest
class RescoringsTest {

  private Someone operator;
  private Someone editor;

  @BeforeEach
  void logIn() {
    operator = Someone.with(Role.OPERATOR);
    editor = Someone.with(Role.EDITOR);
    for (int i = 0; i < 3; i++) {
      given()
          .contentType("application/json")
          .body(Sample.of("rescored-" + i).in("NR").bytes())
          .put("/dossiers/rescored-" + i);
    }
  }

  private static Response begin(Someone who, Object body) {
    return who.asks().contentType("application/json").body(body).post("/rescorings");
  }

  private static Response step(Someone who, String run, String step) {
    return who.asks().contentType("application/json").post(run + "/" + step);
  }

  private String ended(Response begun) {
    begun.then().statusCode(202);
    String run = "/rescorings/" + begun.path("id");
    Eventually.isTrue(() -> !given().get(run).path("state").equals("running"));
    return run;
  }

  @Test
  void aRunGoesThroughWhatItsFilterLetsThrough() {
    Response all = begin(operator, Map.of("filter", Map.of("country", "NR", "from", "2024-01-01")));
    given()
        .get(ended(all))
        .then()
        .body("state", equalTo("done"))
        .body("dossiers", equalTo(3))
        .body("total", equalTo(3))
        .body("appended", equalTo(0)) // The ruleset in force has judged them when they came.
        .body("dryRun", equalTo(false))
        .body("filter.country", equalTo("NR"))
        .body("filter.to", equalTo(null))
        .body("ruleset", equalTo(given().get("/rulesets/" + all.path("revision")).path("id")))
        .body("by", equalTo(operator.name()));
    String none =
        ended(begin(operator, Map.of("filter", Map.of("country", "NR", "to", "1999-01-01"))));
    given().get(none).then().body("dossiers", equalTo(0)).body("state", equalTo("done"));
    String graded =
        ended(
            begin(
                operator,
                Map.of(
                    "filter",
                    Map.of("country", "NR", "grades", List.of("confirmed", "fair", "weak")))));
    int some =
        given().get("/dossiers?country=NR&grade=confirmed&grade=fair&grade=weak").path("total");
    given().get(graded).then().body("dossiers", equalTo(some));
    given().get("/rescorings?size=500").then().body("items.id", hasItem((Integer) all.path("id")));
  }

  @Test
  void whatMovedIsTold() {
    String run = ended(begin(operator, Map.of("filter", Map.of("country", "NR"), "dryRun", true)));
    given()
        .get(run + "/moved")
        .then()
        .statusCode(200)
        .body("dossiers", equalTo(3))
        .body("changed", equalTo(0))
        .body("movers", equalTo(List.of()));
    given()
        .get(run + "/moved.csv")
        .then()
        .statusCode(200)
        .contentType("text/csv")
        .body(containsString(given().get("/rules").<String>path("ruleset")));
    given()
        .header("Accept-Language", "fr")
        .get(run + "/moved.html")
        .then()
        .statusCode(200)
        .header("Content-Language", "fr")
        .body(containsString("<html lang=\"fr\""));
    given().get(run + "/failures").then().statusCode(200).body("total", equalTo(0));
  }

  @Test
  void aConflictIsNotNamedAfterItsLastDossier() {
    ObjectNode dossier = Sample.of("rescored-named").in("NR").tree();
    ((ObjectNode) dossier.path("incident")).put("conflict", "As Somebody told");
    given().contentType("application/json").body(dossier).put("/dossiers/rescored-named");
    String run = ended(begin(operator, Map.of("filter", Map.of("country", "NR"), "dryRun", true)));
    given().get(run + "/moved").then().body("conflicts.name", hasItem("As Somebody told"));
    given().delete("/dossiers/rescored-named").then().statusCode(204);
    // Another of the same incident is no reason to tell it.
    given()
        .contentType("application/json")
        .body(Sample.of("rescored-named").in("NR").bytes())
        .put("/dossiers/rescored-named");
    for (String form : List.of("/moved", "/moved.csv", "/moved.html")) {
      assertThat(given().get(run + form).then().statusCode(200).extract().asString())
          .doesNotContain("As Somebody told");
    }
    given().get(run + "/moved").then().body("conflicts.of", hasItem("withheld"));
    given().delete("/dossiers/rescored-named");
  }

  @Test
  void itIsWatchedUntilItEnds() {
    String run = ended(begin(operator, Map.of("filter", Map.of("country", "NR"))));
    String events = given().accept("text/event-stream").get(run + "/events").asString();
    assertThat(events).startsWith("data:").contains("\"state\":\"done\"");
  }

  @Test
  void itIsWatchedWhileItWorks() throws Exception {
    Iterator<String> events;
    String first;
    try (AutoCloseable locked = OwnerAccess.locked("dossier_version")) {
      Response begun = begin(operator, Map.of("filter", Map.of("country", "NR")));
      events = lines("/rescorings/" + begun.path("id") + "/events");
      first = events.next();
    }
    assertThat(first).startsWith("data:").contains("\"state\":\"running\"");
    String last = first;
    while (events.hasNext()) {
      String line = events.next();
      last = line.isEmpty() ? last : line;
    }
    assertThat(last).contains("\"state\":\"done\"");
  }

  /** As they come: RestAssured waits for the last. */
  private Iterator<String> lines(String path) throws Exception {
    String login = operator.name() + ":" + operator.password();
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Accept", "text/event-stream")
                .header(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .build(),
            HttpResponse.BodyHandlers.ofLines())
        .body()
        .iterator();
  }

  @Test
  void itIsPausedResumedAndCancelled() throws Exception {
    String run;
    try (AutoCloseable locked = OwnerAccess.locked("dossier_version")) {
      Response begun = begin(operator, Map.of("filter", Map.of("country", "NR")));
      run = "/rescorings/" + begun.path("id");
      step(operator, run, "resume")
          .then()
          .statusCode(409)
          .body("type", equalTo("urn:bilan:problem:changed-meanwhile"))
          .body("detail", containsString("It is running."));
      step(operator, run, "pause").then().statusCode(200).body("state", equalTo("paused"));
    }
    given().get(run).then().body("dossiers", equalTo(0)).body("worked", equalTo(false));
    // Whoever worked on it has noticed, or will: what it judged is not kept.
    step(operator, run, "resume").then().statusCode(200).body("state", equalTo("running"));
    Eventually.isTrue(() -> given().get(run).path("state").equals("done"));
    given().get(run).then().body("dossiers", equalTo(3));
    step(operator, run, "cancel").then().statusCode(409);

    try (AutoCloseable locked = OwnerAccess.locked("dossier_version")) {
      Response begun = begin(operator, Map.of("filter", Map.of("country", "NR")));
      run2 = "/rescorings/" + begun.path("id");
      step(operator, run2, "cancel").then().statusCode(200).body("state", equalTo("cancelled"));
    }
    step(operator, run2, "resume").then().statusCode(409);
    given().get(run2).then().body("state", equalTo("cancelled"));
  }

  private String run2;

  @Test
  void oneThatFailsSaysSoAndGoesOnWhenItIsResumed() throws Exception {
    String run;
    OwnerAccess.execute("alter table dossier_version rename to dossier_version_away");
    try {
      run = ended(begin(operator, Map.of("filter", Map.of("country", "NR"))));
      given()
          .get(run)
          .then()
          .body("state", equalTo("failed"))
          .body("reason", containsString("The log tells more"))
          .body("dossiers", equalTo(0));
    } finally {
      OwnerAccess.execute("alter table dossier_version_away rename to dossier_version");
    }
    step(operator, run, "resume").then().statusCode(200).body("reason", equalTo(null));
    Eventually.isTrue(() -> given().get(run).path("state").equals("done"));
    given().get(run).then().body("dossiers", equalTo(3));
  }

  @Test
  void whatNobodyHasApprovedJudgesInDryRunsOnly() {
    String files = "/rulesets/" + given().get("/rules").path("ruleset") + "/files";
    Map<String, String> texts = given().get(files).as(Map.class);
    Response drafted =
        editor
            .asks()
            .contentType("application/json")
            .body(
                Map.of(
                    "why",
                    "To see",
                    "files",
                    Map.of(
                        "ruleset.yaml",
                        texts.get("ruleset.yaml") + "\n# " + System.nanoTime() + "\n")))
            .post("/rulesets");
    drafted.then().statusCode(201);
    Object id = drafted.path("id");
    begin(operator, Map.of("ruleset", id))
        .then()
        .statusCode(409)
        .body("detail", containsString("dry runs only"));
    Response dry =
        begin(editor, Map.of("ruleset", id, "dryRun", true, "filter", Map.of("country", "NR")));
    given().get(ended(dry)).then().body("state", equalTo("done")).body("dossiers", equalTo(3));
  }

  @Test
  void whatCannotBeAskedIsToldAtOnce() {
    begin(
            operator,
            Map.of(
                "ruleset",
                "x",
                "dryRun",
                "no",
                "colour",
                "red",
                "filter",
                Map.of("country", "Mali", "from", "2024-13-01", "grades", List.of("fare"), "a", 1)))
        .then()
        .statusCode(422)
        .body(
            "problems.pointer",
            org.hamcrest.Matchers.containsInAnyOrder(
                "/ruleset",
                "/dryRun",
                "/colour",
                "/filter/country",
                "/filter/from",
                "/filter/grades",
                "/filter/a"));
    begin(operator, Map.of("filter", Map.of("grades", List.of()))).then().statusCode(422);
    begin(operator, Map.of("ruleset", 999_999)).then().statusCode(404);
    for (String path : List.of("/rescorings/0", "/rescorings/x", "/rescorings/9999999/moved")) {
      given().get(path).then().statusCode(404);
    }
  }
}
