package org.bilan.examination;

/** The blocks of a GIF file (GIF89a). */
final class GifParts {

  /** The application's name and code before a manifest store (C2PA 2.1, appendix A). */
  private static final String CREDENTIALS = "C2PA_GIF\u0001\0\0";

  private final Content content;
  private final Anatomy anatomy;
  private int images;
  private long control = -1;

  private GifParts(Content content, Anatomy anatomy) {
    this.content = content;
    this.anatomy = anatomy;
  }

  static void read(Content content, Anatomy anatomy) throws RefusedFile {
    new GifParts(content, anatomy).read();
  }

  private void read() throws RefusedFile {
    try {
      anatomy.size(content.u16Little(6), content.u16Little(8));
      long at = 13 + table(content.u8(10));
      keep(0, at);
      while (true) {
        int kind = content.u8(at);
        if (kind == 0x3B) {
          anatomy.end(at + 1);
          break;
        } else if (kind == 0x21) {
          at = extension(at);
        } else if (kind == 0x2C) {
          at = image(at);
        } else {
          // Viewers stop here too.
          anatomy.mark(Mark.DAMAGED);
          anatomy.end(content.length());
          break;
        }
      }
    } catch (Content.Beyond e) {
      anatomy.mark(Mark.DAMAGED);
      anatomy.end(content.length());
    }
    if (images == 0) {
      throw new RefusedFile(Refusal.BROKEN);
    }
    anatomy.pixels().write(0x3B);
  }

  /** The bytes of a table of colours by its flags. */
  private static long table(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3L << (flags & 7) + 1;
  }

  private long extension(long at) {
    if (content.u8(at + 1) == 0xF9) {
      control = at;
    }
    if (content.u8(at + 1) == 0xFF && content.is(at + 3, CREDENTIALS)) {
      anatomy.credentials();
    }
    boolean xmp = content.u8(at + 1) == 0xFF && content.is(at + 3, "XMP DataXMP");
    long end = blocks(at + 2);
    if (xmp) {
      // After the text stands a ramp of bytes that leads readers of blocks to its end.
      int ramp = content.find("\u0001\u00ff", at + 14, end);
      anatomy.xmp(content.part(at + 14, (ramp < 0 ? end : ramp) - at - 14));
    }
    return end;
  }

  private long image(long at) throws RefusedFile {
    anatomy.check(content.u16Little(at + 5), content.u16Little(at + 7));
    anatomy.frame();
    images++;
    long data = at + 10 + table(content.u8(at + 9));
    if (images > 1) {
      return blocks(data + 1);
    }
    if (control >= 0) {
      keep(control, blocks(control + 2) - control);
    }
    content.u8(data);
    long end = content.length();
    try {
      end = blocks(data + 1);
      return end;
    } finally {
      keep(at, end - at);
    }
  }

  /** Where the sub-blocks end that begin at a place. */
  private long blocks(long from) {
    long at = from;
    int size = content.u8(at);
    while (size > 0) {
      at += size + 1;
      size = content.u8(at);
    }
    return at + 1;
  }

  private void keep(long at, long count) {
    anatomy.pixels().write(content.bytes(), (int) at, (int) count);
  }
}
