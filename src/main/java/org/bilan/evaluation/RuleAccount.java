package org.bilan.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bilan.assessment.Grade;

/**
 * What a rule does for the agreement.
 *
 * @param fires on how many claims, by the grade that people gave them
 * @param moves how many claims have other evidence without it
 * @param without how much less each measure is without the rule, with its 95 % interval: above 0
 *     the rule helps, but for the Brier score, which is to be low
 */
public record RuleAccount(
    String rule, Map<Grade, Long> fires, long moves, Map<String, Bootstrap.Estimate> without) {

  public RuleAccount {
    EnumMap<Grade, Long> counts = new EnumMap<>(Grade.class);
    counts.putAll(fires);
    fires = Collections.unmodifiableMap(counts);
    without = Collections.unmodifiableMap(new LinkedHashMap<>(without));
  }

  /** By how much the rule helps to tell what people find supported from the rest; 0 if unknown. */
  public double gain() {
    Bootstrap.Estimate supported = without.get(Measures.SUPPORTED_AUC);
    return supported == null ? 0 : supported.value().orElse(0);
  }
}
