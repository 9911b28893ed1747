package org.bilan.dossier;

/** Whether people at the place could be heard: telephone and internet. */
public enum Communications implements Word {
  WORKING,
  /** In part, or for some of the time. */
  DISRUPTED,
  /** A blackout. */
  CUT,
  UNKNOWN
}
