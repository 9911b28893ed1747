package org.bilan.ruleset;

import java.util.List;
import java.util.Map;
import org.bilan.evidence.Aspect;
import org.bilan.evidence.Dispersion.AgreeingFigures;
import org.bilan.evidence.Dispersion.ScatteredFigures;
import org.bilan.evidence.Figures.Figure;
import org.bilan.evidence.Figures.FigureRange;
import org.bilan.evidence.Figures.NamedExcess;
import org.bilan.evidence.Figures.NamedShare;
import org.bilan.evidence.Figures.NamedVictims;
import org.bilan.evidence.Figures.Revision;
import org.bilan.evidence.Retractions.DeathsOfWounds;
import org.bilan.evidence.Retractions.Retraction;

/** The questions of figures and names, written by hand: toll. */
final class TollByHand {

  private final RuleCard tollAllNamed;
  private final RuleCard tollDeathsOfWounds;
  private final RuleCard tollFiguresAgree;
  private final RuleCard tollFiguresDisperse;
  private final RuleCard tollMoreNamed;
  private final RuleCard tollNamedVictims;
  private final RuleCard tollOpenFigure;
  private final RuleCard tollPreciseFigure;
  private final RuleCard tollRetracted;
  private final RuleCard tollSuperseded;
  private final RuleCard tollWideRange;
  private final RuleCard tollSeveralNamed;

  TollByHand(Map<String, RuleCard> byId) {
    tollAllNamed = byId.get("toll.all-named");
    tollDeathsOfWounds = byId.get("toll.deaths-of-wounds");
    tollFiguresAgree = byId.get("toll.figures-agree");
    tollFiguresDisperse = byId.get("toll.figures-disperse");
    tollMoreNamed = byId.get("toll.more-named");
    tollNamedVictims = byId.get("toll.named-victims");
    tollOpenFigure = byId.get("toll.open-figure");
    tollPreciseFigure = byId.get("toll.precise-figure");
    tollRetracted = byId.get("toll.retracted");
    tollSuperseded = byId.get("toll.superseded");
    tollWideRange = byId.get("toll.wide-range");
    tollSeveralNamed = byId.get("toll.several-named");
  }

  /** Whether the fact is one of these questions'; what they find is added. */
  boolean ask(Aspect fact, List<Conclusion> found) {
    if (fact instanceof NamedShare f) {
      if (f.percent() >= tollAllNamed.number("share")) {
        found.add(tollAllNamed.finds(f, "named", f.named(), "least", f.least()));
      }
      return true;
    }
    if (fact instanceof DeathsOfWounds f) {
      if (f.found()) {
        found.add(tollDeathsOfWounds.finds(f, "speakers", f.speakers()));
      }
      return true;
    }
    if (fact instanceof AgreeingFigures f) {
      if (f.origins() >= tollFiguresAgree.number("origins")
          && f.spreadPercent() <= tollFiguresAgree.number("spread")) {
        found.add(tollFiguresAgree.finds(f, "origins", f.origins(), "spread", f.spreadPercent()));
      }
      return true;
    }
    if (fact instanceof ScatteredFigures f) {
      if (f.others() >= tollFiguresDisperse.number("others")
          && f.gapPercent() >= tollFiguresDisperse.number("gap")) {
        found.add(tollFiguresDisperse.finds(f, "least", f.least(), "most", f.most()));
      }
      return true;
    }
    if (fact instanceof NamedExcess f) {
      if (f.excess() >= tollMoreNamed.number("names")) {
        found.add(tollMoreNamed.finds(f, "named", f.named(), "most", f.most()));
      }
      return true;
    }
    if (fact instanceof NamedVictims f) {
      if (f.named() >= tollNamedVictims.number("named")) {
        found.add(tollNamedVictims.finds(f, "named", f.named()));
      }
      if (f.named() >= tollSeveralNamed.number("named")) {
        found.add(tollSeveralNamed.finds(f, "named", f.named()));
      }
      return true;
    }
    if (fact instanceof Figure f) {
      if (f.open()) {
        found.add(tollOpenFigure.finds(f));
      }
      return true;
    }
    if (fact instanceof FigureRange f) {
      if (f.spreadPercent() <= tollPreciseFigure.number("spread")) {
        found.add(tollPreciseFigure.finds(f, "spread", f.spreadPercent()));
      }
      if (f.spreadPercent() >= tollWideRange.number("spread")) {
        found.add(tollWideRange.finds(f, "spread", f.spreadPercent()));
      }
      return true;
    }
    if (fact instanceof Retraction f) {
      if (f.made()) {
        found.add(tollRetracted.finds(f, "speakers", f.speakers()));
      }
      return true;
    }
    if (fact instanceof Revision f) {
      if (f.superseded()) {
        found.add(tollSuperseded.finds(f, "by", f.by()));
      }
      return true;
    }
    return false;
  }
}
