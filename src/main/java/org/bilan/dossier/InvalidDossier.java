package org.bilan.dossier;

import java.util.List;

/** An input that is not a dossier, with all its problems. */
public final class InvalidDossier extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** With at least one problem. */
  public InvalidDossier(List<Problem> problems) {
    super(problems.size() + " problem(s); the first: " + problems.get(0));
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong, in the order of the document. */
  public List<Problem> problems() {
    return problems;
  }
}
