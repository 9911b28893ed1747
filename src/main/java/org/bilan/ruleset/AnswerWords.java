package org.bilan.ruleset;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.bilan.assessment.Answer;
import org.bilan.assessment.Language;
import org.bilan.evidence.Aspect;

/** How a comparison of a question went, in words that editors read, in one language. */
final class AnswerWords {

  /** Else English, which is the root, would give way to the language of the machine. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static final Map<String, String> OPERATORS =
      Map.of(
          ">=", "at-least",
          "<=", "at-most",
          ">", "more-than",
          "<", "fewer-than",
          "==", "equal-to");

  private final ResourceBundle sentences;
  private final ResourceBundle properties;

  AnswerWords(Language language) {
    this.sentences = bundle("answer", language);
    this.properties = bundle("fact", language);
  }

  private static ResourceBundle bundle(String name, Language language) {
    return ResourceBundle.getBundle(
        "org.bilan.ruleset." + name, Locale.forLanguageTag(language.word()), NO_FALLBACK);
  }

  /** What was asked for, what was seen, and, where that does not say it, whether it held. */
  String of(Class<? extends Aspect> fact, Answer.Comparison comparison) {
    boolean number = comparison.seen() instanceof Integer;
    String property = property(fact, comparison.field());
    String operator = OPERATORS.get(comparison.operator());
    String seen = value(comparison.seen());
    String wanted = value(comparison.wanted());
    String held = value(comparison.held());
    if (comparison.other().isPresent()) {
      String other = property(fact, comparison.other().get());
      return number
          ? say("numbers", property, seen, say("numbers." + operator), other, wanted, held)
          : say("flags", property, seen, other, wanted, held);
    }
    return number
        ? say(
            "number",
            property,
            say("number." + operator, wanted),
            comparison.number().orElseThrow(),
            seen,
            held)
        : say("flag", property, seen);
  }

  /**
   * What a comparison asks for, before anything is seen.
   *
   * @param number of the card, by name and value, with which a property is compared
   * @param other property with which it is compared; neither of both where it has to hold
   */
  String asks(
      Class<? extends Aspect> fact,
      String field,
      String operator,
      Optional<Map.Entry<String, Integer>> number,
      Optional<String> other) {
    String property = property(fact, field);
    String word = OPERATORS.get(operator);
    if (number.isPresent()) {
      String wanted = say("number." + word, value(number.get().getValue()));
      return say("asks.number", property, wanted, number.get().getKey());
    }
    if (other.isPresent()) {
      String compared = property(fact, other.get());
      return operator.equals("==")
          ? say("asks.same", property, compared)
          : say("asks.numbers", property, say("numbers." + word), compared);
    }
    return say("asks.flag", property);
  }

  /** Joins by an operator of a condition; empty for the first. */
  String joined(String joint, String text, String next) {
    return switch (joint) {
      case "&&" -> say("and", text, next);
      case "||" -> say("or", text, next);
      default -> next;
    };
  }

  /** One name means other things in other facts: "only" who gain, "only" media of one party. */
  private String property(Class<? extends Aspect> fact, String name) {
    return format(properties, fact.getSimpleName() + "." + name);
  }

  private String value(Object value) {
    return value instanceof Boolean yes ? say(yes ? "yes" : "no") : value.toString();
  }

  private String say(String key, Object... values) {
    return format(sentences, key, values);
  }

  private static String format(ResourceBundle words, String key, Object... values) {
    return MessageFormat.format(words.getString(key), values);
  }
}
