package org.bilan.examination;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** The segments of a JPEG file (ITU T.81, annex B). */
final class JpegParts {

  private static final String EXIF = "Exif\0\0";
  private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
  private static final String PHOTOSHOP = "Photoshop 3.0\0";

  /** The type of a JUMBF box that holds a manifest store (C2PA 2.1, 11.1.4.2). */
  static final String MANIFEST_STORE =
      "c2pa\u0000\u0011\u0000\u0010\u0080\u0000\u0000\u00aa\u0000\u0038\u009b\u0071";

  /** Baseline, extended and progressive with Huffman codes. */
  private static final Set<Integer> DECODED = Set.of(0xC0, 0xC1, 0xC2);

  /** Each costs a pass over the whole picture; programs write about ten. */
  private static final int MOST_SCANS = 100;

  /** Samples of a progressive picture: a decoder holds them all, in two bytes each. */
  private static final long MOST_HELD = 150_000_000;

  private final Content content;
  private final Anatomy anatomy;
  private int scans;

  private JpegParts(Content content, Anatomy anatomy) {
    this.content = content;
    this.anatomy = anatomy;
  }

  static void read(Content content, Anatomy anatomy) throws RefusedFile {
    new JpegParts(content, anatomy).read();
  }

  private void read() throws RefusedFile {
    keep(0, 2);
    long at = 2;
    while (true) {
      long marker = marker(at);
      if (marker < 0) {
        anatomy.mark(Mark.DAMAGED);
        anatomy.end(content.length());
        break;
      }
      int code = content.u8(marker + 1);
      if (code == 0xD9) {
        anatomy.end(marker + 2);
        break;
      }
      at = code == 0x01 || code >= 0xD0 && code <= 0xD8 ? marker + 2 : segment(marker, code);
    }
    if (anatomy.width() == 0 || scans == 0) {
      throw new RefusedFile(Refusal.BROKEN);
    }
    anatomy.pixels().write(0xFF);
    anatomy.pixels().write(0xD9);
    anatomy.frames(1);
  }

  /** The next marker from a place on, or -1. */
  private long marker(long from) {
    if (content.has(from, 1) && content.u8(from) != 0xFF) {
      anatomy.mark(Mark.DAMAGED);
    }
    for (long at = from; content.has(at, 2); at++) {
      int code = content.u8(at + 1);
      if (content.u8(at) == 0xFF && code != 0 && code != 0xFF) {
        return at;
      }
    }
    return -1;
  }

  /** One segment; where what follows begins. */
  private long segment(long marker, int code) throws RefusedFile {
    if (!content.has(marker, 4) || content.u16(marker + 2) < 2) {
      anatomy.mark(Mark.DAMAGED);
      return marker + 2;
    }
    long data = marker + 4;
    long length = content.u16(marker + 2) - 2L;
    if (!content.has(data, length)) {
      anatomy.mark(Mark.DAMAGED);
      return content.length();
    }
    if (code >= 0xC0 && code <= 0xCF && code != 0xC4 && code != 0xC8 && code != 0xCC) {
      header(data, length, code);
    } else if (code >= 0xE0 && code <= 0xEF) {
      application(code, data, length);
    }
    // JFIF and Adobe tell how colours are coded; all else of applications, and comments, is not
    // kept.
    boolean colours = code == 0xE0 && content.is(data, "JFIF\0") || code == 0xEE;
    if (code < 0xE0 || colours) {
      keep(marker, length + 4);
    }
    return code == 0xDA ? scan(data + length) : data + length;
  }

  private void header(long data, long length, int code) throws RefusedFile {
    if (length < 6) {
      throw new RefusedFile(Refusal.BROKEN);
    }
    boolean first = anatomy.width() == 0;
    int wide = content.u16(data + 3);
    int high = content.u16(data + 1);
    if (first) {
      anatomy.size(wide, high);
    } else if (wide != anatomy.width() || high != anatomy.height()) {
      throw new RefusedFile(Refusal.BROKEN);
    }
    if (!DECODED.contains(code) || content.u8(data) != 8) {
      anatomy.undecodable();
    }
    int components = content.u8(data + 5);
    if (length < 6 + 3L * components || components == 0) {
      throw new RefusedFile(Refusal.BROKEN);
    }
    anatomy.components(components);
    if (code == 0xC2 && samples(data + 6, components) > MOST_HELD) {
      throw new RefusedFile(Refusal.TOO_COSTLY);
    }
  }

  /** Of all components together, by how densely each is sampled. */
  private long samples(long at, int components) {
    int most = 1;
    int sum = 0;
    for (int i = 0; i < components; i++) {
      int density = content.u8(at + 3L * i + 1);
      int samples = (density >> 4) * (density & 15);
      most = Math.max(most, samples);
      sum += samples;
    }
    return (long) anatomy.width() * anatomy.height() * sum / most;
  }

  /** The coded data after a scan's header. */
  private long scan(long from) throws RefusedFile {
    if (++scans > MOST_SCANS) {
      throw new RefusedFile(Refusal.TOO_COSTLY);
    }
    long at = from;
    while (content.has(at, 2)) {
      int code = content.u8(at + 1);
      if (content.u8(at) == 0xFF && code != 0 && code != 0xFF && (code < 0xD0 || code > 0xD7)) {
        keep(from, at - from);
        return at;
      }
      at++;
    }
    keep(from, content.length() - from);
    return content.length();
  }

  private void application(int code, long data, long length) {
    if (code == 0xE1 && content.is(data, EXIF)) {
      anatomy.exif(rest(data, length, EXIF));
    } else if (code == 0xE1 && content.is(data, XMP)) {
      anatomy.xmp(rest(data, length, XMP));
    } else if (code == 0xED && content.is(data, PHOTOSHOP)) {
      anatomy.photoshop(rest(data, length, PHOTOSHOP));
    } else if (code == 0xEC && content.is(data, "Ducky")) {
      anatomy.savedForWeb();
    } else if (code == 0xEB
        && content.is(data, "JP")
        && content.find(MANIFEST_STORE, data, data + length) >= 0) {
      anatomy.credentials();
    }
  }

  private byte[] rest(long data, long length, String preamble) {
    int skipped = preamble.getBytes(StandardCharsets.ISO_8859_1).length;
    byte[] all = content.part(data, length);
    return Arrays.copyOfRange(all, Math.min(skipped, all.length), all.length);
  }

  private void keep(long at, long count) {
    anatomy.pixels().write(content.bytes(), (int) at, (int) count);
  }
}
