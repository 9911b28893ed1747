package org.bilan.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bilan.ledger.Actor;
import org.bilan.people.Secret;

/**
 * Credentials that were right shortly before, under keyed hashes with a key that only this process
 * has: a copy of its memory gives no password away.
 */
final class Remembered {

  /** How long a password need not be hashed again. */
  private static final Duration VERIFIED = Duration.ofMinutes(10);

  /** How long somebody is known while the database is away: an outage that people mend. */
  private static final Duration IDENTIFIED = Duration.ofMinutes(30);

  private static final int MOST = 10_000;

  private final byte[] key = new byte[32];
  private final Cache<String, Boolean> verified =
      Caffeine.newBuilder().expireAfterWrite(VERIFIED).maximumSize(MOST).build();
  private final Cache<String, Identified> identified =
      Caffeine.newBuilder().expireAfterWrite(IDENTIFIED).maximumSize(MOST).build();

  Remembered() {
    new SecureRandom().nextBytes(key);
  }

  /**
   * Whether this password has this hash: as it was found before, or as is found now. Of many who
   * ask the same at once, one finds it out for all.
   *
   * @param finding finds it out; what it throws is thrown here
   */
  boolean verified(Credential.Password password, String hash, BooleanSupplier finding) {
    return verified.get(
            keyed(text(password) + '\0' + hash), same -> finding.getAsBoolean() ? true : null)
        != null;
  }

  /** Whom the credential let in before, as coming from this address. */
  Optional<Identified> identified(Credential credential, String address, Instant now) {
    return Optional.ofNullable(identified.getIfPresent(keyed(text(credential))))
        .filter(known -> known.until().isAfter(now))
        .map(
            known ->
                new Identified(
                    new Actor(known.actor().name(), known.actor().means(), address),
                    known.roles(),
                    known.until()));
  }

  void remember(Credential credential, Identified known) {
    identified.put(keyed(text(credential)), known);
  }

  /** Forgets whatever let this person in. */
  void forgetAll(String person) {
    identified.asMap().values().removeIf(known -> known.actor().name().equals(person));
  }

  void forget(Credential credential) {
    identified.invalidate(keyed(text(credential)));
  }

  private static String text(Credential credential) {
    if (credential instanceof Credential.Password password) {
      return "password\0" + password.name() + '\0' + password.password();
    }
    if (credential instanceof Credential.Proxied proxied) {
      return "proxied\0" + proxied.name();
    }
    return credential instanceof Credential.ApiToken token
        ? "token\0" + token.bearer().spelt()
        : "session\0" + ((Credential.Session) credential).cookie();
  }

  private String keyed(String text) {
    return HexFormat.of().formatHex(Secret.hmac(key, text.getBytes(StandardCharsets.UTF_8)));
  }
}
