package org.bilan.access;

import java.util.Set;
import org.bilan.ledger.Actor;
import org.bilan.people.Role;

/**
 * Somebody who was let in.
 *
 * @param roles that count for this request: a token may have fewer than its person
 */
public record Identified(Actor actor, Set<Role> roles) {

  public Identified {
    roles = Set.copyOf(roles);
  }
}
