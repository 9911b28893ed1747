package org.bilan.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that are equal when they hold the same; shown in hexadecimal digits. */
public final class Bytes {

  private final byte[] bytes;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of these. */
  public static Bytes of(byte[] bytes) {
    return new Bytes(bytes.clone());
  }

  /** A copy of them. */
  public byte[] array() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    // In constant time, since some are made with a secret.
    return other instanceof Bytes those && MessageDigest.isEqual(bytes, those.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @JsonValue
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
