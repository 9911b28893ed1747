package org.bilan.dossier;

/** How what is written into a picture's file contradicts itself, or the picture. */
public enum Contradiction implements Word {
  /** Two notes of when it was taken (EXIF, XMP, IPTC) lie more than a day apart. */
  CAPTURE_TIMES,
  /** The satellites' time and the camera's differ by more than any time zone explains. */
  SATELLITE_TIME,
  /** It is said to have been edited before it was taken. */
  EDITED_BEFORE_TAKEN,
  /** The small preview inside the file shows another picture, or another part of it. */
  PREVIEW,
  /** The file says another width or height than the picture has. */
  DIMENSIONS
}
