package org.bilan.cli;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bilan.assessment.Answer;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.Language;
import org.bilan.dossier.Proposition;
import org.bilan.explain.Explanation;
import org.bilan.explain.WhatIf;

/** What stands below a claim in the table when it is to be explained in full. */
final class ExplanationTable {

  private final AssessmentTable table;
  private final TableWords words;
  private final TableWords tableWords;

  ExplanationTable(AssessmentTable table, Language language) {
    this.table = table;
    this.words = new TableWords("explanation", language);
    this.tableWords = new TableWords(language);
  }

  /** The explanation of one claim, of those of its dossier. */
  void print(ClaimAssessment claim, List<Explanation> explanations) {
    explanations.stream()
        .filter(explanation -> explanation.claim().equals(claim.claim()))
        .forEach(this::print);
  }

  private void print(Explanation explanation) {
    List<WhatIf> changing = explanation.whatIf().stream().filter(WhatIf::changes).toList();
    if (!explanation.whatIf().isEmpty()) {
      heading(changing.isEmpty() ? "nothing-tried-changes" : "would-change");
      changing.forEach(this::whatIf);
      if (changing.size() < explanation.whatIf().size()) {
        heading("would-not-change");
        explanation.whatIf().stream().filter(w -> !w.changes()).forEach(this::whatIf);
      }
    }
    explanation.note().ifPresent(note -> table.paragraph("  ", "    ", note));
    List<Answer> quiet =
        explanation.rules().stream()
            .filter(a -> a.asked().stream().anyMatch(x -> !x.held()))
            .toList();
    if (!quiet.isEmpty()) {
      heading("quiet");
      quiet.forEach(this::quiet);
    }
    List<Answer> unjudged = explanation.rules().stream().filter(a -> a.asked().isEmpty()).toList();
    if (!unjudged.isEmpty()) {
      heading("unjudged");
      unjudged.forEach(answer -> line(answer, "", String.join(", ", answer.missing())));
    }
  }

  private void heading(String word) {
    table.paragraph("  ", "    ", words.text(word));
  }

  private void whatIf(WhatIf whatIf) {
    WhatIf.Standing after = whatIf.after();
    String grade = tableWords.text("grade." + after.grade().word());
    String result =
        whatIf.changes()
            ? words.text("result", grade, whatIf.before().score(), after.score())
            : words.text("no-change", grade, whatIf.before().score(), after.score());
    table.paragraph("    ", "      ", words.text("of", Terminal.safe(whatIf.sentence()), result));
  }

  /** The propositions of which a rule asked the same and saw the same are one line. */
  private void quiet(Answer answer) {
    Map<String, Set<Proposition>> propositions = new LinkedHashMap<>();
    for (Answer.Asked asked : answer.asked()) {
      if (!asked.held()) {
        String text =
            asked.conditions().stream()
                .map(Answer.Condition::text)
                .reduce((one, next) -> words.text("and", one, next))
                .orElseThrow();
        propositions
            .computeIfAbsent(text, t -> EnumSet.noneOf(Proposition.class))
            .add(asked.proposition());
      }
    }
    propositions.forEach((text, on) -> line(answer, table.letters(on) + " ", text));
  }

  private void line(Answer answer, String letters, String text) {
    String notLive =
        answer.outcome() == Answer.Outcome.NOT_LIVE ? " (" + words.text("not-live") + ")" : "";
    String rule = Terminal.safe(answer.title()) + " [" + answer.rule() + "]" + notLive;
    table.paragraph("    ", "      ", letters + words.text("of", rule, text));
  }
}
