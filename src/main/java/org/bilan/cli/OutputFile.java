package org.bilan.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written whole or not at all: whoever reads it never finds half of it under its
 * name, whatever ends the work. The part is written beside it, under a name of this process, and
 * goes with it.
 */
final class OutputFile {

  /** What writes the file's content. */
  interface Content {
    void write(PrintStream print) throws IOException;
  }

  private final Path target;
  private final Path part;

  /** Follows a link to what it names, rather than to replace the link. */
  OutputFile(Path file) throws IOException {
    this.target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    this.part =
        target.resolveSibling(
            ".%s.%d.part".formatted(target.getFileName(), ProcessHandle.current().pid()));
  }

  void write(Content content) throws IOException {
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      // A device or a pipe is written to; to replace it would be a mishap.
      print(target, content);
      return;
    }
    // Ctrl-C ends the JVM without any finally.
    Thread interrupted = new Thread(this::discard);
    Runtime.getRuntime().addShutdownHook(interrupted);
    try {
      print(part, content);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      discard();
      forget(interrupted);
    }
  }

  private static void print(Path file, Content content) throws IOException {
    try (PrintStream print =
        new PrintStream(
            new BufferedOutputStream(Files.newOutputStream(file)), false, StandardCharsets.UTF_8)) {
      content.write(print);
      if (print.checkError()) {
        throw new IOException(file + " cannot be written to; perhaps the disk is full");
      }
    }
  }

  private void discard() {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // It is a hidden file that nobody takes for the whole.
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending: the hook runs.
    }
  }
}
