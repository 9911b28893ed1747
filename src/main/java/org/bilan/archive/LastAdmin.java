package org.bilan.archive;

/** A change would leave nobody who may manage logins. Nothing has changed. */
public final class LastAdmin extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What to say. */
  public static final String DETAIL =
      "Nobody who is admin would be left. Make somebody else admin first.";

  LastAdmin() {
    super(DETAIL, null, false, false);
  }
}
