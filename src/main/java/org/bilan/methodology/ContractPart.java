package org.bilan.methodology;

import java.util.ArrayList;
import java.util.List;
import org.bilan.dossier.Basis;
import org.bilan.dossier.SourceKind;
import org.bilan.dossier.Stance;
import org.bilan.dossier.Word;

/** What is entered of sources and reports: the words of the input contract. */
final class ContractPart {

  private final Words words;

  ContractPart(Words words) {
    this.words = words;
  }

  void write(Markdown page) {
    page.heading(2, words.text("words"));
    page.paragraph(words.text("words.intro"));
    page.heading(3, words.text("kinds"));
    page.paragraph(words.text("kinds.intro"));
    List<List<String>> kinds = new ArrayList<>();
    for (SourceKind kind : SourceKind.values()) {
      kinds.add(List.of(Markdown.code(kind.word()), words.word("kind", kind), treated(kind)));
    }
    page.table(
        List.of(
            words.text("column.word"), words.text("column.meaning"), words.text("column.treated")),
        kinds);
    table(page, "stances", "stance", Stance.Kind.values());
    table(page, "bases", "basis", Basis.values());
  }

  private String treated(SourceKind kind) {
    List<String> treated = new ArrayList<>();
    if (kind.officialVoice()) {
      treated.add(words.text("treated.official-voice"));
    }
    if (kind.person()) {
      treated.add(words.text("treated.person"));
    }
    if (kind.outlet()) {
      treated.add(words.text("treated.outlet"));
    }
    if (kind.local()) {
      treated.add(words.text("treated.local"));
    }
    return treated.isEmpty() ? words.text("shown.nothing") : words.list(treated);
  }

  private void table(Markdown page, String title, String kind, Word[] values) {
    page.heading(3, words.text(title));
    page.paragraph(words.text(title + ".intro"));
    List<List<String>> rows = new ArrayList<>();
    for (Word value : values) {
      rows.add(List.of(Markdown.code(value.word()), words.word(kind, value)));
    }
    page.table(List.of(words.text("column.word"), words.text("column.meaning")), rows);
  }
}
