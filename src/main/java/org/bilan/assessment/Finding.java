package org.bilan.assessment;

import java.util.Comparator;
import java.util.List;
import org.bilan.dossier.Proposition;

/**
 * What one rule concluded about one proposition of one claim.
 *
 * @param rule the rule's id, its path under {@code rules/}
 * @param weight in decibans; negative speaks against
 * @param facts ids of the reports, media and claims that it rests on
 */
public record Finding(
    String rule,
    String topic,
    Proposition proposition,
    int weight,
    Because because,
    List<String> facts) {

  /** The order in which findings are listed. */
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::proposition)
          .thenComparing(Finding::topic)
          .thenComparing(Finding::rule);
}
