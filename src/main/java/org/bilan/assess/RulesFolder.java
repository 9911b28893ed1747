package org.bilan.assess;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.bilan.ruleset.RulesetFiles;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The folder of {@code bilan.rules} ({@code BILAN_RULES}), or ./rules, and whether it has changed.
 */
@ApplicationScoped
class RulesFolder {

  /** For so long nobody may have touched it: who copies files is not done after the first. */
  static final Duration STABLE = Duration.ofSeconds(2);

  private final Path path;
  private final LongSupplier nanoTime;
  private String taken;
  private String seen;
  private long since;

  @Inject
  RulesFolder(@ConfigProperty(name = "bilan.rules") Optional<String> folder) {
    this(Path.of(folder.filter(name -> !name.isBlank()).orElse("rules")), System::nanoTime);
  }

  /**
   * A folder.
   *
   * @param nanoTime a clock that never steps
   */
  RulesFolder(Path path, LongSupplier nanoTime) {
    this.path = path;
    this.nanoTime = nanoTime;
  }

  Path path() {
    return path;
  }

  /**
   * Notes what has been read: from here on it has changed when it stands otherwise.
   *
   * @param look as it stood before it was read
   */
  synchronized void taken(String look) {
    taken = look;
  }

  /** Whether it stands otherwise than when it was taken, and has for two seconds. */
  synchronized boolean changed() {
    String now = look();
    if (!now.equals(seen)) {
      seen = now;
      since = nanoTime.getAsLong();
    }
    return !now.equals(taken) && nanoTime.getAsLong() - since >= STABLE.toNanos();
  }

  /** Names, lengths and times of all files: what a change can hardly leave as it is. */
  String look() {
    TreeMap<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(path.toRealPath())) {
      Path root = path.toRealPath();
      walk.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !RulesetFiles.forPeople(root.relativize(file)))
          .forEach(file -> files.put(file.toString(), stamp(file)));
    } catch (IOException | UncheckedIOException changing) {
      return "unreadable: " + changing.getMessage();
    }
    return files.toString();
  }

  private static String stamp(Path file) {
    try {
      return Files.size(file)
          + " "
          + Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
    } catch (IOException gone) {
      return "gone";
    }
  }
}
