package org.bilan.ruleset;

import java.util.Map;
import org.bilan.assessment.Language;

/**
 * A number that editors may tune, and where it stands.
 *
 * @param rule the rule's id; {@link CardNumbers#SETTINGS} for what stands beside the rules
 * @param name {@code weight}, or as the card calls it; in the settings, the keys that lead to it
 *     ({@code caps.access}, {@code grades.3.evidence-at-least}: the third rung)
 * @param unit what it counts
 * @param least lower limit
 * @param most upper limit
 * @param file path under the ruleset's folder
 * @param line from 1
 */
public record CardNumber(
    String rule,
    String name,
    int value,
    String unit,
    int least,
    int most,
    Map<Language, String> meaning,
    String file,
    int line) {

  /** Where it is found: rule and name. */
  public record Address(String rule, String name) {

    @Override
    public String toString() {
      return rule + " " + name;
    }
  }

  public Address address() {
    return new Address(rule, name);
  }
}
