package org.bilan.dossier;

import java.util.Optional;

/**
 * When an incident happened.
 *
 * @param from its start
 * @param to its end, not before {@code from}; absent when it is one date
 */
public record Period(Moment from, Optional<Moment> to) {

  /** The last moment of the incident. */
  public Moment end() {
    return to.orElse(from);
  }
}
