package org.bilan.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** The option {@code --archive}, the same for every command that reads archives beside others. */
final class ArchiveOption {

  @Option(
      names = "--archive",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = ReadingOptions.FILES)
  private List<String> files;

  /** Names of files, or - for standard input. */
  List<String> files() {
    return files;
  }
}
