package org.bilan.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes passwords with Argon2id (RFC 9106), at the least costs that OWASP's Password Storage Cheat
 * Sheet names: 19 MiB, two passes, one lane. Each hash names its own costs, so that they can be
 * raised.
 */
@ApplicationScoped
public class Passwords {

  /** Characters; NIST SP 800-63B asks for 8, and for length rather than for kinds of characters. */
  static final int LEAST = 12;

  /** Longer ones are no safer, and cost time to hash. */
  static final int MOST = 256;

  /** How long one waits to have a password hashed, which takes some 50 ms. */
  static final int PATIENCE_SECONDS = 5;

  /** How many may wait; whoever comes then is refused at once. */
  private static final int WAITING = 16;

  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final int LANES = 1;
  private static final int KIBIBYTES = 19 * 1024;
  private static final int PASSES = 2;

  /** Without l, o, 0 and 1, which people take for each other. */
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  private final Argon2PasswordEncoder argon2 =
      new Argon2PasswordEncoder(SALT, HASH, LANES, KIBIBYTES, PASSES);

  /** Each takes a processor and its memory: a crowd of logins must leave others to the rest. */
  private final Semaphore places =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

  private final SecureRandom random = new SecureRandom();

  /** Compared with when nobody has that name, so that the answer takes as long. */
  private final String nobodys = argon2.encode(generate());

  /**
   * The hash of a password, with its costs and a new salt.
   *
   * @throws Crowded when too many others log in
   */
  public String hash(String password) {
    takePlace();
    try {
      return argon2.encode(password);
    } finally {
      places.release();
    }
  }

  /**
   * Whether the password has this hash.
   *
   * @param hash null when there is none: then no password has it, found out in the same time
   */
  boolean matches(String password, String hash) {
    takePlace();
    try {
      return argon2.matches(password, hash == null ? nobodys : hash) && hash != null;
    } finally {
      places.release();
    }
  }

  private void takePlace() {
    try {
      // Each who waits holds a thread of the service.
      if (places.getQueueLength() >= WAITING
          || !places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Crowded();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Crowded();
    }
  }

  /** A password that nobody guesses and that can be read aloud: 100 bits in five groups. */
  public String generate() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      password.append(i > 0 && i % 4 == 0 ? "-" : "");
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  /** What is wrong with a password that somebody chose; null when nothing is. */
  public static String fault(String password, String name) {
    if (password.length() < LEAST || password.length() > MOST) {
      return "%d to %d characters; this one has %d".formatted(LEAST, MOST, password.length());
    }
    // A login of a letter or two stands in many a good password.
    if (name.length() >= 4 && password.toLowerCase(java.util.Locale.ROOT).contains(name)) {
      return "one that does not hold the login's name";
    }
    return null;
  }
}
