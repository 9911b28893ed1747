package org.bilan.archive;

/** A ruleset may not go that way. Nothing has changed. */
public final class StepRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** Not from the state that it is in. */
    STATE,
    /** Nobody approves what they have written. */
    OWN,
    /** Another one is in force than that which it was made from. */
    BASE,
    /** The same content is there already. */
    KNOWN
  }

  private final Reason reason;

  StepRefused(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
