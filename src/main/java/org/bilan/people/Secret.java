package org.bilan.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One secret of an installation, of which a key is derived for each purpose. Never printed. */
public final class Secret {

  /** Characters that a secret must have at least. */
  public static final int LEAST = 32;

  /** The environment variable that holds it. */
  public static final String VARIABLE = "BILAN_SECRET";

  private static final String HMAC = "HmacSHA256";

  private final byte[] bytes;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * A secret that somebody has chosen.
   *
   * @throws IllegalArgumentException when it has fewer than {@link #LEAST} characters; the message
   *     is for people, and does not tell it
   */
  public static Secret of(String text) {
    int length = text.codePointCount(0, text.length());
    if (length < LEAST) {
      throw new IllegalArgumentException(
          "%s has %d characters, expected at least %d. Make one, say with: openssl rand -hex 32"
              .formatted(VARIABLE, length, LEAST));
    }
    return new Secret(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A secret that nobody knows, and that is gone with this process. */
  public static Secret random() {
    byte[] bytes = new byte[LEAST];
    new SecureRandom().nextBytes(bytes);
    return new Secret(bytes);
  }

  /** The key for one purpose: HMAC-SHA256 of the purpose's name. From none can another be told. */
  public byte[] derive(String purpose) {
    return hmac(bytes, purpose.getBytes(StandardCharsets.UTF_8));
  }

  /** HMAC-SHA256 (RFC 2104). */
  public static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA256", e);
    }
  }

  @Override
  public String toString() {
    return "Secret";
  }
}
