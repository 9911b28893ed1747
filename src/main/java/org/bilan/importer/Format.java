package org.bilan.importer;

import org.bilan.dossier.Word;

/** What an archive is. */
public enum Format implements Word {
  /** Told by looking at it. */
  AUTO,
  /** One dossier a line. */
  JSONL,
  /** One dossier. */
  JSON,
  /** UCDP GED, as CSV. */
  GED,
  /** An export of ACLED, as CSV. */
  ACLED,
  /** CSV that a mapping explains. */
  MAPPED
}
