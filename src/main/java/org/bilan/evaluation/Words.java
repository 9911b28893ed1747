package org.bilan.evaluation;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.ResourceBundle;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.dossier.Proposition;

/** The words of an evaluation in one language, as plain text. */
public final class Words {

  /** Else English, which is the root, would give way to the language of the machine. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle words;

  /** Those of a language. */
  public Words(Language language) {
    this.locale = Locale.forLanguageTag(language.word());
    this.words = ResourceBundle.getBundle("org.bilan.evaluation.evaluation", locale, NO_FALLBACK);
  }

  /** A sentence, or a word. */
  public String text(String key, Object... values) {
    return MessageFormat.format(
        words.getString(key), Arrays.stream(values).map(String::valueOf).toArray());
  }

  /** What a grade is called. */
  public String grade(Grade grade) {
    return text("grade." + grade.word());
  }

  /** What a proposition is called. */
  public String proposition(Proposition proposition) {
    return text("proposition." + proposition.word());
  }

  /** A value by which it is split, which may not be known. */
  public String value(String value) {
    return value.isEmpty() ? text("unknown") : value;
  }

  /** What a measure is called, of which {@link Agreement#measures} gives the name. */
  public String measure(String name) {
    if (words.containsKey("measure." + name)) {
      return text("measure." + name);
    }
    String[] parts = name.split("\\.");
    Object[] grades = new Object[parts.length - 1];
    for (int i = 1; i < parts.length; i++) {
      grades[i - 1] = text("grade." + parts[i]);
    }
    return text("measure." + parts[0], grades);
  }

  /** On how many claims a rule fires, by the grade that people gave them. */
  public String fires(RuleAccount rule) {
    return String.join(
        ", ",
        rule.fires().entrySet().stream()
            .map(fires -> grade(fires.getKey()) + " " + number(fires.getValue()))
            .toList());
  }

  /** A sentence on some incidents: how many there are, and at most so many by name. */
  public String named(String key, List<String> all, int most) {
    String some = String.join(", ", all.subList(0, Math.min(most, all.size())));
    return text(key, number(all.size()), all.size() > most ? some + " …" : some);
  }

  /** A whole number. */
  public String number(long number) {
    return String.format(locale, "%,d", number);
  }

  /** A share, a probability, or a measure. */
  public String share(double number) {
    return String.format(locale, "%.3f", number);
  }

  /** A difference, with its sign; nothing where it is not known. */
  public String signed(OptionalDouble number) {
    return number.isPresent() ? String.format(locale, "%+.3f", number.getAsDouble()) : "";
  }

  /** A value and its interval; nothing where it is not known. */
  public String estimate(Bootstrap.Estimate estimate) {
    return estimate.value().isPresent()
        ? share(estimate.value().getAsDouble()) + " " + interval(estimate)
        : "";
  }

  /** An interval in brackets; nothing where there is none. */
  public String interval(Bootstrap.Estimate estimate) {
    return estimate.interval().map(this::interval).orElse("");
  }

  /** An interval in brackets. */
  public String interval(Interval interval) {
    return text("interval", share(interval.low()), share(interval.high()));
  }
}
