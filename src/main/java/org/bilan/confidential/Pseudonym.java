package org.bilan.confidential;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What one entry of a dossier is called instead. */
record Pseudonym(Kind kind, String digits) {

  /** How all addresses begin that stand for one that is withheld. */
  static final String ADDRESS = "urn:bilan:confidential:";

  /** Else English, which is the root, would give way to the language of the machine. */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  String id() {
    return kind.prefix() + digits;
  }

  String address() {
    return ADDRESS + id();
  }

  /** The name of the source. */
  String name(Locale language) {
    return say("source", language);
  }

  /** The name of whom the source belongs to. */
  String owner(Locale language) {
    return say("owner", language);
  }

  /** The name of who wrote the report. */
  String author(Locale language) {
    return say("author", language);
  }

  private String say(String word, Locale language) {
    ResourceBundle words =
        ResourceBundle.getBundle("org.bilan.confidential.names", language, NO_FALLBACK);
    return MessageFormat.format(words.getString(word), digits);
  }
}
