package org.bilan.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

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

  public Token {
    roles = Set.copyOf(roles);
  }
}
