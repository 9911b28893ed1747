package org.bilan.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bilan.sheet.Armour;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CSV, Parquet and GeoJSON hold each value of each claim: read back by others than who wrote. */
class TablesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static List<ExportedClaim> claims;

  @TempDir private Path folder;

  @BeforeAll
  static void read() {
    claims = Stream.concat(Claims.seeds().stream(), Claims.odd().stream()).toList();
    assertThat(claims).hasSizeGreaterThan(20);
    for (Column column : Column.ALL) {
      assertThat(claims)
          .as("tells something in " + column.name())
          .anyMatch(claim -> column.value().apply(claim).isPresent());
    }
  }

  private static byte[] written(ExportFormat format, List<ExportedClaim> claims)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(format.writer(out, Claims.ABOUT), claims);
    return out.toByteArray();
  }

  private static void write(ExportWriter writer, List<ExportedClaim> claims) throws IOException {
    for (ExportedClaim claim : claims) {
      writer.write(claim);
    }
    writer.end(0);
  }

  /** Else a request could be given up before its first byte. */
  @Test
  void theHeadIsWrittenAtOnce() throws IOException {
    for (ExportFormat format : ExportFormat.values()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      format.writer(out, Claims.ABOUT);
      assertThat(out.size()).as(format.word()).isPositive();
    }
  }

  @Test
  void csvComesBackByAnotherReader() throws IOException {
    String text = new String(written(ExportFormat.CSV, claims), StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFFincident,title,");
    CSVParser parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(text.substring(1)));
    List<CSVRecord> rows = parser.getRecords();
    assertThat(parser.getHeaderNames())
        .containsExactlyElementsOf(Column.ALL.stream().map(Column::name).toList());
    assertThat(rows).hasSize(claims.size());
    for (int i = 0; i < rows.size(); i++) {
      for (Column column : Column.ALL) {
        String cell = rows.get(i).get(column.name());
        Optional<?> given = column.value().apply(claims.get(i));
        Object value = given.isPresent() ? given.get() : "";
        if (value instanceof Double number) {
          assertThat(Double.valueOf(cell)).isEqualTo(number);
          assertThat(cell).doesNotContain("E");
        } else {
          assertThat(column.type() == Column.Type.TEXT ? Armour.off(cell) : cell)
              .as(column.name())
              .isEqualTo(value.toString());
        }
        assertThat(column.type() == Column.Type.TEXT && cell.startsWith("=")).isFalse();
      }
    }
  }

  @Test
  void parquetComesBackByDuckDb() throws IOException, SQLException {
    Path file = folder.resolve("claims.parquet");
    Files.write(file, written(ExportFormat.PARQUET, claims));
    assertThat(compared(file, claims)).isEqualTo(claims.size());
  }

  @Test
  void parquetOfManyRowGroupsComesBackInOrder() throws IOException, SQLException {
    List<ExportedClaim> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      many.addAll(claims);
    }
    Path file = folder.resolve("many.parquet");
    try (OutputStream out = Files.newOutputStream(file)) {
      write(new ParquetWriter(out, Claims.ABOUT, 100_000), many);
    }
    assertThat(compared(file, many)).isEqualTo(many.size());
    assertThat(number(file, "select count(distinct row_group_id) from parquet_metadata"))
        .isGreaterThan(5);
  }

  @Test
  void parquetOfNothingHasItsColumns() throws IOException, SQLException {
    Path file = folder.resolve("none.parquet");
    Files.write(file, written(ExportFormat.PARQUET, List.of()));
    assertThat(number(file, "select count(*) from read_parquet")).isZero();
    assertThat(number(file, "select count(*) - 1 from parquet_schema"))
        .isEqualTo(Column.ALL.size());
  }

  @Test
  void parquetSaysAsOfWhen() throws IOException, SQLException {
    Path file = folder.resolve("about.parquet");
    Files.write(file, written(ExportFormat.PARQUET, claims));
    assertThat(
            number(
                file,
                "select count(*) from parquet_kv_metadata",
                " where decode(key) = 'bilan.as_of' and decode(value) = '" + Claims.AT + "'"))
        .isEqualTo(1);
  }

  private static int compared(Path file, List<ExportedClaim> claims) throws SQLException {
    int rows = 0;
    try (Connection duckDb = DuckDb.open();
        Statement statement = duckDb.createStatement();
        ResultSet row = statement.executeQuery("select * from '" + file + "'")) {
      assertThat(row.getMetaData().getColumnCount()).isEqualTo(Column.ALL.size());
      while (row.next()) {
        for (Column column : Column.ALL) {
          assertThat(value(row, column))
              .as(column.name() + " of row " + rows)
              .isEqualTo(column.value().apply(claims.get(rows)));
        }
        rows++;
      }
    }
    return rows;
  }

  private static Optional<?> value(ResultSet row, Column column) throws SQLException {
    Object value = row.getObject(column.name());
    if (value == null) {
      return Optional.empty();
    }
    Class<?> type =
        switch (column.type()) {
          case TEXT -> String.class;
          case WHOLE -> Integer.class;
          case REAL -> Double.class;
          case DATE -> LocalDate.class;
          case TIME -> OffsetDateTime.class;
        };
    assertThat(value).as(column.name()).isInstanceOf(type);
    return Optional.of(value instanceof OffsetDateTime time ? time.toInstant() : value);
  }

  private static long number(Path file, String select, String... where) throws SQLException {
    try (Connection duckDb = DuckDb.open();
        Statement statement = duckDb.createStatement();
        ResultSet row =
            statement.executeQuery(select + "('" + file + "')" + String.join("", where))) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void geoJsonHasAFeatureForEachClaim() throws IOException {
    JsonNode collection = JSON.readTree(written(ExportFormat.GEOJSON, claims));
    assertThat(collection.path("type").textValue()).isEqualTo("FeatureCollection");
    assertThat(collection.path("asOf").textValue()).isEqualTo(Claims.AT.toString());
    assertThat(collection.path("features")).hasSize(claims.size());
    for (int i = 0; i < claims.size(); i++) {
      JsonNode feature = collection.path("features").path(i);
      JsonNode properties = feature.path("properties");
      assertThat(feature.path("type").textValue()).isEqualTo("Feature");
      assertThat(feature.path("id").textValue())
          .isEqualTo(
              properties.path("incident").textValue() + "/" + properties.path("claim").textValue());
      assertThat(properties).hasSize(Column.ALL.size());
      for (Column column : Column.ALL) {
        assertThat(value(properties.get(column.name()), column))
            .as(column.name())
            .isEqualTo(column.value().apply(claims.get(i)));
      }
      JsonNode geometry = feature.get("geometry");
      if (properties.get("latitude").isNull()) {
        assertThat(geometry.isNull()).isTrue();
      } else {
        assertThat(geometry.path("type").textValue()).isEqualTo("Point");
        assertThat(geometry.path("coordinates"))
            .containsExactly(properties.get("longitude"), properties.get("latitude"));
      }
    }
    assertThat(collection.path("features").findValues("geometry"))
        .anyMatch(JsonNode::isNull)
        .anyMatch(JsonNode::isObject);
  }

  private static Optional<?> value(JsonNode value, Column column) {
    return value.isNull()
        ? Optional.empty()
        : Optional.of(
            switch (column.type()) {
              case TEXT -> value.textValue();
              case WHOLE -> value.intValue();
              case REAL -> value.doubleValue();
              case DATE -> LocalDate.parse(value.textValue());
              case TIME -> Instant.parse(value.textValue());
            });
  }

  /** What is cut off is not taken for the whole. */
  @Test
  void withoutItsEndAnExportIsNotWhole() throws IOException {
    for (ExportFormat format : List.of(ExportFormat.GEOJSON, ExportFormat.CLAIMREVIEW)) {
      byte[] whole = written(format, claims);
      byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 4);
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> JSON.readTree(cut))
          .isInstanceOf(IOException.class);
    }
  }
}
