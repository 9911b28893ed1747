package org.bilan.importer;

/** What an archive is. */
public enum Format {
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
