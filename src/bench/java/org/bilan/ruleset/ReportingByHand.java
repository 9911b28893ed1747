package org.bilan.ruleset;

import java.util.List;
import java.util.Map;
import org.bilan.evidence.Aspect;
import org.bilan.evidence.Independence.Corroboration;
import org.bilan.evidence.Independence.Diversity;
import org.bilan.evidence.Independence.Newsrooms;
import org.bilan.evidence.Nearness.Investigation;
import org.bilan.evidence.Nearness.NobodyNear;
import org.bilan.evidence.Nearness.Records;
import org.bilan.evidence.Setting.PlacePrecision;
import org.bilan.evidence.Setting.TimePrecision;
import org.bilan.evidence.TrackRecords.BestRecord;
import org.bilan.evidence.TrackRecords.PoorRecords;
import org.bilan.evidence.Wording.Anonymity;
import org.bilan.evidence.Wording.FirstHand;
import org.bilan.evidence.Wording.Grounds;
import org.bilan.evidence.Wording.Hedging;
import org.bilan.evidence.Wording.Ratings;

/**
 * The questions of who reports a claim, how near, how reliable and in which words, written by hand:
 * independence, proximity, reliability, wording.
 */
final class ReportingByHand {

  private final RuleCard independenceFirstOrigin;
  private final RuleCard independenceKindsOfSources;
  private final RuleCard independenceSecondOrigin;
  private final RuleCard independenceThirdOrigin;
  private final RuleCard independenceUncertainOrigin;
  private final RuleCard proximityFirstHand;
  private final RuleCard proximityGroundsGiven;
  private final RuleCard proximityInvestigation;
  private final RuleCard proximityPrecisePlace;
  private final RuleCard proximityPreciseTime;
  private final RuleCard proximityRecords;
  private final RuleCard proximitySecondFirstHand;
  private final RuleCard proximitySecondHandOnly;
  private final RuleCard proximityVaguePlace;
  private final RuleCard reliabilityAllAnonymous;
  private final RuleCard reliabilityGoodRecord;
  private final RuleCard reliabilityPoorRecord;
  private final RuleCard reliabilityPoorlyRated;
  private final RuleCard reliabilityWellRated;
  private final RuleCard wordingAllHedged;
  private final RuleCard wordingFirm;
  private final RuleCard wordingHearsayOnly;
  private final RuleCard independenceFifthOrigin;
  private final RuleCard independenceTenthOrigin;
  private final RuleCard independenceNewsrooms;

  ReportingByHand(Map<String, RuleCard> byId) {
    independenceFirstOrigin = byId.get("independence.first-origin");
    independenceKindsOfSources = byId.get("independence.kinds-of-sources");
    independenceSecondOrigin = byId.get("independence.second-origin");
    independenceThirdOrigin = byId.get("independence.third-origin");
    independenceUncertainOrigin = byId.get("independence.uncertain-origin");
    proximityFirstHand = byId.get("proximity.first-hand");
    proximityGroundsGiven = byId.get("proximity.grounds-given");
    proximityInvestigation = byId.get("proximity.investigation");
    proximityPrecisePlace = byId.get("proximity.precise-place");
    proximityPreciseTime = byId.get("proximity.precise-time");
    proximityRecords = byId.get("proximity.records");
    proximitySecondFirstHand = byId.get("proximity.second-first-hand");
    proximitySecondHandOnly = byId.get("proximity.second-hand-only");
    proximityVaguePlace = byId.get("proximity.vague-place");
    reliabilityAllAnonymous = byId.get("reliability.all-anonymous");
    reliabilityGoodRecord = byId.get("reliability.good-record");
    reliabilityPoorRecord = byId.get("reliability.poor-record");
    reliabilityPoorlyRated = byId.get("reliability.poorly-rated");
    reliabilityWellRated = byId.get("reliability.well-rated");
    wordingAllHedged = byId.get("wording.all-hedged");
    wordingFirm = byId.get("wording.firm");
    wordingHearsayOnly = byId.get("wording.hearsay-only");
    independenceFifthOrigin = byId.get("independence.fifth-origin");
    independenceTenthOrigin = byId.get("independence.tenth-origin");
    independenceNewsrooms = byId.get("independence.newsrooms");
  }

