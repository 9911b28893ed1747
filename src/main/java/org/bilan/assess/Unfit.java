package org.bilan.assess;

import java.util.List;
import org.bilan.archive.StoredDossier;
import org.bilan.dossier.InvalidDossier;

/** A kept dossier that no longer fits the contract: another version of Bilan took it, say. */
final class Unfit extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  /** Without the cause: what it quotes of the dossier would stand in the log. */
  Unfit(StoredDossier stored, InvalidDossier invalid) {
    super(
        "The stored dossier %s no longer fits the contract: %s"
            .formatted(stored.incident(), problems(invalid)));
  }

  private static List<String> problems(InvalidDossier invalid) {
    return invalid.problems().stream().map(p -> p.code() + " at " + p.pointer()).toList();
  }
}
