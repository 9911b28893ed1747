package org.bilan.ruleset;

import java.util.List;
import java.util.Map;
import org.bilan.evidence.Aspect;
import org.bilan.evidence.Blame.BlameBalance;
import org.bilan.evidence.Blame.CompetingBlame;
import org.bilan.evidence.Blame.MutualBlame;
import org.bilan.evidence.Blame.OtherAdmission;
import org.bilan.evidence.Contradictions.CountContradiction;
import org.bilan.evidence.Contradictions.Denial;
import org.bilan.evidence.Contradictions.DenialByAccused;
import org.bilan.evidence.Contradictions.Doubt;
import org.bilan.evidence.Contradictions.InsiderContradiction;
import org.bilan.evidence.Contradictions.ResponsibilityContradiction;
import org.bilan.evidence.Contradictions.StatusContradiction;
import org.bilan.evidence.Rivals.DenialByAccusedSide;
import org.bilan.evidence.Rivals.EventContradiction;
import org.bilan.evidence.Rivals.InterestedRivals;
import org.bilan.evidence.Rivals.RivalOfAccused;
import org.bilan.evidence.Rivals.StatusBalance;

/** The questions of what speaks against a claim, written by hand: contradiction. */
final class ContradictionByHand {

  private final RuleCard contradictionAnotherPartyAdmits;
  private final RuleCard contradictionByAccusedSide;
  private final RuleCard contradictionByAccused;
  private final RuleCard contradictionByInsider;
  private final RuleCard contradictionCompetingResponsibility;
  private final RuleCard contradictionDeniedByAccused;
  private final RuleCard contradictionDenied;
  private final RuleCard contradictionDoubted;
  private final RuleCard contradictionInterestedOnly;
  private final RuleCard contradictionMoreBlameAnother;
  private final RuleCard contradictionMoreSayAnotherStatus;
  private final RuleCard contradictionMutualBlame;
  private final RuleCard contradictionOfCount;
  private final RuleCard contradictionOfEvent;
  private final RuleCard contradictionOfResponsibility;
  private final RuleCard contradictionOfStatus;
  private final RuleCard contradictionSecondDenial;

  ContradictionByHand(Map<String, RuleCard> byId) {
    contradictionAnotherPartyAdmits = byId.get("contradiction.another-party-admits");
    contradictionByAccusedSide = byId.get("contradiction.by-accused-side");
    contradictionByAccused = byId.get("contradiction.by-accused");
    contradictionByInsider = byId.get("contradiction.by-insider");
    contradictionCompetingResponsibility = byId.get("contradiction.competing-responsibility");
    contradictionDeniedByAccused = byId.get("contradiction.denied-by-accused");
    contradictionDenied = byId.get("contradiction.denied");
    contradictionDoubted = byId.get("contradiction.doubted");
    contradictionInterestedOnly = byId.get("contradiction.interested-only");
    contradictionMoreBlameAnother = byId.get("contradiction.more-blame-another");
    contradictionMoreSayAnotherStatus = byId.get("contradiction.more-say-another-status");
    contradictionMutualBlame = byId.get("contradiction.mutual-blame");
    contradictionOfCount = byId.get("contradiction.of-count");
    contradictionOfEvent = byId.get("contradiction.of-event");
    contradictionOfResponsibility = byId.get("contradiction.of-responsibility");
    contradictionOfStatus = byId.get("contradiction.of-status");
    contradictionSecondDenial = byId.get("contradiction.second-denial");
  }

  /** Whether the fact is one of these questions'; what they find is added. */
  boolean ask(Aspect fact, List<Conclusion> found) {
    if (fact instanceof OtherAdmission f) {
      if (f.made()) {
        found.add(contradictionAnotherPartyAdmits.finds(f, "parties", f.parties()));
      }
      return true;
    }
    if (fact instanceof DenialByAccusedSide f) {
      if (f.made()) {
        found.add(contradictionByAccusedSide.finds(f, "speakers", f.speakers()));
      }
      return true;
    }
    if (fact instanceof RivalOfAccused f) {
      if (f.given()) {
        found.add(contradictionByAccused.finds(f, "party", f.party()));
      }
      return true;
    }
    if (fact instanceof InsiderContradiction f) {
      if (f.insiders() >= contradictionByInsider.number("insiders")) {
        found.add(contradictionByInsider.finds(f, "speakers", f.speakers()));
      }
      return true;
    }
    if (fact instanceof CompetingBlame f) {
      if (f.parties() >= contradictionCompetingResponsibility.number("parties")) {
        found.add(
            contradictionCompetingResponsibility.finds(
                f, "parties", f.parties(), "names", f.names()));
      }
      return true;
    }
    if (fact instanceof DenialByAccused f) {
      if (f.made()) {
        found.add(contradictionDeniedByAccused.finds(f, "party", f.party()));
      }
      return true;
    }
    if (fact instanceof Denial f) {
      if (f.independentOrigins() >= contradictionDenied.number("origins")) {
        found.add(contradictionDenied.finds(f, "speakers", f.speakers()));
      }
      if (f.independentOrigins() >= contradictionSecondDenial.number("origins")) {
        found.add(contradictionSecondDenial.finds(f, "origins", f.independentOrigins()));
      }
      return true;
    }
    if (fact instanceof Doubt f) {
      if (f.independentOrigins() >= contradictionDoubted.number("origins")) {
        found.add(contradictionDoubted.finds(f, "speakers", f.speakers()));
      }
      return true;
    }
    if (fact instanceof InterestedRivals f) {
      if (f.only()) {
        found.add(contradictionInterestedOnly.finds(f, "speakers", f.speakers()));
      }
      return true;
    }
    if (fact instanceof BlameBalance f) {
      if (f.margin() >= contradictionMoreBlameAnother.number("margin")) {
        found.add(
            contradictionMoreBlameAnother.finds(
                f, "others", f.others(), "own", f.own(), "parties", f.parties()));
      }
      return true;
    }
    if (fact instanceof StatusBalance f) {
      if (f.margin() >= contradictionMoreSayAnotherStatus.number("margin")) {
        found.add(contradictionMoreSayAnotherStatus.finds(f, "others", f.others(), "own", f.own()));
      }
      return true;
    }
    if (fact instanceof MutualBlame f) {
      if (f.mutual()) {
        found.add(contradictionMutualBlame.finds(f, "parties", f.parties()));
      }
      return true;
    }
    if (fact instanceof CountContradiction f) {
      if (f.independentOrigins() >= contradictionOfCount.number("origins")) {
        found.add(contradictionOfCount.finds(f, "speakers", f.speakers()));
      }
      return true;
    }
    if (fact instanceof EventContradiction f) {
      if (f.independentOrigins() >= contradictionOfEvent.number("origins")) {
        found.add(contradictionOfEvent.finds(f, "speakers", f.speakers()));
      }
      return true;
    }
    if (fact instanceof ResponsibilityContradiction f) {
      if (f.independentOrigins() >= contradictionOfResponsibility.number("origins")) {
        found.add(contradictionOfResponsibility.finds(f, "speakers", f.speakers()));
      }
      return true;
    }
    if (fact instanceof StatusContradiction f) {
      if (f.independentOrigins() >= contradictionOfStatus.number("origins")) {
        found.add(contradictionOfStatus.finds(f, "speakers", f.speakers()));
      }
      return true;
    }
    return false;
  }
}
