package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DossiersTest {

  /** The database outlives a test run. */
  @BeforeEach
  void forgetAll() {
    List<String> ids = given().get("/dossiers?size=500").path("items.incident");
    ids.forEach(id -> given().delete("/dossiers/" + id).then().statusCode(204));
  }

  @Test
  void aDossierIsCreatedThenReplacedThenForgotten() {
    Response created = put("life", Sample.of("life").bytes());
    created
        .then()
        .statusCode(201)
        .header("Location", "/dossiers/life")
        .header("ETag", matchesPattern("\"[0-9]+\\.1-[0-9a-f]{16}\""))
        .contentType("application/json")
        .body("incident", equalTo("life"));

    byte[] second = Sample.of("life").title("Second").bytes();
    Response replaced = put("life", second);
    replaced.then().statusCode(200).header("ETag", not(created.header("ETag")));

    given()
        .get("/dossiers/life")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("ETag", replaced.header("ETag"));
    assertThat(given().get("/dossiers/life").asByteArray()).isEqualTo(second);

    given().delete("/dossiers/life").then().statusCode(204);
    given().get("/dossiers/life").then().statusCode(404);
    given().get("/dossiers/life/assessment").then().statusCode(404);
    given().get("/dossiers/life/assessments").then().statusCode(404);
    given().delete("/dossiers/life").then().statusCode(404);
  }

  @Test
  void theBytesAreKeptExactlyAsSent() {
    byte[] spaced =
        (" " + Sample.of("bytes").json().replace(",", " ,\r\n\t"))
            .getBytes(StandardCharsets.UTF_16);
    put("bytes", spaced).then().statusCode(201);
    assertThat(given().get("/dossiers/bytes").asByteArray()).isEqualTo(spaced);
  }

  @Test
  void theAnswerIsTheAssessmentAlsoInFrench() {
    byte[] dossier = Sample.of("in-french").bytes();
    byte[] judged =
        given()
            .contentType("application/json")
            .header("Accept-Language", "fr")
            .body(dossier)
            .post("/assessments")
            .asByteArray();
    Response kept =
        given()
            .contentType("application/json")
            .header("Accept-Language", "fr-CA")
            .body(dossier)
            .put("/dossiers/in-french");
    kept.then().statusCode(201).header("Content-Language", "fr").header("Vary", "Accept-Language");
    assertThat(kept.asByteArray()).isEqualTo(judged);
    Response later = given().header("Accept-Language", "fr").get("/dossiers/in-french/assessment");
    later.then().statusCode(200).header("Content-Language", "fr");
    assertThat(later.asByteArray()).isEqualTo(judged);
    given().get("/dossiers/in-french/assessment").then().header("Content-Language", "en");
  }

  @Test
  void aDossierIsPutUnderItsOwnIdOnly() {
    put("one-id", Sample.of("other-id").bytes())
        .then()
        .statusCode(422)
        .body("problems.pointer", equalTo(List.of("/incident/id")))
        .body("problems.code", hasItem("incident.other"));
    given().get("/dossiers/one-id").then().statusCode(404);
  }

  @Test
  void ifMatchReplacesOnlyTheStateSeen() {
    String first = put("match", Sample.of("match").bytes()).header("ETag");
    byte[] second = Sample.of("match").title("Second").bytes();
    String current = seen(first).body(second).put("/dossiers/match").header("ETag");
    seen(first)
        .body(Sample.of("match").title("Third").bytes())
        .put("/dossiers/match")
        .then()
        .statusCode(412)
        .contentType("application/problem+json")
        .header("ETag", current);
    assertThat(given().get("/dossiers/match").asByteArray()).isEqualTo(second);
    seen("\"x\", " + current).body(second).put("/dossiers/match").then().statusCode(200);
    seen("*").body(second).put("/dossiers/match").then().statusCode(200);
    seen("W/" + current).body(second).put("/dossiers/match").then().statusCode(412);
    seen("unquoted").body(second).put("/dossiers/match").then().statusCode(400);
  }

  @Test
  void ifMatchOnWhatIsNotThereFails() {
    seen("*").body(Sample.of("absent").bytes()).put("/dossiers/absent").then().statusCode(412);
    given().get("/dossiers/absent").then().statusCode(404);
    seen("*").delete("/dossiers/absent").then().statusCode(404);
  }

  @Test
  void ifNoneMatchCreatesOnly() {
    byte[] dossier = Sample.of("new-only").bytes();
    String tag =
        given()
            .contentType("application/json")
            .header("If-None-Match", "*")
            .body(dossier)
            .put("/dossiers/new-only")
            .then()
            .statusCode(201)
            .extract()
            .header("ETag");
    given()
        .contentType("application/json")
        .header("If-None-Match", "*")
        .body(dossier)
        .put("/dossiers/new-only")
        .then()
        .statusCode(412)
        .header("ETag", tag);
  }

  @Test
  void ifNoneMatchSparesTheBody() {
    String tag = put("cached", Sample.of("cached").bytes()).header("ETag");
    for (String known : new String[] {tag, "W/" + tag, "\"x\" , " + tag, "*"}) {
      Response response = given().header("If-None-Match", known).get("/dossiers/cached");
      response.then().statusCode(304).header("ETag", tag);
      assertThat(response.asByteArray()).isEmpty();
    }
    given().header("If-None-Match", "\"x\"").get("/dossiers/cached").then().statusCode(200);
    given().head("/dossiers/cached").then().statusCode(200).header("ETag", tag);
  }

  @Test
  void aTagNeverComesBack() {
    byte[] dossier = Sample.of("again").bytes();
    String first = put("again", dossier).header("ETag");
    seen(first).delete("/dossiers/again").then().statusCode(204);
    String second = put("again", dossier).header("ETag");
    assertThat(second).isNotEqualTo(first);
    seen(first).delete("/dossiers/again").then().statusCode(412).header("ETag", second);
    seen(first).body(dossier).put("/dossiers/again").then().statusCode(412);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "0", "a.b_c:d-e", "a..b", "z.json", "urn:x:1"})
  void everyIdOfTheContractHasAPath(String id) {
    given().delete("/dossiers/" + id);
    put(id, Sample.of(id).bytes()).then().statusCode(201).header("Location", "/dossiers/" + id);
    given().get("/dossiers/" + id).then().statusCode(200);
    given().get("/dossiers/" + id + "/assessment").then().body("incident", equalTo(id));
    String longest = id + "x".repeat(128 - id.length());
    put(longest, Sample.of(longest).bytes()).then().statusCode(201);
    given().delete("/dossiers/" + longest).then().statusCode(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%00", "a%00b", "%20", "a%2Fb", "%C3%A9", "-a", "%ED%A0%80", "'%3B--"})
  void whatIsNoIdNamesNothing(String path) {
    for (String rest : new String[] {"", "/assessment", "/assessments"}) {
      given()
          .urlEncodingEnabled(false)
          .get("/dossiers/" + path + rest)
          .then()
          .statusCode(404)
          .contentType("application/problem+json");
    }
    given().urlEncodingEnabled(false).delete("/dossiers/" + path).then().statusCode(404);
  }

  @Test
  void charactersThatPostgresCannotHoldDoNoHarm() {
    String json =
        Sample.of("zero").title("TITLE").json().replace("TITLE", "a\\u0000bc \\ud83d\\ude00");
    put("zero", json.getBytes(StandardCharsets.UTF_8)).then().statusCode(201);
    assertThat(given().get("/dossiers/zero").asString()).isEqualTo(json);
    given()
        .queryParam("size", 500)
        .get("/dossiers")
        .then()
        .statusCode(200)
        .body("items.find { it.incident == 'zero' }.title", equalTo("abc \ud83d\ude00"));
    given().get("/dossiers/zero/assessment").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-01-01", "0001-01-01", "9999-12-31", "9999-12-31T23:59:59-18:00"})
  void theFarthestDatesAreKept(String date) {
    given().delete("/dossiers/far");
    put("far", Sample.of("far").on(date, date).bytes()).then().statusCode(201);
    given()
        .queryParam("from", date)
        .queryParam("to", date.length() > 10 ? "9999-12-31T23:59:59-18:00" : date)
        .get("/dossiers")
        .then()
        .statusCode(200)
        .body("items.incident", hasItem("far"));
    given().delete("/dossiers/far").then().statusCode(204);
  }

  @Test
  void everyAssessmentStaysInTheHistory() {
    put("history", Sample.of("history").bytes());
    put("history", Sample.of("history").title("Second").bytes());
    given().get("/dossiers/history/assessment").then().statusCode(200);
    given()
        .get("/dossiers/history/assessments")
        .then()
        .statusCode(200)
        .body("total", equalTo(2))
        .body("items.version", equalTo(List.of(2, 1)))
        .body("items[0].assessment.incident", equalTo("history"));
    given()
        .queryParam("size", 1)
        .get("/dossiers/history/assessments")
        .then()
        .body("items", hasSize(1))
        .body("next", equalTo("/dossiers/history/assessments?page=1&size=1"));
  }

  private static RequestSpecification seen(String ifMatch) {
    return given().contentType("application/json").header("If-Match", ifMatch);
  }

  private static Response put(String id, byte[] dossier) {
    return given().contentType("application/json").body(dossier).put("/dossiers/" + id);
  }
}
