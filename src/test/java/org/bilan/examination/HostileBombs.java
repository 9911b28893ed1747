package org.bilan.examination;

import static org.bilan.examination.HostileFile.marked;
import static org.bilan.examination.HostileFile.of;
import static org.bilan.examination.HostileFile.refused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/** Small files that want to be large. */
final class HostileBombs {

  private HostileBombs() {}

  static List<HostileFile> all() {
    return List.of(
        refused("png 50000 x 50000", Refusal.TOO_LONG_A_SIDE, () -> png(50_000, 50_000, 1000)),
        refused("png 29000 x 29000", Refusal.TOO_MANY_PIXELS, () -> png(29_000, 29_000, 1000)),
        refused("png 0 x 10", Refusal.BROKEN, () -> png(0, 10, 100)),
        refused("png 2^32 - 1", Refusal.TOO_LONG_A_SIDE, () -> png(0xFFFFFFFFL, 1, 100)),
        of("png with too much data", () -> png(100, 100, 300_000_000)),
        of("png with a bomb in iCCP", () -> withPacked("iCCP", "name\0\0")),
        of("png with a bomb in zTXt", () -> withPacked("zTXt", "Comment\0\0")),
        of("png with a bomb in iTXt", () -> withPacked("iTXt", "Comment\0\u0001\0\0\0")),
        marked(
            "png with a bomb in XMP",
            Mark.METADATA_BROKEN,
            () -> withPacked("iTXt", "XML:com.adobe.xmp\0\u0001\0\0\0")),
        refused(
            "png of 2^31 frames",
            Refusal.TOO_MANY_FRAMES,
            () ->
                Bits.withChunk(
                    Drawn.png(300, 200),
                    "acTL",
                    new Bits().big(0x7FFFFFFF, 4).big(0, 4).toByteArray())),
        refused("gif with a huge screen", Refusal.TOO_LONG_A_SIDE, () -> gif(65_535, 10, 1)),
        refused("gif with a huge frame", Refusal.TOO_LONG_A_SIDE, () -> gif(10, 65_535, 1)),
        refused("gif with a large frame", Refusal.TOO_MANY_PIXELS, () -> gif(10, 29_000, 1)),
        refused("gif of 6000 frames", Refusal.TOO_MANY_FRAMES, () -> gif(10, 10, 6000)),
        refused("webp with a huge canvas", Refusal.TOO_MANY_PIXELS, HostileBombs::hugeCanvas),
        refused("webp with a huge frame", Refusal.TOO_MANY_PIXELS, () -> lossyWebp(16_383)),
        refused("webp, lossless, huge", Refusal.TOO_MANY_PIXELS, () -> losslessWebp(16_384)),
        of("webp, lossless, large", () -> losslessWebp(9_000), HostileFile.ODD),
        refused("tiff 60000 x 60000", Refusal.TOO_LONG_A_SIDE, () -> tiff(60_000, 60_000, 16)),
        refused("tiff with one huge strip", Refusal.TOO_COSTLY, () -> tiff(20_000, 5_900, 5_900)),
        refused("tiff 0 x 0", Refusal.BROKEN, () -> tiff(0, 0, 1)),
        refused("jpeg 65535 x 65535", Refusal.TOO_LONG_A_SIDE, () -> jpeg(65_535, 65_535)),
        refused("jpeg 29000 x 29000", Refusal.TOO_MANY_PIXELS, () -> jpeg(29_000, 29_000)),
        refused("jpeg without height", Refusal.BROKEN, () -> jpeg(100, 0)),
        refused("jpeg, progressive, large", Refusal.TOO_COSTLY, HostileBombs::progressive),
        refused("jpeg of 1000 scans", Refusal.TOO_COSTLY, HostileBombs::scans),
        refused("jpeg of two sizes", Refusal.BROKEN, HostileBombs::twoSizes));
  }

  /** What is decoded though it is nearly nothing: the larger the side, the longer it takes. */
  static List<HostileFile> decoded(int side) {
    return List.of(
        of("png of zeros", () -> png(side, side, (side + 1L) * side)),
        of("webp with a large frame of nothing", () -> lossyWebp(side * 4 / 5), HostileFile.ODD),
        of("tiff with strips of nothing", () -> tiff(side, side, side / 10), HostileFile.ODD),
        of("jpeg that says it is large", () -> jpeg(side, side)));
  }

  /** Grey, of so many bytes of zero. */
  static byte[] png(long wide, long high, long zeros) {
    byte[] header = new Bits().big(wide, 4).big(high, 4).bytes(8, 0, 0, 0, 0).toByteArray();
    return new Bits()
        .text(PngParts.SIGNATURE)
        .chunk("IHDR", header)
        .chunk("IDAT", packed(zeros))
        .chunk("IEND", new byte[0])
        .toByteArray();
  }

