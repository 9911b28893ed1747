package org.bilan.ruleset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bilan.assessment.Language;
import org.bilan.dossier.Word;
import org.bilan.evidence.Aspect;

/**
 * What editors write of a rule: the file {@code rules/<topic>/<rule>.yaml}.
 *
 * @param id path under {@code rules/}: {@code independence.second-origin}
 * @param topic the first part of the id
 * @param weight in decibans
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
    Tunable weight,
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

  /** The value of a number that the card declares; the loader has made sure that it does. */
  public int number(String name) {
    return numbers.get(name).value();
  }

  /**
   * What this rule concludes from a fact.
   *
   * @param namesAndValues name, value, name, value … of what the sentence may name
   */
  public Conclusion finds(Aspect fact, Object... namesAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Conclusion(this, fact, values);
  }

  /** The same card with other values of its numbers: how a case pins them. */
  RuleCard with(Map<String, Integer> pinned) {
    Map<String, Tunable> others = new LinkedHashMap<>(numbers);
    pinned.forEach(
        (name, value) ->
            others.computeIfPresent(
                name, (n, t) -> new Tunable(value, t.unit(), t.meaning(), t.least(), t.most())));
    return new RuleCard(
        id,
        topic,
        title,
        why,
        status,
        weight,
        Collections.unmodifiableMap(others),
        sentence,
        reference);
  }
}
