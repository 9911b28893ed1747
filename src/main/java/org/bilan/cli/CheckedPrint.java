package org.bilan.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A print stream, in UTF-8, that remembers what kept it from writing: others only that it was. */
public final class CheckedPrint extends PrintStream {

  private final Sink sink;

  private CheckedPrint(Sink sink, boolean autoFlush) {
    super(new BufferedOutputStream(sink), autoFlush, StandardCharsets.UTF_8);
    this.sink = sink;
  }

  /** Prints to a stream; with {@code autoFlush}, line by line. */
  public static CheckedPrint to(OutputStream out, boolean autoFlush) {
    return new CheckedPrint(new Sink(out), autoFlush);
  }

  /**
   * Writes what is kept back.
   *
   * @param name of what is printed to, for people
   * @throws Unwritten when not all that was printed could be written
   */
  static void check(PrintStream print, String name) throws Unwritten {
    if (print.checkError()) {
      IOException cause = print instanceof CheckedPrint checked ? checked.sink.failure : null;
      throw new Unwritten(name, cause);
    }
  }

  /** What was printed could not be written. */
  static final class Unwritten extends IOException {

    private Unwritten(String name, IOException cause) {
      super(
          name
              + " cannot be written to: "
              + (cause == null ? "perhaps the disk is full" : cause.getMessage()),
          cause);
    }

    /** Whether merely nobody reads on, as when {@code head} has seen enough. */
    boolean nobodyReads() {
      return getCause() != null
          && String.valueOf(getCause().getMessage())
              .toLowerCase(Locale.ROOT)
              .contains("broken pipe");
    }
  }

  private static final class Sink extends FilterOutputStream {

    private IOException failure;

    Sink(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        failure = failure == null ? e : failure;
        throw e;
      }
    }
  }
}