  static byte[] packed(long zeros) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] part = new byte[1 << 16];
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      for (long left = zeros; left > 0; left -= part.length) {
        out.write(part, 0, (int) Math.min(left, part.length));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Packed once: it takes longer than to examine it. */
  private static final class Packed {
    static final byte[] ZEROS = packed(200_000_000);
  }

  private static byte[] withPacked(String chunk, String before) {
    return Bits.withChunk(
        Drawn.png(300, 200), chunk, new Bits().text(before).bytes(Packed.ZEROS).toByteArray());
  }

  private static byte[] gif(int screen, int frame, int frames) {
    Bits out = new Bits().text("GIF89a").little(screen, 2).little(screen, 2).bytes(0x80, 0, 0);
    out.bytes(0, 0, 0, 255, 255, 255);
    for (int i = 0; i < frames; i++) {
      out.bytes(0x2C).little(0, 4).little(frame, 2).little(frame, 2).bytes(0);
      out.bytes(2, 2, 0x4C, 1, 0);
    }
    return out.bytes(0x3B).toByteArray();
  }

  private static byte[] hugeCanvas() {
    return Webp.file(
        new Bits()
            .bytes(Webp.extended(0, 1 << 14, 1 << 14))
            .riff("VP8L", Webp.vp8l(Drawn.scene(30, 20, 1)))
            .toByteArray());
  }

  private static byte[] lossyWebp(int side) {
    byte[] file = Webp.lossy();
    byte[] size = new Bits().little(side, 2).little(side, 2).toByteArray();
    System.arraycopy(size, 0, file, 26, 4);
    return file;
  }

  private static byte[] losslessWebp(int side) {
    byte[] data = Webp.vp8l(Drawn.scene(30, 20, 1));
    long size = side - 1L | side - 1L << 14;
    System.arraycopy(new Bits().little(size, 4).toByteArray(), 0, data, 1, 4);
    return Webp.file(new Bits().riff("VP8L", data).toByteArray());
  }

  /** RGB, not compressed, of which almost no data are there. */
  private static byte[] tiff(int wide, int high, int rows) {
    int strips = (int) Math.max(1, Math.ceil((double) high / Math.max(1, rows)));
    int[][] entries = {
      {256, 4, 1, wide},
      {257, 4, 1, high},
      {258, 3, 1, 8},
      {259, 3, 1, 1},
      {262, 3, 1, 2},
      {273, 4, strips, strips == 1 ? 8 : 200},
      {277, 3, 1, 3},
      {278, 4, 1, rows},
      {279, 4, strips, strips == 1 ? 1000 : 200}
    };
    Bits out = new Bits().text("II*\0").little(8, 4).little(entries.length, 2);
    for (int[] entry : entries) {
      out.little(entry[0], 2).little(entry[1], 2).little(entry[2], 4).little(entry[3], 4);
    }
    return out.little(0, 4).bytes(new byte[2000]).toByteArray();
  }

  private static int header(byte[] jpeg) {
    for (int i = 0; i < jpeg.length - 1; i++) {
      if (jpeg[i] == (byte) 0xFF && (jpeg[i + 1] == (byte) 0xC0 || jpeg[i + 1] == (byte) 0xC2)) {
        return i;
      }
    }
    throw new IllegalArgumentException("No header");
  }

  private static byte[] sized(byte[] jpeg, int wide, int high) {
    byte[] size = new Bits().big(high, 2).big(wide, 2).toByteArray();
    System.arraycopy(size, 0, jpeg, header(jpeg) + 5, 4);
    return jpeg;
  }

  private static byte[] jpeg(int wide, int high) {
    return sized(Drawn.jpeg(300, 200), wide, high);
  }

  private static byte[] progressive() {
    return sized(Drawn.progressive(Drawn.scene(300, 200, 1)), 10_900, 10_900);
  }

  private static byte[] scans() {
    byte[] jpeg = Drawn.jpeg(300, 200);
    Bits out = new Bits();
    out.write(jpeg, 0, jpeg.length - 2);
    for (int i = 0; i < 1000; i++) {
      out.segment(0xDA, new byte[] {1, 1, 0, 0, 63, 0}).bytes(0x12, 0x34);
    }
    return out.bytes(0xFF, 0xD9).toByteArray();
  }

  private static byte[] twoSizes() {
    byte[] jpeg = Drawn.jpeg(300, 200);
    byte[] other = new Bits().bytes(8).big(9000, 2).big(9000, 2).bytes(1, 1, 0x11, 0).toByteArray();
    return Bits.insert(jpeg, header(jpeg), new Bits().segment(0xC0, other).toByteArray());
  }
}
