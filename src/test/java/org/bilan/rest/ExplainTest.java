package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bilan.explain.Explainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why, why not, what if: as clients ask for it. */
@QuarkusTest
class ExplainTest {

  @ParameterizedTest
  @ValueSource(strings = {"amasine", "amasrakad", "danderesso", "gao-rockets"})
  void aHypotheticalStandsAsTheReallyChangedDossierIsJudged(String seed) throws Exception {
    ObjectNode dossier = Sample.parse(Files.readAllBytes(Path.of("seeds").resolve(seed + ".json")));
    int judged = 0;
    for (JsonNode claim : explained(dossier).get("claims")) {
      JsonNode all = claim.at("/explanation/whatIf");
      assertThat(all.size()).isBetween(1, Explainer.MOST);
      for (JsonNode whatIf : all) {
        JsonNode really = claim(judged(changed(dossier, whatIf.get("adds"))), claim.get("claim"));
        assertThat(standing(really)).as(whatIf.toString()).isEqualTo(whatIf.get("after"));
        assertThat(standing(claim)).isEqualTo(whatIf.get("before"));
        boolean another = !really.get("grade").equals(claim.get("grade"));
        assertThat(whatIf.get("changes").booleanValue()).isEqualTo(another);
        judged++;
      }
    }
    assertThat(judged).isGreaterThanOrEqualTo(8);
  }

  /** Adds a part of a dossier as the description of the API says. */
  private static ObjectNode changed(ObjectNode dossier, JsonNode adds) {
    ObjectNode changed = dossier.deepCopy();
    adds.at("/incident/actions")
        .forEach(action -> changed.withObject("/incident").withArray("actions").add(action));
    for (String list : List.of("sources", "claims", "reports", "media")) {
      for (JsonNode added : adds.path(list)) {
        ArrayNode known = changed.withArray(list);
        ObjectNode same = null;
        for (JsonNode entry : known) {
          same = entry.get("id").equals(added.get("id")) ? (ObjectNode) entry : same;
        }
        if (same == null) {
          known.add(added);
        } else {
          same.setAll((ObjectNode) added);
        }
      }
    }
    assertThat(changed).isNotEqualTo(dossier);
    return changed;
  }

  private static JsonNode claim(ObjectNode assessment, JsonNode id) {
    for (JsonNode claim : assessment.get("claims")) {
      if (claim.get("claim").equals(id)) {
        return claim;
      }
    }
    throw new AssertionError("no claim " + id);
  }

  private static JsonNode standing(JsonNode claim) {
    return ((ObjectNode) claim).deepCopy().retain("grade", "score", "evidence");
  }

  @Test
  void withoutTheExplanationItIsTheSameAssessment() {
    ObjectNode dossier = Sample.of("explained").tree();
    ObjectNode explained = explained(dossier);
    explained.get("claims").forEach(claim -> ((ObjectNode) claim).remove("explanation"));
    assertThat(explained.toString())
        .isEqualTo(send(dossier, given()).asString())
        .doesNotContain("explanation");
  }

  @Test
  void anAssessmentOfAKeptDossierIsExplainedAsOneThatIsNotKept() {
    ObjectNode dossier = Sample.of("explained-and-kept").tree();
    given()
        .contentType("application/json")
        .body(dossier.toString())
        .put("/dossiers/explained-and-kept");
    String history = given().get("/dossiers/explained-and-kept/assessments").asString();
    for (String language : List.of("en", "fr")) {
      byte[] kept =
          given()
              .header("Accept-Language", language)
              .get("/dossiers/explained-and-kept/assessment?explain=full")
              .then()
              .statusCode(200)
              .header("Content-Language", language)
              .extract()
              .asByteArray();
      byte[] sent =
          send(dossier, given().header("Accept-Language", language).queryParam("explain", "full"))
              .asByteArray();
      assertThat(new String(kept, StandardCharsets.UTF_8))
          .isEqualTo(new String(sent, StandardCharsets.UTF_8))
          .contains(language.equals("fr") ? "un habitant de plus" : "one more resident");
    }
    // Nothing supposed is kept.
    assertThat(given().get("/dossiers/explained-and-kept/assessments").asString())
        .isEqualTo(history)
        .doesNotContain("explanation", "supposed");
    assertThat(given().get("/dossiers/explained-and-kept").asString()).doesNotContain("supposed");
  }

  /** Articles held in full are long: how long they may be depends on how many claims there are. */
  @ParameterizedTest
  @CsvSource({"amasine, true", "amasrakad, false"})
  void hypotheticalsAreJudgedBesideLongArticles(String seed, boolean judged) throws Exception {
    ObjectNode dossier = Sample.parse(Files.readAllBytes(Path.of("seeds").resolve(seed + ".json")));
    String text = "Our reporter saw a grave. ".repeat(3_800);
    for (int i = 0; i < 5; i++) {
      JsonNode report = dossier.get("reports").path(i);
      if (report instanceof ObjectNode object) {
        object.put("text", text + i);
      }
    }
    for (JsonNode claim : explained(dossier).get("claims")) {
      assertThat(claim.at("/explanation/whatIf").isEmpty()).isNotEqualTo(judged);
    }
  }

