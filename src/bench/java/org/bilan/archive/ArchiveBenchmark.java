package org.bilan.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the time goes when an archive is rescored, side by side in one run: (a) reading and parsing
 * alone, (b) reading, judging, writing files, (c) a rescoring in PostgreSQL, (d) COPY of the same
 * rows alone. Each in a JVM of its own with a small heap, whose peak of memory the kernel tells.
 *
 * <p>{@code mvn -Pbench -Dbench.main=org.bilan.archive.ArchiveBenchmark -Dbench="CLAIMS DIR"}; an
 * archive that is in DIR already is used again. It takes some ten kilobytes of disk for each claim.
 */
final class ArchiveBenchmark {

  private static final String HEAP = System.getProperty("bench.heap", "-Xmx640m");

  private final Path directory;
  private final Path archive;
  private final Path home;

  private ArchiveBenchmark(Path directory, long claims) {
    this.directory = directory;
    this.archive = directory.resolve("archive-%d.jsonl".formatted(claims));
    this.home = directory.resolve("home-" + claims);
  }

  /** {@code CLAIMS DIR}. */
  public static void main(String... arguments) throws Exception {
    String[] given = String.join(" ", arguments).strip().split("\\s+");
    if (given.length != 2) {
      System.err.println("Say how many claims, and a directory: CLAIMS DIR");
      System.exit(2);
    }
    long claims = Long.parseLong(given[0]);
    ArchiveBenchmark benchmark =
        new ArchiveBenchmark(Files.createDirectories(Path.of(given[1])), claims);
    benchmark.prepare(claims);
    benchmark.measure();
  }

  private void prepare(long claims) throws Exception {
    if (!Files.exists(archive)) {
      run(Map.of(), "org.bilan.importer.GeneratedArchive", claims + " " + archive);
    }
    if (!Files.exists(home)) {
      serveOnce(Path.of("rules"));
      run(environment(), "org.bilan.archive.ArchiveStage", "store", archive.toString());
    }
    serveOnce(otherRules());
  }

  private void measure() throws Exception {
    double read = run(Map.of(), "org.bilan.archive.ArchiveStage", "a", archive.toString());
    Path scores = directory.resolve("scores.jsonl");
    double score =
        run(Map.of(), "org.bilan.archive.ArchiveStage", "b", archive.toString(), scores.toString());
    Files.delete(scores);
    double rescore = run(environment(), "org.bilan.archive.ArchiveStage", "c");
    double copy = run(environment(), "org.bilan.archive.ArchiveStage", "d");
    System.out.printf("b / a                %5.2f   aim: at most 2.5%n", score / read);
    System.out.printf(
        "c / the larger of a, d %3.2f   aim: at most 2.5%n", rescore / Math.max(read, copy));
  }

  private Map<String, String> environment() {
    return Map.of("BILAN_HOME", home.toString());
  }

  /** Rules of another revision: all dossiers are due. */
  private Path otherRules() throws IOException {
    Path rules = Path.of("rules");
    Path other = Files.createTempDirectory(directory, "rules");
    try (Stream<Path> files = Files.walk(rules)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = other.resolve(rules.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Path settings = other.resolve("ruleset.yaml");
    Files.writeString(
        settings,
        Files.readString(settings).replace("prior:\n  value: -4\n", "prior:\n  value: -7\n")
            + "\n# "
            + System.nanoTime()
            + "\n");
    return other;
  }

  /** A service makes the tables, and puts its rules in force. */
  private void serveOnce(Path rules) throws Exception {
    Process service =
        start(
            Map.of("BILAN_HOME", home.toString(), "BILAN_RULES", rules.toString()),
            List.of("org.bilan.Main", "serve", "--port", "0"));
    try (BufferedReader lines = service.inputReader()) {
      String line = lines.readLine();
      while (line != null && !line.contains("Bilan listens on")) {
        line = lines.readLine();
      }
      service.toHandle().destroy(); // Process.destroy would close what is read here
      while (lines.readLine() != null) {
        // It must not wait for a reader.
      }
    }
    service.waitFor();
  }

  /** Tells what it says, and returns the seconds that it says last. */
  private static double run(Map<String, String> environment, String... command) throws Exception {
    Process process = start(environment, List.of(command));
    double seconds = 0;
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("seconds ")) {
          seconds = Double.parseDouble(line.substring(8));
        } else {
          System.out.println(line);
        }
      }
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": " + process.exitValue());
    }
    return seconds;
  }

  private static Process start(Map<String, String> environment, List<String> arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(arguments);
    // The service is the packaged one: Quarkus has to have built it.
    if (arguments.get(0).equals("org.bilan.Main")) {
      command =
          new ArrayList<>(
              List.of(command.get(0), HEAP, "-jar", "target/quarkus-app/quarkus-run.jar"));
      command.addAll(arguments.subList(1, arguments.size()));
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }
}
