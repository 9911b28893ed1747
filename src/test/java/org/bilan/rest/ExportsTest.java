package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.bilan.archive.OwnerAccess;
import org.bilan.export.DuckDb;
import org.bilan.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive's claims in all forms, as the lists tell them. */
@QuarkusTest
class ExportsTest {

  private static final String HERE = "?country=QX";

  @TempDir private Path folder;

  @BeforeEach
  void keepThree() {
    for (int i = 1; i <= 3; i++) {
      given()
          .contentType("application/json")
          .body(
              Sample.of("export-" + i)
                  .in("QX")
                  .on("2023-06-0" + i, "2023-06-0" + i)
                  .title("No. " + i + " été")
                  .bytes())
          .put("/dossiers/export-" + i)
          .then()
          .statusCode(201);
    }
    given()
        .contentType("application/json")
        .body(Map.of("grade", "discounted", "reason", "=1+1 is what the witness says."))
        .put("/dossiers/export-2/claims/civilians-14/override")
        .then()
        .statusCode(201);
  }

  @AfterEach
  void forget() {
    for (int i = 1; i <= 3; i++) {
      given().delete("/dossiers/export-" + i);
    }
  }

  /** What the lists say of each claim: the machine's score and grade, and a person's. */
  private static List<String> listed() {
    List<String> all = new ArrayList<>();
    JsonNode page = Sample.parse(given().get("/dossiers" + HERE + "&size=500").asByteArray());
    for (JsonNode dossier : page.path("items")) {
      for (JsonNode claim : dossier.path("claims")) {
        all.add(
            row(
                claim.path("incident").textValue(),
                claim.path("claim").textValue(),
                claim.path("score").intValue(),
                claim.path("grade").textValue(),
                claim.at("/override/grade").textValue(),
                claim.at("/override/reason").textValue(),
                claim.path("ruleset").textValue()));
      }
    }
    assertThat(all).hasSize(6).anyMatch(row -> row.contains("discounted"));
    return all;
  }

  private static String row(
      String incident,
      String claim,
      int score,
      String machine,
      String human,
      String reason,
      String ruleset) {
    return String.join(
        "|",
        incident,
        claim,
        String.valueOf(score),
        machine,
        human == null || human.isEmpty() ? "-" : human,
        reason == null || reason.isEmpty() ? "-" : reason,
        ruleset);
  }

