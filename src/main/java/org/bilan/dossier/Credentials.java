package org.bilan.dossier;

/** C2PA content credentials: they prove a file's integrity, not its meaning. */
public enum Credentials implements Word {
  VALID,
  INVALID,
  ABSENT
}
