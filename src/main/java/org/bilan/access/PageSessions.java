package org.bilan.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.bilan.archive.Sessions;
import org.bilan.ledger.Actor;
import org.bilan.people.Secret;

/**
 * Sessions of the page. A new one is made at each login, whatever a browser brings, so that nobody
 * is given a session that somebody else knows; and each has a word that only the page can read,
 * without which nothing is changed, so that no other site can use it.
 */
@ApplicationScoped
public class PageSessions {

  /** A working day with its overtime; then one logs in again. */
  public static final Duration LASTS = Duration.ofHours(12);

  private final Sessions sessions;
  private final Authentication authentication;
  private final byte[] key;

  PageSessions(Sessions sessions, Authentication authentication, Secret secret) {
    this.sessions = sessions;
    this.authentication = authentication;
    this.key = secret.derive("bilan-csrf");
  }

  /**
   * A session that was begun.
   *
   * @param cookie what the browser keeps and the page cannot read
   * @param word what the page sends along, with every change at least, in the header X-CSRF-Token
   */
  public record Begun(String cookie, String word, Identified who) {}

  /**
   * Begins a session for whoever knows the password.
   *
   * @throws NotRecognised and what else {@link Authentication#identify} throws
   */
  public Begun begin(String name, String password, String address) {
    Identified who = authentication.identify(new Credential.Password(name, password), address);
    String cookie = Bearer.hex(32);
    Instant now = Instant.now();
    sessions.begin(Bearer.sha256(cookie), who.actor().name(), now, now.plus(LASTS), who.actor());
    return new Begun(cookie, word(cookie), who);
  }

  /** Ends a session. */
  public void end(String cookie, Actor actor) {
    authentication.forget(new Credential.Session(cookie));
    sessions.end(Bearer.sha256(cookie), actor);
  }

  /** The word of a session. */
  public String word(String cookie) {
    return HexFormat.of().formatHex(Secret.hmac(key, cookie.getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether this is the word of that session. Null is not. */
  public boolean isWord(String word, String cookie) {
    return word != null
        && MessageDigest.isEqual(
            word.getBytes(StandardCharsets.UTF_8), word(cookie).getBytes(StandardCharsets.UTF_8));
  }
}
