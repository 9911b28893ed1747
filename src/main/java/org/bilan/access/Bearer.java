package org.bilan.access;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A token as its bearer has it: {@code bilan_ID_SECRET}, so that those who search for leaked ones
 * can recognise it.
 *
 * @param id public
 * @param secret 256 random bits in hexadecimal digits
 */
public record Bearer(String id, String secret) {

  private static final Pattern FORM = Pattern.compile("bilan_([0-9a-f]{16})_([0-9a-f]{64})");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one. */
  static Bearer generate() {
    return new Bearer(hex(8), hex(32));
  }

  /** Reads one; empty when the text is none of ours. */
  public static Optional<Bearer> parse(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(new Bearer(parts.group(1), parts.group(2)))
        : Optional.empty();
  }

  /** What is kept of it. A fast hash will do: nobody tries 2^256 secrets. */
  byte[] hash() {
    return sha256(secret);
  }

  static byte[] sha256(String text) {
    return DigestUtils.sha256(text);
  }

  /** Random bytes in hexadecimal digits. */
  static String hex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** As its bearer has it. Whoever prints it gives it away. */
  public String spelt() {
    return "bilan_" + id + "_" + secret;
  }

  /** Without the secret, for whoever logs it by mistake. */
  @Override
  public String toString() {
    return "bilan_" + id + "_…";
  }
}
