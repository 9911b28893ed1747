package org.bilan.examination;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Files put together byte by byte. */
final class Bits extends ByteArrayOutputStream {

  Bits bytes(byte[] more) {
    writeBytes(more);
    return this;
  }

  Bits bytes(int... more) {
    for (int b : more) {
      write(b);
    }
    return this;
  }

  /** Each character a byte. */
  Bits text(String text) {
    writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  Bits big(long number, int bytes) {
    for (int i = bytes - 1; i >= 0; i--) {
      write((int) (number >> 8 * i));
    }
    return this;
  }

  Bits little(long number, int bytes) {
    for (int i = 0; i < bytes; i++) {
      write((int) (number >> 8 * i));
    }
    return this;
  }

  /** A segment of JPEG. */
  Bits segment(int code, byte[] data) {
    return bytes(0xFF, code).big(data.length + 2L, 2).bytes(data);
  }

  /** A chunk of PNG. */
  Bits chunk(String name, byte[] data) {
    byte[] summed = new Bits().text(name).bytes(data).toByteArray();
    CRC32 sum = new CRC32();
    sum.update(summed);
    return big(data.length, 4).bytes(summed).big(sum.getValue(), 4);
  }

  /** A chunk of RIFF. */
  Bits riff(String name, byte[] data) {
    text(name).little(data.length, 4).bytes(data);
    return data.length % 2 == 0 ? this : bytes(0);
  }

  /** A box of ISO media. */
  Bits box(String name, byte[] data) {
    return big(data.length + 8L, 4).text(name).bytes(data);
  }

  /** A JPEG with a segment more at its beginning. */
  static byte[] withSegment(byte[] jpeg, int code, byte[] data) {
    return insert(jpeg, 2, new Bits().segment(code, data).toByteArray());
  }

  /** A JPEG that has these EXIF data. */
  static byte[] withExif(byte[] jpeg, byte[] tiff) {
    return withSegment(jpeg, 0xE1, new Bits().text("Exif\0\0").bytes(tiff).toByteArray());
  }

  /** A JPEG that has this packet of XMP. */
  static byte[] withXmp(byte[] jpeg, String packet) {
    return withSegment(
        jpeg,
        0xE1,
        new Bits()
            .text("http://ns.adobe.com/xap/1.0/\0")
            .bytes(packet.getBytes(StandardCharsets.UTF_8))
            .toByteArray());
  }

  /** A PNG with a chunk more after its header. */
  static byte[] withChunk(byte[] png, String name, byte[] data) {
    return insert(png, 33, new Bits().chunk(name, data).toByteArray());
  }

  static byte[] insert(byte[] file, int at, byte[] more) {
    Bits out = new Bits();
    out.write(file, 0, at);
    out.bytes(more);
    out.write(file, at, file.length - at);
    return out.toByteArray();
  }

  static byte[] join(byte[] one, byte[] other) {
    return new Bits().bytes(one).bytes(other).toByteArray();
  }
}
