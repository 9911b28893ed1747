package org.bilan.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.bilan.dossier.Limits;

/**
 * One dossier as JSON, or an archive as JSON Lines with one dossier a line: told apart by looking.
 * Reads one dossier at a time, however long the archive.
 */
final class DossierInput implements AutoCloseable {

  private static final JsonFactory JSON = new JsonFactory();

  private final InputStream in;
  private final boolean lines;
  private int line;
  private byte[] pending;

  /** Reads from a stream whose name may tell that it holds lines ({@code .jsonl}). */
  DossierInput(InputStream stream, String name) throws IOException {
    this.in = new BufferedInputStream(stream, 1 << 16);
    byte[] first = nextLine();
    while (first != null && blank(first)) {
      first = nextLine();
    }
    pending = first;
    this.lines =
        name.endsWith(".jsonl") || name.endsWith(".ndjson") || first != null && wholeObject(first);
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
    if (!lines) {
      byte[] first = pending;
      pending = null;
      return first == null ? null : rest(first);
    }
    byte[] next = pending != null ? pending : nextLine();
    pending = null;
    while (next != null && blank(next)) {
      next = nextLine();
    }
    return next;
  }

  private byte[] rest(byte[] first) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(first);
    all.write('\n');
    all.write(in.readNBytes(Math.max(0, Limits.BYTES + 1 - all.size())));
    return all.toByteArray();
  }

  private byte[] nextLine() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    int next = in.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      if (bytes.size() <= Limits.BYTES) {
        bytes.write(next);
      }
      next = in.read();
    }
    line++;
    return bytes.toByteArray();
  }

  private static boolean blank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  /** Whether the first line holds an object from its opening to its closing brace. */
  private static boolean wholeObject(byte[] first) {
    try (JsonParser parser = JSON.createParser(first)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      parser.skipChildren();
      return parser.currentToken() == JsonToken.END_OBJECT;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
