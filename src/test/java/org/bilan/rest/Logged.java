package org.bilan.rest;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** What was logged while a test listened. */
final class Logged extends Handler {

  /** A line of the log, and whether it has a stack trace. */
  record Line(int level, String text, boolean traced) {}

  private final List<Line> lines = new CopyOnWriteArrayList<>();

  /** Lines at ERROR, or with a stack trace. */
  List<Line> faults() {
    return lines.stream()
        .filter(
            line ->
                line.level >= Level.SEVERE.intValue()
                    || line.traced && line.level >= Level.WARNING.intValue())
        .toList();
  }

  /** Lines at WARN. */
  List<Line> warnings() {
    return lines.stream().filter(line -> line.level == Level.WARNING.intValue()).toList();
  }

  @Override
  public void publish(LogRecord entry) {
    String text =
        entry.getMessage()
            + (entry.getParameters() == null ? "" : " " + Arrays.asList(entry.getParameters()))
            + (entry.getThrown() == null ? "" : " " + entry.getThrown());
    lines.add(new Line(entry.getLevel().intValue(), text, entry.getThrown() != null));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
