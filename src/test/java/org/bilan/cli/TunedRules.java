package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The shipped rules in a folder of their own, as an editor changes them. */
final class TunedRules {

  static final String CARD = "independence/second-origin.yaml";

  private final Path root;

  private TunedRules(Path root) {
    this.root = root;
  }

  /** The shipped rules, as they are. */
  static TunedRules in(Path root) throws IOException {
    Path shipped = Path.of("rules");
    try (Stream<Path> files = Files.walk(shipped)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = root.resolve(shipped.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return new TunedRules(root);
  }

  /** With one weight changed: that of a second origin, from 5 to 0. */
  static TunedRules weighing(Path root) throws IOException {
    return in(root).replace(CARD, "weight: {value: 5,", "weight: {value: 0,");
  }

  /** Replaces what occurs once. */
  TunedRules replace(String file, String from, String to) throws IOException {
    String text = Files.readString(root.resolve(file));
    assertThat(text).as(file).containsOnlyOnce(from);
    Files.writeString(root.resolve(file), text.replace(from, to));
    return this;
  }

  Path root() {
    return root;
  }

  /** What the option --rules, or another of its kind, is given. */
  String folder() {
    return root.toString();
  }

  /** The dossiers of the weekend. */
  static List<String> seeds() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("seeds"))) {
      return files.map(Path::toString).filter(name -> name.endsWith(".json")).sorted().toList();
    }
  }
}
