package org.bilan.ruleset;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.bilan.assessment.Finding;
import org.bilan.assessment.Language;
import org.bilan.dossier.Proposition;

/**
 * Rungs of which the first that a claim stands on counts; the last takes all. Grades and the
 * Admiralty code's credibility are ladders.
 */
public record Ladder<T>(List<Rung<T>> rungs) {

  /** Of which of a claim's propositions a rung asks for findings. */
  public enum Scope {
    /** Of all together. */
    CLAIM,
    /** All that is asked holds of one and the same. */
    ONE,
    /** It holds of each. */
    EVERY
  }

  /**
   * Which findings a rung asks for.
   *
   * @param any at least one of these rules has made a finding; empty asks for nothing
   * @param none none of these rules has made one
   */
  public record Findings(Set<String> any, Set<String> none) {

    boolean asks() {
      return !any.isEmpty() || !none.isEmpty();
    }

    private boolean hold(Scope scope, Set<Proposition> asserted, List<Finding> findings) {
      return switch (scope) {
        case CLAIM -> holdOf(null, findings);
        case ONE -> asserted.stream().anyMatch(proposition -> holdOf(proposition, findings));
        case EVERY -> asserted.stream().allMatch(proposition -> holdOf(proposition, findings));
      };
    }

    /** Whether they hold of one proposition; null for the claim. */
    private boolean holdOf(Proposition proposition, List<Finding> findings) {
      return (any.isEmpty() || made(any, findings, proposition))
          && !made(none, findings, proposition);
    }

    private static boolean made(Set<String> rules, List<Finding> findings, Proposition on) {
      for (int i = 0; i < findings.size() && !rules.isEmpty(); i++) {
        Finding finding = findings.get(i);
        if ((on == null || finding.proposition() == on) && rules.contains(finding.rule())) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * One rung.
   *
   * @param meaning in plain words
   * @param inToll whether claims on this rung count in the published toll
   * @param numbers every number of its conditions, by the condition's name
   * @param findings that must have been made, or not
   */
  public record Rung<T>(
      T step,
      Map<Language, String> meaning,
      boolean inToll,
      Map<String, Tunable> numbers,
      Map<Scope, Findings> findings) {

    private boolean holds(
        int evidence, int independentOrigins, Set<Proposition> asserted, List<Finding> made) {
      if (number("evidence-at-least").orElse(Integer.MIN_VALUE) > evidence
          || number("evidence-at-most").orElse(Integer.MAX_VALUE) < evidence
          || number("independent-origins-at-least").orElse(0) > independentOrigins) {
        return false;
      }
      for (Map.Entry<Scope, Findings> asked : findings.entrySet()) {
        if (!asked.getValue().hold(asked.getKey(), asserted, made)) {
          return false;
        }
      }
      return true;
    }

    private OptionalInt number(String name) {
      Tunable number = numbers.get(name);
      return number == null ? OptionalInt.empty() : OptionalInt.of(number.value());
    }

    private boolean unconditional() {
      return numbers.isEmpty() && findings.isEmpty();
    }
  }

  /** The names that a rung's numbers may have. */
  public static final Set<String> NUMBERS =
      Set.of("evidence-at-least", "evidence-at-most", "independent-origins-at-least");

  /**
   * The step on which a claim stands.
   *
   * @param evidence the claim's own, in decibans
   * @param asserted what the claim asserts
   * @param findings made on it
   */
  T step(int evidence, int independentOrigins, Set<Proposition> asserted, List<Finding> findings) {
    for (Rung<T> rung : rungs) {
      if (rung.holds(evidence, independentOrigins, asserted, findings)) {
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
