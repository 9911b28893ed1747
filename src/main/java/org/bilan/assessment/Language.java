package org.bilan.assessment;

import java.util.Locale;
import java.util.Optional;
import org.bilan.dossier.Word;

/** The languages that Bilan gives its reasons in. */
public enum Language implements Word {
  EN,
  FR;

  /** The language of a tag ({@code fr-CA}), by its first part; empty when it is none of ours. */
  public static Optional<Language> of(String tag) {
    return Word.of(Language.class, tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0]);
  }
}
