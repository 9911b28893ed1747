package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.Language;
import org.bilan.dossier.Documents;
import org.bilan.importer.Reading;
import org.bilan.ruleset.Ruleset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringTest {

  @TempDir private Path folder;

  @Test
  void aFaultOfOursIsToldAndTheOtherDossiersAreScored() throws Exception {
    Path archive =
        Files.write(
            folder.resolve("a.jsonl"),
            List.of(named("one"), named("two"), named("three"), named("two")));
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    List<String> shown = new ArrayList<>();
    try (Ruleset ruleset = Ruleset.load(Path.of("rules"))) {
      Scoring<Assessment> scoring =
          new Scoring<>(
              (dossier, json) -> {
                if (dossier.incident().id().equals("two")) {
                  throw new IllegalStateException("a bug");
                }
                return ruleset.judge(dossier, Language.EN);
              },
              new PrintStream(errors, true, StandardCharsets.UTF_8));
      scoring.score(
          List.of(archive.toString()),
          Reading.AS_FOUND,
          assessment -> shown.add(assessment.incident()));
      assertThat(scoring.failed()).isEqualTo(2);
      assertThat(scoring.exitCode()).isEqualTo(70);
    }
    assertThat(shown).containsExactly("one", "three");
    List<String> told = errors.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(told.get(0)).startsWith(archive + ":2: internal fault");
    assertThat(told.get(1)).isEqualTo("  java.lang.IllegalStateException: a bug");
    assertThat(told.get(2)).contains("at org.bilan.cli.ScoringTest");
    // The same fault again has the same trace: that is told once.
    assertThat(told.get(told.size() - 1)).startsWith(archive + ":4: internal fault");
    assertThat(told).filteredOn(line -> line.contains("a bug")).hasSize(1);
  }

  @Test
  void manyDossiersAreShownInTheirOrder() throws Exception {
    List<String> names = IntStream.range(0, 500).mapToObj(i -> "d" + i).toList();
    Path archive =
        Files.write(folder.resolve("a.jsonl"), names.stream().map(ScoringTest::named).toList());
    Set<String> threads = ConcurrentHashMap.newKeySet();
    List<String> shown = new ArrayList<>();
    Scoring<String> scoring =
        new Scoring<>(
            (dossier, json) -> {
              threads.add(Thread.currentThread().getName());
              return dossier.incident().id();
            },
            System.err);
    scoring.score(List.of(archive.toString()), Reading.AS_FOUND, shown::add);
    assertThat(shown).isEqualTo(names);
    assertThat(threads).isNotEmpty().doesNotContain(Thread.currentThread().getName());
  }

  private static String named(String incident) {
    return Documents.with("/incident/id", '"' + incident + '"').toString();
  }
}
