package org.bilan.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What keeps a path from being read or written, found before the work begins, and what to do. */
final class FilePaths {

  private FilePaths() {}

  /** Why a file cannot be read; empty when it can. */
  static Optional<String> unreadable(Path file) {
    if (Files.isDirectory(file)) {
      return Optional.of("it is a folder. Name the files in it.");
    }
    return missing(file).or(() -> denied(Files.isReadable(file), "read it"));
  }

  /** Why a folder of rules cannot be read; empty when it can. */
  static Optional<String> unreadableFolder(Path folder) {
    if (Files.isRegularFile(folder)) {
      return Optional.of("it is a file. Name the folder that holds ruleset.yaml.");
    }
    return missing(folder)
        .or(
            () ->
                denied(Files.isReadable(folder) && Files.isExecutable(folder), "read the folder"));
  }

  /** Whether a file lies, or would lie, in a folder. */
  static boolean isIn(Path folder, Path named) {
    try {
      Path parent = OutputFile.followed(named).toAbsolutePath().getParent();
      while (parent.getParent() != null && !Files.exists(parent)) {
        parent = parent.getParent(); // what is not there yet will lie in this
      }
      return parent.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException missing) {
      return false;
    }
  }

  /** Why a file cannot be written, anew or over what is there; empty when it can. */
  static Optional<String> unwritable(Path named) {
    Path file = OutputFile.followed(named);
    if (Files.isSymbolicLink(file) && !Files.exists(file)) {
      return Optional.of("its links lead in a circle. Name the file itself.");
    }
    if (Files.isDirectory(file)) {
      return Optional.of("it is a folder. Name a file in it.");
    }
    if (Files.exists(file) && !Files.isWritable(file)) {
      return denied(false, "write to it");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isRegularFile(file) || Files.notExists(file)) {
      if (!Files.isDirectory(folder)) {
        return Optional.of(
            "there is no folder " + folder + ". Make it first, or name another place.");
      }
      return denied(Files.isWritable(folder), "write in the folder " + folder);
    }
    return Optional.empty();
  }

  /**
   * Looks whether inputs can be read and an output be written, before the work begins.
   *
   * @param inputs names of files; - is standard input
   * @param out null for standard output
   * @throws ParameterException when not, or when the output would replace an input: that is wrong
   *     use
   */
  static void check(CommandSpec command, List<String> inputs, Path out) {
    for (String input : inputs) {
      if (!input.equals("-")) {
        unreadable(Path.of(input)).ifPresent(cause -> refuse(command, "read", input, cause));
      }
    }
    if (out != null) {
      unwritable(out).ifPresent(cause -> refuse(command, "write", out.toString(), cause));
      inputs.stream()
          .filter(input -> sameFile(Path.of(input.equals("-") ? "/dev/stdin" : input), out))
          .findFirst()
          .ifPresent(
              input ->
                  refuse(
                      command,
                      "write",
                      out.toString(),
                      "it would replace the input " + input + ". Name another file."));
    }
  }

  /**
   * Looks whether files can be written into a folder that is made if it is absent, before the work
   * begins.
   *
   * @param inputs names of files that are read
   * @param files in the folder
   * @throws ParameterException when not, or when one would replace an input
   */
  static void checkFolder(CommandSpec command, Path folder, List<String> inputs, List<Path> files) {
    if (Files.isDirectory(folder)) {
      files.forEach(file -> check(command, inputs, file));
      return;
    }
    Path there = OutputFile.followed(folder).toAbsolutePath().normalize();
    while (there != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = there.getParent();
    }
    Optional<String> cause =
        there == null || !Files.isDirectory(there)
            ? Optional.of("%s is no folder. Name another place.".formatted(there))
            : denied(Files.isWritable(there), "make a folder in " + there);
    cause.ifPresent(why -> refuse(command, "write", folder.toString(), why));
  }

  private static void refuse(CommandSpec command, String act, String file, String cause) {
    throw new ParameterException(
        command.commandLine(), "Cannot %s %s: %s".formatted(act, file, cause));
  }

  /** Whether two names, perhaps by way of links, mean one file; devices and pipes are none. */
  static boolean sameFile(Path one, Path other) {
    try {
      return Files.isRegularFile(one) && Files.isRegularFile(other) && Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }

  /** Why a command stopped; nothing when nobody reads on, as when {@code head} has seen enough. */
  static void tellWhyStopped(IOException failure) {
    if (!(failure instanceof CheckedPrint.Unwritten unwritten)) {
      System.err.println(
          "Stopped, since a file failed: " + Terminal.safe(FilePaths.cause(failure)));
    } else if (!unwritten.nobodyReads()) {
      System.err.println("Stopped: " + Terminal.safe(unwritten.getMessage()));
    }
  }

  /** Whether two names mean one file, which need not be there yet. */
  static boolean sameTarget(Path one, Path other) {
    return sameFile(one, other)
        || OutputFile.followed(one)
            .toAbsolutePath()
            .normalize()
            .equals(OutputFile.followed(other).toAbsolutePath().normalize());
  }

  private static Optional<String> missing(Path path) {
    return Files.exists(path)
        ? Optional.empty()
        : Optional.of("it is not found" + from(path) + ". Check the name.");
  }

  /** A relative name depends on where one is, and there it is easily mistaken. */
  private static String from(Path path) {
    return path.isAbsolute() ? "" : " in " + Path.of("").toAbsolutePath();
  }

  private static Optional<String> denied(boolean allowed, String what) {
    return allowed
        ? Optional.empty()
        : Optional.of("there is no permission to " + what + ". Change that, or name another.");
  }

  /** What went wrong with a file in the midst of the work. */
  static String cause(IOException failure) {
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + " is not found";
    }
    if (failure instanceof AccessDeniedException denied) {
      return "there is no permission for " + denied.getFile();
    }
    if (failure instanceof FileSystemException other && other.getReason() != null) {
      return other.getFile() + ": " + other.getReason();
    }
    return String.valueOf(failure.getMessage());
  }
}
