package org.bilan.examination;

import org.bilan.dossier.Word;

/** Where in a file's metadata a time stands. */
public enum Field implements Word {
  /** DateTimeOriginal, of the camera. */
  EXIF_ORIGINAL,
  /** DateTimeDigitized. */
  EXIF_DIGITIZED,
  /** DateTime: when the file was last changed. */
  EXIF_CHANGED,
  /** GPSDateStamp and GPSTimeStamp, in UTC. */
  GPS,
  /** exif:DateTimeOriginal, photoshop:DateCreated or xmp:CreateDate. */
  XMP_CREATED,
  /** xmp:ModifyDate. */
  XMP_CHANGED,
  /** IPTC Date Created and Time Created. */
  IPTC_CREATED
}
