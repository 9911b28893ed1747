package org.bilan.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bilan.evidence.Aspect;

/**
 * The shipped questions written by hand in Java, as somebody would who had no rule engine: what
 * Drools is measured against. Weights, numbers and sentences come from the same cards. The
 * benchmark makes sure that both find the same before it measures.
 */
final class RulesByHand {

  private final ContradictionByHand contradiction;
  private final ImageryByHand imagery;
  private final InterestByHand interest;
  private final ReportingByHand reporting;
  private final SceneByHand scene;
  private final TollByHand toll;

  RulesByHand(List<RuleCard> cards) {
    Map<String, RuleCard> byId =
        cards.stream().collect(Collectors.toMap(RuleCard::id, Function.identity()));
    if (byId.size() != 99) {
      throw new IllegalStateException("Rules came or went: write them here by hand as well");
    }
    contradiction = new ContradictionByHand(byId);
    imagery = new ImageryByHand(byId);
    interest = new InterestByHand(byId);
    reporting = new ReportingByHand(byId);
    scene = new SceneByHand(byId);
    toll = new TollByHand(byId);
  }

  List<Conclusion> conclusions(List<Aspect> facts) {
    List<Conclusion> found = new ArrayList<>();
    facts.forEach(fact -> ask(fact, found));
    return found;
  }

  /** Only one class has questions for a fact: the others need not be asked. */
  private boolean ask(Aspect fact, List<Conclusion> found) {
    return contradiction.ask(fact, found)
        || imagery.ask(fact, found)
        || interest.ask(fact, found)
        || reporting.ask(fact, found)
        || scene.ask(fact, found)
        || toll.ask(fact, found);
  }
}
