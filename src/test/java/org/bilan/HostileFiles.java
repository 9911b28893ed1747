package org.bilan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files made to do harm, or broken, that somebody may send or leave as rules. */
public final class HostileFiles {

  private static final Path ROOT = Path.of("src/test/resources/hostile");

  /** A rule's files without their endings, in whose place cards, questions and cases are put. */
  public static final String RULE = "independence/second-origin";

  /** What payloads set, should they ever run. */
  private static final String EXECUTED = "bilan.hostile.executed";

  /** Names the file that payloads make, should they ever run. */
  private static final String MARK = "bilan.hostile.file";

  private static final Path MARKED = Path.of("target", "bilan-hostile");

  private HostileFiles() {}

  /**
   * A file.
   *
   * @param path in the corpus
   * @param refused the first code of its refusal by what reads it
   */
  public record Hostile(String path, byte[] content, String refused) {

    /** What it is sent as: the name of its folder. */
    public String family() {
      return path.substring(0, path.indexOf('/'));
    }

    /** Whether it is a file of a rule. */
    public boolean ofARule() {
      return List.of("cards", "questions", "cases").contains(family());
    }

    /** Where it goes among a ruleset's files. */
    public String place() {
      return RULE + path.substring(path.indexOf('.'));
    }

    @Override
    public String toString() {
      return path;
    }
  }

  /** All of some families, by path. */
  public static Stream<Hostile> of(String... families) {
    Map<String, String> expected = expected();
    return Stream.of(families)
        .flatMap(HostileFiles::paths)
        .map(
            path ->
                new Hostile(path, read(ROOT.resolve(path)), expected.getOrDefault(path, "none")));
  }

  /** The code that is pinned for each file, by path. */
  public static Map<String, String> expected() {
    Map<String, String> expected = new TreeMap<>();
    new String(read(ROOT.resolve("expected.tsv")), StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split("\t"))
        .forEach(columns -> expected.put(columns[0], columns[1]));
    return expected;
  }

  private static Stream<String> paths(String family) {
    try (Stream<Path> files = Files.list(ROOT.resolve(family))) {
      return files.map(file -> family + "/" + file.getFileName()).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the hostile files are spoilt from: rules, sheets, an archive, a change. */
  public static Path unspoilt(String name) {
    return ROOT.resolve("unspoilt").resolve(name);
  }

  /** The bytes of a file. */
  public static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells payloads where to leave their mark. */
  public static void watch() {
    System.clearProperty(EXECUTED);
    System.setProperty(MARK, MARKED.toString());
  }

  /** What ran: empty when nothing did. */
  public static String ran() {
    return System.getProperty(EXECUTED, "")
        + (Files.exists(MARKED) ? MARKED : "")
        + (Files.exists(MARKED.getFileName()) ? MARKED.getFileName() : "");
  }
}
