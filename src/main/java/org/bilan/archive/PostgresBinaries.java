package org.bilan.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked from the class path (Zonky's builds) into the Bilan home.
 * Not into the shared temporary directory, where others could put their own programs in our place.
 */
record PostgresBinaries(Path directory) {

  /** Unpacks the programs for this machine, unless that has been done before. */
  static PostgresBinaries unpackedIn(Path home) throws IOException {
    String archive = "postgres-%s.txz".formatted(machine());
    byte[] packed;
    try (InputStream in = PostgresBinaries.class.getClassLoader().getResourceAsStream(archive)) {
      if (in == null) {
        throw CannotStart.because(
            "There is no embedded PostgreSQL for this machine (%s). Set DATABASE_URL to a PostgreSQL"
                + " of your own.",
            machine());
      }
      packed = in.readAllBytes();
    }
    CRC32 sum = new CRC32(); // tells versions apart, nothing more
    sum.update(packed);
    Path directory = home.resolve("postgres-programs-%08x".formatted(sum.getValue()));
    if (!Files.isDirectory(directory)) {
      // Whoever is killed half-way leaves a directory of another name.
      Path unfinished = directory.resolveSibling("postgres-programs.unfinished");
      delete(unfinished);
      unpack(packed, unfinished);
      Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
    }
    return new PostgresBinaries(directory);
  }

  /** Runs one of the programs to its end; its output is told if it fails. */
  void run(String program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (asRoot()) {
      // PostgreSQL refuses to run as root. In a user namespace of its own it does not see that it
      // is.
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(directory.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    Path output = Files.createTempFile(directory, program, ".out");
    try {
      // A file, not a pipe: a postmaster would inherit the pipe and keep it open for as long as it
      // runs.
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      if (builder.start().waitFor() != 0) {
        String told = Files.readString(output).strip();
        throw new IOException(program + " failed: " + told + hint(told));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(program + " was interrupted", interrupted);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  /** Whether any process still runs one of the programs, of this version or an earlier one. */
  boolean inUse() throws IOException {
    String home = directory.toRealPath().getParent() + "/postgres-programs-";
    return ProcessHandle.allProcesses()
        .anyMatch(process -> process.info().command().orElse("").startsWith(home));
  }

  private static String hint(String told) {
    return asRoot() && told.contains("unshare")
        ? " PostgreSQL does not run as root here: run Bilan as another user, or set DATABASE_URL."
        : "";
  }

  private static boolean asRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static String machine() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return (system.startsWith("mac") ? "darwin" : system.replace(' ', '_'))
        + "-"
        + switch (processor) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> processor;
        };
  }

  private static void unpack(byte[] packed, Path directory) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new BufferedInputStream(
                new XZInputStream(new java.io.ByteArrayInputStream(packed)), 1 << 16))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
        Path path = directory.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, path);
          boolean executable = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }

  /** Deletes a directory and what is in it, if it exists. */
  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException problem)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
