package org.bilan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the shipped rules, to be changed as editors with a shell change them. */
record CopiedRules(Path folder) {

  /** Copies them there. */
  static CopiedRules into(Path folder) throws IOException {
    Path rules = Path.of("rules");
    try (Stream<Path> files = Files.walk(rules)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(rules.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return new CopiedRules(folder);
  }

  String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  /** Writes one thing in a file otherwise; it has to be there. */
  void edit(String file, String from, String to) throws IOException {
    String text = read(file);
    assertThat(text).contains(from);
    write(file, text.replace(from, to));
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
