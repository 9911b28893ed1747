package org.bilan.likeness;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A perceptual fingerprint of 256 bits: pictures that look the same have fingerprints that differ
 * in few bits. Half of all bits differ between pictures that have nothing in common.
 *
 * @param a bits 0 to 63, the first 16 hex digits
 * @param b bits 64 to 127
 * @param c bits 128 to 191
 * @param d bits 192 to 255
 */
public record Fingerprint(long a, long b, long c, long d) {

  /** How many bits a fingerprint has. */
  public static final int BITS = 256;

  /** How many bytes a fingerprint takes. */
  public static final int BYTES = 32;

  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");

  /**
   * Reads 64 hex digits.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  public static Fingerprint parse(String hex) {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("A fingerprint has 64 hex digits: " + hex);
    }
    return of(HexFormat.of().parseHex(hex));
  }

  /**
   * Reads what {@link #bytes} wrote.
   *
   * @throws IllegalArgumentException when there are not 32 bytes
   */
  public static Fingerprint of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("A fingerprint has 32 bytes, not " + bytes.length);
    }
    return read(ByteBuffer.wrap(bytes));
  }

  static Fingerprint read(ByteBuffer buffer) {
    return new Fingerprint(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
  }

  /** 64 hex digits, lower case. */
  public String hex() {
    return HexFormat.of().formatHex(bytes());
  }

  /** 32 bytes, the first bits first. */
  public byte[] bytes() {
    return ByteBuffer.allocate(BYTES).putLong(a).putLong(b).putLong(c).putLong(d).array();
  }

  /** In how many bits the two differ (Hamming distance): 0 to 256. */
  public int distance(Fingerprint other) {
    return Long.bitCount(a ^ other.a)
        + Long.bitCount(b ^ other.b)
        + Long.bitCount(c ^ other.c)
        + Long.bitCount(d ^ other.d);
  }

  @Override
  public String toString() {
    return hex();
  }
}
