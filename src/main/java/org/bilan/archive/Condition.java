package org.bilan.archive;

import java.util.Optional;

/** What must be so for a change to be made. Asked while nobody else can change the dossier. */
@FunctionalInterface
public interface Condition {

  /** No condition. */
  Condition NONE = current -> true;

  /**
   * Whether the change may be made.
   *
   * @param current the tag of the dossier as it stands; empty when there is none
   */
  boolean allows(Optional<String> current);
}
