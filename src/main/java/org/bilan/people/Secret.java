package org.bilan.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What only the services of one archive know. The keys of all seals and pseudonyms are derived from
 * it, one for each purpose, so that none tells anything of another.
 */
public final class Secret {

  /** Fewer characters can be guessed. */
  public static final int LEAST = 32;

  private final byte[] secret;

  private Secret(byte[] secret) {
    this.secret = secret;
  }

  /**
   * The secret that is spelt so.
   *
   * @throws IllegalArgumentException when it has fewer than {@link #LEAST} characters
   */
  public static Secret of(String text) {
    String stripped = text.strip();
    if (stripped.length() < LEAST) {
      throw new IllegalArgumentException(
          "BILAN_SECRET has %d characters; it needs at least %d. Make one with: openssl rand -hex 32"
              .formatted(stripped.length(), LEAST));
    }
    return new Secret(stripped.getBytes(StandardCharsets.UTF_8));
  }

  /** The key for a purpose: 32 bytes, HMAC-SHA-256 of the purpose's name. */
  public byte[] derive(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
    }
  }
}
