package org.bilan.dossier;

/** What an examination of the picture found. */
public enum Manipulation implements Word {
  NONE_FOUND,
  SUSPECTED,
  ESTABLISHED
}
