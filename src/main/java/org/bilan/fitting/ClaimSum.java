package org.bilan.fitting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.Finding;
import org.bilan.dossier.Proposition;
import org.bilan.ruleset.Settings;

/**
 * What a claim's findings add up to under any weights: the sum of {@link
 * org.bilan.assessment.Weighing}, without judging the dossier anew, since which rules find
 * something does not depend on their weights.
 *
 * @param prior in decibans
 * @param propositions those that the claim asserts; of each, the findings by topic
 */
public record ClaimSum(int prior, List<List<Topic>> propositions) {

  /**
   * The findings of a topic on a proposition.
   *
   * @param cap the most that they weigh together, for or against, in decibans
   * @param rules the places of their rules
   */
  public record Topic(int cap, int[] rules) {

    private double sum(double[] weights) {
      double sum = 0;
      for (int rule : rules) {
        sum += weights[rule];
      }
      return sum;
    }

    private double counted(double sum) {
      return Math.max(-cap, Math.min(cap, sum));
    }
  }

  /**
   * How the evidence depends on the weights, near some.
   *
   * @param fixed what does not: the prior, and topics beyond their cap
   * @param rules the places of the rules whose weights are added, one as often as it is
   */
  record Slope(double fixed, List<Integer> rules) {}

  public ClaimSum {
    propositions = propositions.stream().map(List::copyOf).toList();
  }

  /**
   * That of a claim which has been judged.
   *
   * @param places of the rules, by their ids
   */
  static ClaimSum of(ClaimAssessment claim, Settings settings, Map<String, Integer> places) {
    List<List<Topic>> propositions = new ArrayList<>();
    for (Proposition proposition : claim.propositions().keySet()) {
      Map<String, List<Integer>> topics = new LinkedHashMap<>();
      for (Finding finding : claim.findings()) {
        if (finding.proposition() == proposition) {
          topics
              .computeIfAbsent(finding.topic(), topic -> new ArrayList<>())
              .add(places.get(finding.rule()));
        }
      }
      List<Topic> sums = new ArrayList<>();
      topics.forEach(
          (topic, rules) ->
              sums.add(
                  new Topic(
                      settings.caps().containsKey(topic)
                          ? settings.caps().get(topic).value()
                          : Integer.MAX_VALUE,
                      rules.stream().mapToInt(Integer::intValue).toArray())));
      propositions.add(sums);
    }
    return new ClaimSum(settings.prior().value(), propositions);
  }

  /** The claim's evidence in decibans: that of its weakest proposition. */
  double evidence(double[] weights) {
    double weakest = Double.POSITIVE_INFINITY;
    for (List<Topic> proposition : propositions) {
      weakest = Math.min(weakest, evidence(proposition, weights));
    }
    return weakest;
  }

  private double evidence(List<Topic> proposition, double[] weights) {
    double evidence = prior;
    for (Topic topic : proposition) {
      evidence += topic.counted(topic.sum(weights));
    }
    return evidence;
  }

  /** How its evidence depends on the weights near these: of equally weak propositions the first. */
  Slope slope(double[] weights) {
    List<Topic> weakest = propositions.get(0);
    for (List<Topic> other : propositions) {
      if (evidence(other, weights) < evidence(weakest, weights)) {
        weakest = other;
      }
    }
    double fixed = prior;
    List<Integer> rules = new ArrayList<>();
    for (Topic topic : weakest) {
      double sum = topic.sum(weights);
      double counted = topic.counted(sum);
      if (counted == sum) {
        for (int rule : topic.rules) {
          rules.add(rule);
        }
      } else {
        fixed += counted;
      }
    }
    return new Slope(fixed, rules);
  }

  /** Whether a rule has found anything. */
  boolean fires(int rule) {
    return propositions.stream()
        .flatMap(List::stream)
        .anyMatch(topic -> Arrays.stream(topic.rules).anyMatch(each -> each == rule));
  }
}
