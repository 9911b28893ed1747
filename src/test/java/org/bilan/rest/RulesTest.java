package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.Map;
import org.bilan.assessment.Language;
import org.bilan.ruleset.CardNumber;
import org.bilan.ruleset.CardNumbers;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.RulesetFiles;
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
        .body("rules.status", everyItem(matchesPattern("draft|live|retired")))
        .body("rules.asks", everyItem(not(empty())))
        .body("rules.flatten().asks.flatten()", everyItem(not(emptyString())))
        .body("rules.propositions", everyItem(not(empty())))
        .body("rules.topicName", hasItem("imagery"))
        .body("rules.cases", everyItem(nullValue()));
  }

  /** By the very names by which they are changed. */
  @Test
  void numbersBesideTheRulesAreShown() throws InvalidRuleset {
    CardNumbers numbers = CardNumbers.of(RulesetFiles.read(Path.of("rules")));
    Map<String, Map<String, Object>> shown =
        given().header("Accept-Language", "fr").get("/rules").path("settings");
    assertThat(shown).containsKeys("prior", "caps.access", "grades.2.evidence-at-least");
    shown.forEach(
        (name, shownAs) -> {
          CardNumber number =
              numbers.find(new CardNumber.Address(CardNumbers.SETTINGS, name)).orElseThrow();
          assertThat(shownAs)
              .containsEntry("value", number.value())
              .containsEntry("least", number.least())
              .containsEntry("most", number.most())
              .containsEntry("meaning", number.meaning().get(Language.FR));
        });
    assertThat(shown.get("prior")).containsEntry("unit", "décibans");
    assertThat(numbers.all())
        .filteredOn(n -> n.rule().equals(CardNumbers.SETTINGS))
        .hasSize(shown.size());
  }

  @Test
  void oneRuleHasItsQuestionInWordsAndItsCases() {
    String path = "/rules/independence.second-origin";
    given()
        .get(path)
        .then()
        .body("asks", contains("independent origins that support it: at least 2 (origins)"))
        .body("numbers.origins.unit", equalTo("independent origins"))
        .body("propositions", hasItem("harm"))
        .body("missing", contains("reports.stances"))
        .body("cases.name", hasItem("an outlet relays the resident"))
        .body("cases.expect", contains("fired", "quiet", "quiet", "quiet", "cannot-judge"))
        .body("cases[0].proposition", equalTo("harm"))
        .body("cases[0].because.origins", equalTo("2"))
        .body("cases[0].numbers.origins", equalTo(2))
        .body("cases[4].missing", contains("reports.stances"));
    given()
        .header("Accept-Language", "fr")
        .get(path)
        .then()
        .body("asks[0]", containsString("origines indépendantes à l'appui : au moins 2"))
        .body("topicName", equalTo("indépendance"))
        .body("numbers.origins.unit", equalTo("origines indépendantes"));
    given()
        .get("/rules/status.undisputed")
        .then()
        .body("asks", hasSize(2))
        .body("asks[0]", endsWith(" (own)"))
        .body("asks[1]", not(containsString("own")));
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
