package org.bilan.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.bilan.dossier.Limits;

/**
 * One dossier as JSON, or an archive as JSON Lines with one dossier a line: told apart by looking.
 * Reads one dossier at a time, however long the archive.
 */
final class DossierInput implements AutoCloseable {

  private static final JsonFactory JSON = new JsonFactory();

  private final InputStream in;
  private final boolean lines;
  private final Deque<Line> ahead = new ArrayDeque<>();
  private int read;
  private int line;
  private boolean done;

  /** One line, without its end; {@code ended} unless the input stops there. */
  private record Line(int number, byte[] bytes, boolean ended) {}

  /** Reads from a stream whose name may tell that it holds lines ({@code .jsonl}). */
  DossierInput(InputStream stream, String name) throws IOException {
    this.in = new BufferedInputStream(stream, 1 << 16);
    Line first = nextLine();
    while (first != null && blank(first.bytes())) {
      first = nextLine();
    }
    if (first != null) {
      ahead.add(first);
    }
    String lower = name.toLowerCase(Locale.ROOT);
    this.lines = lower.endsWith(".jsonl") || lower.endsWith(".ndjson") || holdsLines(first);
  }

  /** An archive whose first line is broken is told by its second. */
  private boolean holdsLines(Line first) throws IOException {
    if (first == null || wholeObject(first.bytes(), "")) {
      return first != null;
    }
    Line second = nextLine();
    if (second == null) {
      return false;
    }
    ahead.add(second);
    return wholeObject(second.bytes(), "incident");
  }

  /** Whether each line is a dossier. */
  boolean lines() {
    return lines;
  }

  /** The line of the dossier that was read last, from 1. */
  int line() {
    return line;
  }

  /**
   * The next dossier's bytes, or null at the end. One that is too long is cut just above the limit,
   * so that its reader refuses it and memory stays small.
   */
  byte[] next() throws IOException {
    if (done) {
      return null;
    }
    Line next = nextAhead();
    if (lines) {
      while (next != null && blank(next.bytes())) {
        next = nextAhead();
      }
      line = next == null ? read : next.number();
      return next == null ? null : next.bytes();
    }
    if (next == null) {
      return null;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (; next != null; next = ahead.poll()) {
      all.writeBytes(next.bytes());
      if (next.ended()) {
        all.write('\n');
      }
    }
    all.writeBytes(in.readNBytes(Math.max(0, Limits.BYTES + 1 - all.size())));
    done = true;
    return all.toByteArray();
  }

  private Line nextAhead() throws IOException {
    return ahead.isEmpty() ? nextLine() : ahead.poll();
  }

  private Line nextLine() throws IOException {
    int next = in.read();
    if (next < 0) {
      return null;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    while (next >= 0 && next != '\n') {
      if (bytes.size() <= Limits.BYTES) {
        bytes.write(next);
      }
      next = in.read();
    }
    read++;
    return new Line(read, bytes.toByteArray(), next == '\n');
  }

  private static boolean blank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
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
