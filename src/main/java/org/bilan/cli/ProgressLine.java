package org.bilan.cli;

import org.bilan.archive.Backup;

/** One line on a terminal that tells how far a long work has come; nothing anywhere else. */
final class ProgressLine implements Backup.Progress {

  private static final long STEP_NANOS = 200_000_000L;

  private final boolean shown = System.console() != null;
  private long next = System.nanoTime();
  private boolean open;

  @Override
  public void at(String table, long bytes) {
    show("%-24s %,d KiB ", table, bytes / 1024);
  }

  /** So many dossiers have been judged. */
  void judged(long dossiers) {
    show("%,d dossiers ", dossiers);
  }

  void show(String format, Object... values) {
    if (shown && System.nanoTime() - next > 0) {
      next = System.nanoTime() + STEP_NANOS;
      open = true;
      System.err.printf("\r" + format, values);
      System.err.flush();
    }
  }

  /** Makes room for what is said next. */
  void end() {
    if (open) {
      open = false;
      System.err.printf("\r%60s\r", "");
    }
  }
}
