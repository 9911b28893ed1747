package org.bilan.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bilan.dossier.Dossier;
import org.junit.jupiter.api.Test;

/** Tables as they come: broken lines, encodings, separators. */
class CsvRowsTest {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String HEADER = Table.ged().header() + "\n";
  private static final String GOOD = Table.ged().row() + "\n";
  private static final String ACCENT = Table.ged().with("adm_1", "Évry").text(1);

  /** The lines that were taken, and those that were not, each with the code. */
  private static List<String> lines(String text) throws IOException {
    return Archives.read(text, "t.csv").stream()
        .map(r -> r.place().substring(6) + (r.refused() ? " " + r.codes() : ""))
        .toList();
  }

  @Test
  void aRowMayGoOverSeveralLines() throws IOException {
    String several = Table.ged().with("where_coordinates", "one\ntwo\r\n\nthree \"four\"\n").row();
    assertThat(lines(HEADER + several + "\n\n" + GOOD)).containsExactly("2", "8");
  }

  @Test
  void aLineWithCellsTooFewOrTooManyIsNamedAndTheRestGoesOn() throws IOException {
    assertThat(lines(HEADER + "a,b\n" + GOOD + GOOD.strip() + ",more\n" + GOOD))
        .containsExactly("2 [csv.cells ]", "3", "4 [csv.cells ]", "5");
  }

  @Test
  void aStrayQuoteTakesNoOtherLineWithIt() throws IOException {
    String open = GOOD.replace("\"police\"", "\"police");
    assertThat(lines(HEADER + GOOD + open + GOOD + GOOD))
        .containsExactly("2", "3 [csv.quotes ]", "4", "5");
    assertThat(lines(HEADER + open + GOOD + open + GOOD))
        .containsExactly("2 [csv.quotes ]", "3", "4 [csv.quotes ]", "5");
    // In a cell that has none around it, a quote is a quote.
    assertThat(lines(HEADER + GOOD.replace("\"police\"", "6\" of it") + GOOD))
        .containsExactly("2", "3");
    assertThat(lines(HEADER + GOOD.replace("\"police\"", "\"po\"lice\"\"") + GOOD))
        .containsExactly("2 [csv.quotes ]", "3");
  }

  @Test
  void theSeparatorIsToldByTheHeader() throws IOException {
    for (char separator : new char[] {';', '\t', '|', ','}) {
      String text = Table.ged().separatedBy(separator).text(2);
      assertThat(Archives.read(text, "-")).hasSize(2).noneMatch(Archives.Read::refused);
      assertThat(Archives.read("sep=" + separator + "\n" + text, "-"))
          .hasSize(2)
          .noneMatch(Archives.Read::refused);
    }
  }

