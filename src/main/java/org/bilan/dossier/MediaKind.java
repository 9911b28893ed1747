package org.bilan.dossier;

/** What kind of material a piece of media is. */
public enum MediaKind implements Word {
  PHOTO,
  VIDEO,
  SATELLITE,
  AUDIO,
  DOCUMENT
}
