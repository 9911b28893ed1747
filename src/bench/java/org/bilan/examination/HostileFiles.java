package org.bilan.examination;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * All hostile files, one after the other through a worker: what became of them, what the worker
 * held at most, and that a good file is examined afterwards as before.
 */
public final class HostileFiles {

  private HostileFiles() {}

  public static void main(String[] args) throws IOException, RefusedFile {
    Path file = Files.createTempFile("hostile", "");
    Path good = Files.createTempFile("good", "");
    Files.write(good, Drawn.jpeg(300, 200));
    Map<String, Integer> outcomes = new TreeMap<>();
    int wrong = 0;
    int count = 0;
    long slowest = 0;
    String slow = "";
    try (Examiner examiner = new Examiner(Limits.DEFAULTS);
        WorkerMemory memory = new WorkerMemory()) {
      byte[] before = ExaminationJson.write(examiner.examine(good).examination());
      for (HostileFile hostile : HostileFile.all()) {
        Files.write(file, hostile.content().get());
        long start = System.nanoTime();
        String outcome = Outcomes.of(examiner, file);
        long took = (System.nanoTime() - start) / 1_000_000;
        if (took > slowest) {
          slowest = took;
          slow = hostile.name();
        }
        count++;
        outcomes.merge(
            outcome.startsWith("file.") ? "refused" : outcome.isEmpty() ? "examined" : "marked",
            1,
            Integer::sum);
        if (!Outcomes.isExpected(hostile, outcome)) {
          wrong++;
          System.out.println(
              "WRONG " + hostile.name() + ": " + outcome + ", not " + hostile.expected());
        }
      }
      byte[] after = ExaminationJson.write(examiner.examine(good).examination());
      Runtime runtime = Runtime.getRuntime();
      System.gc();
      System.out.printf(
          "%d files: %s; not as expected: %d%n"
              + "worker's greatest memory %d MB; workers lost %d; heap of this process %d MB%n"
              + "slowest %d ms (%s); a good file as before: %b%n",
          count,
          outcomes,
          wrong,
          memory.soFar(),
          examiner.lost(),
          (runtime.totalMemory() - runtime.freeMemory()) >> 20,
          slowest,
          slow,
          Arrays.equals(before, after));
    } finally {
      Files.delete(file);
      Files.delete(good);
    }
  }
}
