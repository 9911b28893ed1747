package org.bilan.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The bytes of the pictures' files, never altered: in the database, or in a folder where one is
 * set. What was kept in the one is read from there also when the other is set later.
 */
final class Originals {

  /** Bytes of a part: few enough to be held by each who sends or reads. */
  private static final int PART = 1 << 20;

  private final DataSource database;
  private final Optional<PictureFolder> folder;

  Originals(DataSource database, Optional<Path> folder) {
    this.database = database;
    this.folder = folder.map(PictureFolder::new);
  }

  /** Whether new ones are files of the folder. */
  boolean inFolder() {
    return folder.isPresent();
  }

  /** Whether keeping one makes a file that was not there. */
  boolean places(String sha256) {
    return folder.filter(here -> !here.holds(sha256)).isPresent();
  }

  /** Keeps one, within the transaction that keeps its row, which is there. */
  void keep(Connection connection, String sha256, Path file) throws SQLException, IOException {
    if (folder.isPresent()) {
      folder.get().keep(sha256, file);
      return;
    }
    MessageDigest digest = DigestUtils.getSha256Digest();
    try (InputStream in = Files.newInputStream(file)) {
      int number = 0;
      for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
        digest.update(part);
        Jdbc.run(
            connection,
            "insert into picture_part (sha256, number, bytes) values (?, ?, ?)",
            sha256,
            number,
            part);
        number++;
      }
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
      throw new IOException("A picture's file was changed while it was being kept");
    }
  }

  /** Deletes a file of the folder; parts in the database go with the row. */
  void delete(String sha256, boolean wasInFolder) throws IOException {
    if (wasInFolder) {
      required(sha256).delete(sha256);
    }
  }

  /**
   * Deletes a file of the folder when the transaction that was to keep it failed. Whether it did,
   * or only its answer was lost, the archive tells; where it does not answer, the file stays.
   */
  void takeBack(String sha256, RuntimeException failed) {
    try {
      Jdbc.<Void>transaction(
          database,
          connection -> {
            PictureFiles.lock(connection, sha256);
            List<Boolean> kept =
                Jdbc.list(
                    connection,
                    row -> true,
                    "select 1 from picture_file where sha256 = ? and in_folder",
                    sha256);
            try {
              delete(sha256, kept.isEmpty());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            return null;
          });
    } catch (RuntimeException stays) {
      failed.addSuppressed(stays);
    }
  }

  /**
   * Writes one. Its last part is held back until all of it is found to be what was kept: what is
   * damaged is never received whole.
   *
   * @throws IOException also when it is damaged or gone
   */
  void write(String sha256, boolean isInFolder, OutputStream out) throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    byte[] held = {};
    if (isInFolder) {
      try (InputStream in = required(sha256).read(sha256)) {
        for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
          digest.update(part);
          out.write(held);
          held = part;
        }
      }
    } else {
      // A connection for each part: whoever reads slowly holds none meanwhile.
      int number = 0;
      for (byte[] part = part(sha256, number); part.length > 0; part = part(sha256, number)) {
        digest.update(part);
        out.write(held);
        held = part;
        number++;
      }
    }
    if (!Arrays.equals(digest.digest(), HexFormat.of().parseHex(sha256))) {
      throw new IOException(
          "The original of picture %s is damaged or gone. Restore it from a backup, or delete it."
              .formatted(sha256));
    }
    out.write(held);
  }

  private byte[] part(String sha256, int number) {
    return Jdbc.ask(
            database,
            connection ->
                Jdbc.first(
                    connection,
                    row -> row.getBytes(1),
                    "select bytes from picture_part where sha256 = ? and number = ?",
                    sha256,
                    number))
        .orElse(new byte[0]);
  }

  private PictureFolder required(String sha256) throws IOException {
    return folder.orElseThrow(
        () ->
            new IOException(
                "The original of picture %s is in a folder: set BILAN_PICTURES_FOLDER to it."
                    .formatted(sha256)));
  }
}
