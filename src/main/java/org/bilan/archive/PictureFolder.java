package org.bilan.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** Originals of pictures in a folder, by their SHA-256: {@code ab/cd/abcd…}. */
record PictureFolder(Path folder) {

  private Path place(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
  }

  /** Keeps one: under its name it is whole, and on the disk, or not there. */
  void keep(String sha256, Path file) throws IOException {
    Path place = place(sha256);
    Files.createDirectories(place.getParent(), only("rwx------"));
    Path part = Files.createTempFile(place.getParent(), "part-", null, only("rw-------"));
    try {
      MessageDigest digest = DigestUtils.getSha256Digest();
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      }
      if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
        throw new IOException("A picture's file was changed while it was being kept");
      }
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
      force(part, StandardOpenOption.WRITE);
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
      force(place.getParent(), StandardOpenOption.READ);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  boolean holds(String sha256) {
    return Files.exists(place(sha256));
  }

  InputStream read(String sha256) throws IOException {
    return Files.newInputStream(place(sha256));
  }

  void delete(String sha256) throws IOException {
    Files.deleteIfExists(place(sha256));
  }

  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  private static FileAttribute<?> only(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
