package org.bilan.dossier;

/** How near a source is to the facts. */
public enum Proximity implements Word {
  FIRST_HAND,
  SECOND_HAND,
  REMOTE,
  UNKNOWN
}
