package org.bilan.dossier;

/** What a claim asserts: three things that are judged separately. */
public enum Proposition implements Word {
  /** People were killed or injured, and how many. */
  HARM,
  /** They were civilians, or fighters. */
  STATUS,
  /** Who did it. */
  RESPONSIBILITY
}
