package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ListsTest {

  @BeforeEach
  void keepFive() {
    for (int i = 1; i <= 5; i++) {
      String id = "list-" + i;
      given()
          .contentType("application/json")
          .body(
              Sample.of(id)
                  .in("QZ")
                  .on("2023-05-0" + i, "2023-05-0" + (i == 5 ? 9 : i))
                  .title("No. " + i)
                  .bytes())
          .put("/dossiers/" + id)
          .then()
          .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
    }
  }

  @Test
  void pagesFollowOneAnotherToTheEnd() {
    List<String> seen = new ArrayList<>();
    String next = "/dossiers?country=QZ&size=2";
    int pages = 0;
    while (next != null) {
      var page = given().urlEncodingEnabled(false).get(next).then().statusCode(200).extract();
      assertThat(page.<Integer>path("total")).isEqualTo(5);
      seen.addAll(page.path("items.incident"));
      next = page.path("next");
      pages++;
    }
    assertThat(pages).isEqualTo(3);
    assertThat(seen).containsExactly("list-1", "list-2", "list-3", "list-4", "list-5");
    given()
        .get("/dossiers?country=QZ&size=2&page=9")
        .then()
        .body("items", empty())
        .body("total", equalTo(5))
        .body("next", is(nullValue()))
        .body("previous", equalTo("/dossiers?country=QZ&page=8&size=2"));
    given().get("/dossiers").then().body("size", equalTo(50)).body("page", equalTo(0));
  }

  @Test
  void anEntrySaysWhatTheIncidentIsAndHowItsClaimsStand() {
    given()
        .get("/dossiers?country=QZ&size=1")
        .then()
        .body("items[0].title", equalTo("No. 1"))
        .body("items[0].country", equalTo("QZ"))
        .body("items[0].from", equalTo("2023-05-01T00:00:00Z"))
        .body("items[0].to", equalTo("2023-05-01T23:59:59.999999Z"))
        .body("items[0].ruleset.length()", equalTo(64))
        .body("items[0].claims.claim", containsInAnyOrder("civilians-14", "fighters"))
        .body("items[0].claims.harm", everyItem(equalTo("killed")));
  }

  @ParameterizedTest
  @CsvSource({
    "2023-05-02, 2023-05-03, 2 3",
    "2023-05-02, 2023-05-02, 2",
    "2023-05-04, , 4 5",
    ", 2023-05-01, 1",
    "2023-05-08, 2023-05-20, 5",
    "2023-05-02T23:00:00Z, 2023-05-02T23:30:00Z, 2",
    "2023-05-03T00:00:00Z, 2023-05-03T00:00:00Z, 3",
    "2023-05-10, 2023-05-20, ''"
  })
  void datesFindTheIncidentsThatTouchThem(String from, String to, String found) {
    var request = given().queryParam("country", "QZ");
    if (from != null) {
      request.queryParam("from", from);
    }
    if (to != null) {
      request.queryParam("to", to);
    }
    List<String> ids = request.get("/dossiers").path("items.incident");
    assertThat(ids.stream().map(id -> id.substring(5)))
        .containsExactly(found.isEmpty() ? new String[0] : found.split(" "));
  }

  @Test
  void claimsAreFoundByScoreAndGrade() {
    List<Integer> scores = given().get("/dossiers?country=QZ&size=1").path("items[0].claims.score");
    List<String> grades = given().get("/dossiers?country=QZ&size=1").path("items[0].claims.grade");
    int score = scores.get(0);
    given()
        .queryParam("minScore", score)
        .queryParam("maxScore", score)
        .queryParam("size", 500)
        .get("/claims")
        .then()
        .statusCode(200)
        .body("items.score", everyItem(equalTo(score)))
        .body("items.incident", hasItems("list-1", "list-5"));
    given()
        .queryParam("grade", grades.get(0))
        .queryParam("size", 500)
        .get("/claims")
        .then()
        .body(
            "items.collect { it.override == null ? it.grade : it.override.grade }",
            everyItem(equalTo(grades.get(0))))
        .body("items.incident", hasItem("list-1"));
    given()
        .queryParam("grade", grades.get(0), grades.get(1))
        .queryParam("country", "QZ")
        .queryParam("minScore", score)
        .get("/dossiers")
        .then()
        .body("items", hasSize(5));
  }

  @Test
  void boundsOfScoresCountThemselves() {
    given()
        .queryParam("minScore", 0)
        .queryParam("maxScore", 100)
        .queryParam("size", 500)
        .get("/claims")
        .then()
        .body("items.score", everyItem(greaterThanOrEqualTo(0)))
        .body("items.score", everyItem(lessThanOrEqualTo(100)))
        .body("items.incident", hasItem("list-1"));
  }

  @Test
  void aDossierIsListedByItsCurrentClaimsOnly() {
    int low =
        given()
            .get("/dossiers?country=QZ&size=1")
            .<List<Integer>>path("items[0].claims.score")
            .stream()
            .min(Integer::compare)
            .orElseThrow();
    var changed = Sample.of("list-1").in("QZ");
    changed.tree().withArray("claims").removeAll();
    changed
        .tree()
        .withArray("reports")
        .forEach(
            report -> ((com.fasterxml.jackson.databind.node.ObjectNode) report).remove("stances"));
    given()
        .contentType("application/json")
        .body(changed.bytes())
        .put("/dossiers/list-1")
        .then()
        .statusCode(200);
    given()
        .queryParam("country", "QZ")
        .queryParam("minScore", low)
        .get("/dossiers")
        .then()
        .body("items.incident", not(hasItem("list-1")))
        .body("total", equalTo(4));
  }

  @Test
  void allThatIsWrongWithParametersIsToldAtOnce() {
    given()
        .urlEncodingEnabled(false)
        .get(
            "/dossiers?country=Mali&from=2023-13-01&grade=fairr&minScore=abc&maxScore=101"
                + "&page=-1&size=501&contry=ML")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:bilan:problem:bad-parameters"))
        .body(
            "problems.parameter",
            containsInAnyOrder(
                "country", "from", "grade", "minScore", "maxScore", "page", "size", "contry"))
        .body("problems.advice", hasItem("Did you mean \"fair\"?"))
        .body("problems.advice", hasItem("Did you mean \"country\"?"));
    given()
        .get("/dossiers?from=2023-05-02&to=2023-05-01")
        .then()
        .statusCode(400)
        .body("problems.code", hasItem("parameter.order"));
    given()
        .get("/claims?minScore=60&maxScore=50&page=1&page=2")
        .then()
        .statusCode(400)
        .body("problems.code", containsInAnyOrder("parameter.order", "parameter.repeated"));
    given().get("/claims?country=ML").then().statusCode(400);
    given().get("/claims?page=99999999999").then().statusCode(400);
  }
}
