package org.bilan.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bilan.evidence.Accused.Acknowledgement;
import org.bilan.evidence.Accused.Admission;
import org.bilan.evidence.Accused.StatusGround;
import org.bilan.evidence.Actions.NearAction;
import org.bilan.evidence.Aspect;
import org.bilan.evidence.Contradictions.CountContradiction;
import org.bilan.evidence.Contradictions.Denial;
import org.bilan.evidence.Contradictions.DenialByAccused;
import org.bilan.evidence.Contradictions.Doubt;
import org.bilan.evidence.Contradictions.InsiderContradiction;
import org.bilan.evidence.Contradictions.ResponsibilityContradiction;
import org.bilan.evidence.Contradictions.StatusContradiction;
import org.bilan.evidence.Figures.Figure;
import org.bilan.evidence.Figures.FigureRange;
import org.bilan.evidence.Figures.NamedVictims;
import org.bilan.evidence.Figures.Revision;
import org.bilan.evidence.Images.ImagePlace;
import org.bilan.evidence.Images.ImageTime;
import org.bilan.evidence.Images.ImagesOfEvent;
import org.bilan.evidence.Images.ImagesOfHarm;
import org.bilan.evidence.Images.ImagesOfStatus;
import org.bilan.evidence.Images.ManipulatedImages;
import org.bilan.evidence.Images.RecycledImages;
import org.bilan.evidence.Images.VisualOrigins;
import org.bilan.evidence.Independence.Corroboration;
import org.bilan.evidence.Independence.Diversity;
import org.bilan.evidence.Stakes.AdversaryAgreement;
import org.bilan.evidence.Stakes.Insiders;
import org.bilan.evidence.Stakes.OwnLosses;
import org.bilan.evidence.Stakes.PartyAndLocals;
import org.bilan.evidence.Stakes.SelfServing;
import org.bilan.evidence.Stakes.VictimStatus;
import org.bilan.evidence.Wording.Anonymity;
import org.bilan.evidence.Wording.FirstHand;
import org.bilan.evidence.Wording.Grounds;
import org.bilan.evidence.Wording.Hedging;
import org.bilan.evidence.Wording.Ratings;

/**
 * The shipped questions written by hand in Java, as somebody would who had no rule engine: what
 * Drools is measured against. Weights, numbers and sentences come from the same cards. The
 * benchmark makes sure that both find the same before it measures.
 */
final class RulesByHand {

  private final RuleCard contradictionByInsider;
  private final RuleCard contradictionDeniedByAccused;
  private final RuleCard contradictionDenied;
  private final RuleCard contradictionSecondDenial;
  private final RuleCard contradictionDoubted;
  private final RuleCard contradictionOfCount;
  private final RuleCard contradictionOfResponsibility;
  private final RuleCard contradictionOfStatus;
  private final RuleCard imageryChronolocated;
  private final RuleCard imageryGeolocated;
  private final RuleCard imageryManipulated;
  private final RuleCard imageryManipulationSuspected;
  private final RuleCard imageryRecycled;
  private final RuleCard imagerySecondPicture;
  private final RuleCard imageryShowsEvent;
  private final RuleCard imageryShowsHarm;
  private final RuleCard imageryShowsStatus;
  private final RuleCard independenceFirstOrigin;
  private final RuleCard independenceSecondOrigin;
  private final RuleCard independenceThirdOrigin;
  private final RuleCard independenceKindsOfSources;
  private final RuleCard interestAdmission;
  private final RuleCard interestAdversariesAgree;
  private final RuleCard interestInsiderAgainstOwnSide;
  private final RuleCard interestOwnLosses;
  private final RuleCard interestPartyAndLocalsAgree;
  private final RuleCard interestSelfServingOnly;
  private final RuleCard proximityFirstHand;
  private final RuleCard proximitySecondFirstHand;
  private final RuleCard proximityGroundsGiven;
  private final RuleCard wordingHearsayOnly;
  private final RuleCard reliabilityAllAnonymous;
  private final RuleCard reliabilityPoorlyRated;
  private final RuleCard reliabilityWellRated;
  private final RuleCard responsibilityAcknowledged;
  private final RuleCard responsibilityNearAction;
  private final RuleCard statusCivilianPresumed;
  private final RuleCard statusPerpetratorOnly;
  private final RuleCard tollNamedVictims;
  private final RuleCard tollOpenFigure;
  private final RuleCard tollPreciseFigure;
  private final RuleCard tollSuperseded;
  private final RuleCard wordingAllHedged;
  private final RuleCard wordingFirm;

