package org.bilan.cli;

import java.util.Locale;
import org.bilan.assessment.Language;

/** The words of what is told of pictures, in one language. */
final class PictureWords {

  private final TableWords words;
  private final Locale locale;

  PictureWords(Language language) {
    this.words = new TableWords("pictures", language);
    this.locale = Locale.forLanguageTag(language.word());
  }

  String text(String key, Object... values) {
    return words.text(key, values);
  }

  /** A sentence that counts things, one or many. */
  String counted(String key, Long... numbers) {
    return words.counted(key, numbers);
  }

  /** A fixed word, as it is where it has no translation. */
  String word(String kind, String word) {
    return words.word(kind, word);
  }

  /** A whole number as the language writes it. */
  String number(long number) {
    return String.format(locale, "%,d", number);
  }
}
