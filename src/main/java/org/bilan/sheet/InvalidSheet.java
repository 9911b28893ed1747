package org.bilan.sheet;

import java.util.List;

/** A sheet that is refused, with all its problems. */
public final class InvalidSheet extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<SheetProblem> problems;

  /** With at least one problem. */
  public InvalidSheet(List<SheetProblem> problems) {
    super(problems.size() + " problem(s); the first: " + problems.get(0));
    this.problems = List.copyOf(problems);
  }

  /** A file that cannot be read as a sheet at all. */
  static InvalidSheet file(String code, String found, String expected, String advice) {
    return new InvalidSheet(
        List.of(new SheetProblem(code, "", 0, "", "", found, expected, advice)));
  }

  /** All that is wrong. */
  public List<SheetProblem> problems() {
    return problems;
  }
}
