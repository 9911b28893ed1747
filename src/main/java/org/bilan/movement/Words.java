package org.bilan.movement;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.bilan.assessment.Language;
import org.bilan.dossier.Word;

/** The words of the page in one language, as plain text. */
final class Words {

  /** Else English, which is the root, would give way to the language of the machine. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final Locale locale;
  private final ResourceBundle words;

  Words(Language language) {
    this.locale = Locale.forLanguageTag(language.word());
    this.words = ResourceBundle.getBundle("org.bilan.movement.moved", locale, NO_FALLBACK);
  }

  String text(String key, Object... values) {
    return MessageFormat.format(
        words.getString(key), Arrays.stream(values).map(String::valueOf).toArray());
  }

  /** A fixed word of the contract. */
  String word(String kind, Word word) {
    return text(kind + "." + word.word());
  }

  String number(long number) {
    return String.format(locale, "%,d", number);
  }

  /** A number with its sign, unless it is zero. */
  String signed(int number) {
    return number > 0 ? "+" + number : number < 0 ? "−" + Math.abs(number) : "0";
  }

  String time(Instant time) {
    return TIME.format(time);
  }
}
