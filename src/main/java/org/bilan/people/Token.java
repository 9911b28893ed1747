package org.bilan.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What lets a program in under a person's name. What only its bearer knows is not here.
 *
 * @param id public; names it in lists, in the ledger, and to revoke it
 * @param label what it is for, in its maker's words
 * @param roles of the person's, those that count when it is used
 */
public record Token(
    String id,
    String person,
    String label,
    Set<Role> roles,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> revokedAt) {

  /**
   * The form of labels. Neither control characters nor those that turn the order of what is shown
   * around, which would let one look like another in a list or a terminal.
   */
  public static final Pattern LABEL =
      Pattern.compile("[^\\p{Cntrl}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069]{1,100}");

  /** {@link #LABEL} in words. */
  public static final String LABEL_FORM = "1 to 100 characters, on one line";

  public Token {
    roles = Set.copyOf(roles);
  }
}
