package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
    List<String> arguments = new ArrayList<>(List.of("evaluate", "--archive"));
    arguments.addAll(SEEDS);
    arguments.addAll(
        List.of("--grades", Files.writeString(folder.resolve("g.csv"), grades).toString()));
    arguments.addAll(List.of("--resamples", "100"));
    arguments.addAll(Arrays.asList(more));
    return Cli.run(arguments.toArray(String[]::new));
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
        .contains("AUC, solide au-dessus de faible", "humains ↓ machine →")
        .doesNotContain("fair", "people");
  }

  @Test
  void machinesReadTheSame() throws IOException {
    Path out = folder.resolve("evaluation.json");
    assertThat(run(GRADES, "--format", "json", "--out", out.toString()).code()).isZero();
    byte[] first = Files.readAllBytes(out);
    JsonNode told = new ObjectMapper().readTree(first);
    assertThat(told.at("/all/claims").intValue()).isEqualTo(3);
    assertThat(told.at("/bootstrap/resamples").intValue()).isEqualTo(100);
    assertThat(told.at("/missing/0").textValue()).isEqualTo("ml-nowhere");
    assertThat(told.at("/rules").size()).isGreaterThan(80);
    run(GRADES, "--format", "json", "--out", out.toString());
    assertThat(Files.readAllBytes(out)).isEqualTo(first);
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
    assertThat(bad.err()).contains("row 3: ", "row 4: it has 1 cells");
    Cli split = run(GRADES, "--split", "dsk");
    assertThat(split.code()).isEqualTo(2);
    assertThat(split.err()).contains("Did you mean \"desk\"?");
    assertThat(run(GRADES, "--resamples", "3").code()).isEqualTo(2);
    assertThat(run(GRADES, "--out", folder.resolve("g.csv").toString()).code()).isEqualTo(2);
  }
}
