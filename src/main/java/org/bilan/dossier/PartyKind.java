package org.bilan.dossier;

/** What kind of belligerent a party is. */
public enum PartyKind implements Word {
  STATE_FORCES,
  FOREIGN_FORCES,
  NON_STATE_ARMED_GROUP,
  MILITIA,
  PEACEKEEPERS,
  UNKNOWN
}
