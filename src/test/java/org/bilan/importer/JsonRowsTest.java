package org.bilan.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bilan.dossier.Limits;
import org.junit.jupiter.api.Test;

class JsonRowsTest {

  private static final String ONE = "{\"incident\": {\"id\": \"one\"}}";
  private static final String TWO = "{\"incident\": {\"id\": \"two\"}}";

  @Test
  void readsOneDossierOverSeveralLines() throws IOException {
    String json = "\n{\n  \"incident\": {\r\n\r\n}\n}\n\n";
    assertThat(read(json, "a.json")).containsExactly("- " + json.substring(1));
    assertThat(read("{\n}", "a.json")).containsExactly("- {\n}");
  }

  @Test
  void readsADossierOnOneLine() throws IOException {
    assertThat(read(ONE, "a.json")).containsExactly("1 " + ONE);
    assertThat(read(ONE + "\n", "-")).containsExactly("1 " + ONE);
  }

  @Test
  void readsADossierALine() throws IOException {
    assertThat(read(ONE + "\n" + TWO + "\n", "-")).containsExactly("1 " + ONE, "2 " + TWO);
  }

  @Test
  void theLastLineNeedsNoEnd() throws IOException {
    assertThat(read(ONE + "\n" + TWO, "a")).containsExactly("1 " + ONE, "2 " + TWO);
  }

  @Test
  void readsLinesThatEndAsOnWindows() throws IOException {
    assertThat(read(ONE + "\r\n" + TWO + "\r\n", "a"))
        .containsExactly("1 " + ONE + "\r", "2 " + TWO + "\r");
  }

  @Test
  void countsBlankLinesAndSkipsThem() throws IOException {
    assertThat(read("\n  \r\n" + ONE + "\n\n\t\n" + TWO + "\n\n", "a"))
        .containsExactly("3 " + ONE, "6 " + TWO);
  }

  @Test
  void aNameTellsThatItHoldsLinesEvenIfTheFirstIsBroken() throws IOException {
    for (String name : List.of("a.jsonl", "a.ndjson", "A.JSONL")) {
      assertThat(read("{\"incident\":\n" + ONE + "\n", name))
          .containsExactly("1 {\"incident\":", "2 " + ONE);
    }
  }

  @Test
  void aBrokenFirstLineMakesNoTableOfAnArchive() throws IOException {
    String broken = "\"incident\": {\"id\": 1}, \"sources\": [], \"claims\": [], \"reports\": []}";
    for (String name : List.of("a.jsonl", "a.ndjson.gz", "a.json", "-")) {
      assertThat(Archives.read(broken + "\n" + ONE + "\n" + TWO + "\n", name)).as(name).hasSize(3);
    }
  }

  @Test
  void linesInUtf16WithoutAMarkAreLines() throws IOException {
    for (java.nio.charset.Charset wide :
        List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16)) {
      byte[] lines = (ONE + "\n" + TWO + "\n" + ONE + "\n").getBytes(wide);
      List<Archives.Read> read = Archives.read(lines, "a.jsonl", Reading.AS_FOUND);
      assertThat(read).as(wide.name()).hasSize(3);
      assertThat(read.get(1).codes()).noneMatch(code -> code.startsWith("json."));
    }
  }

  @Test
  void aWholeSecondLineTellsThatItHoldsLinesEvenIfTheFirstIsBroken() throws IOException {
    assertThat(read("{\"incident\": oh no}\n" + ONE + "\n\n" + TWO, "-"))
        .containsExactly("1 {\"incident\": oh no}", "2 " + ONE, "4 " + TWO);
    assertThat(read("[]\n" + ONE, "-")).containsExactly("1 []", "2 " + ONE);
  }

  @Test
  void anEntryOnTheSecondLineIsNoDossier() throws IOException {
    String json = "{\"sources\": [\n{\"id\": \"a\", \"kind\": \"ngo\"}\n]}";
    assertThat(read(json, "a.json")).containsExactly("- " + json);
  }

  @Test
  void nothingIsNoDossier() throws IOException {
    for (String nothing : List.of("", "\n", " \r\n\t\n")) {
      assertThat(read(nothing, "a.json")).isEmpty();
      assertThat(read(nothing, "a.jsonl")).isEmpty();
    }
  }

  @Test
  void aByteOrderMarkHidesNothing() throws IOException {
    assertThat(read("\uFEFF" + ONE + "\n" + TWO, "-"))
        .containsExactly("1 \uFEFF" + ONE, "2 " + TWO);
    assertThat(read("\uFEFF{\n}", "-")).containsExactly("- \uFEFF{\n}");
  }

  @Test
  void aLineThatIsTooLongIsCutAndTheNextIsRead() throws IOException {
    String rest = "\n" + TWO + "\n";
    for (String name : List.of("a.jsonl", "-")) {
      try (JsonRows rows = rows(stream(3 * Limits.BYTES, rest), name)) {
        JsonRows.Document first = rows.document();
        assertThat(first.json().length).isEqualTo(Limits.BYTES + 1);
        assertThat(first.line()).isEqualTo(1);
        JsonRows.Document second = rows.document();
        assertThat(second.json()).asString(StandardCharsets.UTF_8).isEqualTo(TWO);
        assertThat(second.line()).isEqualTo(2);
        assertThat(rows.document()).isNull();
      }
    }
  }

  @Test
  void aFileThatIsTooLongIsCut() throws IOException {
    try (JsonRows rows = rows(stream(Limits.BYTES, "\n}".repeat(1_000)), "a.json")) {
      assertThat(rows.document().json().length).isBetween(Limits.BYTES + 1, Limits.BYTES + 100);
      assertThat(rows.document()).isNull();
    }
  }

  @Test
  void aFileAtTheLimitIsWhole() throws IOException {
    try (JsonRows rows = rows(stream(Limits.BYTES - 2, "\n}"), "a.json")) {
      assertThat(rows.document().json().length).isEqualTo(Limits.BYTES);
      assertThat(rows.document()).isNull();
    }
  }

  /** An opening brace and blanks, and what follows them. */
  private static InputStream stream(int length, String rest) {
    byte[] start = " ".repeat(length).getBytes(StandardCharsets.US_ASCII);
    start[0] = '{';
    return new SequenceInputStream(
        new ByteArrayInputStream(start),
        new ByteArrayInputStream(rest.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Each dossier after the number of its line, or after - where lines do not count. */
  private static List<String> read(String text, String name) throws IOException {
    List<String> dossiers = new ArrayList<>();
    InputStream stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try (JsonRows rows = rows(stream, name)) {
      for (JsonRows.Document next = rows.document(); next != null; next = rows.document()) {
        String place = next.line() == 0 ? "-" : String.valueOf(next.line());
        dossiers.add(place + " " + new String(next.json(), StandardCharsets.UTF_8));
      }
    }
    return dossiers;
  }

  private static JsonRows rows(InputStream stream, String name) throws IOException {
    return new JsonRows(name, new Line.Reader(stream), false);
  }
}
