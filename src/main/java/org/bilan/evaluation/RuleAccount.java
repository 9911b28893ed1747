package org.bilan.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bilan.assessment.Grade;

/**
 * What a rule does for the agreement.
 *
 * @param fires on how many claims, by the grade that people gave them
 * @param moves how many claims have other evidence without it
 * @param idle whether no claim has other evidence or another grade without it; it may change
 *     propositions that are not the weakest of their claim all the same
 * @param without how much less each measure is without the rule, with its 95 % interval: above 0
 *     the rule helps, but for Brier scores, which are to be low; those of propositions by their
 *     names, a full stop, and the measure's; empty when no claim would stand otherwise in anything
 */
public record RuleAccount(
    String rule,
    Map<Grade, Long> fires,
    long moves,
    boolean idle,
    Map<String, Bootstrap.Estimate> without) {

  private static final Bootstrap.Estimate UNKNOWN =
      new Bootstrap.Estimate(OptionalDouble.empty(), Optional.empty(), 0);

  public RuleAccount {
    EnumMap<Grade, Long> counts = new EnumMap<>(Grade.class);
    counts.putAll(fires);
    fires = Collections.unmodifiableMap(counts);
    without = Collections.unmodifiableMap(new LinkedHashMap<>(without));
  }

  /**
   * By how much the rule helps to tell what people find supported from the rest: of the first
   * measure.
   */
  public Bootstrap.Estimate supported() {
    return without.getOrDefault(Measures.SUPPORTED_AUC, UNKNOWN);
  }

  /** The same as a number; 0 if unknown. */
  public double gain() {
    return supported().value().orElse(0);
  }
}
