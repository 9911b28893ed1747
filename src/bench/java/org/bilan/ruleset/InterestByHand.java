package org.bilan.ruleset;

import java.util.List;
import java.util.Map;
import org.bilan.evidence.Accused.Admission;
import org.bilan.evidence.Aspect;
import org.bilan.evidence.Grants.PartGranted;
import org.bilan.evidence.Grants.PartialAdmission;
import org.bilan.evidence.Grants.PartialLosses;
import org.bilan.evidence.Stakes.AdversaryAgreement;
import org.bilan.evidence.Stakes.Insiders;
import org.bilan.evidence.Stakes.OwnLosses;
import org.bilan.evidence.Stakes.PartyAndLocals;
import org.bilan.evidence.Stakes.SelfServing;
import org.bilan.evidence.Voices.EnemyAccusation;
import org.bilan.evidence.Voices.OfficialAgreement;
import org.bilan.evidence.Voices.OwnMediaOnly;
import org.bilan.evidence.Voices.SympathisersOnly;

/** The questions of who gains by saying so, written by hand: interest. */
final class InterestByHand {

  private final RuleCard interestAdmission;
  private final RuleCard interestAdversariesAgree;
  private final RuleCard interestEnemyAccusation;
  private final RuleCard interestInsiderAgainstOwnSide;
  private final RuleCard interestOwnLosses;
  private final RuleCard interestOwnMediaOnly;
  private final RuleCard interestPartGranted;
  private final RuleCard interestPartialAdmission;
  private final RuleCard interestPartialLosses;
  private final RuleCard interestPartyAndLocalsAgree;
  private final RuleCard interestPartyAndOfficialAgree;
  private final RuleCard interestSecondInsider;
  private final RuleCard interestSelfServingOnly;
  private final RuleCard interestSympathisersOnly;

  InterestByHand(Map<String, RuleCard> byId) {
    interestAdmission = byId.get("interest.admission");
    interestAdversariesAgree = byId.get("interest.adversaries-agree");
    interestEnemyAccusation = byId.get("interest.enemy-accusation");
    interestInsiderAgainstOwnSide = byId.get("interest.insider-against-own-side");
    interestOwnLosses = byId.get("interest.own-losses");
    interestOwnMediaOnly = byId.get("interest.own-media-only");
    interestPartGranted = byId.get("interest.part-granted");
    interestPartialAdmission = byId.get("interest.partial-admission");
    interestPartialLosses = byId.get("interest.partial-losses");
    interestPartyAndLocalsAgree = byId.get("interest.party-and-locals-agree");
    interestPartyAndOfficialAgree = byId.get("interest.party-and-official-agree");
    interestSecondInsider = byId.get("interest.second-insider");
    interestSelfServingOnly = byId.get("interest.self-serving-only");
    interestSympathisersOnly = byId.get("interest.sympathisers-only");
  }

  /** Whether the fact is one of these questions'; what they find is added. */
  boolean ask(Aspect fact, List<Conclusion> found) {
    if (fact instanceof Admission f) {
      if (f.made()) {
        found.add(interestAdmission.finds(f, "party", f.party()));
      }
      return true;
    }
    if (fact instanceof AdversaryAgreement f) {
      if (f.agree()) {
        found.add(interestAdversariesAgree.finds(f, "parties", f.parties()));
      }
      return true;
    }
    if (fact instanceof EnemyAccusation f) {
      if (f.made()) {
        found.add(interestEnemyAccusation.finds(f, "parties", f.parties()));
      }
      return true;
    }
    if (fact instanceof Insiders f) {
      if (f.insiders() >= interestInsiderAgainstOwnSide.number("insiders")) {
        found.add(interestInsiderAgainstOwnSide.finds(f, "speakers", f.speakers()));
      }
      if (f.insiders() >= interestSecondInsider.number("insiders")) {
        found.add(
            interestSecondInsider.finds(f, "insiders", f.insiders(), "speakers", f.speakers()));
      }
      return true;
    }
    if (fact instanceof OwnLosses f) {
      if (f.admitted()) {
        found.add(interestOwnLosses.finds(f, "party", f.party()));
      }
      return true;
    }
    if (fact instanceof OwnMediaOnly f) {
      if (f.only()) {
        found.add(interestOwnMediaOnly.finds(f, "party", f.party(), "media", f.media()));
      }
      return true;
    }
    if (fact instanceof PartGranted f) {
      if (f.granted()) {
        found.add(interestPartGranted.finds(f, "parties", f.parties()));
      }
      return true;
    }
    if (fact instanceof PartialAdmission f) {
      if (f.people() >= interestPartialAdmission.number("people")) {
        found.add(interestPartialAdmission.finds(f, "party", f.party(), "people", f.people()));
      }
      return true;
    }
    if (fact instanceof PartialLosses f) {
      if (f.people() >= interestPartialLosses.number("people")) {
        found.add(interestPartialLosses.finds(f, "party", f.party(), "people", f.people()));
      }
      return true;
    }
    if (fact instanceof PartyAndLocals f) {
      if (f.agree()) {
        found.add(interestPartyAndLocalsAgree.finds(f, "parties", f.parties()));
      }
      return true;
    }
    if (fact instanceof OfficialAgreement f) {
      if (f.agree()) {
        found.add(interestPartyAndOfficialAgree.finds(f, "speakers", f.speakers()));
      }
      return true;
    }
    if (fact instanceof SelfServing f) {
      if (f.only()) {
        found.add(interestSelfServingOnly.finds(f, "speakers", f.speakers()));
      }
      return true;
    }
    if (fact instanceof SympathisersOnly f) {
      if (f.only()) {
        found.add(interestSympathisersOnly.finds(f, "speakers", f.speakers()));
      }
      return true;
    }
    return false;
  }
}
