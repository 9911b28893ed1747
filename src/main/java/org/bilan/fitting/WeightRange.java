package org.bilan.fitting;

import java.util.List;
import org.bilan.ruleset.RuleCard;
import org.bilan.ruleset.Ruleset;
import org.bilan.ruleset.Tunable;

/**
 * What a rule's weight is, and may become: inside the card's limits and on its side of 0, since
 * what a rule speaks for is its editor's to say. It may become 0; one that is 0 has its limits
 * only.
 *
 * @param rule the rule's id
 * @param present in decibans
 * @param least in decibans
 * @param most in decibans
 */
record WeightRange(String rule, int present, int least, int most) {

  /** Of the rules that are live, by their ids. */
  static List<WeightRange> of(Ruleset ruleset) {
    return ruleset.cards().stream()
        .filter(card -> card.status() == RuleCard.Status.LIVE)
        .map(card -> of(card.id(), card.weight()))
        .toList();
  }

  static WeightRange of(String rule, Tunable weight) {
    int present = weight.value();
    return new WeightRange(
        rule,
        present,
        present > 0 ? Math.max(0, weight.least()) : weight.least(),
        present < 0 ? Math.min(0, weight.most()) : weight.most());
  }

  /** The weights as they are. */
  static double[] present(List<WeightRange> rules) {
    return rules.stream().mapToDouble(WeightRange::present).toArray();
  }
}
