package org.bilan.archive;

/** A worker has lost its run: somebody stopped it, or another one has taken it over. */
public final class LostRun extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LostRun() {
    super("The run is another one's, or was stopped", null, false, false);
  }
}
