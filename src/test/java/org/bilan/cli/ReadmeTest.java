package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the README shows is what a person sees. */
class ReadmeTest {

  private static final String INDENT = "    ";

  @Test
  void theAssessmentShownIsTheOnePrinted() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("README.md"));
    String shown =
        lines.stream()
            .dropWhile(line -> !line.startsWith(INDENT + "█"))
            .takeWhile(line -> line.startsWith(INDENT))
            .map(line -> line.substring(INDENT.length()))
            .collect(Collectors.joining("\n"));

    assertThat(shown).hasLineCount(39).contains("civilians-14");
    assertThat(Cli.run("score", "seeds/amasrakad.json").text().replace("\r", "")).contains(shown);
  }
}
