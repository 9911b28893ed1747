package org.bilan.cli;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.bilan.assessment.Language;

/** The words of the table in one language. */
final class TableWords {

  /** Else English, which is the root, would give way to the language of the machine. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle words;

  TableWords(Language language) {
    this("table", language);
  }

  /** The words of another part of what is printed. */
  TableWords(String bundle, Language language) {
    this.words =
        ResourceBundle.getBundle(
            "org.bilan.cli." + bundle, Locale.forLanguageTag(language.word()), NO_FALLBACK);
  }

  Locale locale() {
    return words.getLocale();
  }

  String text(String key, Object... values) {
    return MessageFormat.format(
        words.getString(key), Arrays.stream(values).map(String::valueOf).toArray());
  }

  /** A sentence with numbers, which it writes, and chooses its words by. */
  String counted(String key, Long... numbers) {
    return new MessageFormat(words.getString(key), locale()).format(numbers);
  }

  /** A word that rulesets may add to, such as a topic: as it is, where it has no translation. */
  String word(String kind, String word) {
    return knows(kind, word) ? text(kind + "." + word) : word;
  }

  /** Whether such a word has a translation. */
  boolean knows(String kind, String word) {
    return words.containsKey(kind + "." + word);
  }
}
