package org.bilan.rescoring;

import org.bilan.dossier.Word;

/** Where the time of a run goes. */
public enum Stage implements Word {
  /** The database reads a chunk. */
  READ,
  /** Dossiers are read from their JSON, and so is how they stood. */
  PARSE,
  /** Words are derived, rules are asked, scores are made. */
  JUDGE,
  /** Assessments are written as JSON. */
  RENDER,
  /** The database writes a chunk. */
  WRITE
}
