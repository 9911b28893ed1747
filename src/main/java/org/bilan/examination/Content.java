package org.bilan.examination;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a file, read at places that the file itself names: each is checked. */
final class Content {

  /** Something was read beyond the end. */
  static final class Beyond extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Beyond() {
      super("Beyond the end", null, false, false);
    }
  }

  private final byte[] bytes;

  Content(byte[] bytes) {
    this.bytes = bytes;
  }

  int length() {
    return bytes.length;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Whether that many bytes stand at a place. */
  boolean has(long at, long count) {
    return at >= 0 && count >= 0 && at + count <= bytes.length;
  }

  int u8(long at) {
    if (at < 0 || at >= bytes.length) {
      throw new Beyond();
    }
    return bytes[(int) at] & 0xFF;
  }

  /** Big-endian. */
  int u16(long at) {
    return u8(at) << 8 | u8(at + 1);
  }

  /** Big-endian. */
  long u32(long at) {
    return (long) u16(at) << 16 | u16(at + 2);
  }

  int u16Little(long at) {
    return u8(at) | u8(at + 1) << 8;
  }

  int u24Little(long at) {
    return u16Little(at) | u8(at + 2) << 16;
  }

  long u32Little(long at) {
    return u16Little(at) | (long) u16Little(at + 2) << 16;
  }

  /** Whether these characters, each a byte, stand at a place. */
  boolean is(long at, String characters) {
    if (!has(at, characters.length())) {
      return false;
    }
    for (int i = 0; i < characters.length(); i++) {
      if ((bytes[(int) at + i] & 0xFF) != characters.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Where these characters, each a byte, first stand between two places, or -1. */
  int find(String characters, long from, long to) {
    long last = Math.min(to, bytes.length) - characters.length();
    for (long at = Math.max(0, from); at <= last; at++) {
      if (is(at, characters)) {
        return (int) at;
      }
    }
    return -1;
  }

  /** Four characters. */
  String name(long at) {
    return new String(part(at, 4), StandardCharsets.ISO_8859_1);
  }

  /** A copy of a part. */
  byte[] part(long at, long count) {
    if (!has(at, count)) {
      throw new Beyond();
    }
    return Arrays.copyOfRange(bytes, (int) at, (int) (at + count));
  }
}
