package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bilan.dossier.DossierBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitCommandTest {

  private static final int INCIDENTS = 120;
  private static final String NAMED = "toll/named-victims.yaml";

  @TempDir private Path folder;

  private final List<String> dossiers = new ArrayList<>();
  private Path archive;
  private Path grades;
  private Path candidate;

  /** People made up, who go by whether victims are named, but for each ninth time. */
  @BeforeEach
  void grade() throws IOException {
    StringBuilder table = new StringBuilder("id,grade,desk\n");
    for (int number = 0; number < INCIDENTS; number++) {
      boolean named = number % 2 == 0;
      String victims = named ? ", namedVictims: 2" : ", namedVictims: 0";
      DossierBuilder dossier =
          new DossierBuilder()
              .incident("id: 'i" + number + "'")
              .claim("c", "killed", "count: {min: 2, max: 2}" + victims);
      for (int witness = 0; witness <= number % 3; witness++) {
        dossier.says("s" + witness, "resident", "proximity: 'first-hand'", "c asserts");
      }
      dossiers.add(dossier.tree().toString());
      boolean supported = named != (number % 9 == 0);
      table.append("i%d,%s,%s%n".formatted(number, supported ? "fair" : "weak", number % 4 < 2));
    }
    archive = Files.write(folder.resolve("a.jsonl"), dossiers);
    grades = Files.writeString(folder.resolve("g.csv"), table);
    candidate = folder.resolve("candidate");
  }

  private Cli run(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("fit", "--archive", archive.toString(), "--grades", grades.toString()));
    arguments.addAll(List.of("--resamples", "100", "--folds", "4"));
    arguments.addAll(Arrays.asList(more));
    return Cli.run(arguments.toArray(String[]::new));
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        texts.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }

  @Test
  void aCandidateIsWrittenThatDiffersInWeightsOnly() throws IOException {
    Map<String, String> before = files(Path.of("rules"));
    Cli told = run("--out", candidate.toString(), "--strength", "0.1", "--split", "desk");
    assertThat(told.err()).isEmpty();
    assertThat(told.code()).isZero();
    assertThat(told.text())
        .contains(
            "120 graded claims: 60 confirmed or fair, 60 not",
            "toll.named-victims",
            "Held out, all: 120 claims",
            "Held out, desk true: 60 claims",
            "AUC, confirmed or fair above the others",
            "bilan check --rules " + candidate,
            "bilan diff --rules rules --rules " + candidate,
            "bilan impact --base rules --rules " + candidate);
    assertThat(files(Path.of("rules"))).isEqualTo(before);

    before.keySet().removeIf(path -> path.endsWith(".md"));
    Map<String, String> after = files(candidate);
    assertThat(after).containsOnlyKeys(before.keySet());
    after.forEach(
        (path, text) ->
            assertThat(text.replaceFirst("weight: \\{value: -?\\d+,", "weight: {value: *,"))
                .as(path)
                .isEqualTo(
                    before
                        .get(path)
                        .replaceFirst("weight: \\{value: -?\\d+,", "weight: {value: *,")));
    assertThat(before.get(NAMED)).contains("value: 3, limits: [0, 8]");
    // No farther than its topic's cap lets it count.
    assertThat(after.get(NAMED)).containsPattern("value: [4-8], limits: \\[0, 8]");
    assertThat(Cli.run("check", "--rules", candidate.toString()).code()).isZero();
  }

  @Test
  void machinesReadTheSameWhateverTheOrder() throws IOException {
    Path report = folder.resolve("fit.json");
    Cli first =
        run("--out", candidate.toString(), "--format", "json", "--report", report.toString());
    assertThat(first.code()).isZero();
    assertThat(first.text()).isEmpty();
    JsonNode told = new ObjectMapper().readTree(Files.readAllBytes(report));
    assertThat(told.at("/claims").intValue()).isEqualTo(INCIDENTS);
    assertThat(told.at("/chosen").booleanValue()).isTrue();
    assertThat(told.at("/gain/measures/auc.supported/rise/low").doubleValue()).isPositive();
    assertThat(told.at("/rules").size()).isGreaterThan(80);
    assertThat(told.at("/missing").isEmpty()).isTrue();
    assertThat(told.at("/ungraded").intValue()).isZero();
    assertThat(Files.list(candidate).map(Path::getFileName).map(Path::toString))
        .doesNotContain("fit.json");

    Collections.shuffle(dossiers, new Random(1));
    Files.write(archive, dossiers);
    Cli second = run("--out", folder.resolve("second").toString(), "--format", "json");
    assertThat(second.text().strip()).isEqualTo(Files.readString(report).strip());
    assertThat(files(folder.resolve("second"))).isEqualTo(files(candidate));
  }

  @Test
  void itSpeaksFrench() {
    assertThat(run("--out", candidate.toString(), "--strength", "1", "--lang", "fr").text())
        .contains("120 affirmations cotées", "retenu par", "perte logarithmique")
        .doesNotContain("claims", "held");
  }

  @Test
  void nothingIsWrittenOverRulesOrAnythingElse() throws IOException {
    TunedRules rules = TunedRules.in(Files.createDirectories(folder.resolve("up/rules")));
    Map<String, String> before = files(folder);
    Path link = Files.createSymbolicLink(folder.resolve("link"), rules.root());
    for (Map.Entry<Path, String> each :
        Map.of(
                rules.root(),
                "it is the rules folder",
                link,
                "it is the rules folder",
                rules.root().resolve("toll/new"),
                "it is in the rules folder",
                folder.resolve("up"),
                "is in it",
                grades,
                "it is a file",
                folder,
                "is in it",
                folder.resolve("none/new"),
                "there is no folder")
            .entrySet()) {
      Cli refused = run("--rules", rules.folder(), "--out", each.getKey().toString());
      assertThat(refused.code()).as(each.getKey().toString()).isEqualTo(2);
      assertThat(refused.err()).contains(each.getValue());
    }
    Files.delete(link);
    Files.createDirectories(candidate);
    Files.writeString(candidate.resolve("mine.txt"), "mine");
    Cli full = run("--out", candidate.toString());
    assertThat(full.code()).isEqualTo(2);
    assertThat(full.err()).contains("it is not empty", "Name a folder that is not there yet");
    Files.delete(candidate.resolve("mine.txt"));
    assertThat(files(folder)).isEqualTo(before);

    Path inside = candidate.resolve("report.txt");
    assertThat(run("--out", candidate.toString(), "--report", inside.toString()).code())
        .isEqualTo(2);
    // An empty folder is welcome.
    assertThat(run("--out", candidate.toString(), "--strength", "1").code()).isZero();
    assertThat(candidate.resolve("ruleset.yaml")).exists();
  }

  @Test
  void badUseAndBadInputAreToldAtOnce() throws IOException {
    Cli numbers = run("--out", candidate.toString(), "--strength", "0", "--seed", "2");
    assertThat(numbers.code()).isEqualTo(2);
    Cli both =
        Cli.run(
            "fit",
            "--archive",
            archive.toString(),
            "--grades",
            grades.toString(),
            "--out",
            candidate.toString(),
            "--folds",
            "1",
            "--strength",
            "NaN",
            "--resamples",
            "3");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).contains("--folds is 1", "--strength is NaN", "--resamples is 3");
    assertThat(run("--out", candidate.toString(), "--split", "dsk").err())
        .contains("Did you mean \"desk\"?");
    Files.writeString(grades, "id,grade\ni1,weak\ni2,weak\ni3,fair\n");
    Cli few = run("--out", candidate.toString());
    assertThat(few.code()).isEqualTo(1);
    assertThat(few.err()).contains("1 of the graded claims are confirmed or fair, 2 are not");
    Files.writeString(grades, "id,grade\ni1,good\n");
    assertThat(run("--out", candidate.toString()).code()).isEqualTo(1);
    assertThat(candidate).doesNotExist();
  }
}
