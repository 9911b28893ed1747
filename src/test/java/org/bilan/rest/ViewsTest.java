package org.bilan.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.bilan.people.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People keep searches, each for themselves. */
@QuarkusTest
class ViewsTest {

  private static ValidatableResponse put(Someone who, String name, String query) {
    return who.asks()
        .contentType("application/json")
        .body(Map.of("query", query))
        .put("/views/{name}", name)
        .then();
  }

  @Test
  void aViewIsKeptReplacedAndForgottenAndNobodyElseSeesIt() {
    Someone ana = Someone.with(Role.READER);
    Someone ben = Someone.with(Role.READER);
    put(ana, "À voir: Mali & co.", "country=ML&q=amasrak%C3%A1d&sort=-date")
        .statusCode(201)
        .body("name", equalTo("À voir: Mali & co."));
    put(ana, "A", "grade=fair&grade=weak").statusCode(201);
    put(ana, "A", "look=true").statusCode(200).body("query", equalTo("look=true"));
    ana.asks().get("/views").then().statusCode(200).body("$", hasSize(2));
    ana.asks()
        .get("/views")
        .then()
        .body("find { it.name == 'A' }.query", equalTo("look=true"))
        .body("find { it.name != 'A' }.query", containsString("amasrak%C3%A1d"));
    ben.asks().get("/views").then().body("$", empty());
    ben.asks().delete("/views/A").then().statusCode(404);
    ana.asks().delete("/views/A").then().statusCode(204);
    ana.asks().get("/views").then().body("name", contains("À voir: Mali & co."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contry=ML",
        "country=Mali",
        "page=2",
        "minScore=60&maxScore=50",
        "q=%",
        "q=...",
        "west=1",
        "country=ML#grade=fair",
        "country=ML<script>&q=é",
        ""
      })
  void whatTheListRefusesIsNotKept(String query) {
    Someone ana = Someone.with(Role.READER);
    put(ana, "A", query).statusCode(422).body("problems[0].pointer", equalTo("/query"));
    ana.asks().get("/views").then().body("$", empty());
  }

  @Test
  void namesAndNumbersHaveLimits() {
    Someone ana = Someone.with(Role.READER);
    put(ana, "x".repeat(81), "look=true").statusCode(404);
    put(ana, "tab\there", "look=true").statusCode(404);
    for (String unseen : List.of(" ", "\u00a0\u3164", "\u2800", "\u200b", "a\u202eb", "\u2066a")) {
      put(ana, unseen, "look=true").statusCode(404);
    }
    ana.asks()
        .urlEncodingEnabled(false)
        .contentType("application/json")
        .body(Map.of("query", "look=true"))
        .put("/views/a;b")
        .then()
        .statusCode(404);
    ana.asks().get("/views").then().body("$", empty());
    put(ana, "a;b", "look=true").statusCode(201).body("name", equalTo("a;b"));
    ana.asks().urlEncodingEnabled(false).delete("/views/a%3Bb").then().statusCode(204);
    put(ana, "é".repeat(80), "look=true").statusCode(201);
    put(ana, "long", "q=a" + "&grade=fair".repeat(200)).statusCode(422);
    for (int i = 1; i < 100; i++) {
      assertThat(put(ana, "view " + i, "look=true").extract().statusCode()).isEqualTo(201);
    }
    put(ana, "one more", "look=true")
        .statusCode(409)
        .body("type", equalTo("urn:bilan:problem:limit-reached"));
    put(ana, "view 1", "look=false").statusCode(200);
  }
}
