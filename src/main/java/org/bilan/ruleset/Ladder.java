package org.bilan.ruleset;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.bilan.assessment.Language;

/**
 * Rungs of which the first that a claim stands on counts; the last takes all. Grades and the
 * Admiralty code's credibility are ladders.
 */
public record Ladder<T>(List<Rung<T>> rungs) {

  /**
   * One rung.
   *
   * @param meaning in plain words
   * @param inToll whether claims on this rung count in the published toll
   * @param numbers every number of its conditions, by the condition's name
   * @param anyFinding at least one of these rules has fired; empty asks for nothing
   * @param noFinding none of these rules has fired
   */
  public record Rung<T>(
      T step,
      Map<Language, String> meaning,
      boolean inToll,
      Map<String, Tunable> numbers,
      Set<String> anyFinding,
      Set<String> noFinding) {

    private boolean holds(int evidence, int independentOrigins, Set<String> fired) {
      return number("evidence-at-least").orElse(Integer.MIN_VALUE) <= evidence
          && number("evidence-at-most").orElse(Integer.MAX_VALUE) >= evidence
          && number("independent-origins-at-least").orElse(0) <= independentOrigins
          && (anyFinding.isEmpty() || anyFinding.stream().anyMatch(fired::contains))
          && noFinding.stream().noneMatch(fired::contains);
    }

    private OptionalInt number(String name) {
      Tunable number = numbers.get(name);
      return number == null ? OptionalInt.empty() : OptionalInt.of(number.value());
    }

    private boolean unconditional() {
      return numbers.isEmpty() && anyFinding.isEmpty() && noFinding.isEmpty();
    }
  }

  /** The names that a rung's numbers may have. */
  public static final Set<String> NUMBERS =
      Set.of("evidence-at-least", "evidence-at-most", "independent-origins-at-least");

  /**
   * The step on which a claim stands.
   *
   * @param evidence the claim's own, in decibans
   * @param fired ids of the rules that made a finding on it
   */
  T step(int evidence, int independentOrigins, Set<String> fired) {
    for (Rung<T> rung : rungs) {
      if (rung.holds(evidence, independentOrigins, fired)) {
        return rung.step();
      }
    }
    throw new IllegalStateException("The last rung takes all");
  }

  /** Whether the last rung, and only that, takes all. */
  boolean complete() {
    for (int i = 0; i < rungs.size(); i++) {
      if (rungs.get(i).unconditional() != (i == rungs.size() - 1)) {
        return false;
      }
    }
    return !rungs.isEmpty();
  }
}
