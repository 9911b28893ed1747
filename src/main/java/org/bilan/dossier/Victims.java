package org.bilan.dossier;

/** Status of the victims as a claim states it. */
public enum Victims implements Word {
  CIVILIAN,
  COMBATANT,
  MIXED,
  UNKNOWN
}
