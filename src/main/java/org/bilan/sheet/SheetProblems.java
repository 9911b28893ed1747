package org.bilan.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects what is wrong with a sheet while it is read to its end. */
final class SheetProblems {

  /** More than a ruleset has numbers: whoever gets one column wrong is told of every row. */
  static final int LISTED = 500;

  private final List<SheetProblem> listed = new ArrayList<>();
  private int more;

  /** Only what is listed is described: the nearest known word is dear to find. */
  void add(Supplier<SheetProblem> problem) {
    if (listed.size() < LISTED) {
      listed.add(problem.get());
    } else {
      more++;
    }
  }

  boolean none() {
    return listed.isEmpty();
  }

  void refuseIfAny() throws InvalidSheet {
    if (none()) {
      return;
    }
    if (more > 0) {
      listed.add(
          new SheetProblem(
              "problems.more",
              "",
              0,
              "",
              "",
              more + " more problems",
              "at most " + LISTED + " are listed",
              "Mend these first."));
    }
    throw new InvalidSheet(listed);
  }
}
