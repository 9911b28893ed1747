package org.bilan.importer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;

/**
 * The rows of a table. A row may go over several lines, where its quotes are open; a line whose
 * quotes do not fit is a row by itself, and refused, so that one stray quote takes nothing else
 * with it.
 */
final class CsvRows implements Rows {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_LINES = 1_000;
  private static final int MOST_BYTES = 1 << 20;

  private final String file;
  private final Line.Reader in;
  private final CsvLine cells;
  private final Header header;
  private final Form form;
  private final Deque<Line> ahead = new ArrayDeque<>();

  /** Reads what comes after the header. */
  CsvRows(String file, Line.Reader in, CsvLine cells, Header header, Form form) {
    this.file = file;
    this.in = in;
    this.cells = cells;
    this.header = header;
    this.form = form;
  }

  @Override
  public Row next() throws IOException {
    Line line = nextLine();
    while (line != null && line.blank()) {
      line = nextLine();
    }
    if (line == null) {
      return null;
    }
    // An inch mark is no open quote; to see that first spares looking ahead.
    if (!open(line.bytes()) || fits(line.bytes())) {
      return row(line.number(), line.bytes());
    }
    List<Line> more = new ArrayList<>();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(line.bytes());
    boolean open = true;
    while (open && more.size() < MOST_LINES && all.size() < MOST_BYTES) {
      Line next = nextLine();
      if (next == null) {
        break;
      }
      more.add(next);
      all.writeBytes(next.bytes());
      open ^= open(next.bytes());
    }
    if (!open && fits(all.toByteArray())) {
      return row(line.number(), all.toByteArray());
    }
    for (int i = more.size() - 1; i >= 0; i--) {
      ahead.push(more.get(i));
    }
    return row(line.number(), line.bytes());
  }

  private Line nextLine() throws IOException {
    return ahead.isEmpty() ? in.next() : ahead.poll();
  }

  /** Whether a quote that is opened here is not closed here, or the reverse. */
  private static boolean open(byte[] bytes) {
    boolean open = false;
    for (byte b : bytes) {
      open ^= b == '"';
    }
    return open;
  }

  private boolean fits(byte[] bytes) {
    try {
      return cells.of(CsvLine.text(bytes)).size() == header.width();
    } catch (IOException e) {
      return false;
    }
  }

  private Row row(long line, byte[] bytes) {
    return new Row(file, line, bytes.length, () -> read(bytes));
  }

  private Outcome read(byte[] bytes) {
    String text = CsvLine.text(bytes);
    List<String> values;
    try {
      values = cells.of(text);
    } catch (IOException e) {
      return Outcome.Refused.of(
          "csv.quotes",
          Cells.shorten(text.strip(), 80),
          "quotes that open and close a cell; within it, each quote twice",
          "Correct the quotes of this line.");
    }
    if (values.size() != header.width()) {
      return Outcome.Refused.of(
          "csv.cells",
          values.size() + " cells",
          header.width() + " cells, as the header has",
          "Look for a separator too many or too few, or a quote that is missing.");
    }
    Cells row = new Cells(header, values);
    if (!CsvLine.utf8(bytes)) {
      row.note(
          "csv.charset",
          "",
          "bytes that are no UTF-8",
          "UTF-8",
          "Read as windows-1252. If it is another, say so with --charset.");
    }
    return dossier(row);
  }

  private Outcome dossier(Cells row) {
    ObjectNode json = form.dossier(row);
    if (!row.problems().isEmpty()) {
      return new Outcome.Refused(form.name(row), List.copyOf(row.problems()));
    }
    try {
      Dossier dossier = DossierReader.read(json);
      return new Outcome.Taken(dossier, write(json), List.copyOf(row.notes()));
    } catch (InvalidDossier e) {
      return new Outcome.Refused(form.name(row), e.problems());
    }
  }

  private static byte[] write(ObjectNode json) {
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
