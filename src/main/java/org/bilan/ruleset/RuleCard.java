package org.bilan.ruleset;

import java.util.List;
import java.util.Map;
import org.bilan.assessment.Language;
import org.bilan.dossier.Word;

/**
 * What editors write of a rule: the file {@code rules/<topic>/<rule>.yaml}.
 *
 * @param id path under {@code rules/}: {@code independence.second-origin}
 * @param topic the first part of the id
 * @param weight in decibans
 * @param leastWeight lower limit of the weight
 * @param mostWeight upper limit of the weight
 * @param numbers the numbers that its question reads, by name
 * @param sentence the reason's wording, with the values' names in braces
 * @param reference where the rule's ground was read
 */
public record RuleCard(
    String id,
    String topic,
    Map<Language, String> title,
    Map<Language, String> why,
    Status status,
    int weight,
    int leastWeight,
    int mostWeight,
    Map<String, Tunable> numbers,
    Map<Language, String> sentence,
    String reference) {

  /** Whether a rule counts. */
  public enum Status implements Word {
    /** Checked, but makes no finding yet. */
    DRAFT,
    LIVE,
    /** Kept for the record, makes no finding any more. */
    RETIRED
  }

  /**
   * A number that editors may tune.
   *
   * @param unit what it counts
   */
  public record Tunable(
      int value, String unit, Map<Language, String> meaning, int least, int most) {}
}
