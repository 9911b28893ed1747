package org.bilan.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

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
    Path lockFile = directory.resolve("lock");
    try {
      if (!Files.isDirectory(directory)) {
        // An archive of claims is nobody else's business.
        Files.createDirectories(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      FileChannel channel =
          FileChannel.open(
              lockFile,
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        String owner = Files.readString(lockFile).strip();
        channel.close();
        throw CannotStart.because(
            "Another Bilan%s already uses %s. Stop that one, or give this one a home of its own"
                + " (BILAN_HOME=/another/directory) or a database of its own (DATABASE_URL=postgres://...).",
            owner.isEmpty() ? "" : " (process " + owner + ")", directory);
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
      return lock;
    } catch (IOException problem) {
      throw CannotStart.because(
          "Its home %s cannot be written to (%s). Set BILAN_HOME to a directory where this user may"
              + " write, or DATABASE_URL to a PostgreSQL of your own.",
          directory, problem);
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