  @Test
  void eachEncodingGivesTheSameDossier() throws IOException {
    Dossier expected = Archives.read(ACCENT, "t.csv").get(0).dossier();
    assertThat(expected.incident().place().orElseThrow().admin1()).hasValue("Évry");
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("UTF-32LE"),
            Charset.forName("UTF-32BE"))) {
      Archives.Read marked =
          Archives.read(("\uFEFF" + ACCENT).getBytes(charset), "t.csv", Reading.AS_FOUND).get(0);
      assertThat(marked.dossier()).isEqualTo(expected);
      assertThat(marked.codes()).isEmpty();
    }
  }

  @Test
  void whatIsNoUtf8IsReadAsWindowsWithANote() throws IOException {
    byte[] bytes = (ACCENT + GOOD).getBytes(WINDOWS);
    List<Archives.Read> rows = Archives.read(bytes, "t.csv", Reading.AS_FOUND);
    assertThat(rows.get(0).codes()).containsExactly("csv.charset ");
    assertThat(rows.get(0).dossier()).isEqualTo(Archives.read(ACCENT, "t.csv").get(0).dossier());
    assertThat(rows.get(1).codes()).isEmpty();
    Reading told = new Reading(Format.AUTO, Optional.empty(), Optional.of(WINDOWS));
    assertThat(Archives.read(bytes, "t.csv", told).get(0).codes()).isEmpty();
  }

  @Test
  void packedOrNotItIsTheSame() throws IOException {
    for (Packing packing : Packing.values()) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (OutputStream out = packing.pack(packed)) {
        out.write(ACCENT.getBytes(StandardCharsets.UTF_8));
      }
      // A second part, as when two files are joined.
      ByteArrayOutputStream second = new ByteArrayOutputStream();
      try (OutputStream out = packing.pack(second)) {
        out.write(GOOD.getBytes(StandardCharsets.UTF_8));
      }
      packed.write(second.toByteArray());
      assertThat(Archives.read(packed.toByteArray(), "-", Reading.AS_FOUND))
          .as(packing.name())
          .hasSize(2)
          .noneMatch(Archives.Read::refused);
    }
  }

  @Test
  void whatIsPackedAndCutOffIsAFailureAfterTheRowsBefore() throws IOException {
    for (Packing packing : List.of(Packing.GZIP, Packing.ZSTANDARD)) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (OutputStream out = packing.pack(packed)) {
        out.write(ACCENT.getBytes(StandardCharsets.UTF_8));
      }
      byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() - 6);
      assertThatThrownBy(() -> Archives.read(cut, "-", Reading.AS_FOUND))
          .as(packing.name())
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void otherPackingsAreNamed() {
    assertThatThrownBy(() -> Archives.read("PK\3\4 and so on", "a.zip"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("packed as ZIP: unpack it first");
  }

  @Test
  void aTableOfNoKnownFormIsRefusedOnce() throws IOException {
    assertThat(lines("a,b,c,d\n1,2,3,4\n1,2,3,4\n")).containsExactly("1 [table.unknown ]");
    assertThat(Archives.read("a,b\n1,2\n", "t.csv").get(0).codes())
        .containsExactly("table.unknown ");
  }

  @Test
  void nothingIsNoArchive() throws IOException {
    for (String nothing : List.of("", "\n \r\n")) {
      for (String file : List.of("a.csv", "a.jsonl", "-")) {
        assertThat(Archives.read(nothing, file).get(0).codes()).containsExactly("archive.empty ");
      }
    }
    assertThat(Archives.read(HEADER, "t.csv").get(0).codes()).containsExactly("archive.empty ");
  }

  /** Far more than fits into memory would have to be read for it: rows come as they are read. */
  @Test
  void rowsComeOneByOne() throws IOException {
    byte[] header = HEADER.getBytes(StandardCharsets.UTF_8);
    byte[] row = GOOD.getBytes(StandardCharsets.UTF_8);
    ByteArrayInputStream start = new ByteArrayInputStream(header);
    try (ArchiveInput input =
        ArchiveInput.open(
            new SequenceInputStream(start, endless(row)), "t.csv", Reading.AS_FOUND)) {
      for (int i = 0; i < 50_000; i++) {
        assertThat(input.next().line()).isEqualTo(i + 2L);
      }
    }
  }

  /** As a pipe whose writer waits. */
  @Test
  void aRowIsThereAsSoonAsItsLineIs() throws IOException {
    InputStream waits =
        new InputStream() {
          @Override
          public int read() {
            throw new AssertionError("read on");
          }
        };
    for (String lines : List.of(HEADER + GOOD, "{\"incident\": 1}\n")) {
      var begun = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
      ArchiveInput input = ArchiveInput.open(new SequenceInputStream(begun, waits), "-");
      assertThat(input.next().line()).isPositive();
    }
  }

  private static InputStream endless(byte[] row) {
    return new InputStream() {
      private int at;

      @Override
      public int read() {
        byte next = row[at];
        at = (at + 1) % row.length;
        return next;
      }
    };
  }
}
