package org.bilan.importer;

import java.util.function.Supplier;

/**
 * One row of an archive, not yet read: any thread may read it, which is most of the work.
 *
 * @param file its name, for people
 * @param line of its first line, from 1; 0 when the file is one document
 * @param weight about how many bytes it has
 * @param reading reads it
 */
public record Row(String file, long line, long weight, Supplier<Outcome> reading) {

  /** What it is. The same each time, and in each thread. */
  public Outcome read() {
    return reading.get();
  }

  /** File and line, for people. */
  public String place() {
    return line == 0 ? file : file + ":" + line;
  }
}
