package org.bilan.ruleset;

import java.util.List;
import java.util.Map;
import org.bilan.evidence.Accord.BlameAccord;
import org.bilan.evidence.Accord.StatusAccord;
import org.bilan.evidence.Accused.Acknowledgement;
import org.bilan.evidence.Accused.StatusGround;
import org.bilan.evidence.Actions.NearAction;
import org.bilan.evidence.Aspect;
import org.bilan.evidence.Circumstances.Blackout;
import org.bilan.evidence.Circumstances.InvestigatorAccess;
import org.bilan.evidence.Circumstances.SeveralActed;
import org.bilan.evidence.Stakes.VictimStatus;
import org.bilan.evidence.Voices.MemberClaim;

/**
 * The questions of who could look, who acted and who was hit, written by hand: access,
 * responsibility, status.
 */
final class SceneByHand {

  private final RuleCard accessBlackout;
  private final RuleCard accessDenied;
  private final RuleCard accessDisrupted;
  private final RuleCard accessRestricted;
  private final RuleCard responsibilityAcknowledged;
  private final RuleCard responsibilityNearAction;
  private final RuleCard responsibilitySeveralPartiesActed;
  private final RuleCard statusCivilianPresumed;
  private final RuleCard statusClaimedAsMember;
  private final RuleCard statusPerpetratorOnly;
  private final RuleCard responsibilityUndisputed;
  private final RuleCard statusUndisputed;

  SceneByHand(Map<String, RuleCard> byId) {
    accessBlackout = byId.get("access.blackout");
    accessDenied = byId.get("access.denied");
    accessDisrupted = byId.get("access.disrupted");
    accessRestricted = byId.get("access.restricted");
    responsibilityAcknowledged = byId.get("responsibility.acknowledged");
    responsibilityNearAction = byId.get("responsibility.near-action");
    responsibilitySeveralPartiesActed = byId.get("responsibility.several-parties-acted");
    statusCivilianPresumed = byId.get("status.civilian-presumed");
    statusClaimedAsMember = byId.get("status.claimed-as-member");
    statusPerpetratorOnly = byId.get("status.perpetrator-only");
    responsibilityUndisputed = byId.get("responsibility.undisputed");
    statusUndisputed = byId.get("status.undisputed");
  }

  /** Whether the fact is one of these questions'; what they find is added. */
  boolean ask(Aspect fact, List<Conclusion> found) {
    if (fact instanceof Blackout f) {
      if (f.cut()) {
        found.add(accessBlackout.finds(f));
      }
      if (f.disrupted()) {
        found.add(accessDisrupted.finds(f));
      }
      return true;
    }
    if (fact instanceof InvestigatorAccess f) {
      if (f.denied()) {
        found.add(accessDenied.finds(f));
      }
      if (f.restricted()) {
        found.add(accessRestricted.finds(f));
      }
      return true;
    }
    if (fact instanceof BlameAccord f) {
      if (f.own() >= responsibilityUndisputed.number("own") && f.undisputed()) {
        found.add(responsibilityUndisputed.finds(f, "own", f.own()));
      }
      return true;
    }
    if (fact instanceof StatusAccord f) {
      if (f.own() >= statusUndisputed.number("own") && f.undisputed()) {
        found.add(statusUndisputed.finds(f, "own", f.own()));
      }
      return true;
    }
    if (fact instanceof Acknowledgement f) {
      if (f.made()) {
        found.add(responsibilityAcknowledged.finds(f, "party", f.party()));
      }
      return true;
    }
    if (fact instanceof NearAction f) {
      if (f.established()) {
        found.add(responsibilityNearAction.finds(f, "parties", f.parties()));
      }
      return true;
    }
    if (fact instanceof SeveralActed f) {
      if (f.parties() >= responsibilitySeveralPartiesActed.number("parties")) {
        found.add(
            responsibilitySeveralPartiesActed.finds(f, "parties", f.parties(), "names", f.names()));
      }
      return true;
    }
    if (fact instanceof VictimStatus f) {
      if (f.civilian()) {
        found.add(statusCivilianPresumed.finds(f));
      }
      return true;
    }
    if (fact instanceof MemberClaim f) {
      if (f.made()) {
        found.add(statusClaimedAsMember.finds(f, "party", f.party()));
      }
      return true;
    }
    if (fact instanceof StatusGround f) {
      if (f.perpetratorOnly()) {
        found.add(statusPerpetratorOnly.finds(f, "party", f.party()));
      }
      return true;
    }
    return false;
  }
}
