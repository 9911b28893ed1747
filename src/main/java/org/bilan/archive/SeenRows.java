package org.bilan.archive;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bilan.dossier.FirstSeen.Ground;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Word;
import org.bilan.likeness.Fingerprint;
import org.bilan.likeness.Looks;

/** Rows of appearances. */
final class SeenRows {

  private SeenRows() {}

  static Appearance appearance(ResultSet row) throws SQLException {
    return new Appearance(
        fingerprints(row.getBytes("fingerprints")),
        Optional.ofNullable(row.getString("sha256")),
        new Moment(Jdbc.time(row, "earliest"), Jdbc.time(row, "latest")),
        Word.of(Ground.class, row.getString("ground")).orElseThrow(),
        Optional.ofNullable(row.getString("incident")),
        Optional.ofNullable(row.getString("report")),
        Optional.ofNullable(row.getString("place")),
        Optional.ofNullable(row.getString("url")),
        Optional.ofNullable(row.getString("note")));
  }

  /** With what is read of its file. */
  static Remembered remembered(ResultSet row) throws SQLException {
    return new Remembered(
        row.getLong("id"), appearance(row), looks(row), row.getBoolean("thumbnail"));
  }

  static Optional<Looks> looks(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getBytes("looks")).map(Looks::of);
  }

  static byte[] bytes(List<Fingerprint> fingerprints) {
    ByteBuffer bytes = ByteBuffer.allocate(fingerprints.size() * Fingerprint.BYTES);
    fingerprints.forEach(fingerprint -> bytes.put(fingerprint.bytes()));
    return bytes.array();
  }

  static List<Fingerprint> fingerprints(byte[] bytes) {
    List<Fingerprint> fingerprints = new ArrayList<>(1);
    for (int at = 0; at < bytes.length; at += Fingerprint.BYTES) {
      fingerprints.add(Fingerprint.of(Arrays.copyOfRange(bytes, at, at + Fingerprint.BYTES)));
    }
    return List.copyOf(fingerprints);
  }
}
