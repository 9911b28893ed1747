package org.bilan.ruleset;

import java.util.List;

/** A rules folder that is refused, with all its problems. */
public final class InvalidRuleset extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<RuleProblem> problems;

  /** With at least one problem. */
  public InvalidRuleset(List<RuleProblem> problems) {
    super(problems.size() + " problem(s); the first: " + problems.get(0));
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong, by file and line. */
  public List<RuleProblem> problems() {
    return problems;
  }
}
