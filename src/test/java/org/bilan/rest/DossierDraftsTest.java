package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.bilan.dossier.Limits;
import org.bilan.people.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is typed before it is a dossier is kept for who types it, and for nobody else. */
@QuarkusTest
class DossierDraftsTest {

  private static final String TYPED = "{\"incident\": {\"title\": \"A market\", \"id\": \"ml-1\"}}";

  @Inject DataSource database;
  private Someone reporter;

  @BeforeEach
  void logIn() {
    reporter = Someone.with(Role.REPORTER);
  }

  private static RequestSpecification json(RequestSpecification who, String body) {
    return who.contentType("application/json").body(body.getBytes(StandardCharsets.UTF_8));
  }

  private Response add(String body) {
    return json(reporter.asks(), body).post("/drafts");
  }

  private int number() {
    return reporter.asks().get("/drafts").path("size()");
  }

  @Test
  void aDraftIsKeptListedSavedAndRemoved() {
    Response added = add(TYPED);
    added
        .then()
        .statusCode(201)
        .body("title", equalTo("A market"))
        .body("incident", equalTo("ml-1"))
        .body("changedAt", containsString("T"));
    String path = added.header("Location");
    assertThat(path).isEqualTo("/drafts/" + added.path("id"));
    Response kept = reporter.asks().get(path);
    assertThat(kept.asString()).isEqualTo(TYPED);
    assertThat(kept.header("ETag")).isEqualTo(added.header("ETag"));
    reporter.asks().header("If-None-Match", kept.header("ETag")).get(path).then().statusCode(304);

    Response saved = json(reporter.asks(), "{\"sources\": 7}").put(path);
    saved
        .then()
        .statusCode(200)
        .body("title", nullValue())
        .body("incident", nullValue())
        .body("size", equalTo(14));
    add(TYPED).then().statusCode(201);
    // What was saved last comes first.
    json(reporter.asks(), "{\"claims\": []}").put(path).then().statusCode(200);
    Response listed = reporter.asks().get("/drafts");
    listed.then().body("$", hasSize(2)).body("[0].id", equalTo(added.path("id")));
    assertThat(listed.asString()).doesNotContain("claims");

    reporter.asks().delete(path).then().statusCode(204);
    reporter.asks().get(path).then().statusCode(404);
    reporter.asks().delete(path).then().statusCode(404);
    json(reporter.asks(), TYPED).put(path).then().statusCode(404);
    assertThat(number()).isEqualTo(1);
  }

  @Test
  void twoPagesDoNotOverwriteEachOther() {
    Response added = add(TYPED);
    String path = added.header("Location");
    String seen = added.header("ETag");
    Response first = json(reporter.asks().header("If-Match", seen), "{\"a\":1}").put(path);
    first.then().statusCode(200);
    Response second = json(reporter.asks().header("If-Match", seen), "{\"a\":2}").put(path);
    second
        .then()
        .statusCode(412)
        .header("ETag", first.header("ETag"))
        .body("type", equalTo("urn:bilan:problem:condition-failed"));
    reporter.asks().header("If-Match", seen).delete(path).then().statusCode(412);
    reporter.asks().get(path).then().body("a", equalTo(1));
    reporter.asks().header("If-Match", first.header("ETag")).delete(path).then().statusCode(204);
  }

  @Test
  void nobodyElseSeesOrChangesIt() {
    String path = add(TYPED).header("Location");
    Someone all = Someone.with(Role.values());
    assertThat(all.asks().get("/drafts").asString()).isEqualTo("[]");
    all.asks().get(path).then().statusCode(404);
    json(all.asks(), "{}").put(path).then().statusCode(404);
    all.asks().header("If-Match", "\"x\"").delete(path).then().statusCode(404);
    all.asks().delete(path).then().statusCode(404);
    assertThat(reporter.asks().get(path).asString()).isEqualTo(TYPED);
  }

  /** Who may not enter for a while finds theirs again. */
  @Test
  void draftsOfADisabledPersonStay() {
    String path = add(TYPED).header("Location");
    for (boolean disabled : new boolean[] {true, false}) {
      json(given(), "{\"disabled\": " + disabled + "}")
          .patch("/users/" + reporter.name())
          .then()
          .statusCode(200);
      reporter.asks().get(path).then().statusCode(disabled ? 401 : 200);
    }
  }

