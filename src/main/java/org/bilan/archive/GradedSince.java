package org.bilan.archive;

/** Somebody has graded the claim, or taken a grade back, since whoever grades it now looked. */
public final class GradedSince extends RuntimeException {

  private static final long serialVersionUID = 1L;

  GradedSince() {
    super("The claim was graded since", null, false, false);
  }
}
