package org.bilan.ruleset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bilan.assessment.Language;
import org.bilan.evidence.Aspect;
import org.bilan.evidence.ClaimEvidence;
import org.bilan.evidence.Evidence;

/**
 * Runs the cases of a rule. A case pins the rule's numbers, so that tuning a card cannot break it,
 * and says what must come out and why, never how much it weighs.
 */
final class CaseRunner {

  private final Engine engine;
  private final RuleProblems problems;

  CaseRunner(Engine engine, RuleProblems problems) {
    this.engine = engine;
    this.problems = problems;
  }

  private record Result(Case.Outcome outcome, List<Conclusion> conclusions, List<String> missing) {}

  /** Runs all cases of one rule, and makes sure that they say enough. */
  void run(String file, RuleCard card, Question question, List<Case> cases) {
    boolean runnable = true;
    for (Case example : cases) {
      runnable &= pinned(file, card, example);
    }
    if (!runnable) {
      return;
    }
    for (Case example : cases) {
      check(file, question, example, run(card, question, example, example.numbers()));
    }
    for (Case.Outcome outcome : Case.Outcome.values()) {
      if (cases.stream().noneMatch(example -> example.expect() == outcome)) {
        problems.add(
            "cases.too-few", file, 0, "no case expects \"" + outcome.word() + "\".", "Add one.");
      }
    }
    for (String number : card.numbers().keySet()) {
      if (cases.stream().noneMatch(c -> onBoundary(card, question, c, number))) {
        problems.add(
            "cases.no-boundary",
            file,
            0,
            "no case shows the boundary of \"" + number + "\".",
            "Add one that fires, and would stay quiet if the number were one more or one less.");
      }
    }
  }

  private boolean pinned(String file, RuleCard card, Case example) {
    if (example.numbers().keySet().equals(card.numbers().keySet())) {
      return true;
    }
    problems.add(
        "case.numbers",
        file,
        example.line(),
        "the case pins "
            + new TreeSet<>(example.numbers().keySet())
            + ", the card declares "
            + new TreeSet<>(card.numbers().keySet())
            + ".",
        "Pin every number of the card, and no other.");
    return false;
  }

  private Result run(RuleCard card, Question question, Case example, Map<String, Integer> numbers) {
    ClaimEvidence evidence =
        Evidence.of(example.dossier()).stream()
            .filter(e -> e.claim().id().equals(example.claim()))
            .findFirst()
            .orElseThrow();
    List<Aspect> facts =
        evidence.facts().stream()
            .filter(question.fact()::isInstance)
            .filter(f -> example.proposition().map(f.proposition()::equals).orElse(true))
            .toList();
    if (facts.isEmpty()) {
      List<String> missing = evidence.missing().get(question.fact());
      return new Result(
          Case.Outcome.CANNOT_JUDGE, List.of(), missing == null ? List.of() : missing);
    }
    List<Conclusion> conclusions = engine.run(List.of(card.with(numbers)), facts);
    return new Result(
        conclusions.isEmpty() ? Case.Outcome.QUIET : Case.Outcome.FIRED, conclusions, List.of());
  }

  private void check(String file, Question question, Case example, Result result) {
    String name = "\"" + example.name() + "\"";
    if (result.outcome() != example.expect()) {
      problems.add(
          "case.fails",
          file,
          example.line(),
          name
              + " expects \""
              + example.expect().word()
              + "\", but it is \""
              + result.outcome().word()
              + "\".",
          result.missing().isEmpty() ? "" : "Missing: " + String.join(", ", result.missing()));
      return;
    }
    switch (example.expect()) {
      case FIRED -> checkReason(file, question, example, result.conclusions());
      case CANNOT_JUDGE -> {
        if (!new TreeSet<>(example.missing()).equals(new TreeSet<>(result.missing()))) {
          problems.add(
              "case.missing",
              file,
              example.line(),
              name
                  + " names "
                  + example.missing()
                  + " as missing, but it is "
                  + result.missing()
                  + ".");
        }
      }
      default -> {}
    }
  }

  private void checkReason(
      String file, Question question, Case example, List<Conclusion> conclusions) {
    if (example.because().isEmpty() && !question.values().isEmpty()) {
      problems.add(
          "case.no-reason",
          file,
          example.line(),
          "\"" + example.name() + "\" does not say because of what it fires.",
          "Name at least one of " + question.values().keySet() + " under \"because\".");
    }
    List<Map<String, String>> reasons = new ArrayList<>();
    for (Conclusion conclusion : conclusions) {
      Map<String, String> reason = new HashMap<>();
      conclusion
          .values()
          .forEach(
              (name, value) ->
                  reason.put(
                      name,
                      Sentence.of("{" + name + "}").render(Map.of(name, value), Language.EN)));
      reasons.add(reason);
    }
    if (reasons.stream().noneMatch(r -> r.entrySet().containsAll(example.because().entrySet()))) {
      problems.add(
          "case.reason",
          file,
          example.line(),
          "\""
              + example.name()
              + "\" expects the reason "
              + example.because()
              + ", found "
              + reasons
              + ".");
    }
  }

  /** Whether moving one number by one turns a case that fires into one that does not. */
  private boolean onBoundary(RuleCard card, Question question, Case example, String number) {
    if (example.expect() != Case.Outcome.FIRED) {
      return false;
    }
    for (int step : new int[] {-1, 1}) {
      Map<String, Integer> moved = new HashMap<>(example.numbers());
      long value = (long) example.numbers().get(number) + step;
      if (value != (int) value) {
        continue; // beyond the last number stands the first, which is no neighbour of it
      }
      moved.put(number, (int) value);
      if (run(card, question, example, moved).outcome() == Case.Outcome.QUIET) {
        return true;
      }
    }
    return false;
  }
}
