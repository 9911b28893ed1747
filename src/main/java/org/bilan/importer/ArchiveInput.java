package org.bilan.importer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.io.input.ReaderInputStream;

/**
 * An archive of any kind, row after row, in memory that does not grow with it. gzip and Zstandard
 * are unpacked, and what it is is told by its content: JSON Lines, a JSON document, UCDP GED,
 * ACLED, or a table for which there is a mapping.
 */
public final class ArchiveInput implements AutoCloseable {

  private static final int HEAD = 1 << 16;

  private final String file;
  private final Rows rows;
  private boolean any;
  private boolean done;

  private ArchiveInput(String file, Rows rows) {
    this.file = file;
    this.rows = rows;
  }

  /** Opens what a stream holds, as {@link #open(InputStream, String, Reading)} with no wishes. */
  public static ArchiveInput open(InputStream stream, String file) throws IOException {
    return open(stream, file, Reading.AS_FOUND);
  }

  /**
   * Opens what a stream holds.
   *
   * @param stream is closed with this
   * @param file its name, for people; may tell that it holds lines ({@code .jsonl})
   * @throws IOException when it cannot be read, or is packed in a way that is not known
   */
  public static ArchiveInput open(InputStream stream, String file, Reading reading)
      throws IOException {
    InputStream in =
        inUtf8(
            Packing.unpack(stream),
            reading.charset().or(() -> reading.mapping().flatMap(Mapping::charset)));
    String head = head(in);
    boolean json =
        switch (reading.format()) {
          case AUTO -> !Tables.is(head, file, reading.mapping().isPresent());
          case JSON, JSONL -> true;
          default -> false;
        };
    Line.Reader lines = new Line.Reader(in);
    return new ArchiveInput(
        file,
        json
            ? new JsonRows(file, lines, reading.format() == Format.JSONL)
            : Tables.rows(file, lines, reading));
  }

  /**
   * The next row, or null at the end. Of a file that holds nothing there is one, which is refused.
   */
  public Row next() throws IOException {
    Row next = done ? null : rows.next();
    done = next == null;
    if (done && !any) {
      any = true;
      return new Row(
          file,
          0,
          0,
          () -> Outcome.Refused.of("archive.empty", "nothing", "a dossier", "Name another file."));
    }
    any = true;
    return next;
  }

  /** As far as its first line that says anything: a pipe may not have more yet. */
  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    in.mark(HEAD);
    boolean blank = true;
    for (int next = in.read(); next >= 0 && head.size() < HEAD - 1; next = in.read()) {
      if (next == '\n' && !blank) {
        break;
      }
      blank &= next <= ' ';
      head.write(next);
    }
    in.reset();
    return head.toString(StandardCharsets.UTF_8);
  }

  /** In UTF-8, whatever it was; what has no mark and no wish stays as it is. */
  private static InputStream inUtf8(InputStream in, Optional<Charset> wish) throws IOException {
    in.mark(4);
    byte[] start = in.readNBytes(4);
    in.reset();
    if (Packing.begins(start, 0xEF, 0xBB, 0xBF)) {
      return in;
    }
    Optional<Charset> charset = marked(start).or(() -> wish);
    if (charset.isEmpty() || charset.get().equals(StandardCharsets.UTF_8)) {
      return in;
    }
    return new BufferedInputStream(
        ReaderInputStream.builder()
            .setReader(new InputStreamReader(in, charset.get()))
            .setCharset(StandardCharsets.UTF_8)
            .get(),
        HEAD);
  }

  /**
   * The charset that a byte order mark tells, but UTF-8; or the zeros beside a first character of
   * ASCII, as in JSON without a mark.
   */
  private static Optional<Charset> marked(byte[] start) {
    if (Packing.begins(start, 0xFF, 0xFE, 0, 0) || Packing.begins(start, 0, 0, 0xFE, 0xFF)) {
      return Optional.of(Charset.forName("UTF-32"));
    }
    if (Packing.begins(start, 0xFE, 0xFF) || Packing.begins(start, 0xFF, 0xFE)) {
      return Optional.of(StandardCharsets.UTF_16);
    }
    if (start.length < 4 || start[2] == 0 && start[3] == 0) {
      return Optional.empty();
    }
    if (start[0] != 0 && start[1] == 0) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return start[0] == 0 && start[1] != 0
        ? Optional.of(StandardCharsets.UTF_16BE)
        : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
