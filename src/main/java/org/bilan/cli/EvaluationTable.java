package org.bilan.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.evaluation.Agreement;
import org.bilan.evaluation.Evaluation;
import org.bilan.evaluation.Misjudged;
import org.bilan.evaluation.RuleAccount;
import org.bilan.evaluation.Words;

/** How machine and people agree, as a person reads it. */
final class EvaluationTable {

  private static final String INDENT = "  ";
  private static final int MOST_MISSING = 10;

  private final PrintStream out;
  private final AssessmentTable table;
  private final Words words;

  EvaluationTable(PrintStream out, Language language) {
    this.out = out;
    this.table = new AssessmentTable(out, language, "");
    this.words = new Words(language);
  }

  void print(Evaluation evaluation) {
    table.paragraph("", INDENT, words.text("ruleset", evaluation.shortRevision()));
    table.paragraph(
        "",
        INDENT,
        words.text("intervals", words.number(evaluation.resamples()), evaluation.seed()));
    table.paragraph("", INDENT, words.text("tuned"));
    agreement(words.text("all"), evaluation.all());
    evaluation
        .split()
        .forEach(
            (field, groups) ->
                groups.forEach(
                    (value, agreement) ->
                        agreement(Terminal.safe(field + " " + words.value(value)), agreement)));
    rules(evaluation.rules());
    misjudged(evaluation.misjudged());
    if (!evaluation.missing().isEmpty()) {
      section(Terminal.safe(words.named("missing", evaluation.missing(), MOST_MISSING)));
    }
    if (!evaluation.failed().isEmpty()) {
      section(Terminal.safe(words.named("failed", evaluation.failed(), MOST_MISSING)));
    }
    if (evaluation.ungraded() > 0) {
      section(words.text("ungraded", words.number(evaluation.ungraded())));
    }
  }

  private void section(String text) {
    out.println("─".repeat(AssessmentTable.WIDTH));
    table.paragraph("", INDENT, text);
  }

  private void agreement(String of, Agreement agreement) {
    section(words.text("of", of, words.number(agreement.claims())));
    Columns matrix = new Columns("l" + "r".repeat(Grade.values().length));
    List<String> head = new ArrayList<>(List.of(words.text("people-machine")));
    for (Grade machine : Grade.values()) {
      head.add(words.grade(machine));
    }
    matrix.row(head);
    for (Grade people : Grade.values()) {
      List<String> row = new ArrayList<>(List.of(words.grade(people)));
      for (Grade machine : Grade.values()) {
        long claims = agreement.matrix().count(people, machine);
        row.add(claims == 0 ? "·" : words.number(claims));
      }
      matrix.row(row);
    }
    matrix.print(out, INDENT);
    out.println();
    Columns measures = new Columns("lrl");
    agreement
        .measures()
        .forEach(
            (name, estimate) -> {
              if (estimate.value().isPresent()) {
                measures.row(
                    words.measure(name),
                    words.share(estimate.value().getAsDouble()),
                    words.interval(estimate));
              }
            });
    measures.print(out, INDENT);
    out.println();
    propositions(agreement);
    out.println();
    forecasts(agreement);
  }

  private void propositions(Agreement agreement) {
    Columns columns = new Columns("lrrll");
    List<String> head =
        new ArrayList<>(
            List.of(words.text("propositions"), words.text("claims"), words.text("weakest")));
    agreement.propositions().values().stream()
        .findFirst()
        .ifPresent(
            any -> any.measures().keySet().forEach(name -> head.add(words.text("of." + name))));
    columns.row(head);
    agreement
        .propositions()
        .forEach(
            (proposition, told) -> {
              List<String> row =
                  new ArrayList<>(
                      List.of(
                          words.proposition(proposition),
                          words.number(told.claims()),
                          words.number(told.weakest())));
              told.measures().values().forEach(estimate -> row.add(words.estimate(estimate)));
              columns.row(row);
            });
    columns.print(out, INDENT);
  }

  private void forecasts(Agreement agreement) {
    Columns columns = new Columns("lrrrrr");
    List<String> head = new ArrayList<>(List.of(words.text("forecasts")));
    agreement.stated().brier().parts().keySet().forEach(p -> head.add(words.text("brier." + p)));
    columns.row(head);
    columns.row(brier("forecasts.stated", agreement.stated()));
    agreement
        .calibrated()
        .ifPresent(calibrated -> columns.row(brier("forecasts.calibrated", calibrated)));
    columns.print(out, INDENT);
  }

  private List<String> brier(String name, Agreement.Forecasting forecasting) {
    List<String> row = new ArrayList<>(List.of(words.text(name)));
    forecasting.brier().parts().values().forEach(part -> row.add(words.share(part)));
    return row;
  }

  private void rules(List<RuleAccount> rules) {
    section(words.text("rules"));
    Columns columns = new Columns("rlrl");
    List<String> idle = new ArrayList<>();
    for (RuleAccount rule : rules) {
      if (rule.idle()) {
        idle.add(rule.rule());
      } else {
        columns.row(
            words.signed(rule.supported().value()),
            words.interval(rule.supported()),
            words.number(rule.moves()),
            rule.rule() + "  " + words.fires(rule));
      }
    }
    columns.print(out, INDENT);
    if (!idle.isEmpty()) {
      table.paragraph("", INDENT, words.text("idle", String.join(", ", idle)));
    }
  }

  private void misjudged(List<Misjudged> misjudged) {
    section(words.text("misjudged"));
    for (Misjudged each : misjudged) {
      table.paragraph(
          "",
          INDENT,
          words.text(
              "misjudged.claim",
              Terminal.safe(each.claim().incident()),
              Terminal.safe(each.claim().claim()),
              words.grade(each.claim().people()),
              words.grade(each.claim().machine()),
              each.claim().score(),
              each.claim().evidence()));
      each.claim().findings().stream()
          .map(f -> "%+d %s (%s)".formatted(f.weight(), f.rule(), f.proposition().word()))
          .distinct()
          .forEach(line -> out.println(INDENT + INDENT + INDENT + line));
    }
  }
}
