package org.bilan.archive;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Appends rows by COPY in PostgreSQL's binary format, with a buffer of a fixed size. See "Binary
 * Format" of its documentation of COPY. Closed before its end, it appends nothing.
 */
final class BinaryCopy implements AutoCloseable {

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
  private static final int FULL = 1 << 16;

  private final CopyIn copy;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(2 * FULL);
  private final DataOutputStream out = new DataOutputStream(buffer);

  /**
   * Begins.
   *
   * @param into a table and its columns: {@code claim (assessment, claim)}
   */
  BinaryCopy(Connection connection, String into) throws SQLException {
    copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + into + " from stdin (format binary)");
    write(
        () -> {
          out.write(SIGNATURE);
          out.writeInt(0);
          out.writeInt(0);
        });
  }

  void row(int columns) throws SQLException {
    if (buffer.size() > FULL) {
      flush();
    }
    write(() -> out.writeShort(columns));
  }

  void bigint(long value) {
    write(
        () -> {
          out.writeInt(Long.BYTES);
          out.writeLong(value);
        });
  }

  void integer(int value) {
    write(
        () -> {
          out.writeInt(Integer.BYTES);
          out.writeInt(value);
        });
  }

  void smallint(short value) {
    write(
        () -> {
          out.writeInt(Short.BYTES);
          out.writeShort(value);
        });
  }

  /** A text, or null. */
  void text(String value) {
    if (value == null) {
      write(() -> out.writeInt(-1));
    } else {
      bytes(value.getBytes(StandardCharsets.UTF_8));
    }
  }

  void bytes(byte[] value) {
    write(
        () -> {
          out.writeInt(value.length);
          out.write(value);
        });
  }

  /** Words, and whether each has weight A: a tsvector, as PostgreSQL's tsvectorrecv reads it. */
  void words(SortedMap<String, Boolean> words) {
    ByteArrayOutputStream vector = new ByteArrayOutputStream();
    DataOutputStream to = new DataOutputStream(vector);
    write(
        () -> {
          to.writeInt(words.size());
          for (Map.Entry<String, Boolean> word : words.entrySet()) {
            to.write(word.getKey().getBytes(StandardCharsets.UTF_8));
            to.writeByte(0);
            to.writeShort(1); // it stands at one place, the first
            to.writeShort(word.getValue() ? 3 << 14 | 1 : 1);
          }
        });
    bytes(vector.toByteArray());
  }

  /** Degrees, or null. */
  void decimal(Double value) {
    write(
        () -> {
          out.writeInt(value == null ? -1 : Double.BYTES);
          if (value != null) {
            out.writeDouble(value);
          }
        });
  }

  void bool(boolean value) {
    write(
        () -> {
          out.writeInt(1);
          out.writeByte(value ? 1 : 0);
        });
  }

  void time(Instant value) {
    // Not by ChronoUnit.MICROS.between, which counts nanoseconds: 292 years are too many.
    bigint(
        Math.addExact(
            Math.multiplyExact(value.getEpochSecond() - EPOCH.getEpochSecond(), 1_000_000L),
            value.getNano() / 1_000));
  }

  /** Ends it; the rows are there. */
  void end() throws SQLException {
    write(() -> out.writeShort(-1));
    flush();
    copy.endCopy();
  }

  /** Else a connection that is copying into waits for the rest for ever. */
  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }

  private void flush() throws SQLException {
    copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
    buffer.reset();
  }

  private interface Write {
    void now() throws IOException;
  }

  private static void write(Write write) {
    try {
      write.now();
    } catch (IOException e) {
      throw new UncheckedIOException("Memory can be written to", e);
    }
  }
}