  /** Whether the fact is one of these questions'; what they find is added. */
  boolean ask(Aspect fact, List<Conclusion> found) {
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
      if (f.independentOrigins() >= independenceFifthOrigin.number("origins")) {
        found.add(independenceFifthOrigin.finds(f, "origins", f.independentOrigins()));
      }
      if (f.independentOrigins() >= independenceTenthOrigin.number("origins")) {
        found.add(independenceTenthOrigin.finds(f, "origins", f.independentOrigins()));
      }
      if (f.uncertainOrigins() >= independenceUncertainOrigin.number("origins")) {
        found.add(independenceUncertainOrigin.finds(f, "origins", f.uncertainOrigins()));
      }
      return true;
    }
    if (fact instanceof Diversity f) {
      if (f.kinds() >= independenceKindsOfSources.number("kinds")) {
        found.add(independenceKindsOfSources.finds(f, "kinds", f.kinds()));
      }
      return true;
    }
    if (fact instanceof Newsrooms f) {
      if (f.newsrooms() >= independenceNewsrooms.number("newsrooms")) {
        found.add(independenceNewsrooms.finds(f, "newsrooms", f.newsrooms()));
      }
      return true;
    }
    if (fact instanceof FirstHand f) {
      if (f.origins() >= proximityFirstHand.number("origins")) {
        found.add(proximityFirstHand.finds(f, "origins", f.origins()));
      }
      if (f.origins() >= proximitySecondFirstHand.number("origins")) {
        found.add(proximitySecondFirstHand.finds(f, "origins", f.origins()));
      }
      return true;
    }
    if (fact instanceof Grounds f) {
      if (f.groundedOrigins() >= proximityGroundsGiven.number("origins")) {
        found.add(proximityGroundsGiven.finds(f, "origins", f.groundedOrigins()));
      }
      if (f.onlyHearsay()) {
        found.add(wordingHearsayOnly.finds(f));
      }
      return true;
    }
    if (fact instanceof Investigation f) {
      if (f.origins() >= proximityInvestigation.number("origins")) {
        found.add(proximityInvestigation.finds(f, "speakers", f.speakers()));
      }
      return true;
    }
    if (fact instanceof PlacePrecision f) {
      if (f.rung() <= proximityPrecisePlace.number("rung")) {
        found.add(proximityPrecisePlace.finds(f, "rung", f.rung()));
      }
      if (f.rung() >= proximityVaguePlace.number("rung")) {
        found.add(proximityVaguePlace.finds(f, "rung", f.rung()));
      }
      return true;
    }
    if (fact instanceof TimePrecision f) {
      if (f.days() <= proximityPreciseTime.number("days")) {
        found.add(proximityPreciseTime.finds(f, "days", f.days()));
      }
      return true;
    }
    if (fact instanceof Records f) {
      if (f.origins() >= proximityRecords.number("origins")) {
        found.add(proximityRecords.finds(f, "speakers", f.speakers()));
      }
      return true;
    }
    if (fact instanceof NobodyNear f) {
      if (f.known()) {
        found.add(proximitySecondHandOnly.finds(f));
      }
      return true;
    }
    if (fact instanceof Anonymity f) {
      if (f.all()) {
        found.add(reliabilityAllAnonymous.finds(f));
      }
      return true;
    }
    if (fact instanceof Ratings f) {
      if (f.all() && f.best() >= reliabilityPoorlyRated.number("level")) {
        found.add(reliabilityPoorlyRated.finds(f, "best", f.best()));
      }
      if (f.best() <= reliabilityWellRated.number("level")) {
        found.add(reliabilityWellRated.finds(f, "best", f.best()));
      }
      return true;
    }
    if (fact instanceof BestRecord f) {
      if (f.aboveUsual() >= reliabilityGoodRecord.number("margin")) {
        found.add(reliabilityGoodRecord.finds(f, "percent", f.percent(), "cases", f.cases()));
      }
      return true;
    }
    if (fact instanceof PoorRecords f) {
      if (f.all() && f.belowUsual() >= reliabilityPoorRecord.number("margin")) {
        found.add(reliabilityPoorRecord.finds(f, "percent", f.percent(), "cases", f.cases()));
      }
      return true;
    }
    if (fact instanceof Hedging f) {
      if (f.allHedged()) {
        found.add(wordingAllHedged.finds(f));
      }
      if (f.firmOrigins() >= wordingFirm.number("origins")) {
        found.add(wordingFirm.finds(f, "origins", f.firmOrigins()));
      }
      return true;
    }
    return false;
  }
}
