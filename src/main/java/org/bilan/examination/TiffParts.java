package org.bilan.examination;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The directories of a TIFF file (TIFF 6.0), and of one with 64-bit places (BigTIFF). */
final class TiffParts {

  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int SAMPLES = 277;
  private static final int ROWS_PER_STRIP = 278;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int XMP = 700;
  private static final int IPTC = 33723;

  /** C2PA 2.1, appendix A.3. */
  private static final int MANIFEST_STORE = 52545;

  /** Bytes that a strip or tile unfolds to: a decoder holds one whole. */
  private static final long LARGEST_STRIP = 100_000_000;

  /** Programs write some dozens. */
  private static final int MOST_ENTRIES = 4096;

  /** One value of a directory: how many of which type, and where. */
  private record Value(int type, long count, long at) {}

  private final Content content;
  private final Anatomy anatomy;
  private final boolean little;
  private final boolean big;

  private TiffParts(Content content, Anatomy anatomy) {
    this.content = content;
    this.anatomy = anatomy;
    this.little = content.u8(0) == 'I';
    this.big = content.u8(little ? 2 : 3) == 43;
  }

  static void read(Content content, Anatomy anatomy) throws RefusedFile {
    new TiffParts(content, anatomy).read();
  }

  private void read() throws RefusedFile {
    Set<Long> seen = new HashSet<>();
    long at = big ? number(8, 8) : number(4, 4);
    while (at != 0) {
      if (!seen.add(at) || !content.has(at, 2)) {
        anatomy.mark(Mark.METADATA_BROKEN);
        break;
      }
      anatomy.frame();
      at = directory(at, seen.size() == 1);
    }
    if (anatomy.width() == 0) {
      throw new RefusedFile(Refusal.BROKEN);
    }
    anatomy.exif(content.bytes());
    anatomy.pixels().writeBytes(content.bytes());
  }

  /** One directory; where the next one is. */
  private long directory(long at, boolean first) throws RefusedFile {
    long count = number(at, big ? 8 : 2);
    long entries = at + (big ? 8 : 2);
    int size = big ? 20 : 12;
    if (count < 0 || count > MOST_ENTRIES || !content.has(entries, count * size)) {
      if (first) {
        throw new RefusedFile(Refusal.BROKEN);
      }
      anatomy.mark(Mark.METADATA_BROKEN);
      return 0;
    }
    Map<Integer, Value> values = new HashMap<>();
    for (long entry = entries; entry < entries + count * size; entry += size) {
      int tag = (int) number(entry, 2);
      int type = (int) number(entry + 2, 2);
      long many = number(entry + 4, big ? 8 : 4);
      long inline = entry + (big ? 12 : 8);
      boolean fits = many * width(type) <= (big ? 8 : 4);
      values.put(tag, new Value(type, many, fits ? inline : number(inline, big ? 8 : 4)));
    }
    check(values, first);
    credentials(values);
    long next = entries + count * size;
    return content.has(next, big ? 8 : 4) ? number(next, big ? 8 : 4) : 0;
  }

  private void check(Map<Integer, Value> values, boolean first) throws RefusedFile {
    if (!values.containsKey(WIDTH) || !values.containsKey(HEIGHT)) {
      return;
    }
    long wide = first(values, WIDTH, 0);
    long high = first(values, HEIGHT, 0);
    if (!first) {
      anatomy.check(wide, high);
      return;
    }
    anatomy.size(wide, high);
    long samples = first(values, SAMPLES, 1);
    long bits = Math.max(1, first(values, BITS, 1));
    boolean tiled = values.containsKey(TILE_WIDTH);
    long across = tiled ? first(values, TILE_WIDTH, 0) : wide;
    long down = tiled ? first(values, TILE_HEIGHT, 0) : first(values, ROWS_PER_STRIP, high);
    // Programs write 2^32 - 1 rows for "all".
    down = tiled ? down : Math.min(down, high);
    anatomy.check(across, down);
    if (samples < 1 || samples > 64 || bits > 64) {
      throw new RefusedFile(Refusal.BROKEN);
    }
    if (across * down * samples * bits / 8 > LARGEST_STRIP) {
      throw new RefusedFile(Refusal.TOO_COSTLY);
    }
    part(values.get(XMP)).ifPresent(anatomy::xmp);
    part(values.get(IPTC)).ifPresent(anatomy::iptc);
  }

  /** In any directory, also in one that is no page. */
  private void credentials(Map<Integer, Value> values) {
    if (part(values.get(MANIFEST_STORE))
        .filter(part -> new Content(part).find(JpegParts.MANIFEST_STORE, 0, part.length) >= 0)
        .isPresent()) {
      anatomy.credentials();
    }
  }

  private Optional<byte[]> part(Value value) {
    if (value == null) {
      return Optional.empty();
    }
    long bytes = value.count * width(value.type);
    if (value.count < 0 || value.count > content.length() || !content.has(value.at, bytes)) {
      anatomy.mark(Mark.METADATA_BROKEN);
      return Optional.empty();
    }
    return Optional.of(content.part(value.at, bytes));
  }

  /** The first number of a value. */
  private long first(Map<Integer, Value> values, int tag, long absent) {
    Value value = values.get(tag);
    return value == null || value.count < 1 ? absent : number(value.at, width(value.type));
  }

  /** Bytes of one number of a type. */
  private static int width(int type) {
    return switch (type) {
      case 3, 8 -> 2;
      case 4, 9, 11, 13 -> 4;
      case 5, 10, 12, 16, 17, 18 -> 8;
      default -> 1;
    };
  }

  private long number(long at, int bytes) {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number |= (long) content.u8(little ? at + i : at + bytes - 1 - i) << 8 * i;
    }
    return number;
  }
}
