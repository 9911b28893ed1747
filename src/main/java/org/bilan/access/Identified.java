package org.bilan.access;

import java.time.Instant;
import java.util.Set;
import org.bilan.ledger.Actor;
import org.bilan.people.Role;

/**
 * Somebody who was let in.
 *
 * @param roles that count for this request: a token may have fewer than its person
 * @param until when what they brought ends; {@link Instant#MAX} if it does not end by itself
 */
public record Identified(Actor actor, Set<Role> roles, Instant until) {

  public Identified {
    roles = Set.copyOf(roles);
  }
}
