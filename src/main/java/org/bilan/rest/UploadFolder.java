package org.bilan.rest;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a service receives files; only its user may look into it. What a service that was killed
 * left there is deleted by the next: its lock is free.
 *
 * @param lock is held while the service runs
 */
record UploadFolder(Path folder, FileChannel lock) implements AutoCloseable {

  private static final String NAME = "bilan-uploads-";
  private static final String LOCK = "lock";

  /** A new one in a directory, which is made if it is not there. */
  static UploadFolder in(Path among) throws IOException {
    Path folder = Files.createTempDirectory(Files.createDirectories(among), NAME);
    FileChannel lock =
        FileChannel.open(
            folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    lock.lock();
    sweep(folder);
    return new UploadFolder(folder, lock);
  }

  private static void sweep(Path own) throws IOException {
    try (DirectoryStream<Path> others = Files.newDirectoryStream(own.getParent(), NAME + "*")) {
      for (Path other : others) {
        if (!other.equals(own) && isLeft(other)) {
          delete(other);
        }
      }
    }
  }

  /** One without a lock is being made just now, or nobody can look into it. */
  private static boolean isLeft(Path other) {
    try (FileChannel channel = FileChannel.open(other.resolve(LOCK), StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      return free != null;
    } catch (IOException | OverlappingFileLockException notOurs) {
      return false;
    }
  }

  /** A new directory for the files of one request. */
  Path forRequest() throws IOException {
    return Files.createTempDirectory(folder, "");
  }

  /** Deletes a directory with all that is in it, if it is there. */
  static void delete(Path directory) throws IOException {
    if (directory == null) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      List<Path> inside = all.sorted(Comparator.reverseOrder()).toList();
      for (Path one : inside) {
        Files.deleteIfExists(one);
      }
    } catch (NoSuchFileException gone) {
      // That is what was wanted.
    }
  }

  @Override
  public void close() throws IOException {
    delete(folder);
    lock.close();
  }
}
