package org.bilan.dossier;

/** Whether investigators and the press could reach the place. It says nothing of any claim. */
public enum Access implements Word {
  GRANTED,
  /** Only in part, late, or under guard. */
  RESTRICTED,
  DENIED,
  UNKNOWN
}
