package org.bilan.methodology;

import java.util.ArrayList;
import java.util.List;
import org.bilan.assessment.Score;
import org.bilan.ruleset.Ruleset;
import org.bilan.ruleset.Tunable;

/** What a score is, and what it is not. */
final class ScorePart {

  /** For the table of evidence and score, in decibans. */
  private static final int[] STEPS = {
    -20, -15, -10, -8, -6, -4, -2, 0, 2, 4, 6, 8, 10, 12, 15, 20, 30
  };

  private final Ruleset ruleset;
  private final Words words;

  ScorePart(Ruleset ruleset, Words words) {
    this.ruleset = ruleset;
    this.words = words;
  }

  void write(Markdown page) {
    Tunable prior = ruleset.settings().prior();
    page.heading(2, words.text("score"));
    page.paragraph(words.text("score.supports"));
    page.paragraph(words.text("score.decibans"));
    page.numbered(
        List.of(
            words.text(
                "score.prior",
                words.amount(prior, prior.value()),
                Score.of(prior.value()).score(),
                Words.plain(prior.least()),
                Words.plain(prior.most()),
                words.of(prior.meaning())),
            words.text("score.sum"),
            words.text("score.caps", Anchors.of(words.text("caps"))),
            words.text("score.formula"),
            words.text("score.weakest")));
    page.paragraph(words.text("score.unknown"));
    page.paragraph(words.text("score.origins"));
    page.heading(3, words.text("score.table"));
    List<List<String>> rows = new ArrayList<>();
    for (int evidence : STEPS) {
      rows.add(List.of(Words.signed(evidence), String.valueOf(Score.of(evidence).score())));
    }
    page.table(
        List.of(">" + words.text("column.evidence"), ">" + words.text("column.score")), rows);
    page.heading(2, words.text("not"));
    page.list(
        List.of(
            words.text("not.probability"),
            words.text("not.law"),
            words.text("not.dossier"),
            words.text("not.pictures"),
            words.text("not.weights"),
            words.text("not.differences")));
  }
}
