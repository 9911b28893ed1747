package org.bilan.confidential;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bilan.people.Secret;

/**
 * Makes pseudonyms: the same for the same entry of the same incident, as long as key and scope are
 * the same, and others in another incident, so that nobody can follow a source from one to the
 * next. Without the key none can be told from an id, nor an id from one (HMAC-SHA256, RFC 2104).
 */
public final class Pseudonyms {

  /** What the key of pseudonyms is called among those that are derived of a {@link Secret}. */
  public static final String PURPOSE = "bilan-pseudonyms";

  /** 40 bits: in one dossier two are the same once in a million million; that is seen to. */
  static final int DIGITS = 10;

  private static final int LEAST_KEY = 16;

  private final byte[] key;

  /**
   * @param key at least 16 bytes that nobody can guess
   * @throws IllegalArgumentException when it is shorter
   */
  public Pseudonyms(byte[] key) {
    if (key.length < LEAST_KEY) {
      throw new IllegalArgumentException(
          "A key of %d bytes, expected at least %d".formatted(key.length, LEAST_KEY));
    }
    this.key = key.clone();
  }

  /** Pseudonyms of an installation. */
  public static Pseudonyms of(Secret secret) {
    return new Pseudonyms(secret.derive(PURPOSE));
  }

  /**
   * Those of one scope, of which nothing tells those of another. Whoever may send a dossier of
   * their own can see which pseudonyms it gets: were they the same as in one that is gone, they
   * could try ids until they see a pseudonym again.
   *
   * @param scope what whoever sends a dossier cannot choose
   */
  public Pseudonyms within(String scope) {
    return new Pseudonyms(Secret.hmac(key, ("scope\n" + scope).getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The digits of one pseudonym.
   *
   * @param attempt from 0; the next one where those before are taken
   */
  String digits(String incident, Kind kind, String id, int attempt) {
    // No id holds a line feed, so no two questions are one.
    String message = String.join("\n", incident, kind.name(), id, String.valueOf(attempt));
    byte[] hash = Secret.hmac(key, message.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, DIGITS);
  }
}
