package org.bilan.archive;

import java.util.Optional;

/** The dossier is not, or no longer, in the state that a change was meant for. */
public final class ConditionFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Optional<String> current;

  ConditionFailed(Optional<String> current) {
    super("The dossier's state is " + current.orElse("absent"), null, false, false);
    this.current = current;
  }

  /** The tag of the dossier as it stands; empty when there is none. */
  public Optional<String> current() {
    return current;
  }
}
