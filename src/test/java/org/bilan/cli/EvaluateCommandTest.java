package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

  private static final List<String> SEEDS =
      Stream.of("amasrakad", "amasine", "mahou", "banankoro")
          .map(seed -> "seeds/" + seed + ".json")
          .toList();

  /** Made up: nobody has graded these. */
  private static final String GRADES =
      """
      id,grade,claim,desk
      ml-2024-03-17-amasrakad,Fair,civilians-14,one
      ml-2024-03-17-amasine,weak,,one
      ml-2024-03-16-mahou,weak,,two
      ml-nowhere,fair,,two
      """;

  @TempDir private Path folder;

  private Cli run(String grades, String... more) throws IOException {
    return Cli.run(arguments(grades, more));
  }

  private String[] arguments(String grades, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("evaluate", "--archive"));
    arguments.addAll(SEEDS);
    arguments.addAll(
        List.of("--grades", Files.writeString(folder.resolve("g.csv"), grades).toString()));
    arguments.addAll(List.of("--resamples", "100"));
    arguments.addAll(Arrays.asList(more));
    return arguments.toArray(String[]::new);
  }

  @Test
  void howMachineAndPeopleAgreeIsTold() throws IOException {
    Cli told = run(GRADES, "--split", "desk,country,year");
    assertThat(told.code()).isZero();
    assertThat(told.text())
        .contains(
            "all: 3 claims",
            "desk one: 2 claims",
            "country ML: 3 claims",
            "year 2024: 3 claims",
            "AUC, fair above weak",
            "independence.first-origin",
            "ml-2024-03-17-amasrakad · civilians-14 · people: fair",
            "or without the claim that was graded: 1 (ml-nowhere)",
            "Dossiers that nobody graded, passed over: 1");
    assertThat(run(GRADES, "--lang", "fr").text())
        .contains("AUC, solide au-dessus de faible", "personnes ↓ machine →")
        .doesNotContain("fair", "people");
  }

  @Test
  void machinesReadTheSame() throws IOException {
    String first = run(GRADES, "--format", "json").text();
    JsonNode told = new ObjectMapper().readTree(first);
    assertThat(told.at("/all/claims").intValue()).isEqualTo(3);
    assertThat(told.at("/bootstrap/resamples").intValue()).isEqualTo(100);
    assertThat(told.at("/missing/0").textValue()).isEqualTo("ml-nowhere");
    assertThat(told.at("/rules").size()).isGreaterThan(80);
    assertThat(run(GRADES, "--format", "json").text()).isEqualTo(first);
  }

  @Test
  void aFolderReceivesThePageAndTheJsonAndStandardOutputTheTable() throws IOException {
    Path out = folder.resolve("new/told");
    Cli table = run(GRADES, "--out", out.toString());
    assertThat(table.code()).isZero();
    assertThat(table.text()).contains("all: 3 claims").doesNotContain("<html");
    assertThat(Files.readString(out.resolve("evaluation.html"))).startsWith("<!DOCTYPE html>");
    Path json = out.resolve("evaluation.json");
    assertThat(Files.readString(json)).isEqualTo(run(GRADES, "--format", "json").text());

    Files.writeString(out.resolve("notes.txt"), "mine");
    Files.writeString(json, "old");
    assertThat(run(GRADES, "--out", out.toString()).code()).isZero();
    assertThat(Files.readString(json)).startsWith("{\"ruleset\"");
    assertThat(Files.readString(out.resolve("notes.txt"))).isEqualTo("mine");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files).hasSize(3);
    }
  }

  /** As "| head -5" does. */
  /** Other files there would make the rules unfit. */
  @Test
  void aFolderOfRulesIsRefused() throws IOException {
    Path rules = Path.of("rules");
    for (Path out : List.of(rules, rules.resolve("toll"), rules.resolve("toll/not-there"))) {
      Cli run = run(GRADES, "--out", out.toString());
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("it is in a folder of rules");
      assertThat(out.resolve("evaluation.html")).doesNotExist();
    }
  }

  @Test
  void theFolderIsWrittenThoughNobodyReadsStandardOutput() throws IOException {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    Path out = folder.resolve("kept");
    Cli.run(new byte[0], new PrintStream(closed), arguments(GRADES, "--out", out.toString()));
    assertThat(out.resolve("evaluation.html")).isNotEmptyFile();
    assertThat(out.resolve("evaluation.json")).isNotEmptyFile();
  }

  @Test
  void aFolderThatCannotBeWrittenIsRefusedBeforeTheWork() throws IOException {
    for (String bad : List.of("g.csv", "g.csv/told")) {
      Cli refused = run(GRADES, "--out", folder.resolve(bad).toString());
      assertThat(refused.code()).as(bad).isEqualTo(2);
      assertThat(refused.err()).contains("Cannot write", "g.csv is no folder. Name another place.");
    }
    Files.createDirectories(folder.resolve("told/evaluation.json"));
    Cli blocked = run(GRADES, "--out", folder.resolve("told").toString());
    assertThat(blocked.code()).isEqualTo(2);
    assertThat(blocked.err()).contains("evaluation.json: it is a folder.");
    assertThat(folder.resolve("told/evaluation.html")).doesNotExist();
    Path input = Files.createDirectories(folder.resolve("in")).resolve("evaluation.json");
    Files.writeString(input, GRADES);
    Cli replaced =
        Cli.run(
            "evaluate",
            "--archive",
            SEEDS.get(0),
            "--grades",
            input.toString(),
            "--out",
            input.getParent().toString());
    assertThat(replaced.code()).isEqualTo(2);
    assertThat(replaced.err()).contains("it would replace the input");
    assertThat(Files.readString(input)).isEqualTo(GRADES);
  }

  @Test
  void aPageIsMade() throws IOException {
    assertThat(run(GRADES, "--format", "html").text())
        .startsWith("<!DOCTYPE html>")
        .contains("<h1>How machine and people agree</h1>", "ml-2024-03-17-amasrakad");
  }

  @Test
  void whatCannotBeComparedIsTold() throws IOException {
    Cli none = run("id,grade\nelsewhere,fair\n");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("Nothing to compare");
    Cli bad = run("id,grade\na,fair\na,good\nb\n");
    assertThat(bad.code()).isEqualTo(1);
    assertThat(bad.err()).contains(": row 3: \"good\" is no grade.", "row 4: cells in it: 1");
    assertThat(run("id,grade\na,good\n", "--lang", "fr").err())
        .contains("ligne 2 : « good » n'est pas une cote.");
    Cli split = run(GRADES, "--split", "dsk");
    assertThat(split.code()).isEqualTo(2);
    assertThat(split.err()).contains("Did you mean \"desk\"?");
    assertThat(run(GRADES, "--resamples", "3").code()).isEqualTo(2);
  }

  @Test
  void aFieldWithTooManyValuesIsWrongUse() throws IOException {
    StringBuilder wide = new StringBuilder("id,grade,desk\n");
    List<String> years = new ArrayList<>(List.of("evaluate", "--archive"));
    String seed = Files.readString(Path.of("seeds/banankoro.json"));
    for (int i = 0; i < 51; i++) {
      wide.append("ml-%d-03-16-banankoro,fair,d%d\n".formatted(1970 + i, i));
      Path dossier = folder.resolve(i + ".json");
      years.add(Files.writeString(dossier, seed.replace("2024-", 1970 + i + "-")).toString());
    }
    Cli ofTable = run(wide.toString(), "--split", "desk");
    assertThat(ofTable.code()).isEqualTo(2);
    assertThat(ofTable.err())
        .contains("--split is desk, which has 51 values; at most 50 are told.");
    years.addAll(List.of("--grades", folder.resolve("g.csv").toString(), "--split", "year"));
    Cli ofDossiers = Cli.run(years.toArray(String[]::new));
    assertThat(ofDossiers.code()).isEqualTo(2);
    assertThat(ofDossiers.err()).contains("--split is year, which has 51 values");
  }
}
