package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RulesTest {

  @Test
  void rulesAreShownWithAllThatEditorsTune() {
    given()
        .get("/rules")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("Content-Language", "en")
        .header("Vary", "Accept-Language")
        .body("ruleset", matchesPattern("[0-9a-f]{64}"))
        .body("rules.id", everyItem(matchesPattern("[a-z-]+\\.[a-z0-9-]+")))
        .body("rules.title", everyItem(notNullValue()))
        .body("rules.why", everyItem(notNullValue()))
        .body("rules.sentence", everyItem(notNullValue()))
        .body("rules.reference", everyItem(notNullValue()))
        .body("rules.weight.unit", everyItem(equalTo("decibans")))
        .body("rules.weight.value", everyItem(notNullValue()))
        .body("rules.status", everyItem(matchesPattern("draft|live|retired")));
  }

  @Test
  void oneRuleIsShownInTheLanguageAskedFor() {
    String id = given().get("/rules").path("rules[0].id");
    String english = given().get("/rules/" + id).path("sentence");
    String french = given().header("Accept-Language", "fr").get("/rules/" + id).path("sentence");
    assertThat(french).isNotEqualTo(english);
    given()
        .header("Accept-Language", "fr")
        .get("/rules/" + id)
        .then()
        .header("Content-Language", "fr")
        .body("id", equalTo(id));
    given()
        .get("/rules/" + id + "x")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", containsString("Did you mean \"" + id + "\"?"));
  }
}
