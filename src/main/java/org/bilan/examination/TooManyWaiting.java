package org.bilan.examination;

/** Too many files wait for a worker already. Nothing has been done: try again later. */
public final class TooManyWaiting extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooManyWaiting() {
    super("Too many files wait to be examined", null, false, false);
  }
}
