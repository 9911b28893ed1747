package org.bilan.fitting;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.bilan.dossier.Word;
import org.bilan.evaluation.Calibration;

/**
 * A weight, and what is proposed for it.
 *
 * @param rule the rule's id
 * @param present in decibans
 * @param proposed in decibans
 * @param least the least weight that was fitted when a fold was held out, in decibans
 * @param most the largest one
 * @param fires on how many of the graded claims
 * @param counts on how many of these its weight moves the evidence: on the weakest proposition, and
 *     not beyond the topic's cap, by the proposed weights
 */
public record Proposal(
    String rule, int present, int proposed, int least, int most, int fires, int counts, Hold hold) {

  /** What keeps a weight where it is. */
  public enum Hold implements Word {
    /** The grades alone. */
    GRADES,
    /** A limit of its card, or 0: the grades would have it go farther. */
    LIMIT,
    /**
     * The present weight: there are too few cases. They tell less than the penalty (Fisher's
     * information, of the weight alone).
     */
    FEW,
    /** Nothing that it finds moves any claim. */
    NEVER_COUNTS,
    /** It finds nothing in these claims. */
    NEVER_FIRES
  }

  /** Whether another weight is proposed. */
  public boolean changes() {
    return proposed != present;
  }

  static List<Proposal> of(
      List<FitCase> cases,
      List<WeightRange> rules,
      Procedure.Outcome outcome,
      List<double[]> inFolds) {
    double[] weights = outcome.fitted().weights();
    int[] counts = new int[weights.length];
    double[] pushes = new double[weights.length];
    double[] information = new double[weights.length];
    for (FitCase each : cases) {
      double evidence = each.sum().evidence(weights) + outcome.fitted().offset();
      double probability = Calibration.STATED.probability(evidence);
      for (int rule : new TreeSet<>(each.sum().slope(weights).rules())) {
        counts[rule]++;
        pushes[rule] += (each.supported() ? 1 : 0) - probability;
        information[rule] +=
            LogisticLoss.NATURAL * LogisticLoss.NATURAL * probability * (1 - probability);
      }
    }
    List<Proposal> all = new ArrayList<>();
    for (int place = 0; place < weights.length; place++) {
      int rule = place;
      WeightRange range = rules.get(rule);
      int fires = (int) cases.stream().filter(each -> each.sum().fires(rule)).count();
      boolean pushed =
          pushes[rule] > 0 && weights[rule] == range.most()
              || pushes[rule] < 0 && weights[rule] == range.least();
      all.add(
          new Proposal(
              range.rule(),
              range.present(),
              (int) weights[rule],
              (int) inFolds.stream().mapToDouble(fold -> fold[rule]).min().orElseThrow(),
              (int) inFolds.stream().mapToDouble(fold -> fold[rule]).max().orElseThrow(),
              fires,
              counts[rule],
              hold(fires, counts[rule], information[rule] < outcome.strength(), pushed)));
    }
    return all;
  }

  private static Hold hold(int fires, int counts, boolean few, boolean pushed) {
    if (fires == 0) {
      return Hold.NEVER_FIRES;
    }
    if (counts == 0) {
      return Hold.NEVER_COUNTS;
    }
    if (few) {
      return Hold.FEW;
    }
    return pushed ? Hold.LIMIT : Hold.GRADES;
  }
}
