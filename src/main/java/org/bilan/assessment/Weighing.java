package org.bilan.assessment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
   * @param findings in the order of {@link Finding#ORDER}
   */
  public static Weighing of(
      Claim claim, int prior, Map<String, Integer> caps, List<Finding> findings) {
    Map<Proposition, Score> propositions = new EnumMap<>(Proposition.class);
    List<Cap> capped = new ArrayList<>();
    int next = 0;
    for (Proposition proposition : Proposition.values()) {
      int evidence = prior;
      while (next < findings.size() && findings.get(next).proposition() == proposition) {
        String topic = findings.get(next).topic();
        int sum = 0;
        while (next < findings.size() && on(findings.get(next), proposition, topic)) {
          sum += findings.get(next++).weight();
        }
        int cap = caps.getOrDefault(topic, Integer.MAX_VALUE);
        int counted = Math.max(-cap, Math.min(cap, sum));
        if (counted != sum) {
          capped.add(new Cap(topic, proposition, sum, counted));
        }
        evidence += counted;
      }
      if (claim.asserts(proposition)) {
        propositions.put(proposition, Score.of(evidence));
      }
    }
    return new Weighing(propositions, List.copyOf(capped));
  }

  private static boolean on(Finding finding, Proposition proposition, String topic) {
    return finding.proposition() == proposition && finding.topic().equals(topic);
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
}
