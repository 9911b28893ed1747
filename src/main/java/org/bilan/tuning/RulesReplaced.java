package org.bilan.tuning;

/**
 * The rules in force were replaced while somebody tried numbers, by some that the numbers do not
 * fit. Nothing has been done.
 */
public final class RulesReplaced extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RulesReplaced() {
    super("The rules in force were replaced", null, false, false);
  }
}
