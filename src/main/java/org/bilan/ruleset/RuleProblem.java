package org.bilan.ruleset;

import java.util.Comparator;

/**
 * One thing wrong with a rules folder.
 *
 * @param code stable, for machines ({@code card.unknown-key})
 * @param file path under the folder
 * @param line from 1; 0 when it is the whole file
 * @param message what is wrong
 * @param advice what to do next, or empty
 */
public record RuleProblem(String code, String file, int line, String message, String advice) {

  static final Comparator<RuleProblem> ORDER =
      Comparator.comparing(RuleProblem::file)
          .thenComparingInt(RuleProblem::line)
          .thenComparing(RuleProblem::code)
          .thenComparing(RuleProblem::message);

  @Override
  public String toString() {
    String place = line == 0 ? file : file + ":" + line;
    return place + ": " + code + ": " + message + (advice.isEmpty() ? "" : " " + advice);
  }
}
