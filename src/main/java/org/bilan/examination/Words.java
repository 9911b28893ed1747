package org.bilan.examination;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.bilan.assessment.Language;

/** The sentences of refusals in one language. */
final class Words {

  /** Else English, which is the root, would give way to the language of the machine. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle words;

  Words(Language language) {
    this.locale = Locale.forLanguageTag(language.word());
    this.words = ResourceBundle.getBundle("org.bilan.examination.words", locale, NO_FALLBACK);
  }

  /** A sentence, with numbers as the language writes them. */
  String text(String key, Object... numbers) {
    return new MessageFormat(words.getString(key), locale).format(numbers);
  }
}
