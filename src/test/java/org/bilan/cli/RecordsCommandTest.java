package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.bilan.dossier.DossierBuilder;
import org.bilan.dossier.DossierReader;
import org.bilan.records.GradedDossiers;
import org.bilan.records.Identity;
import org.bilan.records.Terms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Made up. In each incident a and b say three were killed, d says five. */
  private static final String GRADES =
      """
      id,grade,claim,date
      one,fair,five,
      two,Fair,five,2024-02-10
      three,discounted,three,
      four,weak,three,
      nowhere,fair,,
      """;

  @TempDir private Path folder;

  private Path archive;

  @BeforeEach
  void write() throws IOException {
    List<String> lines = new ArrayList<>();
    String[] ids = {"four", "one", "two", "three", "five"};
    String[] dates = {"2024-03-03", "2024-01-01", "2024-01-02", "2024-03-01", "2024-02-11"};
    for (int i = 0; i < ids.length; i++) {
      lines.add(
          new DossierBuilder()
              .incident("id: '%s', date: {from: '%s'}".formatted(ids[i], dates[i]))
              .claim("three", "killed", "count: {min: 3, max: 3}")
              .claim("five", "killed", "count: {min: 5, max: 5}")
              .says("a", "ngo", "name: 'Watch A'", "three asserts", "five denies")
              .says("b", "monitor", "", "three asserts")
              .says("d", "resident", "name: '=Someone D'", "five asserts", "three denies")
              .tree()
              .toString());
    }
    archive = Files.write(folder.resolve("archive.jsonl"), lines);
  }

  private Cli run(String grades, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("records", "--archive", archive.toString()));
    arguments.addAll(
        List.of("--grades", Files.writeString(folder.resolve("g.csv"), grades).toString()));
    arguments.addAll(Arrays.asList(more));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private static JsonNode of(JsonNode told, String source) {
    for (JsonNode entry : told.get("sources")) {
      if (entry.get("source").textValue().equals(source)) {
        return entry;
      }
    }
    throw new AssertionError(source + " in " + told);
  }

  @Test
  void howEachSourceFaredAndWhoCopiesIsTold() throws IOException {
    JsonNode told = JSON.readTree(run(GRADES, "--format", "json").out());
    assertThat(told.get("incidents").intValue()).isEqualTo(4);
    // d was right in one, two, three and a wrong in all of these; b has not spoken of five.
    assertThat(told.get("usual").intValue()).isEqualTo(43);
    assertThat(of(told, "d").get("right").intValue()).isEqualTo(3);
    assertThat(of(told, "d").get("unknown").intValue()).isEqualTo(1);
    assertThat(of(told, "a").get("wrong").intValue()).isEqualTo(3);
    assertThat(of(told, "b").get("wrong").intValue()).isEqualTo(1);
    // (4 x 0.43 + 3) / (4 + 3)
    assertThat(of(told, "d").get("mean").doubleValue()).isEqualTo(0.6743);
    JsonNode pair = told.at("/pairs/0");
    assertThat(pair.get("source").textValue() + pair.get("other").textValue()).isEqualTo("ab");
    assertThat(pair.get("wrong").intValue()).isEqualTo(3);
    assertThat(pair.get("copying").doubleValue()).isGreaterThan(0.99);
    assertThat(told.get("pairs").size()).isEqualTo(1);
  }

  @Test
  void onlyWhatWasKnownByThenIsTold() throws IOException {
    JsonNode told = JSON.readTree(run(GRADES, "--format", "json", "--as-of", "2024-02-09").out());
    assertThat(of(told, "d").get("right").intValue()).isEqualTo(1);
    assertThat(told.get("incidents").intValue()).isEqualTo(1);
    told = JSON.readTree(run(GRADES, "--format", "json", "--as-of", "2024-02-10").out());
    assertThat(of(told, "d").get("right").intValue()).isEqualTo(2);
  }

  @Test
  void whatIsWrongAndWhoIsOneMayBeChosen() throws IOException {
    JsonNode told =
        JSON.readTree(
            run(GRADES, "--format", "json", "--wrong", "discounted,weak", "--identity", "name")
                .out());
    assertThat(of(told, "=Someone D").get("right").intValue()).isEqualTo(4);
    assertThat(told.get("sources").size()).isEqualTo(2);
  }

  @Test
  void peopleReadTheSameInTheirLanguage() throws IOException {
    assertThat(run(GRADES).text())
        .contains("Graded incidents: 4", "95% interval", "67.4%", "same, wrong", "99%");
    assertThat(run(GRADES, "--lang", "fr").text())
        .contains("Faits cotés : 4", "intervalle à 95 %", "67,4", "même, faux")
        .doesNotContain("interval ");
    String csv = run(GRADES, "--format", "csv", "--identity", "name").text();
    assertThat(csv).contains("source,other,right", "'=Someone D,,3,0,1,");
    assertThat(run(GRADES, "--as-of", "2023-12-31").text()).contains("No two sources");
  }

  @Test
  void dossiersGetWhatWasKnownBeforeTheirIncidents() throws IOException {
    Path out = folder.resolve("with.jsonl.gz");
    Cli done = run(GRADES, "--into", out.toString(), "--lag", "0");
    assertThat(done.err()).contains("Grades without a date: 4.");
    assertThat(done.code()).isZero();
    List<JsonNode> dossiers = new ArrayList<>();
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(out))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        dossiers.add(JSON.readTree(line));
      }
    }
    assertThat(dossiers)
        .extracting(d -> d.at("/incident/id").textValue())
        .containsExactly("four", "one", "two", "three", "five");
    assertThat(dossiers.get(1).toString()).doesNotContain("record", "copies");
    assertThat(dossiers.get(2).at("/sources/2/record/right").intValue()).isEqualTo(1);
    assertThat(dossiers.get(4).at("/sources/2/record").toString())
        .isEqualTo("{\"right\":2,\"wrong\":0,\"unknown\":0,\"usual\":50,\"asOf\":\"2024-02-10\"}");
    assertThat(dossiers.get(4).at("/sources/0/copies").toString())
        .isEqualTo("[{\"source\":\"b\",\"percent\":99,\"shared\":2,\"asOf\":\"2024-02-10\"}]");
    // What was made so can be judged, and made anew.
    assertThat(Cli.run("score", out.toString(), "--format", "jsonl").code()).isZero();
    byte[] first = Files.readAllBytes(out);
    archive = Files.copy(out, folder.resolve("again.jsonl.gz"));
    assertThat(run(GRADES, "--into", out.toString(), "--lag", "0").code()).isZero();
    assertThat(Files.readAllBytes(out)).isEqualTo(first);
  }

  @Test
  void intoDossiersNothingIsWrittenWhereNobodySaysWhenGradesWereGiven() throws IOException {
    Path out = folder.resolve("with.jsonl");
    Cli refused = run(GRADES, "--into", out.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("4 have no date", "--lag");
    assertThat(out).doesNotExist();

    assertThat(run(GRADES, "--lang", "fr").err()).contains("Cotes sans date : 4.");
    String dated = "id,grade,claim,date\none,fair,five,2024-02-01\n";
    Cli done = run(dated, "--into", out.toString());
    assertThat(done.err()).isEmpty();
    assertThat(done.code()).isZero();
  }

  @Test
  void anArchiveThatChangesBetweenItsTwoReadingsIsRefused() throws Exception {
    List<String> lines = Files.readAllLines(archive);
    List<List<String>> changed =
        List.of(
            lines.subList(1, 5),
            lines.subList(0, 4),
            List.of(lines.get(0), lines.get(2), lines.get(1), lines.get(3), lines.get(4)),
            List.of(
                lines.get(0).replace("Watch A", "Other"),
                lines.get(1),
                lines.get(2),
                lines.get(3)));
    for (List<String> now : changed) {
      Files.write(archive, lines);
      RecordsInto dossiers = asked(Identity.NAME);
      Files.write(archive, now);
      assertThatThrownBy(() -> dossiers.write(new PrintStream(OutputStream.nullOutputStream())))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("has changed while it was read");
    }
    Files.write(archive, lines);
    asked(Identity.NAME).write(new PrintStream(OutputStream.nullOutputStream()));
  }

  private RecordsInto asked(Identity identity) throws Exception {
    GradedDossiers graded =
        new GradedDossiers(Map.of(), new Terms(identity, Terms.USUAL.wrong(), 0));
    RecordsInto dossiers =
        new RecordsInto(List.of(archive.toString()), new ReadingOptions().reading(), graded);
    for (String line : Files.readAllLines(archive)) {
      dossiers.ask(DossierReader.read(line.getBytes(StandardCharsets.UTF_8)));
    }
    return dossiers;
  }

  @Test
  void whatCannotBeDoneIsToldWithWhatToDo() throws IOException {
    assertThat(run("id,grade\nelsewhere,fair\n").err()).contains("No records", "column id");
    assertThat(run("id,grade\none,fair\n").err()).contains("nobody knows which", "one");
    Cli dates = run("id,grade,date\none,fair,May\ntwo,fair,June\n");
    assertThat(dates.code()).isEqualTo(1);
    assertThat(dates.err()).contains("one: date is \"May\"", "two: date is \"June\"");
    assertThat(run("id,grade\none,good\n").err()).contains("row 2");
    for (String[] wrong :
        new String[][] {
          {"--wrong", "fair"},
          {"--wrong", "bad"},
          {"--lag", "-1"},
          {"--identity", "owner"},
          {"--as-of", "May"},
          {"--into", folder.resolve("x.jsonl").toString(), "--as-of", "2024-01-01"},
          {"--into", archive.toString()}
        }) {
      assertThat(run(GRADES, wrong).code()).as(String.join(" ", wrong)).isEqualTo(2);
    }
    Cli standard =
        Cli.run(
            "records",
            "--archive",
            "-",
            "--grades",
            folder.resolve("g.csv").toString(),
            "--into",
            folder.resolve("x.jsonl").toString());
    assertThat(standard.err()).contains("reads the archive twice");
  }
}