  @Test
  void typingLeavesNoTraceInTheLedger() {
    long before = entries();
    String path = add(TYPED).header("Location");
    json(reporter.asks(), "{}").put(path).then().statusCode(200);
    reporter.asks().delete(path).then().statusCode(204);
    assertThat(entries()).isEqualTo(before);
  }

  private static long entries() {
    return ((Number) given().get("/ledger").path("total")).longValue();
  }

  @Test
  void onePersonKeepsAHundred() {
    List<Integer> statuses =
        IntStream.range(0, 101).parallel().mapToObj(i -> add("{}").statusCode()).toList();
    assertThat(statuses).filteredOn(status -> status == 201).hasSize(100);
    add("{}")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:bilan:problem:limit-reached"))
        .body("detail", containsString("100 drafts"));
    assertThat(number()).isEqualTo(100);
    Someone other = Someone.with(Role.REPORTER);
    json(other.asks(), "{}").post("/drafts").then().statusCode(201);
  }

  @Test
  void onePersonKeepsSoManyBytes() throws Exception {
    String small = add("{}").header("Location");
    // All but a thousand bytes of what one may keep: sent one by one they take a minute.
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into dossier_draft (person, document, sha256, changed_at)"
                    + " values (?, convert_to(repeat(' ', ?), 'UTF8'), repeat('0', 64), now())")) {
      insert.setString(1, reporter.name());
      insert.setInt(2, 50 * 1024 * 1024 - 1_000);
      insert.executeUpdate();
    }
    String more = "{\"a\":\"" + "x".repeat(1_000) + "\"}";
    assertThat(add(more).then().statusCode(409).extract().asString()).contains("52428800 bytes");
    json(reporter.asks(), more).put(small).then().statusCode(409);
    assertThat(reporter.asks().get(small).asString()).isEqualTo("{}");
    for (int id : reporter.asks().get("/drafts").<List<Integer>>path("id")) {
      if (!small.equals("/drafts/" + id)) {
        reporter.asks().delete("/drafts/" + id).then().statusCode(204);
      }
    }
    json(reporter.asks(), more).put(small).then().statusCode(200);
  }

  @Test
  void whatIsNoJsonObjectIsRefused() {
    refused("{\"a\":1,\"a\":2}", 400, "json.duplicate-field");
    refused("{\"a\":", 400, "json.syntax");
    refused("[".repeat(Limits.DEPTH + 1) + "]".repeat(Limits.DEPTH + 1), 400, "json.limit");
    refused("[1]", 422, "value.type");
    refused("null", 422, "value.type");
    add("[]")
        .then()
        .body("type", equalTo("urn:bilan:problem:invalid-draft"))
        .body("title", equalTo("Not a draft of a dossier"));
    assertThat(number()).isZero();
  }

  private void refused(String body, int status, String code) {
    String path = add("{}").header("Location");
    add(body).then().statusCode(status).body("problems[0].code", equalTo(code));
    json(reporter.asks(), body).put(path).then().statusCode(status);
    reporter.asks().delete(path).then().statusCode(204);
  }

  /** What becomes a dossier may be as long as one while it is typed. */
  @Test
  void aDraftMayBeLongerThanOtherRequests() {
    String text = "{\"text\":\"" + "x".repeat(2 * Fields.MOST_BYTES) + "\"}";
    Response added = add(text);
    added.then().statusCode(201);
    String path = added.header("Location");
    json(reporter.asks(), text).put(path).then().statusCode(200);
    assertThat(reporter.asks().get(path).asString()).isEqualTo(text);
  }

  /** What PostgreSQL's text cannot hold is left out of lists, and kept in the document. */
  @Test
  void oddTextsAreKeptAsTheyAre() {
    String odd = "{\"incident\":{\"id\":7,\"title\":\"\\u0000a\\uD800b" + "é".repeat(600) + "\"}}";
    Response added = add(odd);
    added.then().statusCode(201).body("incident", nullValue());
    String title = added.path("title");
    assertThat(title).startsWith("a\uFFFDb").hasSize(499);
    assertThat(reporter.asks().get(added.header("Location")).asString()).isEqualTo(odd);
  }
}
