package org.bilan.explain;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.bilan.assessment.Language;

/** The words of hypotheticals in one language. */
final class Words {

  /** Else English, which is the root, would give way to the language of the machine. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle words;

  Words(Language language) {
    this.words =
        ResourceBundle.getBundle(
            "org.bilan.explain.what-if", Locale.forLanguageTag(language.word()), NO_FALLBACK);
  }

  String text(String key, Object... values) {
    Object[] texts = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      texts[i] = String.valueOf(values[i]);
    }
    return MessageFormat.format(words.getString(key), texts);
  }

  /** What is supposed, as a sentence. */
  String sentence(Supposition supposition) {
    return text(
        "if",
        supposition.clauses().stream()
            .map(clause -> text("clause." + clause.word(), clause.names().toArray()))
            .reduce((former, next) -> text("and", former, next))
            .orElseThrow());
  }
}
