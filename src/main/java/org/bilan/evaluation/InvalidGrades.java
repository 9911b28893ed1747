package org.bilan.evaluation;

import java.util.List;
import java.util.Locale;
import org.bilan.assessment.Language;
import org.bilan.dossier.Phrases;

/** A table that does not say what people graded how. */
public final class InvalidGrades extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * What is wrong with a table.
   *
   * @param code stable, for machines
   * @param row from 1, the header of a file being the first; 0 for the table as a whole
   * @param column which is wrong; empty for the row as a whole
   * @param phrase names what is said of it
   * @param values texts and numbers that are said
   */
  public record Problem(String code, long row, String column, String phrase, List<Object> values) {

    /** In a sentence or two, with what to do. */
    public String what(Language language) {
      return phrases(language).say(phrase, values.toArray());
    }

    /** The same, with its row. */
    public String sentence(Language language) {
      return row == 0 ? what(language) : phrases(language).say("row", row, what(language));
    }

    private static Phrases phrases(Language language) {
      return new Phrases("org.bilan.evaluation.grades", Locale.forLanguageTag(language.word()));
    }
  }

  private final transient List<Problem> problems;

  InvalidGrades(String file, List<Problem> problems) {
    super(file + ": " + String.join(" ", sentences(problems, Language.EN)));
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong. */
  public List<Problem> problems() {
    return problems;
  }

  /** The same in sentences, with rows and what to do. */
  public List<String> sentences(Language language) {
    return sentences(problems, language);
  }

  private static List<String> sentences(List<Problem> problems, Language language) {
    return problems.stream().map(problem -> problem.sentence(language)).toList();
  }
}
