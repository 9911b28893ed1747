package org.bilan.importer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.bilan.dossier.Limits;

/**
 * One dossier as JSON, or an archive as JSON Lines with one dossier a line: told apart by looking.
 */
final class JsonRows implements Rows {

  private static final JsonFactory JSON = new JsonFactory();

  private final String file;
  private final Line.Reader in;
  private final boolean lines;
  private final Deque<Line> ahead = new ArrayDeque<>();
  private boolean done;

  /** Reads a file whose name may tell that it holds lines ({@code .jsonl}). */
  JsonRows(String file, Line.Reader in, boolean surelyLines) throws IOException {
    this.file = file;
    this.in = in;
    Line first = in.next();
    while (first != null && first.blank()) {
      first = in.next();
    }
    if (first != null) {
      ahead.add(first);
    }
    String name = Packing.bare(file).toLowerCase(Locale.ROOT);
    this.lines =
        surelyLines || name.endsWith(".jsonl") || name.endsWith(".ndjson") || holdsLines(first);
  }

  /** An archive whose first line is broken is told by its second. */
  private boolean holdsLines(Line first) throws IOException {
    if (first == null || wholeObject(first.bytes(), "")) {
      return first != null;
    }
    Line second = in.next();
    if (second == null) {
      return false;
    }
    ahead.add(second);
    return wholeObject(second.bytes(), "incident");
  }

  /**
   * One document, to be read.
   *
   * @param line its number, or 0 when it is the whole file
   */
  record Document(long line, byte[] json) {}

  @Override
  public Row next() throws IOException {
    Document next = document();
    return next == null
        ? null
        : new Row(file, next.line(), next.json().length, () -> read(next.json()));
  }

  /** The next one, or null at the end. */
  Document document() throws IOException {
    Line next = done ? null : nextAhead();
    if (lines) {
      while (next != null && next.blank()) {
        next = nextAhead();
      }
      return next == null ? null : new Document(next.number(), bare(next.bytes()));
    }
    if (next == null) {
      return null;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (; next != null; next = nextAhead()) {
      // One that is too long is cut just above the limit: its reader refuses it.
      int room = Math.max(0, Limits.BYTES + 1 - all.size());
      all.write(next.bytes(), 0, Math.min(room, next.bytes().length));
      if (room == 0) {
        break;
      }
    }
    done = true;
    return new Document(0, all.toByteArray());
  }

  private static Outcome read(byte[] json) {
    try {
      return new Outcome.Taken(DossierReader.read(json), json, List.of());
    } catch (InvalidDossier e) {
      return new Outcome.Refused("", e.problems());
    }
  }

  private Line nextAhead() throws IOException {
    return ahead.isEmpty() ? in.next() : ahead.poll();
  }

  /** Without the line's end. */
  private static byte[] bare(byte[] line) {
    boolean ended = line.length > 0 && line[line.length - 1] == '\n';
    return ended ? Arrays.copyOf(line, line.length - 1) : line;
  }

  /** Whether a line holds an object from its opening to its closing brace, with a certain field. */
  private static boolean wholeObject(byte[] line, String field) {
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      boolean found = field.isEmpty();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        found |= parser.currentName().equals(field);
        parser.nextToken();
        parser.skipChildren();
      }
      return found && parser.currentToken() == JsonToken.END_OBJECT;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
