package org.bilan.dossier;

/** How well an action is established (Airwars: strike status). */
public enum ActionStatus implements Word {

  /** The party itself announced it. */
  DECLARED,
  /** Reported by others and not disputed. */
  LIKELY,
  /** Several parties are blamed, or the party denies. */
  CONTESTED,
  DENIED,
  UNKNOWN
}
