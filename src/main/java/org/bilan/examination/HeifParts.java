package org.bilan.examination;

import java.util.Set;

/** The boxes of a HEIF file (ISO/IEC 23008-12), HEIC or AVIF. */
final class HeifParts {

  /** Boxes that hold boxes on the way to the sizes of pictures; "meta" has four bytes before. */
  private static final Set<String> HOLDING = Set.of("meta", "iprp", "ipco");

  /** The type of the box of a manifest store (C2PA 2.1, appendix A.5). */
  private static final String MANIFEST_STORE =
      "\u00d8\u00fe\u00c3\u00d6\u001b\u000e\u0048\u003c\u0092\u0097\u0058\u0028\u0087\u007e\u00c4\u0081";

  private static final int MOST_BOXES = 10_000;

  private final Content content;
  private final Anatomy anatomy;
  private int boxes;

  private HeifParts(Content content, Anatomy anatomy) {
    this.content = content;
    this.anatomy = anatomy;
  }

  /** The format that a file's brands name, or null when they are those of videos and others. */
  static Format format(Content content) {
    long size = Math.min(content.u32(0), Math.min(content.length(), 200));
    Format format = null;
    for (long at = 8; at + 4 <= size; at += at == 8 ? 8 : 4) {
      String brand = content.name(at);
      if (brand.equals("avif") || brand.equals("avis")) {
        return Format.AVIF;
      }
      if (Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1").contains(brand)) {
        format = Format.HEIC;
      }
    }
    return format;
  }

  static void read(Content content, Anatomy anatomy) throws RefusedFile {
    HeifParts parts = new HeifParts(content, anatomy);
    try {
      parts.boxes(0, content.length());
    } catch (Content.Beyond e) {
      anatomy.mark(Mark.DAMAGED);
    }
    if (anatomy.width() == 0) {
      throw new RefusedFile(Refusal.BROKEN);
    }
    anatomy.frames(1);
    anatomy.undecodable();
    // Its place is found by way of two tables; packets are made to be found without (XMP, part 3).
    int from = content.find("<x:xmpmeta", 0, content.length());
    int to = from < 0 ? -1 : content.find("</x:xmpmeta>", from, content.length());
    if (to >= 0) {
      anatomy.xmp(content.part(from, to + 12L - from));
    }
  }

  private void boxes(long from, long end) throws RefusedFile {
    long at = from;
    while (at + 8 <= end) {
      if (++boxes > MOST_BOXES) {
        anatomy.mark(Mark.METADATA_BROKEN);
        return;
      }
      long size = content.u32(at);
      String name = content.name(at + 4);
      long head = 8;
      if (size == 1) {
        size = content.u32(at + 8) << 32 | content.u32(at + 12);
        head = 16;
      } else if (size == 0) {
        size = end - at;
      }
      if (size < head || size > end - at) {
        anatomy.mark(Mark.DAMAGED);
        return;
      }
      box(name, at + head, at + size);
      at += size;
    }
  }

  private void box(String name, long at, long end) throws RefusedFile {
    if (HOLDING.contains(name)) {
      boxes(name.equals("meta") ? at + 4 : at, end);
    } else if (name.equals("ispe")) {
      long wide = content.u32(at + 4);
      long high = content.u32(at + 8);
      anatomy.check(wide, high);
      // The largest is the picture; others are its tiles and its preview.
      if (wide * high > (long) anatomy.width() * anatomy.height()) {
        anatomy.size(wide, high);
      }
    } else if (name.equals("irot") && (content.u8(at) & 1) == 1) {
      anatomy.turned();
    } else if (name.equals("uuid") && content.is(at, MANIFEST_STORE)) {
      anatomy.credentials();
    }
  }
}
