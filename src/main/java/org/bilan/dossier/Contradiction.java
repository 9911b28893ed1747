package org.bilan.dossier;

/**
 * Where what stands in a picture's file disagrees, with itself or with the picture. A reason for a
 * person to look, never a proof: clocks of cameras are wrong, and programs forget fields.
 */
public enum Contradiction implements Word {
  /** The capture times of EXIF, XMP and IPTC are more than a day apart. */
  CAPTURE_TIMES_DIFFER,
  /** The time of the satellites and the camera's differ by more than any zone explains. */
  GPS_TIME_DIFFERS,
  /** It was last edited before it was captured. */
  EDITED_BEFORE_CAPTURE,
  /** The small preview in the metadata shows another picture, or another crop of it. */
  PREVIEW_DIFFERS,
  /** The size that the camera noted is not the picture's: cropped or scaled since. */
  DIMENSIONS_DIFFER
}
