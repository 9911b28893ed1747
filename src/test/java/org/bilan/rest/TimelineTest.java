package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        .body("$", not(org.hamcrest.Matchers.hasKey("notes")));
  }

  @Test
  void whatHasNoDateIsInFromTheFirstPointOnAndToldSo() {
    ObjectNode dossier = Sample.of("timeline-undated").tree();
    ((ObjectNode) dossier.at("/reports/1")).remove("publishedAt");
    put("timeline-undated", dossier.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
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
    put("timeline-no-dates", dossier.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    String asOf = given().get("/dossiers/timeline-no-dates/assessment").path("asOf");
    given()
        .get("/dossiers/timeline-no-dates/timeline")
        .then()
        .body("points.asOf", equalTo(List.of(asOf)))
        .body("points[0].came.reports", hasItems("r-resident", "r-staff"));
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
    return Sample.parse(
        given()
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
