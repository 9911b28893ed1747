package org.bilan.importer;

import java.util.List;

/** A mapping that cannot be used, with all its problems. */
public final class InvalidMapping extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  InvalidMapping(List<String> problems) {
    super(problems.get(0));
    this.problems = List.copyOf(problems);
  }

  /** Each with file, line, code, and what to do. */
  public List<String> problems() {
    return problems;
  }
}
