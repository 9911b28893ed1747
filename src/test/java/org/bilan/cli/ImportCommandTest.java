package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.bilan.dossier.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

  private static final String SAMPLE = "src/test/resources/org/bilan/importer/ged-sample-1000.csv";

  @TempDir private Path folder;

  @Test
  void realEventsAreImportedAndScoredTheSamePackedOrNot() throws IOException {
    Path report = folder.resolve("report.csv");
    Path packed = folder.resolve("a.jsonl.zst");
    Cli run = Cli.run("import", SAMPLE, "--out", packed.toString(), "--report", report.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains("1,000 taken, 0 not taken; 34 notes", "Each row", report.toString());
    List<String> lines = Files.readAllLines(report);
    assertThat(lines).hasSize(35);
    assertThat(lines.get(0)).isEqualTo("file,line,record,taken,code,at,found,expected,advice");
    Cli plain = Cli.run("import", SAMPLE);
    assertThat(plain.text()).hasLineCount(1_000);

    byte[] scores = Cli.run("score", "--format", "jsonl", SAMPLE).out();
    assertThat(new String(scores, StandardCharsets.UTF_8)).hasLineCount(1_000);
    assertThat(Cli.run("score", "--format", "jsonl", packed.toString()).out()).isEqualTo(scores);
    assertThat(Cli.run(plain.out(), "score", "--format", "jsonl", "-").out()).isEqualTo(scores);
    Path zipped = folder.resolve("scores.jsonl.gz");
    Cli.run("score", "--format", "jsonl", "--out", zipped.toString(), packed.toString());
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(zipped))) {
      assertThat(in.readAllBytes()).isEqualTo(scores);
    }
  }

  @Test
  void whatIsNotTakenIsToldAndTheRestGoesOn() throws IOException {
    Path archive = write("a.jsonl", "oh no", Documents.small().toString());
    Cli run = Cli.run("import", archive.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.text()).isEqualTo(Documents.small() + "\n");
    assertThat(run.err()).contains("a.jsonl:1: json.syntax", "1 taken, 1 not taken");
    assertThat(Cli.run("import", "--lang", "fr", archive.toString()).err())
        .contains("1 repris, 1 non repris");
  }

  @Test
  void aDocumentBecomesALine() throws IOException {
    Path document =
        Files.writeString(folder.resolve("a.json"), "\uFEFF" + Documents.small().toPrettyString());
    assertThat(Cli.run("import", document.toString()).text()).isEqualTo(Documents.small() + "\n");
  }

  @Test
  void theReportMayBeJsonLinesAndNoSpreadsheetRunsIt() throws IOException {
    Path table = write("t.csv", "=cmd(),b,c,d", "1,2,3,4");
    Path lines = folder.resolve("r.jsonl");
    assertThat(Cli.run("import", table.toString(), "--report", lines.toString()).code())
        .isEqualTo(1);
    assertThat(Files.readString(lines))
        .hasLineCount(1)
        .contains(
            "\"line\":1", "\"taken\":false", "\"code\":\"table.unknown\"", "\"=cmd(),b,c,d\"");
    Path csv = folder.resolve("r.csv");
    Cli.run("import", table.toString(), "--report", csv.toString());
    assertThat(Files.readString(csv)).contains("\"'=cmd(),b,c,d\"");
  }

  @Test
  void aMappingExplainsATable() throws IOException {
    Path table = write("t.csv", "Ref,Day,Dead", "a1,2020-05-03,4");
    Path mapping =
        write("m.yaml", "incident: {id: Ref, date: Day}", "claims: [{harm: =killed, count: Dead}]");
    Cli run = Cli.run("import", table.toString(), "--mapping", mapping.toString());
    assertThat(run.code()).isZero();
    assertThat(run.text()).contains("\"id\":\"a1\"");
    Path bad = write("bad.yaml", "incidents: {}");
    Cli wrong = Cli.run("import", table.toString(), "--mapping", bad.toString());
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("bad.yaml:1: key.unknown", "incident");
  }

  @Test
  void whatIsMappedIsScoredAndMeasuredToo() throws IOException {
    Path table = write("t.csv", "Ref;Day;Dead", "a1;2020-05-03;4");
    String mapping =
        write("m.yaml", "incident: {id: Ref, date: Day}", "claims: [{harm: =killed, count: Dead}]")
            .toString();
    assertThat(Cli.run("score", "--format", "jsonl", "--mapping", mapping, table.toString()).text())
        .contains("\"incident\":\"a1\"");
    Cli impact =
        Cli.run(
            "impact",
            "--rules",
            "rules",
            "--format",
            "json",
            "--mapping",
            mapping,
            "--archive",
            table.toString());
    assertThat(impact.text()).contains("\"dossiers\":1");
  }

  @Test
  void wrongUseIsTold() throws IOException {
    Path table = write("t.csv", "a,b");
    for (String[] arguments :
        new String[][] {
          {"import"},
          {"import", "missing.csv"},
          {"import", table.toString(), "--format", "xls"},
          {"import", table.toString(), "--format", "mapped"},
          {"import", table.toString(), "--out", table.toString()},
          {"import", table.toString(), "--report", table.toString()},
          {"import", table.toString(), "--out", "x", "--report", "x"},
          {"import", table.toString(), "--out", "x", "--report", "./x"},
          {"import", table.toString(), "--charset", "klingon"},
        }) {
      Cli run = Cli.run(arguments);
      assertThat(run.code()).as(String.join(" ", arguments)).isEqualTo(2);
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void aFileThatIsCutOffIsNamed() throws IOException {
    Path packed = folder.resolve("a.jsonl.gz");
    Cli.run("import", SAMPLE, "--out", packed.toString());
    byte[] bytes = Files.readAllBytes(packed);
    Path cut = Files.write(folder.resolve("cut.gz"), java.util.Arrays.copyOf(bytes, 20_000));
    Path out = folder.resolve("out.jsonl");
    Cli run = Cli.run("import", cut.toString(), "--out", out.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("Stopped, since a file failed: " + cut);
    assertThat(out).doesNotExist();
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }
}
