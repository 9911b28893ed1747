package org.bilan.methodology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Score;
import org.bilan.dossier.Reliability;
import org.bilan.dossier.SourceKind;
import org.bilan.ruleset.Ladder;
import org.bilan.ruleset.Settings;
import org.bilan.ruleset.Tunable;

/** The ladders: grades, and which count in the toll; the two axes of the Admiralty code. */
final class LadderPart {

  private final Catalogue catalogue;
  private final Words words;
  private final Settings settings;

  LadderPart(Catalogue catalogue, Words words) {
    this.catalogue = catalogue;
    this.words = words;
    this.settings = catalogue.ruleset().settings();
  }

  void write(Markdown page) {
    page.heading(2, words.text("grades"));
    page.paragraph(words.text("grades.intro"));
    int place = 0;
    for (Ladder.Rung<Grade> rung : settings.grades().rungs()) {
      place++;
      rung(page, 3, words.text("rung", place, words.word("grade", rung.step())), rung);
    }
    toll(page);
    page.heading(2, words.text("admiralty"));
    page.paragraph(words.text("admiralty.intro"));
    reliability(page);
    page.heading(3, words.text("credibility"));
    page.paragraph(words.text("credibility.intro"));
    for (Ladder.Rung<Integer> rung : settings.credibility().rungs()) {
      rung(page, 4, words.text("step", rung.step()), rung);
    }
  }

  private void rung(Markdown page, int level, String heading, Ladder.Rung<?> rung) {
    page.heading(level, heading);
    page.paragraph(words.of(rung.meaning()));
    List<String> conditions = new ArrayList<>();
    new TreeMap<>(rung.numbers())
        .forEach((name, number) -> conditions.add(condition(name, number)));
    rung.findings().forEach((scope, asked) -> findings("rung." + scope.name(), asked, conditions));
    if (conditions.isEmpty()) {
      conditions.add(words.text("rung.rest"));
    }
    page.list(conditions);
  }

  private void findings(String key, Ladder.Findings asked, List<String> conditions) {
    if (!asked.any().isEmpty()) {
      conditions.add(words.text(key + ".any", catalogue.links(asked.any())));
    }
    if (!asked.none().isEmpty()) {
      conditions.add(words.text(key + ".none", catalogue.links(asked.none())));
    }
  }

  private String condition(String name, Tunable number) {
    List<String> remarks = new ArrayList<>();
    if (name.startsWith("evidence-")) {
      remarks.add(words.text("number.score", Score.of(number.value()).score()));
    }
    remarks.add(
        words.text("number.limits", Words.plain(number.least()), Words.plain(number.most())));
    return words.text(
        "number.remarks",
        words.condition(name, number),
        words.list(remarks),
        words.of(number.meaning()));
  }

  private void toll(Markdown page) {
    List<String> counting =
        settings.grades().rungs().stream()
            .filter(Ladder.Rung::inToll)
            .map(rung -> words.word("grade", rung.step()))
            .distinct()
            .toList();
    page.heading(2, words.text("toll"));
    page.paragraph(
        counting.isEmpty()
            ? words.text("toll.nobody")
            : words.text("toll.some", "**" + String.join("**, **", counting) + "**"));
    page.paragraph(words.text("toll.range"));
  }

  private void reliability(Markdown page) {
    page.heading(3, words.text("reliability"));
    page.paragraph(words.text("reliability.intro"));
    List<List<String>> rows = new ArrayList<>();
    Map<SourceKind, Reliability> letters = settings.reliability();
    for (SourceKind kind : SourceKind.values()) {
      Reliability letter = letters.getOrDefault(kind, Reliability.F);
      rows.add(
          List.of(
              Markdown.code(kind.word()),
              words.text("pair", letter.word(), words.word("letter", letter))));
    }
    page.table(List.of(words.text("column.kind"), words.text("column.reliability")), rows);
  }
}
