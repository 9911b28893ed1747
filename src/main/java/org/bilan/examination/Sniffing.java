package org.bilan.examination;

import java.util.Optional;

/** What a file is by its content, whatever its name or its sender says. */
final class Sniffing {

  /** What a file of the parts of another may need more than that: headers and ends. */
  private static final int ROOM = 64;

  private Sniffing() {}

  /** The format of a picture, or empty when it is none that is known here. */
  static Optional<Format> format(Content content) {
    if (content.is(0, "\u00ff\u00d8\u00ff")) {
      return Optional.of(Format.JPEG);
    }
    if (content.is(0, PngParts.SIGNATURE)) {
      return Optional.of(Format.PNG);
    }
    if (content.is(0, "GIF87a") || content.is(0, "GIF89a")) {
      return Optional.of(Format.GIF);
    }
    if (content.is(0, "RIFF") && content.is(8, "WEBP")) {
      return Optional.of(Format.WEBP);
    }
    if (content.is(0, "II*\0")
        || content.is(0, "MM\0*")
        || content.is(0, "II+\0")
        || content.is(0, "MM\0+")) {
      return Optional.of(Format.TIFF);
    }
    if (content.is(4, "ftyp")) {
      return Optional.ofNullable(HeifParts.format(content));
    }
    return Optional.empty();
  }

  /** The parts of a file of a format. */
  static Anatomy anatomy(Format format, Content content, Limits limits) throws RefusedFile {
    Anatomy anatomy = new Anatomy(format, limits, content.length() + ROOM);
    try {
      switch (format) {
        case JPEG -> JpegParts.read(content, anatomy);
        case PNG -> PngParts.read(content, anatomy);
        case GIF -> GifParts.read(content, anatomy);
        case WEBP -> WebpParts.read(content, anatomy);
        case TIFF -> TiffParts.read(content, anatomy);
        case HEIC, AVIF -> HeifParts.read(content, anatomy);
      }
    } catch (Content.Beyond e) {
      throw new RefusedFile(Refusal.BROKEN);
    }
    return anatomy;
  }
}
