package org.bilan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.bilan.ruleset.RulesetFiles;

/**
 * A folder that receives other rules, whole or not at all: they are written beside it, and moved
 * when they are complete. It is never that of the rules they were made from.
 */
final class CandidateFolder {

  private final Path named;
  private final Path target;

  CandidateFolder(Path folder) {
    this.named = folder;
    this.target = real(folder);
  }

  /**
   * Why rules that were made from those of a folder cannot be written there; empty when they can.
   */
  Optional<String> refused(Path rules) {
    Path inForce = real(rules);
    if (target.equals(inForce)) {
      return refuse("it is the rules folder " + rules);
    }
    if (target.startsWith(inForce)) {
      return refuse("it is in the rules folder " + rules);
    }
    if (inForce.startsWith(target)) {
      return refuse("the rules folder " + rules + " is in it");
    }
    if (Files.exists(target) && !Files.isDirectory(target)) {
      return refuse("it is a file");
    }
    if (Files.isDirectory(target) && !empty()) {
      return refuse("it is not empty");
    }
    Path parent = target.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      return Optional.of("there is no folder %s. Make it first.".formatted(parent));
    }
    return Files.isWritable(parent)
        ? Optional.empty()
        : refuse("there is no permission to write in " + parent);
  }

  private static Optional<String> refuse(String why) {
    return Optional.of(why + ". Name a folder that is not there yet.");
  }

  /** Whether a file would lie in it. */
  boolean holds(Path file) {
    return real(file).startsWith(target);
  }

  /** Writes the files of a ruleset, byte for byte as they were read but for what was changed. */
  void write(RulesetFiles files) throws IOException {
    Path part =
        target.resolveSibling(
            ".%s.%d.part".formatted(target.getFileName(), ProcessHandle.current().pid()));
    LastWords interrupted = new LastWords(() -> discard(part));
    try {
      for (String path : files.texts().keySet()) {
        Path file = part.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, files.texts().get(path));
      }
      // Onto an empty folder too; onto one that is no longer so it fails.
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      discard(part);
      interrupted.forgone();
    }
  }

  private static void discard(Path part) {
    if (!Files.exists(part)) {
      return;
    }
    try (Stream<Path> files = Files.walk(part)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      // It is a hidden folder that nobody takes for rules.
    }
  }

  private boolean empty() {
    try (Stream<Path> files = Files.list(target)) {
      return files.findAny().isEmpty();
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** Where a name leads, links followed as far as there is something. */
  private static Path real(Path named) {
    Path absolute = named.toAbsolutePath().normalize();
    for (Path there = absolute; there != null; there = there.getParent()) {
      try {
        return there.toRealPath().resolve(there.relativize(absolute)).normalize();
      } catch (IOException missing) {
        continue;
      }
    }
    return absolute;
  }

  @Override
  public String toString() {
    return named.toString();
  }
}
