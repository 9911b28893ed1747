package org.bilan.dossier;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How many people. Zero is a claim too.
 *
 * @param min the least it can mean
 * @param max the most it can mean; absent for an open wording ("several")
 * @param words the vague wording, as reported
 */
public record Count(OptionalInt min, OptionalInt max, Optional<String> words) {

  /** Whether both ends are stated. */
  public boolean bounded() {
    return min.isPresent() && max.isPresent();
  }
}
