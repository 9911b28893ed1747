package org.bilan.examination;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * How long picture files take, and how much memory their worker: of a folder that is the argument.
 * The first line is a worker's start.
 */
public final class Examinations {

  private static final int TIMES = 5;

  private Examinations() {}

  public static void main(String[] args) throws IOException {
    try (Examiner examiner = new Examiner(Limits.DEFAULTS)) {
      Path small = Files.createTempFile("start", "");
      Files.write(small, Drawn.jpeg(64, 64));
      long start = System.nanoTime();
      outcome(examiner, small);
      System.out.printf("start and a small file: %d ms%n", since(start));
      Files.delete(small);
      try (Stream<Path> files = Files.list(Path.of(args[0]))) {
        for (Path file : files.sorted().toList()) {
          time(examiner, file);
        }
      }
      System.out.println("workers lost: " + examiner.lost());
    }
  }

  private static void time(Examiner examiner, Path file) throws IOException {
    long[] took = new long[TIMES];
    String outcome = "";
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      outcome = outcome(examiner, file);
      took[i] = since(start);
    }
    long first = took[0];
    Arrays.sort(took);
    System.out.printf(
        "%-22s %9d bytes  first %5d ms  median %5d ms  %s  worker's greatest memory %d MB%n",
        file.getFileName(),
        Files.size(file),
        first,
        took[TIMES / 2],
        outcome,
        WorkerMemory.greatest());
  }

  private static String outcome(Examiner examiner, Path file) throws IOException {
    try {
      Examined examined = examiner.examine(file);
      return "examined "
          + examined.examination().width()
          + " x "
          + examined.examination().height()
          + " "
          + examined.examination().marks()
          + " thumbnail "
          + examined.thumbnail().map(t -> t.length).orElse(0);
    } catch (RefusedFile e) {
      return e.code();
    }
  }

  private static long since(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
