package org.bilan.dossier;

import java.util.List;
import java.util.Optional;

/**
 * A party to the conflict.
 *
 * @param adversaries ids of the parties that it fights
 */
public record Party(
    String id, Optional<String> name, Optional<PartyKind> kind, List<String> adversaries) {

  /** The name to show: its name, or its id. */
  public String label() {
    return name.orElse(id);
  }
}
