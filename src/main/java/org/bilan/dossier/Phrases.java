package org.bilan.dossier;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is said of problems, in one language. Read when something is said: mostly nothing is. */
public final class Phrases {

  /** Else English, which is the root, would give way to the language of the machine. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final String bundle;
  private final Locale language;

  /**
   * In a language; in English where that is not spoken.
   *
   * @param bundle of properties that hold them
   */
  public Phrases(String bundle, Locale language) {
    this.bundle = bundle;
    this.language = language;
  }

  /** A phrase of the bundle, with values as they are. */
  public String say(String key, Object... values) {
    return MessageFormat.format(
        ResourceBundle.getBundle(bundle, language, NO_FALLBACK).getString(key),
        Arrays.stream(values).map(String::valueOf).toArray());
  }

  /** The nearest of the known words, or another phrase. */
  String suggest(String word, Collection<String> known, String otherwise) {
    return Suggestion.nearest(word, known)
        .map(nearest -> say("did-you-mean", nearest))
        .orElseGet(() -> say(otherwise));
  }
}