  private static Response export(String form) {
    Response answer = given().get("/exports/claims." + form);
    assertThat(answer.statusCode()).as(form + answer.asString()).isEqualTo(200);
    Instant asOf = Instant.parse(answer.header("Bilan-As-Of"));
    assertThat(Duration.between(asOf, Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
    return answer;
  }

  private static List<CSVRecord> csv(String query) throws IOException {
    String text = new String(export("csv" + query).asByteArray(), StandardCharsets.UTF_8);
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(text.substring(1)))
        .getRecords();
  }

  private static List<String> ids(String query) throws IOException {
    return csv(query).stream().map(row -> row.get("incident") + "/" + row.get("claim")).toList();
  }

  @Test
  void csvTellsWhatTheListsTell() throws IOException {
    Response answer = export("csv" + HERE);
    assertThat(answer.contentType()).isEqualTo("text/csv;charset=UTF-8");
    assertThat(answer.header("Content-Disposition")).contains("claims.csv");
    List<String> rows = new ArrayList<>();
    for (CSVRecord row : csv(HERE)) {
      String reason = row.get("human_reason");
      rows.add(
          row(
              row.get("incident"),
              row.get("claim"),
              Integer.parseInt(row.get("score")),
              row.get("machine_grade"),
              row.get("human_grade"),
              reason.startsWith("'") ? reason.substring(1) : reason,
              row.get("ruleset")));
      assertThat(row.get("grade"))
          .isEqualTo(row.get(row.get("human_grade").isEmpty() ? "machine_grade" : "human_grade"));
      assertThat(reason).doesNotStartWith("=");
      assertThat(Instant.parse(row.get("as_of"))).isNotNull();
    }
    assertThat(rows).containsExactlyInAnyOrderElementsOf(listed());
  }

  @Test
  void parquetTellsWhatTheListsTell() throws IOException, SQLException {
    Response answer = export("parquet" + HERE);
    assertThat(answer.contentType()).isEqualTo("application/vnd.apache.parquet");
    Path file = folder.resolve("claims.parquet");
    Files.write(file, answer.asByteArray());
    List<String> rows = new ArrayList<>();
    try (Connection duckDb = DuckDb.open();
        Statement statement = duckDb.createStatement();
        ResultSet row = statement.executeQuery("from '" + file + "'")) {
      while (row.next()) {
        rows.add(
            row(
                row.getString("incident"),
                row.getString("claim"),
                row.getInt("score"),
                row.getString("machine_grade"),
                row.getString("human_grade"),
                row.getString("human_reason"),
                row.getString("ruleset")));
      }
    }
    assertThat(rows).containsExactlyInAnyOrderElementsOf(listed());
  }

  @Test
  void geoJsonTellsWhatTheListsTell() {
    Response answer = export("geojson" + HERE);
    assertThat(answer.contentType()).startsWith("application/geo+json");
    JsonNode collection = Sample.parse(answer.asByteArray());
    assertThat(collection.path("asOf").textValue()).isEqualTo(answer.header("Bilan-As-Of"));
    List<String> rows = new ArrayList<>();
    for (JsonNode feature : collection.path("features")) {
      JsonNode of = feature.path("properties");
      assertThat(of.path("title").textValue()).endsWith("été");
      rows.add(
          row(
              of.path("incident").textValue(),
              of.path("claim").textValue(),
              of.path("score").intValue(),
              of.path("machine_grade").textValue(),
              of.path("human_grade").textValue(),
              of.path("human_reason").textValue(),
              of.path("ruleset").textValue()));
    }
    assertThat(rows).containsExactlyInAnyOrderElementsOf(listed());
  }

  @Test
  void reviewsPutAPersonsGradeFirst() {
    Response answer = export("jsonld" + HERE);
    assertThat(answer.contentType()).startsWith("application/ld+json");
    int overridden = 0;
    JsonNode graph = Sample.parse(answer.asByteArray()).path("@graph");
    assertThat(graph).hasSize(6);
    for (JsonNode review : graph) {
      if (review.path("identifier").textValue().equals("export-2/civilians-14")) {
        overridden++;
        assertThat(review.at("/reviewRating/alternateName").textValue()).isEqualTo("Discounted");
        assertThat(review.at("/associatedReview/reviewRating/ratingValue").isInt()).isTrue();
      } else {
        assertThat(review.has("associatedReview")).isFalse();
        assertThat(review.at("/reviewRating/ratingValue").isInt()).isTrue();
      }
    }
    assertThat(overridden).isEqualTo(1);
    assertThat(
            given().header("Accept-Language", "fr").get("/exports/claims.jsonld" + HERE).asString())
        .contains("\"Écarté\"", "décibans");
  }

  @Test
  void filtersAreThoseOfTheLists() throws IOException {
    assertThat(ids(HERE + "&grade=discounted")).contains("export-2/civilians-14");
    assertThat(ids(HERE + "&from=2023-06-02&to=2023-06-02"))
        .containsExactlyInAnyOrder("export-2/civilians-14", "export-2/fighters");
    assertThat(ids("?country=QY")).isEmpty();
    int score = Integer.parseInt(csv(HERE).get(0).get("score"));
    assertThat(csv(HERE + "&minScore=" + score + "&maxScore=" + score))
        .isNotEmpty()
        .allMatch(row -> row.get("score").equals(String.valueOf(score)));
    // A claim that passes brings none that does not.
    assertThat(csv(HERE + "&grade=discounted"))
        .allMatch(row -> row.get("grade").equals("discounted"));
  }

  @Test
  void whatIsWrongIsToldBeforeAnythingIsSent() {
    given()
        .get("/exports/claims.xml")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", containsString("claims.parquet"));
    given()
        .get("/exports/claims.csv?contry=ML&grade=fairr&minScore=101")
        .then()
        .statusCode(400)
        .body("problems.parameter", containsInAnyOrder("contry", "grade", "minScore"));
    given().auth().none().get("/exports/claims.csv").then().statusCode(401);
    Someone.with(Role.READER).asks().get("/exports/claims.csv").then().statusCode(200);
  }

  /** Else a reader would take a part for the whole. */
  @Test
  void whatFailsBeforeItsEndIsCutOffAndNotEnded() throws SQLException {
    for (int i = 1; i <= 2; i++) {
      Sample sample = Sample.of("export-" + i).in("QX");
      sample.tree().path("claims").forEach(c -> ((ObjectNode) c).put("text", "é".repeat(2000)));
      for (int j = 0; j < 20; j++) {
        ObjectNode claim = sample.tree().at("/claims/0").deepCopy();
        sample.tree().withArray("claims").add(claim.put("id", "more-" + j));
      }
      given()
          .contentType("application/json")
          .body(sample.bytes())
          .put("/dossiers/export-" + i)
          .then()
          .statusCode(200);
    }
    int whole = export("csv" + HERE).asByteArray().length;
    assertThat(whole).isGreaterThan(100_000);
    OwnerAccess.execute("update assessment set document = '{' where incident = 'export-3'");
    for (String form : List.of("csv", "parquet", "geojson", "jsonld")) {
      assertThat(isWhole("/exports/claims." + form + HERE)).as(form).isFalse();
    }
    given().get("/exports/claims.csv?country=QY").then().statusCode(200);
  }

  /** It was taken once, and no longer fits: by another version of Bilan, say. */
  @Test
  void aDossierThatNoLongerFitsIsLeftOutAndCounted() throws SQLException {
    OwnerAccess.execute("update dossier_version set document = '{}' where incident = 'export-2'");
    for (String form : List.of("csv", "geojson", "jsonld")) {
      assertThat(export(form + HERE).asString())
          .as(form)
          .contains("export-1", "export-3")
          .doesNotContain("export-2");
    }
    assertThat(export("parquet" + HERE).asByteArray()).endsWith('P', 'A', 'R', '1');
    JsonNode collection = Sample.parse(export("geojson" + HERE).asByteArray());
    assertThat(collection.path("features")).hasSize(4);
    assertThat(collection.path("leftOut").intValue()).isEqualTo(1);
    assertThat(export("geojson?country=QY").asString()).doesNotContain("leftOut");
  }

  private static boolean isWhole(String path) {
    try {
      Response answer = given().get(path);
      answer.asByteArray();
      return answer.statusCode() == 200;
    } catch (Exception cutOff) {
      return false;
    }
  }

  @Test
  void headersAloneAreGivenToo() {
    given()
        .head("/exports/claims.csv")
        .then()
        .statusCode(200)
        .header("Content-Type", equalTo("text/csv;charset=UTF-8"));
  }
}
