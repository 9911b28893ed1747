package org.bilan.examination;

import org.bilan.dossier.Word;

/** The formats of pictures that are examined, told by a file's content and never by its name. */
public enum Format implements Word {
  JPEG("image/jpeg"),
  PNG("image/png"),
  GIF("image/gif"),
  WEBP("image/webp"),
  TIFF("image/tiff"),
  /** HEIF with HEVC inside, as phones write. Its metadata is read, its pixels are not. */
  HEIC("image/heic"),
  /** HEIF with AV1 inside. Its metadata is read, its pixels are not. */
  AVIF("image/avif");

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  /** As IANA registers it ({@code image/jpeg}). */
  public String mediaType() {
    return mediaType;
  }
}