  RulesByHand(List<RuleCard> cards) {
    Map<String, RuleCard> byId =
        cards.stream().collect(Collectors.toMap(RuleCard::id, Function.identity()));
    if (byId.size() != 44) {
      throw new IllegalStateException("Rules came or went: write them here by hand as well");
    }
    contradictionByInsider = byId.get("contradiction.by-insider");
    contradictionDeniedByAccused = byId.get("contradiction.denied-by-accused");
    contradictionDenied = byId.get("contradiction.denied");
    contradictionSecondDenial = byId.get("contradiction.second-denial");
    contradictionDoubted = byId.get("contradiction.doubted");
    contradictionOfCount = byId.get("contradiction.of-count");
    contradictionOfResponsibility = byId.get("contradiction.of-responsibility");
    contradictionOfStatus = byId.get("contradiction.of-status");
    imageryChronolocated = byId.get("imagery.chronolocated");
    imageryGeolocated = byId.get("imagery.geolocated");
    imageryManipulated = byId.get("imagery.manipulated");
    imageryManipulationSuspected = byId.get("imagery.manipulation-suspected");
    imageryRecycled = byId.get("imagery.recycled");
    imagerySecondPicture = byId.get("imagery.second-picture");
    imageryShowsEvent = byId.get("imagery.shows-event");
    imageryShowsHarm = byId.get("imagery.shows-harm");
    imageryShowsStatus = byId.get("imagery.shows-status");
    independenceFirstOrigin = byId.get("independence.first-origin");
    independenceSecondOrigin = byId.get("independence.second-origin");
    independenceThirdOrigin = byId.get("independence.third-origin");
    independenceKindsOfSources = byId.get("independence.kinds-of-sources");
    interestAdmission = byId.get("interest.admission");
    interestAdversariesAgree = byId.get("interest.adversaries-agree");
    interestInsiderAgainstOwnSide = byId.get("interest.insider-against-own-side");
    interestOwnLosses = byId.get("interest.own-losses");
    interestPartyAndLocalsAgree = byId.get("interest.party-and-locals-agree");
    interestSelfServingOnly = byId.get("interest.self-serving-only");
    proximityFirstHand = byId.get("proximity.first-hand");
    proximitySecondFirstHand = byId.get("proximity.second-first-hand");
    proximityGroundsGiven = byId.get("proximity.grounds-given");
    wordingHearsayOnly = byId.get("wording.hearsay-only");
    reliabilityAllAnonymous = byId.get("reliability.all-anonymous");
    reliabilityPoorlyRated = byId.get("reliability.poorly-rated");
    reliabilityWellRated = byId.get("reliability.well-rated");
    responsibilityAcknowledged = byId.get("responsibility.acknowledged");
    responsibilityNearAction = byId.get("responsibility.near-action");
    statusCivilianPresumed = byId.get("status.civilian-presumed");
    statusPerpetratorOnly = byId.get("status.perpetrator-only");
    tollNamedVictims = byId.get("toll.named-victims");
    tollOpenFigure = byId.get("toll.open-figure");
    tollPreciseFigure = byId.get("toll.precise-figure");
    tollSuperseded = byId.get("toll.superseded");
    wordingAllHedged = byId.get("wording.all-hedged");
    wordingFirm = byId.get("wording.firm");
  }

