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

  /**
   * Which findings a rung asks for.
   *
   * @param any at least one of these rules has made a finding; empty asks for nothing
   * @param none none of these rules has made one
   */
  public record Findings(Set<String> any, Set<String> none) {

    static final Findings UNASKED = new Findings(Set.of(), Set.of());

    private boolean hold(List<Finding> findings) {
      return (any.isEmpty() || made(any, findings, null)) && !made(none, findings, null);
    }

    /** Whether one of the rules has made a finding: on a proposition, or null for any. */
    private static boolean made(Set<String> rules, List<Finding> findings, Proposition on) {
      for (int i = 0; i < findings.size() && !rules.isEmpty(); i++) {
        Finding finding = findings.get(i);
        if ((on == null || finding.proposition() == on) && rules.contains(finding.rule())) {
          return true;
        }
      }
      return false;
    }

    private boolean holdOnOneProposition(List<Finding> findings) {
      for (Proposition proposition : Proposition.values()) {
        if ((any.isEmpty() || made(any, findings, proposition))
            && !made(none, findings, proposition)) {
          return true;
        }
      }
      return false;
    }

    boolean unasked() {
      return any.isEmpty() && none.isEmpty();
    }
  }

  /**
   * One rung.
   *
   * @param meaning in plain words
   * @param inToll whether claims on this rung count in the published toll
   * @param numbers every number of its conditions, by the condition's name
   * @param findings on whatever the claim asserts
   * @param onOneProposition on one and the same thing that the claim asserts
   */
  public record Rung<T>(
      T step,
      Map<Language, String> meaning,
      boolean inToll,
      Map<String, Tunable> numbers,
      Findings findings,
      Findings onOneProposition) {

    private boolean holds(int evidence, int independentOrigins, List<Finding> made) {
      return number("evidence-at-least").orElse(Integer.MIN_VALUE) <= evidence
          && number("evidence-at-most").orElse(Integer.MAX_VALUE) >= evidence
          && number("independent-origins-at-least").orElse(0) <= independentOrigins
          && findings.hold(made)
          && (onOneProposition.unasked() || onOneProposition.holdOnOneProposition(made));
    }

    private OptionalInt number(String name) {
      Tunable number = numbers.get(name);
      return number == null ? OptionalInt.empty() : OptionalInt.of(number.value());
    }

    private boolean unconditional() {
      return numbers.isEmpty() && findings.unasked() && onOneProposition.unasked();
    }
  }

  /** The names that a rung's numbers may have. */
  public static final Set<String> NUMBERS =
      Set.of("evidence-at-least", "evidence-at-most", "independent-origins-at-least");

  /**
   * The step on which a claim stands.
   *
   * @param evidence the claim's own, in decibans
   * @param findings made on it
   */
  T step(int evidence, int independentOrigins, List<Finding> findings) {
    for (Rung<T> rung : rungs) {
      if (rung.holds(evidence, independentOrigins, findings)) {
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
