package org.bilan.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** The directory where Bilan keeps what it must not lose. One Bilan at a time uses it. */
record BilanHome(Path directory) {

  PostgresData data() {
    return new PostgresData(directory.resolve("postgres"));
  }

  Path log() {
    return directory.resolve("postgres.log");
  }

  /**
   * Creates the directory if need be and claims it for this JVM. The claim ends with the JVM,
   * however that ends: the operating system sees to it. Call it once in a JVM and keep the result
   * reachable.
   */
  FileLock claim() {
    return claimIfFree()
        .orElseThrow(
            () ->
                CannotStart.because(
                    "Another Bilan%s already uses %s. Stop that one, or give this one a home of its own"
                        + " (BILAN_HOME=/another/directory) or a database of its own (DATABASE_URL=postgres://...).",
                    owner(), directory));
  }

  private String owner() {
    try {
      String process = Files.readString(directory.resolve("lock")).strip();
      return process.isEmpty() ? "" : " (process " + process + ")";
    } catch (IOException unknown) {
      return "";
    }
  }

  /** As {@link #claim}; empty when another Bilan has it. */
  Optional<FileLock> claimIfFree() {
    Path lockFile = directory.resolve("lock");
    try {
      createDirectory();
      FileChannel channel =
          FileChannel.open(
              lockFile,
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
      return Optional.of(lock);
    } catch (IOException problem) {
      throw CannotStart.because(
          "Its home %s cannot be written to (%s). Set BILAN_HOME to a directory where this user may"
              + " write, or DATABASE_URL to a PostgreSQL of your own.",
          directory, problem);
    }
  }

  /**
   * The secret from which this archive's keys are derived; made when there is none yet. Not inside
   * the database's directory, nor in the database: whoever gets a copy of that alone cannot forge.
   */
  String secret() {
    Path file = directory.resolve("secret");
    try {
      createDirectory();
      if (!Files.exists(file)) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        // Whoever is killed half-way leaves a file of another name; of two, the first one stays.
        Path unfinished = Files.createTempFile(directory, "secret", ".unfinished");
        Files.writeString(unfinished, HexFormat.of().formatHex(random) + "\n");
        try {
          Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException madeMeanwhile) {
          // Then that is the secret.
        } finally {
          Files.delete(unfinished);
        }
      }
      return Files.readString(file).strip();
    } catch (IOException problem) {
      throw CannotStart.because("The archive's secret in %s cannot be had: %s", file, problem);
    }
  }

  private void createDirectory() throws IOException {
    if (!Files.isDirectory(directory)) {
      // An archive of claims is nobody else's business.
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldInThisJvm) {
      return null;
    }
  }
}
