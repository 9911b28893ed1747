package org.bilan.cli;

import java.util.Locale;
import java.util.function.Consumer;
import org.bilan.archive.DossierImports;
import org.bilan.assessment.Language;

/** How many rows were taken, and how many not, and the sentences that tell it. */
final class ImportCounts {

  private final TableWords words;
  private final Locale locale;
  private final Consumer<String> told;
  private long taken;
  private long refused;
  private long notes;

  /**
   * Nothing yet.
   *
   * @param told who is told, sentence by sentence
   */
  ImportCounts(Language language, Consumer<String> told) {
    this.words = new TableWords("import", language);
    this.locale = Locale.forLanguageTag(language.word());
    this.told = told;
  }

  void take(int ofIts) {
    taken++;
    notes += ofIts;
  }

  void refuse() {
    refused++;
  }

  long taken() {
    return taken;
  }

  long refused() {
    return refused;
  }

  /** Whether a report has anything to tell. */
  boolean anythingOdd() {
    return refused + notes > 0;
  }

  void tell() {
    tell("taken", number(taken), number(refused), number(notes));
  }

  void tell(DossierImports.Stored stored) {
    tell("stored", number(stored.created()), number(stored.replaced()), number(stored.same()));
  }

  void tell(String sentence, Object... values) {
    told.accept(words.text(sentence, values));
  }

  private String number(long number) {
    return String.format(locale, "%,d", number);
  }
}
