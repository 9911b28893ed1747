package org.bilan.examination;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The chunks of a WebP file (RFC 9649). */
final class WebpParts {

  private final Content content;
  private final Anatomy anatomy;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean picture;
  private boolean transparent;

  private WebpParts(Content content, Anatomy anatomy) {
    this.content = content;
    this.anatomy = anatomy;
  }

  static void read(Content content, Anatomy anatomy) throws RefusedFile {
    new WebpParts(content, anatomy).read();
  }

  private void read() throws RefusedFile {
    long declared = 8 + content.u32Little(4);
    if (declared > content.length()) {
      anatomy.mark(Mark.DAMAGED);
    }
    long end = Math.min(declared + (declared & 1), content.length());
    try {
      chunks(12, end);
    } catch (Content.Beyond e) {
      anatomy.mark(Mark.DAMAGED);
    }
    if (!picture) {
      throw new RefusedFile(Refusal.BROKEN);
    }
    anatomy.end(end);
    write();
  }

  private void chunks(long from, long end) throws RefusedFile {
    long at = from;
    while (at + 8 <= end) {
      String name = content.name(at);
      long length = content.u32Little(at + 4);
      if (!content.has(at + 8, length)) {
        anatomy.mark(Mark.DAMAGED);
        length = content.length() - at - 8;
      }
      chunk(name, at + 8, length);
      at += 8 + length + (length & 1);
    }
  }

  private void chunk(String name, long at, long length) throws RefusedFile {
    switch (name) {
      case "VP8X" -> anatomy.size(content.u24Little(at + 4) + 1L, content.u24Little(at + 7) + 1L);
      case "ANMF" -> {
        anatomy.check(content.u24Little(at + 6) + 1L, content.u24Little(at + 9) + 1L);
        anatomy.frame();
        if (!picture) {
          chunks(at + 16, at + length);
        }
      }
      case "ALPH" -> {
        if (!picture && !transparent) {
          transparent = true;
          keep(name, at, length);
        }
      }
      case "VP8 " -> {
        if (!content.is(at + 3, "\u009d\u0001\u002a")) {
          throw new RefusedFile(Refusal.BROKEN);
        }
        picture(
            name,
            at,
            length,
            content.u16Little(at + 6) & 0x3FFF,
            content.u16Little(at + 8) & 0x3FFF);
      }
      case "VP8L" -> {
        long bits = content.u32Little(at + 1);
        picture(name, at, length, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
      }
      case "EXIF" -> exif(at, length);
      case "XMP " -> anatomy.xmp(content.part(at, length));
      case "C2PA" -> {
        if (content.find(JpegParts.MANIFEST_STORE, at, at + length) >= 0) {
          anatomy.credentials();
        }
      }
      default -> {}
    }
  }

  private void picture(String name, long at, long length, long wide, long high) throws RefusedFile {
    if (picture) {
      return;
    }
    picture = true;
    anatomy.check(wide, high);
    boolean still = anatomy.frames() == 1;
    if (anatomy.width() != 0 && still && (wide != anatomy.width() || high != anatomy.height())) {
      anatomy.mark(Mark.DAMAGED);
    }
    if (anatomy.width() == 0 || still) {
      anatomy.size(wide, high);
    }
    if (transparent) {
      extended(wide, high);
    }
    keep(name, at, length);
  }

  /** Some programs put a preamble of JPEG before it. */
  private void exif(long at, long length) {
    int skipped = content.is(at, "Exif\0\0") ? 6 : 0;
    anatomy.exif(content.part(at + skipped, Math.max(0, length - skipped)));
  }

  /** The header that makes a decoder look at transparency. */
  private void extended(long wide, long high) {
    byte[] alpha = kept.toByteArray();
    kept.reset();
    kept.writeBytes("VP8X".getBytes(StandardCharsets.ISO_8859_1));
    little(kept, 10, 4);
    little(kept, 0x10, 4);
    little(kept, wide - 1, 3);
    little(kept, high - 1, 3);
    kept.writeBytes(alpha);
  }

  private void keep(String name, long at, long length) {
    kept.writeBytes(name.getBytes(StandardCharsets.ISO_8859_1));
    little(kept, length, 4);
    kept.write(content.bytes(), (int) at, (int) length);
    if ((length & 1) == 1) {
      kept.write(0);
    }
  }

  private void write() {
    Kept pixels = anatomy.pixels();
    pixels.writeBytes("RIFF".getBytes(StandardCharsets.ISO_8859_1));
    little(pixels, kept.size() + 4L, 4);
    pixels.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
    pixels.writeBytes(kept.toByteArray());
  }

  private static void little(ByteArrayOutputStream out, long number, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write((int) (number >> 8 * i));
    }
  }
}
