package org.bilan.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.bilan.archive.Rulesets;
import org.bilan.archive.StoredRuleset;
import org.bilan.dossier.Word;
import org.bilan.people.Role;
import org.bilan.tuning.Tuning;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tells a ruleset with what differs from its base, and what whoever asks may do with it now. */
@ApplicationScoped
class RulesetSteps {

  private final Rulesets rulesets;
  private final Tuning tuning;
  private final Caller caller;

  RulesetSteps(Rulesets rulesets, Tuning tuning, Caller caller) {
    this.rulesets = rulesets;
    this.tuning = tuning;
    this.caller = caller;
  }

  /** A step, as its path ends. */
  @Schema(name = "NextStep")
  enum Step implements Word {
    CHECK,
    APPROVE,
    ACTIVATE,
    ROLLBACK
  }

  RulesetView told(StoredRuleset ruleset) {
    return RulesetView.of(ruleset, tuning.difference(ruleset), Optional.of(may(ruleset)));
  }

  /** As the steps themselves refuse: another person or state may come between all the same. */
  private Set<Step> may(StoredRuleset ruleset) {
    boolean approver = caller.has(Role.APPROVER);
    Step next =
        switch (ruleset.state()) {
          case DRAFT -> approver || caller.has(Role.EDITOR) ? Step.CHECK : null;
          case CHECKED ->
              approver && !caller.byToken() && !ruleset.author().equals(caller.name())
                  ? Step.APPROVE
                  : null;
          case APPROVED -> approver && baseIsInForce(ruleset) ? Step.ACTIVATE : null;
          case RETIRED -> approver ? Step.ROLLBACK : null;
          case IN_FORCE -> null;
        };
    return next == null ? Set.of() : EnumSet.of(next);
  }

  private boolean baseIsInForce(StoredRuleset ruleset) {
    return rulesets.inForce().map(StoredRuleset::id).equals(ruleset.base());
  }
}
