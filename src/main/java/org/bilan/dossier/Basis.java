package org.bilan.dossier;

/** The grounds that a source gives for what it says. */
public enum Basis implements Word {
  WITNESSED,
  INTERVIEWS,
  RECORDS,
  IMAGERY,
  HEARSAY,
  NONE_GIVEN
}