  /** What has been said or declared already is nothing to suppose. */
  @Test
  void whatStandsInTheDossierIsNotSupposed() throws Exception {
    ObjectNode dossier = Sample.parse(Files.readAllBytes(Path.of("seeds/amasrakad.json")));
    for (JsonNode claim : explained(dossier).get("claims")) {
      boolean said = claim.get("claim").textValue().equals("terrorists-several");
      assertThat(claim.at("/explanation/whatIf").findValuesAsText("if"))
          .noneMatch(text -> text.contains("were declared by this party itself"))
          .anyMatch(text -> text.contains("a named security official"));
      assertThat(
              claim.at("/explanation/whatIf").findValuesAsText("if").stream()
                  .anyMatch(text -> text.contains("said so itself")))
          .isNotEqualTo(said);
    }
  }

  @Test
  void whatIsSupposedIsNotMeasured() {
    ObjectNode dossier = Sample.of("measured").tree();
    double before = measured();
    explained(dossier);
    assertThat(measured() - before).isEqualTo(dossier.get("claims").size());
  }

  /** Claims assessed so far, of all grades. */
  private static double measured() {
    return Arrays.stream(given().get("/q/metrics").asString().split("\n"))
        .filter(line -> line.startsWith("bilan_assessments_total{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  @Test
  void aRulesAnswerIsToldConditionByCondition() {
    ObjectNode explained = explained(Sample.of("why-not").tree());
    JsonNode rules = explained.at("/claims/0/explanation/rules");
    Set<String> ids = new HashSet<>();
    JsonNode third = null;
    for (JsonNode rule : rules) {
      ids.add(rule.get("rule").textValue());
      third = rule.get("rule").textValue().equals("independence.third-origin") ? rule : third;
    }
    List<String> all = given().get("/rules").jsonPath().getList("rules.id");
    assertThat(ids).containsExactlyInAnyOrderElementsOf(all);
    assertThat(third.get("title"))
        .isEqualTo(
            Sample.parse(given().get("/rules/independence.third-origin").asByteArray())
                .get("title"));
    assertThat(third.get("outcome").textValue()).isEqualTo("quiet");
    JsonNode condition = third.at("/asked/0/conditions/0");
    int seen = condition.at("/comparisons/0/seen").intValue();
    assertThat(condition.get("text").textValue())
        .isEqualTo(
            "independent origins that support it: at least 3 asked for (origins), "
                + seen
                + " seen: no");
    assertThat(condition.at("/comparisons/0").toString())
        .isEqualTo(
            "{\"field\":\"independentOrigins\",\"operator\":\">=\",\"number\":\"origins\",\"wanted\":3,\"seen\":"
                + seen
                + ",\"held\":false}");
  }

  @Test
  void whatIsKnownByAMomentIsExplainedByThat() {
    ObjectNode dossier = Sample.of("explained-as-of").tree();
    ObjectNode then =
        Sample.parse(
            send(dossier, given().queryParam("explain", "full").queryParam("asOf", "2024-03-17"))
                .asByteArray());
    assertThat(then.get("claims")).isNotEmpty();
    for (JsonNode claim : then.get("claims")) {
      for (JsonNode whatIf : claim.at("/explanation/whatIf")) {
        assertThat(whatIf.get("before")).isEqualTo(standing(claim));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "FULL", "", "full,full"})
  void anotherDetailIsRefused(String detail) {
    Response sent = send(Sample.of("detail").tree(), given().queryParam("explain", detail));
    Response kept = given().queryParam("explain", detail).get("/dossiers/none/assessment");
    for (Response response : List.of(sent, kept)) {
      response
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("problems.code", equalTo(List.of("parameter.not-allowed")))
          .body("problems.parameter", equalTo(List.of("explain")))
          .body("problems.expected", equalTo(List.of("one of full")));
    }
  }

  @Test
  void allThatIsWrongWithTheParametersIsToldAtOnce() {
    send(
            Sample.of("detail").tree(),
            given().queryParam("explain", "ful").queryParam("asOf", "never").queryParam("x", "y"))
        .then()
        .statusCode(400)
        .body("problems.parameter", equalTo(List.of("asOf", "explain", "x")))
        .body("problems.advice", hasItem("Did you mean \"full\"?"));
  }

  @Test
  void aDossierThatIsNotKeptCannotBeExplained() {
    given().get("/dossiers/not-there/assessment?explain=full").then().statusCode(404);
  }

  @Test
  void theExplanationIsDescribed() {
    JsonNode schemas =
        Sample.parse(given().accept("application/json").get("/q/openapi").asByteArray())
            .at("/components/schemas");
    assertThat(schemas.at("/ClaimAssessment/properties/explanation").toString())
        .contains("#/components/schemas/Explanation");
    assertThat(schemas.at("/Explanation/properties").has("claim")).isFalse();
    assertThat(schemas.at("/WhatIf/properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("supposed", "if", "changes", "before", "after", "adds");
    assertThat(schemas.at("/Outcome/enum").toString()).contains("cannot-judge");
  }

  private static ObjectNode explained(ObjectNode dossier) {
    Response response = send(dossier, given().queryParam("explain", "full"));
    response.then().statusCode(200);
    return Sample.parse(response.asByteArray());
  }

  private static ObjectNode judged(ObjectNode dossier) {
    Response response = send(dossier, given());
    response.then().statusCode(200);
    return Sample.parse(response.asByteArray());
  }

  private static Response send(ObjectNode dossier, RequestSpecification request) {
    return request.contentType("application/json").body(dossier.toString()).post("/assessments");
  }
}
