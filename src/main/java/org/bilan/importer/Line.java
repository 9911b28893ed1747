package org.bilan.importer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.bilan.dossier.Limits;

/**
 * One line of a file, with its end, which the last one may lack.
 *
 * @param number from 1
 * @param bytes cut just above {@link Limits#BYTES}, so that its reader refuses it and memory stays
 *     small
 */
record Line(long number, byte[] bytes) {

  boolean blank() {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return false;
      }
    }
    return true;
  }

  /** Reads line after line, each to its {@code \n}. */
  static final class Reader implements AutoCloseable {

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private long read;

    Reader(InputStream in) {
      this.in = in;
    }

    /** The next line, or null at the end. */
    Line next() throws IOException {
      if (from == to && !fill()) {
        return null;
      }
      ByteArrayOutputStream whole = null;
      while (true) {
        int end = from;
        while (end < to && buffer[end] != '\n') {
          end++;
        }
        boolean ended = end < to;
        int stop = ended ? end + 1 : end;
        if (ended && whole == null) {
          byte[] bytes = Arrays.copyOfRange(buffer, from, stop);
          from = stop;
          return new Line(++read, bytes);
        }
        whole = whole == null ? new ByteArrayOutputStream() : whole;
        int room = Math.max(0, Limits.BYTES + 1 - whole.size());
        whole.write(buffer, from, Math.min(room, stop - from));
        from = stop;
        if (ended || !fill()) {
          return new Line(++read, whole.toByteArray());
        }
      }
    }

    private boolean fill() throws IOException {
      from = 0;
      to = Math.max(0, in.read(buffer));
      return to > 0;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
