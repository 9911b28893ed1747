package org.bilan.assessment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Proposition;

/**
 * The sum that is the score: for each proposition that a claim asserts, prior plus the capped sum
 * of each topic's findings; the claim's own evidence is that of its weakest proposition.
 *
 * @param propositions score of each asserted proposition
 * @param caps the topics that were capped
 */
public record Weighing(Map<Proposition, Score> propositions, List<Cap> caps) {

  /**
   * Weighs findings.
   *
   * @param prior in decibans
   * @param caps by topic: the most that its findings may weigh together, for or against
   */
  public static Weighing of(
      Claim claim, int prior, Map<String, Integer> caps, List<Finding> findings) {
    Map<Proposition, Score> propositions = new EnumMap<>(Proposition.class);
    List<Cap> capped = new ArrayList<>();
    for (Proposition proposition : Proposition.values()) {
      if (claim.asserts(proposition)) {
        int evidence = prior;
        for (Map.Entry<String, Integer> topic : sums(proposition, findings).entrySet()) {
          int sum = topic.getValue();
          int cap = caps.getOrDefault(topic.getKey(), Integer.MAX_VALUE);
          int counted = Math.max(-cap, Math.min(cap, sum));
          if (counted != sum) {
            capped.add(new Cap(topic.getKey(), proposition, sum, counted));
          }
          evidence += counted;
        }
        propositions.put(proposition, Score.of(evidence));
      }
    }
    return new Weighing(propositions, List.copyOf(capped));
  }

  /** The claim's own score: that of its weakest asserted proposition. */
  public Score weakest() {
    Score weakest = propositions.get(Proposition.HARM);
    for (Score score : propositions.values()) {
      if (score.evidence() < weakest.evidence()) {
        weakest = score;
      }
    }
    return weakest;
  }

  private static Map<String, Integer> sums(Proposition proposition, List<Finding> findings) {
    Map<String, Integer> sums = new TreeMap<>();
    for (Finding finding : findings) {
      if (finding.proposition() == proposition) {
        sums.merge(finding.topic(), finding.weight(), Integer::sum);
      }
    }
    return sums;
  }
}
