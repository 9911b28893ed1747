package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.bilan.dossier.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TimelineTest {

  @ParameterizedTest
  @ValueSource(strings = {"amasrakad", "danderesso", "gao-rockets", "amasine"})
  void eachPointIsWhatAsOfTellsThen(String seed) throws IOException, InvalidDossier {
    byte[] document = Files.readAllBytes(Path.of("seeds", seed + ".json"));
    Dossier dossier = DossierReader.read(document);
    String id = dossier.incident().id();
    put(id, document);
    ObjectNode timeline = timeline(id);
    assertThat(timeline.get("step").textValue()).isEqualTo("moment");
    String before = null;
    Set<String> came = new HashSet<>();
    for (JsonNode point : timeline.get("points")) {
      String asOf = point.get("asOf").textValue();
      ObjectNode then =
          Sample.parse(
              given()
                  .queryParam("asOf", asOf)
                  .get("/dossiers/" + id + "/assessment")
                  .asByteArray());
      assertThat(then.get("asOf").textValue()).isEqualTo(asOf);
      assertThat(point.get("claims")).isEqualTo(inShort(then));
      assertThat(point.get("toll")).isEqualTo(then.get("toll"));
      assertThat(timeline.get("ruleset")).isEqualTo(then.get("ruleset"));
      if (before == null) {
        assertThat(point.has("changes")).isFalse();
      } else {
        ObjectNode comparison =
            Sample.parse(
                given()
                    .queryParam("fromAsOf", before)
                    .queryParam("toAsOf", asOf)
                    .get("/dossiers/" + id + "/comparison")
                    .asByteArray());
        assertThat(elements(point.path("changes"))).isEqualTo(changed(comparison));
      }
      before = asOf;
      point.at("/came/reports").forEach(report -> came.add(report.textValue()));
      point.at("/came/media").forEach(media -> came.add("media " + media.textValue()));
    }
    Set<String> bearing = new HashSet<>(dossier.bearing());
    dossier.media().stream().filter(Media::bears).forEach(m -> bearing.add("media " + m.id()));
    assertThat(came).isEqualTo(bearing);
    // At its end the timeline tells what is known now.
    ObjectNode now = Sample.parse(given().get("/dossiers/" + id + "/assessment").asByteArray());
    JsonNode last = timeline.get("points").get(timeline.get("points").size() - 1);
    assertThat(last.get("claims")).isEqualTo(inShort(now));
  }

  @Test
  void reportsComeInOneByOne() {
    put("timeline-steps", Sample.of("timeline-steps").bytes());
    given()
        .get("/dossiers/timeline-steps/timeline")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("Content-Language", "en")
        .header("Vary", "Accept-Language")
        .body("incident", equalTo("timeline-steps"))
        .body("version", equalTo(1))
        .body("language", equalTo("en"))
        .body(
            "points.asOf", equalTo(List.of("2024-03-17T23:59:59.999999Z", "2024-03-18T09:30:00Z")))
        .body("points.came.reports", equalTo(List.of(List.of("r-staff"), List.of("r-resident"))))
        .body("points[1].changes.claim", hasItems("civilians-14"))
        .body("points[1].changes[0].findings.came", not(hasSize(0)))
        .body("$", not(hasKey("notes")))
        .body("$", not(hasKey("thinned")));
  }

  @Test
  void whatHasNoDateIsInFromTheFirstPointOnAndToldSo() {
    ObjectNode dossier = Sample.of("timeline-undated").tree();
    ((ObjectNode) dossier.at("/reports/1")).remove("publishedAt");
    put("timeline-undated", dossier.toString().getBytes(StandardCharsets.UTF_8));
    given()
        .get("/dossiers/timeline-undated/timeline")
        .then()
        .body("undated.reports", equalTo(List.of("r-resident")))
        .body("points", hasSize(1))
        .body("points[0].came.reports", hasItems("r-resident", "r-staff"))
        .body("notes[0]", containsString("unknown is not later: one report, no picture"));
    given()
        .header("Accept-Language", "fr")
        .get("/dossiers/timeline-undated/timeline")
        .then()
        .header("Content-Language", "fr")
        .body("notes[0]", containsString("l'inconnu n'est pas postérieur : un rapport"));
  }

  @Test
  void withoutAnyDateThereIsOnePoint() {
    ObjectNode dossier = Sample.of("timeline-no-dates").tree();
    dossier.get("reports").forEach(report -> ((ObjectNode) report).remove("publishedAt"));
    put("timeline-no-dates", dossier.toString().getBytes(StandardCharsets.UTF_8));
    String asOf = given().get("/dossiers/timeline-no-dates/assessment").path("asOf");
    given()
        .get("/dossiers/timeline-no-dates/timeline")
        .then()
        .body("points.asOf", equalTo(List.of(asOf)))
        .body("points[0].came.reports", hasItems("r-resident", "r-staff"));
  }

  @Test
  void aLargeDossierIsJudgedAtFewerMomentsAndSaysSo() {
    ObjectNode dossier = Sample.of("timeline-large").tree();
    // Long texts, each of words of its own.
    for (int i = 0; i < 40; i++) {
      ObjectNode report = dossier.withArray("reports").addObject();
      report.put("id", "r-" + i).put("source", "resident");
      report.put("publishedAt", "2024-03-19T%02d:%02d:00Z".formatted(i / 60, i % 60));
      report.putArray("stances").addObject().put("claim", "civilians-14").put("stance", "asserts");
      StringBuilder text = new StringBuilder();
      for (int word = 0; text.length() < 99_000; word++) {
        text.append("w").append(word * 41 + i).append(' ');
      }
      report.put("text", text.toString());
    }
    put("timeline-large", dossier.toString().getBytes(StandardCharsets.UTF_8));
    ObjectNode timeline = timeline("timeline-large");
    assertThat(timeline.get("step").textValue()).isEqualTo("moment");
    assertThat(timeline.get("thinned").booleanValue()).isTrue();
    assertThat(timeline.at("/notes/0").textValue()).contains("the first, the last and others");
    JsonNode points = timeline.get("points");
    assertThat(points).hasSize(15);
    assertThat(points.at("/0/asOf").textValue()).isEqualTo("2024-03-17T23:59:59.999999Z");
    assertThat(points.at("/14/asOf").textValue()).isEqualTo("2024-03-19T00:39:00Z");
    Set<String> came = new HashSet<>();
    points.forEach(point -> point.at("/came/reports").forEach(r -> came.add(r.textValue())));
    assertThat(came).hasSize(42);
    ObjectNode now = Sample.parse(given().get("/dossiers/timeline-large/assessment").asByteArray());
    assertThat(points.at("/14/claims")).isEqualTo(inShort(now));
    assertThat(timeline("timeline-large", "fr").at("/notes/0").textValue())
        .contains("le premier, le dernier et d'autres");
  }

  @Test
  void onlyToCompareIsTimedAndNotCounted() {
    put("timeline-measured", Sample.of("timeline-measured").bytes());
    double claims = measured("bilan_assessments_total{");
    double judgements = measured("bilan_judging_seconds_count");
    assertThat(claims).isPositive();
    assertThat(timeline("timeline-measured").get("points")).hasSize(2);
    given()
        .get("/dossiers/timeline-measured/comparison?fromAsOf=2024-03-17")
        .then()
        .statusCode(200);
    assertThat(measured("bilan_assessments_total{")).isEqualTo(claims);
    assertThat(measured("bilan_judging_seconds_count")).isEqualTo(judgements + 4);
  }

  private static double measured(String metric) {
    return Arrays.stream(given().get("/q/metrics").asString().split("\n"))
        .filter(line -> line.startsWith(metric))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  @Test
  void reasonsAreInTheLanguageAskedFor() {
    put("timeline-fr", Sample.of("timeline-fr").bytes());
    List<String> english = texts("en");
    List<String> french = texts("fr");
    assertThat(english).isNotEmpty().hasSameSizeAs(french);
    assertThat(french).doesNotContainAnyElementsOf(english);
  }

  private static List<String> texts(String language) {
    return given()
        .header("Accept-Language", language)
        .get("/dossiers/timeline-fr/timeline")
        .path("points[1].changes.findings.came.flatten().because.text");
  }

  @Test
  void whatIsNotKeptHasNone() {
    given()
        .get("/dossiers/nobody-knows/timeline")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    given()
        .get("/dossiers/nobody-knows/timeline?asOf=2024-03-17")
        .then()
        .statusCode(400)
        .body("problems.code", equalTo(List.of("parameter.unknown")));
  }

  private static void put(String id, byte[] document) {
    given().delete("/dossiers/" + id);
    given()
        .contentType("application/json")
        .body(document)
        .put("/dossiers/" + id)
        .then()
        .statusCode(201);
  }

  private static ObjectNode timeline(String id) {
    return timeline(id, "en");
  }

  private static ObjectNode timeline(String id, String language) {
    return Sample.parse(
        given()
            .header("Accept-Language", language)
            .get("/dossiers/" + id + "/timeline")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray());
  }

  private static JsonNode inShort(ObjectNode assessment) {
    ArrayNode claims = assessment.arrayNode();
    for (JsonNode claim : assessment.get("claims")) {
      claims.add(((ObjectNode) claim.deepCopy()).retain("claim", "score", "evidence", "grade"));
    }
    return claims;
  }

  private static List<JsonNode> changed(ObjectNode comparison) {
    return elements(comparison.get("claims")).stream()
        .filter(claim -> claim.get("changed").booleanValue())
        .toList();
  }

  private static List<JsonNode> elements(JsonNode list) {
    List<JsonNode> elements = new ArrayList<>();
    list.forEach(elements::add);
    return elements;
  }
}
