package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bilan.assessment.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AssessmentsTest {

  @Test
  void everyScoreCanBeRedoneByHand() {
    Response response = post(Sample.of("sum").bytes());
    response.then().statusCode(200).contentType("application/json");
    ObjectNode assessment = Sample.parse(response.asByteArray());
    assertThat(assessment.get("incident").textValue()).isEqualTo("sum");
    assertThat(assessment.get("ruleset").textValue()).matches("[0-9a-f]{64}");
    assertThat(assessment.get("claims")).isNotEmpty();
    for (JsonNode claim : assessment.get("claims")) {
      assertThat(claim.get("score").intValue()).isBetween(0, 100);
      claim
          .get("propositions")
          .fields()
          .forEachRemaining(
              proposition -> {
                int evidence =
                    assessment.get("prior").intValue() + sum(claim, proposition.getKey());
                assertThat(proposition.getValue().get("evidence").intValue()).isEqualTo(evidence);
                assertThat(proposition.getValue().get("score").intValue())
                    .isEqualTo(Score.of(evidence).score());
              });
    }
  }

  private static int sum(JsonNode claim, String proposition) {
    Map<String, Integer> topics = new HashMap<>();
    for (JsonNode finding : claim.get("findings")) {
      if (finding.get("proposition").textValue().equals(proposition)) {
        topics.merge(
            finding.get("topic").textValue(), finding.get("weight").intValue(), Integer::sum);
      }
    }
    for (JsonNode cap : claim.path("caps")) {
      if (cap.get("proposition").textValue().equals(proposition)) {
        topics.put(cap.get("topic").textValue(), cap.get("capped").intValue());
      }
    }
    return topics.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Test
  void nothingIsKept() {
    post(Sample.of("not-kept").bytes()).then().statusCode(200);
    given().get("/dossiers/not-kept").then().statusCode(404);
  }

  @Test
  void aDateAsMomentTakesNothingOfTheNextDay() {
    Sample sample = Sample.of("as-of-day");
    sample
        .tree()
        .withArray("reports")
        .forEach(r -> ((ObjectNode) r).put("publishedAt", "2024-03-19"));
    for (String day : List.of("2024-03-18", "2024-03-19")) {
      given()
          .contentType("application/json")
          .body(sample.bytes())
          .queryParam("asOf", day)
          .post("/assessments")
          .then()
          .statusCode(200)
          .body("asOf", equalTo(day + "T23:59:59.999999Z"))
          .body("claims.size()", equalTo(day.endsWith("18") ? 0 : 2));
    }
  }

  @Test
  void whatWasPublishedAfterADayIsLeftOut() {
    byte[] dossier = Sample.of("as-of").bytes();
    given()
        .contentType("application/json")
        .body(dossier)
        .queryParam("asOf", "2024-03-17")
        .post("/assessments")
        .then()
        .statusCode(200)
        .body("asOf", equalTo("2024-03-17T23:59:59.999999Z"))
        .body("claims.findings.flatten().facts.flatten()", not(hasItem("r-resident")));
    given()
        .contentType("application/json")
        .body(dossier)
        .queryParam("asOf", "2024-03-18T09:30:00Z")
        .post("/assessments")
        .then()
        .statusCode(200)
        .body("claims.findings.flatten().facts.flatten()", hasItem("r-resident"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr|fr",
        "fr-CA|fr",
        "FR-ca, en;q=0.9|fr",
        "en;q=0.5, fr;q=0.8|fr",
        "de, fr;q=0.1|fr",
        "en|en",
        "en-GB, fr|en",
        "de|en",
        "*|en",
        "fr;q=0, *|en",
        "fr;q=high|en",
        ";;,|en",
        "-|en",
        "x y, fr;q=0.001|fr",
        "fr;q=2, en;q=0.1|en",
        "en;q=0.5, fr;q=0.5|en",
        "fr ; q=1.000|fr"
      })
  void reasonsAreGivenInTheLanguageWantedMost(String wanted, String given) {
    given()
        .contentType("application/json")
        .header("Accept-Language", wanted)
        .body(Sample.of("language").bytes())
        .post("/assessments")
        .then()
        .statusCode(200)
        .header("Content-Language", given)
        .header("Vary", "Accept-Language");
  }

  @Test
  void aBodyWithoutAMediaTypeIsTakenAsJson() {
    given()
        .noContentType()
        .body(Sample.of("untyped").bytes())
        .post("/assessments")
        .then()
        .statusCode(200);
  }

  @Test
  void allProblemsOfADossierAreToldAtOnce() {
    ObjectNode dossier = Sample.of("bad").tree();
    ((ObjectNode) dossier.at("/sources/0")).put("kind", "militarry");
    ((ObjectNode) dossier.at("/claims/1/count")).put("min", 9).put("max", 3);
    dossier.put("clams", 1);
    given()
        .contentType("application/json")
        .body(dossier.toString())
        .post("/assessments")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:bilan:problem:invalid-dossier"))
        .body("status", equalTo(422))
        .body("instance", equalTo("/assessments"))
        .body("problems.pointer", hasItems("/clams", "/sources/0/kind", "/claims/1/count"))
        .body("problems.advice", hasItem("Did you mean \"military\"?"))
        .body(
            "problems.code", hasItems("field.unknown", "value.not-allowed", "count.min-over-max"));
  }

  private static Response post(byte[] dossier) {
    return given().contentType("application/json").body(dossier).post("/assessments");
  }

  /** Each problem names its field and says what to do, in the language of the form. */
  @Test
  void problemsAreToldInTheLanguageAskedFor() {
    ObjectNode dossier = Sample.of("told").tree();
    ((ObjectNode) dossier.at("/sources/0")).put("kind", "milttary");
    for (String path : new String[] {"/assessments", "/dossiers/told"}) {
      given()
          .header("Accept-Language", "fr")
          .contentType("application/json")
          .body(dossier.toString())
          .request(path.equals("/assessments") ? "POST" : "PUT", path)
          .then()
          .statusCode(422)
          .header("Content-Language", "fr")
          .header("Vary", equalTo("Accept-Language"))
          .body("title", equalTo("Pas un dossier"))
          .body("detail", equalTo("1 problème. Le contrat se trouve à /dossier.schema.json."))
          .body("problems[0].pointer", equalTo("/sources/0/kind"))
          .body("problems[0].advice", equalTo("Vouliez-vous dire « military » ?"));
    }
    given()
        .header("Accept-Language", "fr")
        .contentType("application/json")
        .body(Sample.of("told").json())
        .put("/dossiers/another")
        .then()
        .statusCode(422)
        .body("problems[0].expected", equalTo("l'identifiant du chemin"))
        .body("problems[0].advice", equalTo("Envoyez-le à /dossiers/told."));
  }
}
