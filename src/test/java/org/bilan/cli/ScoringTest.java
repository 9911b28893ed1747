package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.bilan.assessment.Language;
import org.bilan.dossier.Documents;
import org.bilan.ruleset.Ruleset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoringTest {

  @TempDir private Path folder;

  @Test
  void aFaultOfOursIsToldAndTheOtherDossiersAreScored() throws Exception {
    Path archive =
        Files.write(folder.resolve("a.jsonl"), List.of(named("one"), named("two"), named("three")));
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    List<String> shown = new ArrayList<>();
    Logged logged = new Logged();
    Logger log = Logger.getLogger(Scoring.class.getName());
    log.addHandler(logged);
    log.setUseParentHandlers(false);
    try (Ruleset ruleset = Ruleset.load(Path.of("rules"))) {
      Scoring scoring =
          new Scoring(
              dossier -> {
                if (dossier.incident().id().equals("two")) {
                  throw new IllegalStateException("a bug");
                }
                return ruleset.judge(dossier, Language.EN);
              },
              new PrintStream(errors, true, StandardCharsets.UTF_8));
      scoring.score(
          List.of(archive.toString()), (dossier, assessment) -> shown.add(assessment.incident()));
      assertThat(scoring.faults()).isEqualTo(1);
      assertThat(scoring.bad()).isZero();
    } finally {
      log.setUseParentHandlers(true);
      log.removeHandler(logged);
    }
    assertThat(shown).containsExactly("one", "three");
    assertThat(errors.toString(StandardCharsets.UTF_8))
        .hasLineCount(1)
        .startsWith(archive + ":2: internal fault")
        .doesNotContain("a bug", "\tat ");
    assertThat(logged.records).hasSize(1);
    assertThat(logged.records.get(0).getThrown()).hasMessage("a bug");
  }

  private static String named(String incident) {
    return Documents.with("/incident/id", '"' + incident + '"').toString();
  }

  private static final class Logged extends Handler {
    private final List<LogRecord> records = new ArrayList<>();

    @Override
    public void publish(LogRecord record) {
      records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
