package org.bilan.cli;

import java.io.PrintStream;
import java.util.List;
import org.bilan.assessment.Language;
import org.bilan.tuning.Impact;

/** What other rules would do to dossiers, as a person reads it. */
final class ImpactTable {

  private static final String INDENT = MovingTable.INDENT;

  private final PrintStream out;
  private final MovingTable moving;
  private final ChangeTable changes;
  private final TableWords words;

  ImpactTable(PrintStream out, Language language) {
    AssessmentTable table = new AssessmentTable(out, language, "");
    this.out = out;
    this.moving = new MovingTable(out, table, language);
    this.changes = new ChangeTable(out, table, language);
    this.words = new TableWords("tuning", language);
  }

  void print(TwoRulesets rulesets, Impact impact) {
    rulesets.print(out, words);
    if (impact.dossiers() == 0) {
      out.println(words.text("no-dossier"));
      return;
    }
    long regraded =
        impact.claims()
            - impact.grades().entrySet().stream()
                .mapToLong(row -> row.getValue().getOrDefault(row.getKey(), 0L))
                .sum();
    summary(impact, regraded);
    if (impact.changed() > 0) {
      moving.grades(impact.grades());
      moving.movers(impact.movers(), impact.changed());
    }
    rules(impact);
    tolls(impact);
  }

  private void summary(Impact impact, long regraded) {
    Columns columns = new Columns("rl");
    columns.row(number(impact.dossiers()), words.text("dossiers"));
    columns.row(number(impact.claims()), words.text("claims"));
    columns.row(number(impact.changed()), words.text("changed"));
    columns.row(number(regraded), words.text("regraded"));
    columns.row(number(impact.tollsChanged()), words.text("tolls-changed"));
    columns.print(out, INDENT);
  }

  private String number(long number) {
    return moving.number(number);
  }

  private void rules(Impact impact) {
    List<Impact.RuleUse> moved =
        impact.rules().stream().filter(rule -> rule.before() != rule.after()).toList();
    if (!moved.isEmpty()) {
      moving.section(words.text("rules"));
      Columns columns = new Columns("rlrl");
      moved.forEach(
          rule -> columns.row(number(rule.before()), "→", number(rule.after()), rule.rule()));
      columns.print(out, INDENT);
    }
    moving.rules(impact.never(), impact.always());
  }

  private void tolls(Impact impact) {
    if (impact.tolls().isEmpty()) {
      return;
    }
    moving.section(
        words.text("tolls", number(impact.tolls().size()), number(impact.tollsChanged())));
    for (Impact.TollMoved moved : impact.tolls()) {
      out.println(INDENT + Terminal.safe(moved.incident()));
      moved.tolls().forEach(toll -> changes.toll(INDENT + INDENT, toll));
    }
  }
}
