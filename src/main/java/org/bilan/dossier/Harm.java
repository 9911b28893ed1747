package org.bilan.dossier;

/** What happened to the people a claim is about. */
public enum Harm implements Word {
  KILLED,
  INJURED,
  KILLED_OR_INJURED,
  MISSING,
  CAPTURED
}
