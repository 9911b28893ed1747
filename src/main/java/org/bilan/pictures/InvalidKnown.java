package org.bilan.pictures;

import java.util.List;

/** A list of known pictures with problems, none of which was taken. */
public final class InvalidKnown extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * What is wrong.
   *
   * @param code stable, for machines
   * @param line from 1, where the row ends
   * @param what in a sentence or two, with what to do
   */
  public record Problem(String code, long line, String what) {

    @Override
    public String toString() {
      return "line " + line + ": " + what;
    }
  }

  private final transient List<Problem> problems;

  InvalidKnown(List<Problem> problems) {
    super(String.join(" ", problems.stream().map(Problem::toString).toList()));
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong, line by line. */
  public List<Problem> problems() {
    return problems;
  }
}
