package org.bilan.assess;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.bilan.archive.Ledger;
import org.bilan.ledger.Action;
import org.bilan.ledger.Actor;
import org.bilan.ledger.Deed;
import org.bilan.ruleset.Ruleset;

/** Writes into the ledger by which rules a service begins to judge. */
@ApplicationScoped
class RulesetTrace {

  /** After the rules are read, which has the priority of whoever names none: 2500. */
  private static final int LATE = 3_000;

  private final RulesetInForce inForce;
  private final Ledger ledger;

  RulesetTrace(RulesetInForce inForce, Ledger ledger) {
    this.inForce = inForce;
    this.ledger = ledger;
  }

  void write(@Observes @Priority(LATE) StartupEvent started) {
    Ruleset ruleset = inForce.get();
    ledger.append(
        Actor.SERVICE,
        Deed.of(
            Action.RULESET_IN_FORCE,
            "ruleset",
            ruleset.revision(),
            Map.of("name", ruleset.name())));
  }
}
