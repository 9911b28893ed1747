package org.bilan.examination;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What became of a file, in words. */
final class Outcomes {

  private Outcomes() {}

  /** The code of a refusal, or the marks, or nothing when all was well. */
  static String of(Examiner examiner, Path file) throws IOException {
    try {
      return examiner.examine(file).examination().marks().stream()
          .map(Mark::word)
          .collect(Collectors.joining(" "));
    } catch (RefusedFile e) {
      return e.code();
    }
  }

  static boolean isExpected(HostileFile file, String outcome) {
    boolean odd = file.expected().contains(HostileFile.ODD) && !outcome.isEmpty();
    return file.expected().isEmpty()
        || odd
        || Arrays.stream(outcome.split(" ")).anyMatch(file.expected()::contains);
  }
}
