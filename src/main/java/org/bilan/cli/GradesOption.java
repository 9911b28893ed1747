package org.bilan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bilan.evaluation.HumanGrades;
import org.bilan.evaluation.InvalidGrades;
import picocli.CommandLine.Option;

/** The option {@code --grades}: what people made of incidents. */
final class GradesOption {

  @Option(
      names = "--grades",
      required = true,
      paramLabel = "FILE",
      description = "Table of the grades that people gave")
  private Path file;

  Path file() {
    return file;
  }

  /** Reads the table. */
  HumanGrades read() throws InvalidGrades, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return HumanGrades.read(in, file.toString());
    }
  }

  /** Tells what is wrong with the table. */
  void tell(List<String> problems) {
    problems.forEach(problem -> System.err.println(Terminal.safe(file + ": " + problem)));
  }
}
