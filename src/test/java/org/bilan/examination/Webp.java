package org.bilan.examination;

import java.awt.image.BufferedImage;
import java.util.Base64;

/** WebP files: lossless ones are written here, the simplest way that decoders know (RFC 9649). */
final class Webp {

  private Webp() {}

  /** 48 x 32, lossy; by cwebp 1.2.4 from a gradient. */
  static byte[] lossy() {
    return Base64.getDecoder()
        .decode(
            "UklGRnIAAABXRUJQVlA4IGYAAADwAgCdASowACAAD8BoJbACxH1o/v6fxgjsAcFeXl/zgAD+7SBvxR1/1n//nEa1r7oWXV5Oc4BiMaxjrppM+/KaB08VJ+2Wx4cLRtjvjT1u+Hzb+qui+KbxU57k+8ffNQTWUPMqAAA=");
  }

  static byte[] lossless(BufferedImage image) {
    return file(new Bits().riff("VP8L", vp8l(image)).toByteArray());
  }

  static byte[] file(byte[] chunks) {
    return new Bits()
        .text("RIFF")
        .little(chunks.length + 4L, 4)
        .text("WEBP")
        .bytes(chunks)
        .toByteArray();
  }

  /** The header of the extended form. */
  static byte[] extended(int flags, int wide, int high) {
    return new Bits()
        .riff(
            "VP8X",
            new Bits().little(flags, 4).little(wide - 1L, 3).little(high - 1L, 3).toByteArray())
        .toByteArray();
  }

  /** Every value of each channel by eight bits. */
  static byte[] vp8l(BufferedImage image) {
    Writer out = new Writer();
    out.bits(0x2F, 8);
    out.bits(image.getWidth() - 1, 14);
    out.bits(image.getHeight() - 1, 14);
    out.bits(0, 1); // no transparency
    out.bits(0, 3); // version
    out.bits(0, 1); // no transform
    out.bits(0, 1); // no cache of colours
    out.bits(0, 1); // one group of codes
    // Green has 256 values and 24 lengths of runs, which are not used; then red and blue.
    for (int symbols : new int[] {256 + 24, 256, 256}) {
      eightBitsEach(out, symbols);
    }
    one(out, 255); // opaque
    one(out, 0); // no distances
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        out.code(rgb >> 8 & 0xFF);
        out.code(rgb >> 16 & 0xFF);
        out.code(rgb & 0xFF);
      }
    }
    return out.toByteArray();
  }

  /** A code of which the first 256 symbols have eight bits each. */
  private static void eightBitsEach(Writer out, int symbols) {
    out.bits(0, 1); // not simple
    // The lengths are themselves coded: 8 and 18 (a run of zeros) by one bit each.
    int[] order = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8};
    out.bits(order.length - 4, 4);
    for (int symbol : order) {
      out.bits(symbol == 8 || symbol == 18 ? 1 : 0, 3);
    }
    out.bits(0, 1); // all symbols
    for (int i = 0; i < 256; i++) {
      out.bits(0, 1); // 8 comes before 18
    }
    if (symbols > 256) {
      out.bits(1, 1);
      out.bits(symbols - 256 - 11, 7);
    }
  }

  private static void one(Writer out, int symbol) {
    out.bits(1, 1); // simple
    out.bits(0, 1); // one symbol
    out.bits(1, 1); // of eight bits
    out.bits(symbol, 8);
  }

  /** Bits, the lowest first. */
  private static final class Writer {

    private final Bits out = new Bits();
    private int held;
    private int count;

    void bits(int value, int many) {
      for (int i = 0; i < many; i++) {
        held |= (value >> i & 1) << count;
        if (++count == 8) {
          out.write(held);
          held = 0;
          count = 0;
        }
      }
    }

    /** A code's own bits come the highest first. */
    void code(int value) {
      bits(Integer.reverse(value) >>> 24, 8);
    }

    byte[] toByteArray() {
      if (count > 0) {
        out.write(held);
      }
      return out.toByteArray();
    }
  }
}
