package org.bilan.archive;

import io.quarkus.runtime.PreventFurtherStepsException;

/** Reasons for which Bilan cannot start, told so that the reader knows what to do next. */
final class CannotStart {

  private CannotStart() {}

  /**
   * The exception to throw: Quarkus prints its message alone, without a stack trace, and exits with
   * 1. It has no cause, since Quarkus would print the innermost one instead.
   */
  static PreventFurtherStepsException because(String message, Object... values) {
    return new PreventFurtherStepsException("Bilan cannot start. " + message.formatted(values), 1);
  }
}
