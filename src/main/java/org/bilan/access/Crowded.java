package org.bilan.access;

/** So many log in at once that hashing their passwords would take the service from all others. */
public final class Crowded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Crowded() {
    super("Too many log in at once", null, false, false);
  }

  /** After how many seconds it is worth another try. */
  public long seconds() {
    return Passwords.PATIENCE_SECONDS;
  }
}
