package org.bilan.access;

/** Whoever asks is not let in. Does not say why: that would help to guess. */
public final class NotRecognised extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotRecognised() {
    super("Not recognised", null, false, false);
  }
}
