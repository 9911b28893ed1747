package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import org.bilan.assessment.Language;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Victims;
import org.bilan.movement.Example;
import org.bilan.movement.Moved;
import org.bilan.movement.Movement;
import org.bilan.movement.RunFacts;
import org.bilan.movement.Stood;
import org.bilan.movement.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run moved, as a command prints it; {@code -Dmoved.write=true} as in ToldTest. */
class MovedTableTest {

  private static final Path KNOWN = Path.of("src/test/resources/moved");

  private static String table(RunFacts run, Moved moved, Language language) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      new MovedTable(out, language).print(run, moved);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aPersonReadsTheTable(Language language) throws IOException {
    Path file = KNOWN.resolve("example." + language.word() + ".txt");
    String told = table(Example.RUN, Example.moved(), language);
    if (Boolean.getBoolean("moved.write")) {
      Files.writeString(file, told);
    }
    assertThat(told).isEqualTo(Files.readString(file));
  }

  @Test
  void aRunThatHasJudgedNothingYetIsToldToo() {
    RunFacts run =
        new RunFacts(
            "7",
            "r",
            Optional.empty(),
            "a",
            "",
            "b",
            Instant.EPOCH,
            Optional.empty(),
            true,
            3,
            Optional.empty());
    assertThat(table(run, new Movement().moved(Example.LIVE), Language.EN))
        .contains(
            "run 7", "dossiers: all", "it goes on", "a dry run", "3  dossiers that the run is of")
        .doesNotContain("Grades", "Tolls");
  }

  @Test
  void nothingSteersTheTerminalAndNotEachConflictIsTold() {
    Movement movement = new Movement();
    for (int i = 0; i < 40; i++) {
      Stood stood =
          new Stood(
              "a",
              List.of(),
              List.of(new Stood.Line(Harm.KILLED, Victims.CIVILIAN, 1, 1, OptionalInt.of(1))));
      movement.add(
          new Where("i" + i, Optional.empty(), Optional.of("\u001B[2J" + i), Optional.empty()),
          "",
          Optional.empty(),
          stood);
    }
    assertThat(table(Example.RUN, movement.moved(Example.LIVE), Language.EN))
        .doesNotContain("\u001B")
        .contains("10 more: the CSV and the page tell them");
  }

  @Test
  void frenchSaysItAll() {
    assertThat(bundle("fr").keySet()).isEqualTo(bundle("en").keySet());
    assertThat(bundle("fr").getString("run")).isEqualTo("recalcul {0}");
  }

  private static ResourceBundle bundle(String language) {
    return ResourceBundle.getBundle(
        "org.bilan.cli.moved",
        Locale.forLanguageTag(language),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
