package org.bilan.assess;

import java.time.Duration;

/** Others wait already for what takes long to make. Nothing has been done: try again later. */
public final class Busy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long seconds;

  /** With how long to wait before another try. */
  public Busy(Duration again) {
    super("Others wait already", null, false, false);
    this.seconds = again.toSeconds();
  }

  /** After how many seconds it is worth another try. */
  public long seconds() {
    return seconds;
  }
}
