package org.bilan.rescoring;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.bilan.archive.Rescoring;
import org.bilan.archive.RescoringFilter;
import org.bilan.archive.Rescorings;
import org.bilan.archive.RulesetState;
import org.bilan.archive.Rulesets;
import org.bilan.archive.StoredRuleset;
import org.bilan.ledger.Actor;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;

/** Begins runs: what may be asked for. */
@Singleton
public final class Asking {

  private final Rulesets rulesets;
  private final Rescorings rescorings;

  public Asking(Rulesets rulesets, Rescorings rescorings) {
    this.rulesets = rulesets;
    this.rescorings = rescorings;
  }

  /** What was asked for cannot be done. The message tells why, and what can. */
  public static final class NotSo extends Exception {
    private static final long serialVersionUID = 1L;

    NotSo(String why) {
      super(why, null, false, false);
    }
  }

  /**
   * Begins a run.
   *
   * @param ruleset empty for the one in force
   * @param worker who works on it from now on; empty for whichever service comes first
   * @throws NotSo when nobody has approved that ruleset, and it is no dry run; or it is not fit
   */
  public Rescoring begin(
      Optional<StoredRuleset> ruleset,
      RescoringFilter filter,
      boolean dryRun,
      Optional<UUID> worker,
      Actor actor)
      throws NotSo {
    Optional<StoredRuleset> inForce = rulesets.inForce();
    StoredRuleset judges =
        ruleset
            .or(() -> inForce)
            .orElseThrow(() -> new NotSo("No ruleset is in force yet: start a service once."));
    if (!dryRun && !approved(judges.state())) {
      throw new NotSo(
          "Ruleset %d is %s: what nobody has approved judges in dry runs only."
              .formatted(judges.id(), judges.state().word()));
    }
    if (!inForce.map(StoredRuleset::id).equals(Optional.of(judges.id()))) {
      refuseUnfit(judges);
    }
    Optional<String> base =
        inForce
            .filter(current -> dryRun && current.id() != judges.id())
            .map(StoredRuleset::revision);
    return rescorings.begin(judges, base, filter, dryRun, worker, actor);
  }

  private void refuseUnfit(StoredRuleset ruleset) throws NotSo {
    try {
      Ruleset.of(rulesets.files(ruleset.revision()).orElseThrow()).close();
    } catch (InvalidRuleset refused) {
      throw new NotSo("It is not fit to judge. POST to its check tells what is wrong.");
    }
  }

  private static boolean approved(RulesetState state) {
    return switch (state) {
      case DRAFT, CHECKED -> false;
      case APPROVED, IN_FORCE, RETIRED -> true;
    };
  }
}
