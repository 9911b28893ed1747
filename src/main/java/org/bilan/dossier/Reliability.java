package org.bilan.dossier;

/** Admiralty code, reliability of a source, as an editor has rated it; A is best (STANAG 2511). */
public enum Reliability implements Word {
  /** Completely reliable. */
  A,
  /** Usually reliable. */
  B,
  /** Fairly reliable. */
  C,
  /** Not usually reliable. */
  D,
  /** Unreliable. */
  E,
  /** Reliability cannot be judged. */
  F;

  @Override
  public String word() {
    return name();
  }
}
