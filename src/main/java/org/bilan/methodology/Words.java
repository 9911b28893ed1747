package org.bilan.methodology;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.bilan.assessment.Language;
import org.bilan.dossier.Word;
import org.bilan.ruleset.Tunable;

/** The words of the page in one language, in Markdown. */
final class Words {

  /** Else English, which is the root, would give way to the language of the machine. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Language language;
  private final ResourceBundle words;

  Words(Language language) {
    this.language = language;
    this.words =
        ResourceBundle.getBundle(
            "org.bilan.methodology.words", Locale.forLanguageTag(language.word()), NO_FALLBACK);
  }

  Language language() {
    return language;
  }

  /**
   * A text of the bundle.
   *
   * @param values as Markdown: what comes from files is escaped already
   */
  String text(String key, Object... values) {
    return MessageFormat.format(
        words.getString(key), Arrays.stream(values).map(String::valueOf).toArray());
  }

  /** A fixed word of the contract. */
  String word(String kind, Word word) {
    return text(kind + "." + word.word());
  }

  /** A word that rulesets may add to, as a topic or a unit: as it is where it is not translated. */
  String added(String kind, String word) {
    return term(kind, word).orElseGet(() -> Markdown.text(word));
  }

  /** What such a word is called; empty where it is not translated. */
  Optional<String> term(String kind, String word) {
    String key = kind + "." + word.replace(' ', '-');
    return words.containsKey(key) ? Optional.of(text(key)) : Optional.empty();
  }

  /** What a rung of a ladder asks of a number; by the number's name if that is new. */
  String condition(String name, Tunable number) {
    String key = "number." + name;
    String amount = amount(number, number.value());
    return words.containsKey(key)
        ? text(key, plain(number.value()), amount)
        : text("pair", Markdown.text(name), amount);
  }

  /** What rule files say in this language, escaped. */
  String of(Map<Language, String> texts) {
    return Markdown.text(texts.get(language));
  }

  /** Several things that may hold commas, one after the other; at least one. */
  String list(List<String> things) {
    return things.stream().reduce((one, next) -> text("and", one, next)).orElseThrow();
  }

  /** A number with its unit. */
  String amount(Tunable number, int value) {
    return plain(value) + " " + added("unit", number.unit());
  }

  /** A weight with its sign. */
  static String signed(int number) {
    return number > 0 ? "+" + number : plain(number);
  }

  /** A number, of which only what is below zero has a sign. */
  static String plain(int number) {
    return number < 0 ? "−" + Math.abs((long) number) : String.valueOf(number);
  }
}
