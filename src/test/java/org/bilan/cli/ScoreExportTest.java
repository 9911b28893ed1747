package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.bilan.export.DuckDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code score --format} csv, parquet, geojson and claimreview, of the seeds. */
class ScoreExportTest {

  private static final String SEED = "seeds/amasrakad.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private static JsonNode assessment() throws IOException {
    return JSON.readTree(Cli.run("score", "--format", "jsonl", SEED).out());
  }

  @Test
  void everyFormTellsTheSameScores() throws IOException, SQLException {
    JsonNode assessment = assessment();
    List<String> judged = new ArrayList<>();
    assessment
        .path("claims")
        .forEach(
            claim ->
                judged.add(
                    "%s %s %s %s"
                        .formatted(
                            claim.path("claim").textValue(),
                            claim.path("score"),
                            claim.path("grade").textValue(),
                            assessment.path("ruleset").textValue())));
    assertThat(judged).hasSizeGreaterThan(3);
    assertThat(csv()).isEqualTo(judged);
    assertThat(parquet()).isEqualTo(judged);
    JsonNode features =
        JSON.readTree(Cli.run("score", "--format", "geojson", SEED).out()).path("features");
    for (int i = 0; i < features.size(); i++) {
      JsonNode of = features.path(i).path("properties");
      assertThat(
              "%s %s %s %s"
                  .formatted(
                      of.path("claim").textValue(),
                      of.path("score"),
                      of.path("grade").textValue(),
                      of.path("ruleset").textValue()))
          .isEqualTo(judged.get(i));
    }
    JsonNode graph =
        JSON.readTree(Cli.run("score", "--format", "claimreview", SEED).out()).path("@graph");
    assertThat(graph.findValues("ratingValue").stream().map(JsonNode::intValue))
        .containsExactlyElementsOf(
            assessment.path("claims").findValues("claim").stream()
                .map(id -> score(assessment, id))
                .toList());
  }

  private static int score(JsonNode assessment, JsonNode id) {
    for (JsonNode claim : assessment.path("claims")) {
      if (claim.path("claim").equals(id)) {
        return claim.path("score").intValue();
      }
    }
    throw new AssertionError(id);
  }

  private static List<String> csv() throws IOException {
    Cli run = Cli.run("score", "--format", "csv", SEED);
    assertThat(run.code()).isZero();
    List<String> rows = new ArrayList<>();
    for (CSVRecord row :
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(run.text().substring(1)))) {
      rows.add(
          String.join(
              " ", row.get("claim"), row.get("score"), row.get("grade"), row.get("ruleset")));
      assertThat(row.get("as_of")).isEqualTo("2024-03-19T23:59:59.999999Z");
      assertThat(row.get("human_grade")).isEmpty();
    }
    return rows;
  }

  private List<String> parquet() throws SQLException {
    Path file = folder.resolve("seed.parquet");
    assertThat(Cli.run("score", "--format", "parquet", "--out", file.toString(), SEED).code())
        .isZero();
    List<String> rows = new ArrayList<>();
    try (Connection duckDb = DuckDb.open();
        Statement statement = duckDb.createStatement();
        ResultSet row = statement.executeQuery("from '" + file + "'")) {
      while (row.next()) {
        rows.add(
            String.join(
                " ",
                row.getString("claim"),
                row.getString("score"),
                row.getString("grade"),
                row.getString("ruleset")));
      }
    }
    return rows;
  }

  @Test
  void asOfADayNothingIsOfLater() throws IOException {
    JsonNode all =
        JSON.readTree(Cli.run("score", "--format", "claimreview", SEED).out()).path("@graph");
    JsonNode early =
        JSON.readTree(
                Cli.run("score", "--format", "claimreview", "--as-of", "2024-03-17", SEED).out())
            .path("@graph");
    assertThat(all.findValuesAsText("datePublished"))
        .anyMatch(day -> day.compareTo("2024-03-17") > 0);
    assertThat(early.size()).isPositive();
    assertThat(early.findValuesAsText("datePublished"))
        .allMatch(day -> day.compareTo("2024-03-17") <= 0);
    assertThat(early.path(0).path("sdDatePublished").textValue()).isEqualTo("2024-03-17");
  }

  @Test
  void aNewsroomIsNamedAndFrenchSpoken() throws IOException {
    String[] asked = {
      "score",
      "--format",
      "claimreview",
      "--lang",
      "fr",
      "--newsroom",
      "La Rédaction",
      "--page",
      "https://news.example/{incident}",
      SEED
    };
    JsonNode review = JSON.readTree(Cli.run(asked).out()).path("@graph").path(0);
    assertThat(review.at("/author/name").textValue()).isEqualTo("La Rédaction");
    assertThat(review.path("url").textValue())
        .isEqualTo("https://news.example/ml-2024-03-17-amasrakad");
    assertThat(review.at("/reviewRating/ratingExplanation").textValue()).contains("sur 100");
  }

  @Test
  void whatHasNoRoomInARowIsRefused() {
    for (String option : List.of("--explain", "--since=2024-03-17")) {
      Cli run = Cli.run("score", "--format", "csv", option, SEED);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("--format table or jsonl");
    }
    Cli run = Cli.run("score", "--format", "claimreview", "--page", "https://x.example", SEED);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--newsroom NAME");
  }

  /** What is no dossier is told, and the export of the others is whole. */
  @Test
  void badInputLeavesAWholeExport() throws IOException {
    Cli run = Cli.run("{}".getBytes(), "score", "--format", "geojson", "-", SEED);
    assertThat(run.code()).isEqualTo(1);
    assertThat(JSON.readTree(run.out()).path("features")).hasSizeGreaterThan(3);
  }
}
