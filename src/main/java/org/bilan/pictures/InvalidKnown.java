package org.bilan.pictures;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.bilan.assessment.Language;

/** A list of known pictures with problems, none of which was taken. */
public final class InvalidKnown extends Exception {

  private static final long serialVersionUID = 1L;

  /** Else English, which is the root, would give way to the language of the machine. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /**
   * What is wrong.
   *
   * @param code stable, for machines
   * @param line from 1, where the row ends
   * @param word names the sentence
   * @param values texts and numbers that the sentence tells
   */
  public record Problem(String code, long line, String word, List<Object> values) {

    /** The line, and in a sentence or two what is wrong, with what to do. */
    public String sentence(Language language) {
      Locale locale = Locale.forLanguageTag(language.word());
      ResourceBundle words =
          ResourceBundle.getBundle("org.bilan.pictures.known", locale, NO_FALLBACK);
      String what = new MessageFormat(words.getString(word), locale).format(values.toArray());
      return new MessageFormat(words.getString("line"), locale).format(new Object[] {line, what});
    }
  }

  private final transient List<Problem> problems;

  InvalidKnown(List<Problem> problems) {
    super(String.join(" ", problems.stream().map(p -> p.sentence(Language.EN)).toList()));
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong, line by line. */
  public List<Problem> problems() {
    return problems;
  }
}
