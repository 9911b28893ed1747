package org.bilan.access;

/** Passwords were guessed too often. Not even the right one is looked at for a while. */
public final class TooManyGuesses extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long seconds;

  TooManyGuesses(long seconds) {
    super("Too many guesses", null, false, false);
    this.seconds = seconds;
  }

  /** After how many seconds it is worth another try. */
  public long seconds() {
    return seconds;
  }
}
