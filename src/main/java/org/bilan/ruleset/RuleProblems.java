package org.bilan.ruleset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bilan.dossier.Suggestion;

/** Collects what is wrong with a rules folder while all of it is read. */
final class RuleProblems {

  private final List<RuleProblem> problems = new ArrayList<>();

  void add(String code, String file, int line, String message, String advice) {
    problems.add(new RuleProblem(code, file, line, message, advice));
  }

  void add(String code, String file, int line, String message) {
    add(code, file, line, message, "");
  }

  /** An unknown word, with the nearest known one. */
  void unknown(
      String code, String file, int line, String what, String word, Collection<String> known) {
    List<String> sorted = known.stream().sorted().toList();
    add(
        code,
        file,
        line,
        "unknown " + what + " \"" + word + "\".",
        Suggestion.advice(word, sorted, "Known: " + String.join(", ", sorted) + "."));
  }

  boolean none() {
    return problems.isEmpty();
  }

  boolean noneIn(String file) {
    return problems.stream().noneMatch(problem -> problem.file().equals(file));
  }

  boolean has(String code, String file) {
    return problems.stream().anyMatch(p -> p.code().equals(code) && p.file().equals(file));
  }

  void refuseIfAny() throws InvalidRuleset {
    if (!none()) {
      throw new InvalidRuleset(all());
    }
  }

  /** All, by file and line. */
  List<RuleProblem> all() {
    return problems.stream().sorted(RuleProblem.ORDER).distinct().toList();
  }
}
