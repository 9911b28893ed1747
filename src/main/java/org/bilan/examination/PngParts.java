package org.bilan.examination;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The chunks of a PNG file (ISO/IEC 15948). */
final class PngParts {

  static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

  private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

  private static final int MOST_CHUNKS = 100_000;

  private final Content content;
  private final Anatomy anatomy;
  private boolean data;

  private PngParts(Content content, Anatomy anatomy) {
    this.content = content;
    this.anatomy = anatomy;
  }

  static void read(Content content, Anatomy anatomy) throws RefusedFile {
    new PngParts(content, anatomy).read();
  }

  private void read() throws RefusedFile {
    anatomy.pixels().write(content.bytes(), 0, SIGNATURE.length());
    long at = SIGNATURE.length();
    boolean ended = false;
    for (int i = 0; i < MOST_CHUNKS && !ended && content.has(at, 12); i++) {
      long length = content.u32(at);
      String name = content.name(at + 4);
      if (i == 0 != name.equals("IHDR")) {
        throw new RefusedFile(Refusal.BROKEN);
      }
      if (!content.has(at, length + 12)) {
        break;
      }
      chunk(name, at + 8, length);
      if (KEPT.contains(name)) {
        checkSum(at, length);
        anatomy.pixels().write(content.bytes(), (int) at, (int) length + 12);
      }
      ended = name.equals("IEND");
      at += length + 12;
    }
    if (!ended) {
      anatomy.mark(Mark.DAMAGED);
      rest(at);
      at = content.length();
    }
    if (anatomy.width() == 0 || !data) {
      throw new RefusedFile(Refusal.BROKEN);
    }
    anatomy.end(at);
  }

  /** What there is of data whose chunk ends early: some rows come out of it. */
  private void rest(long at) {
    if (content.has(at, 9) && content.is(at + 4, "IDAT")) {
      data = true;
      anatomy.pixels().write(content.bytes(), (int) at, content.length() - (int) at);
    }
  }

  private void checkSum(long at, long length) {
    CRC32 sum = new CRC32();
    sum.update(content.bytes(), (int) at + 4, (int) length + 4);
    if (sum.getValue() != content.u32(at + 8 + length)) {
      anatomy.mark(Mark.DAMAGED);
    }
  }

  private void chunk(String name, long at, long length) throws RefusedFile {
    switch (name) {
      case "IHDR" -> header(at, length);
      case "IDAT" -> data = true;
      case "acTL" -> anatomy.frames(length >= 4 ? content.u32(at) : 1);
      case "eXIf" -> anatomy.exif(content.part(at, length));
      case "caBX" -> {
        if (content.find(JpegParts.MANIFEST_STORE, at, at + length) >= 0) {
          anatomy.credentials();
        }
      }
      case "tEXt" -> text(at, length);
      case "iTXt" -> international(at, at + length);
      default -> {}
    }
  }

  private void header(long at, long length) throws RefusedFile {
    if (length != 13) {
      throw new RefusedFile(Refusal.BROKEN);
    }
    anatomy.size(content.u32(at), content.u32(at + 4));
  }

  private void text(long at, long length) {
    if (content.is(at, "Software\0")) {
      anatomy.program(
          new String(content.part(at + 9, Math.min(length - 9, 200)), StandardCharsets.ISO_8859_1));
    }
  }

  private void international(long at, long end) {
    String keyword = "XML:com.adobe.xmp\0";
    if (!content.is(at, keyword)) {
      return;
    }
    long flags = at + keyword.length();
    int language = content.find("\0", flags + 2, end);
    int translated = language < 0 ? -1 : content.find("\0", language + 1L, end);
    if (translated < 0) {
      anatomy.mark(Mark.METADATA_BROKEN);
      return;
    }
    byte[] text = content.part(translated + 1L, end - translated - 1);
    anatomy.xmp(content.u8(flags) == 0 ? text : inflated(text));
  }

  private byte[] inflated(byte[] packed) {
    byte[] text = new byte[XmpPacket.MOST_BYTES + 1];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      int count = 0;
      int more = 1;
      while (more > 0 && count < text.length) {
        more = inflater.inflate(text, count, text.length - count);
        count += more;
      }
      return Arrays.copyOf(text, count);
    } catch (DataFormatException e) {
      anatomy.mark(Mark.METADATA_BROKEN);
      return new byte[0];
    } finally {
      inflater.end();
    }
  }
}
