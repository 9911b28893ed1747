package org.bilan.archive;

import org.bilan.dossier.Word;

/** Where a rescoring stands. */
public enum RescoringState implements Word {
  /** A service or a command works on it, or will as soon as one has a place for it. */
  RUNNING,
  /** Somebody stopped it for now. */
  PAUSED,
  /** All dossiers have been gone through. */
  DONE,
  /** Somebody ended it. What it has appended stays. */
  CANCELLED,
  /** A fault ended it, which its reason names. It can be resumed. */
  FAILED
}