  List<Conclusion> conclusions(List<Aspect> facts) {
    List<Conclusion> found = new ArrayList<>();
    for (Aspect fact : facts) {
      if (fact instanceof InsiderContradiction f) {
        if (f.insiders() >= contradictionByInsider.number("insiders")) {
          found.add(contradictionByInsider.finds(f, "speakers", f.speakers()));
        }
        continue;
      }
      if (fact instanceof DenialByAccused f) {
        if (f.made()) {
          found.add(contradictionDeniedByAccused.finds(f, "party", f.party()));
        }
        continue;
      }
      if (fact instanceof Denial f) {
        if (f.independentOrigins() >= contradictionDenied.number("origins")) {
          found.add(contradictionDenied.finds(f, "speakers", f.speakers()));
        }
        if (f.independentOrigins() >= contradictionSecondDenial.number("origins")) {
          found.add(contradictionSecondDenial.finds(f, "origins", f.independentOrigins()));
        }
        continue;
      }
      if (fact instanceof Doubt f) {
        if (f.independentOrigins() >= contradictionDoubted.number("origins")) {
          found.add(contradictionDoubted.finds(f, "speakers", f.speakers()));
        }
        continue;
      }
      if (fact instanceof CountContradiction f) {
        if (f.independentOrigins() >= contradictionOfCount.number("origins")) {
          found.add(contradictionOfCount.finds(f, "speakers", f.speakers()));
        }
        continue;
      }
      if (fact instanceof ResponsibilityContradiction f) {
        if (f.independentOrigins() >= contradictionOfResponsibility.number("origins")) {
          found.add(contradictionOfResponsibility.finds(f, "speakers", f.speakers()));
        }
        continue;
      }
      if (fact instanceof StatusContradiction f) {
        if (f.independentOrigins() >= contradictionOfStatus.number("origins")) {
          found.add(contradictionOfStatus.finds(f, "speakers", f.speakers()));
        }
        continue;
      }
      if (fact instanceof ImageTime f) {
        if (f.days() <= imageryChronolocated.number("days")) {
          found.add(imageryChronolocated.finds(f, "days", f.days()));
        }
        continue;
      }
      if (fact instanceof ImagePlace f) {
        if (f.kilometres() <= imageryGeolocated.number("kilometres")) {
          found.add(imageryGeolocated.finds(f, "kilometres", f.kilometres()));
        }
        continue;
      }
      if (fact instanceof ManipulatedImages f) {
        if (f.established() >= imageryManipulated.number("images")) {
          found.add(imageryManipulated.finds(f, "images", f.established()));
        }
        if (f.suspected() >= imageryManipulationSuspected.number("images")) {
          found.add(imageryManipulationSuspected.finds(f, "images", f.suspected()));
        }
        continue;
      }
      if (fact instanceof RecycledImages f) {
        if (f.images() >= imageryRecycled.number("images")) {
          found.add(imageryRecycled.finds(f, "images", f.images()));
        }
        continue;
      }
      if (fact instanceof VisualOrigins f) {
        if (f.origins() >= imagerySecondPicture.number("pictures")) {
          found.add(imagerySecondPicture.finds(f, "pictures", f.origins()));
        }
        continue;
      }
      if (fact instanceof ImagesOfEvent f) {
        if (f.images() >= imageryShowsEvent.number("images")) {
          found.add(imageryShowsEvent.finds(f, "images", f.images()));
        }
        continue;
      }
      if (fact instanceof ImagesOfHarm f) {
        if (f.images() >= imageryShowsHarm.number("images")) {
          found.add(imageryShowsHarm.finds(f, "images", f.images()));
        }
        continue;
      }
      if (fact instanceof ImagesOfStatus f) {
        if (f.images() >= imageryShowsStatus.number("images")) {
          found.add(imageryShowsStatus.finds(f, "images", f.images()));
        }
        continue;
      }
      if (fact instanceof Corroboration f) {
        if (f.independentOrigins() >= independenceFirstOrigin.number("origins")) {
          found.add(independenceFirstOrigin.finds(f, "origins", f.independentOrigins()));
        }
        if (f.independentOrigins() >= independenceSecondOrigin.number("origins")) {
          found.add(independenceSecondOrigin.finds(f, "origins", f.independentOrigins()));
        }
        if (f.independentOrigins() >= independenceThirdOrigin.number("origins")) {
          found.add(independenceThirdOrigin.finds(f, "origins", f.independentOrigins()));
        }
        continue;
      }
      if (fact instanceof Diversity f) {
        if (f.kinds() >= independenceKindsOfSources.number("kinds")) {
          found.add(independenceKindsOfSources.finds(f, "kinds", f.kinds()));
        }
        continue;
      }
      if (fact instanceof Admission f) {
        if (f.made()) {
          found.add(interestAdmission.finds(f, "party", f.party()));
        }
        continue;
      }
      if (fact instanceof AdversaryAgreement f) {
        if (f.agree()) {
          found.add(interestAdversariesAgree.finds(f, "parties", f.parties()));
        }
        continue;
      }
      if (fact instanceof Insiders f) {
        if (f.insiders() >= interestInsiderAgainstOwnSide.number("insiders")) {
          found.add(interestInsiderAgainstOwnSide.finds(f, "speakers", f.speakers()));
        }
        continue;
      }
      if (fact instanceof OwnLosses f) {
        if (f.admitted()) {
          found.add(interestOwnLosses.finds(f, "party", f.party()));
        }
        continue;
      }
      if (fact instanceof PartyAndLocals f) {
        if (f.agree()) {
          found.add(interestPartyAndLocalsAgree.finds(f, "parties", f.parties()));
        }
        continue;
      }
      if (fact instanceof SelfServing f) {
        if (f.only()) {
          found.add(interestSelfServingOnly.finds(f, "speakers", f.speakers()));
        }
        continue;
      }
      if (fact instanceof FirstHand f) {
        if (f.origins() >= proximityFirstHand.number("origins")) {
          found.add(proximityFirstHand.finds(f, "origins", f.origins()));
        }
        if (f.origins() >= proximitySecondFirstHand.number("origins")) {
          found.add(proximitySecondFirstHand.finds(f, "origins", f.origins()));
        }
        continue;
      }
      if (fact instanceof Grounds f) {
        if (f.groundedOrigins() >= proximityGroundsGiven.number("origins")) {
          found.add(proximityGroundsGiven.finds(f, "origins", f.groundedOrigins()));
        }
        if (f.onlyHearsay()) {
          found.add(wordingHearsayOnly.finds(f));
        }
        continue;
      }
      if (fact instanceof Anonymity f) {
        if (f.all()) {
          found.add(reliabilityAllAnonymous.finds(f));
        }
        continue;
      }
      if (fact instanceof Ratings f) {
        if (f.all() && f.best() >= reliabilityPoorlyRated.number("level")) {
          found.add(reliabilityPoorlyRated.finds(f, "best", f.best()));
        }
        if (f.best() <= reliabilityWellRated.number("level")) {
          found.add(reliabilityWellRated.finds(f, "best", f.best()));
        }
        continue;
      }
      if (fact instanceof Acknowledgement f) {
        if (f.made()) {
          found.add(responsibilityAcknowledged.finds(f, "party", f.party()));
        }
        continue;
      }
      if (fact instanceof NearAction f) {
        if (f.established()) {
          found.add(responsibilityNearAction.finds(f, "parties", f.parties()));
        }
        continue;
      }
      if (fact instanceof VictimStatus f) {
        if (f.civilian()) {
          found.add(statusCivilianPresumed.finds(f));
        }
        continue;
      }
      if (fact instanceof StatusGround f) {
        if (f.perpetratorOnly()) {
          found.add(statusPerpetratorOnly.finds(f, "party", f.party()));
        }
        continue;
      }
      if (fact instanceof NamedVictims f) {
        if (f.named() >= tollNamedVictims.number("named")) {
          found.add(tollNamedVictims.finds(f, "named", f.named()));
        }
        continue;
      }
      if (fact instanceof Figure f) {
        if (f.open()) {
          found.add(tollOpenFigure.finds(f));
        }
        continue;
      }
      if (fact instanceof FigureRange f) {
        if (f.spreadPercent() <= tollPreciseFigure.number("spread")) {
          found.add(tollPreciseFigure.finds(f, "spread", f.spreadPercent()));
        }
        continue;
      }
      if (fact instanceof Revision f) {
        if (f.superseded()) {
          found.add(tollSuperseded.finds(f, "by", f.by()));
        }
        continue;
      }
      if (fact instanceof Hedging f) {
        if (f.allHedged()) {
          found.add(wordingAllHedged.finds(f));
        }
        if (f.firmOrigins() >= wordingFirm.number("origins")) {
          found.add(wordingFirm.finds(f, "origins", f.firmOrigins()));
        }
        continue;
      }
    }
    return found;
  }
}
