package org.bilan.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bilan.assessment.ClaimChange.Standing;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.dossier.Proposition;
import org.bilan.tuning.Impact;

/** What other rules would do to dossiers, as a person reads it. */
final class ImpactTable {

  private static final String INDENT = "  ";

  private final PrintStream out;
  private final AssessmentTable table;
  private final ChangeTable changes;
  private final TableWords words;

  ImpactTable(PrintStream out, Language language) {
    this.out = out;
    this.table = new AssessmentTable(out, language, "");
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
      grades(impact.grades());
      movers(impact);
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

  private void section(String key, Object... values) {
    out.println("─".repeat(AssessmentTable.WIDTH));
    out.println(words.text(key, values));
  }

  private String number(long number) {
    return String.format(words.locale(), "%,d", number);
  }

  private void grades(Map<Grade, Map<Grade, Long>> grades) {
    section("grades");
    Columns columns = new Columns("l" + "r".repeat(Grade.values().length));
    List<String> head = new ArrayList<>(List.of(""));
    for (Grade after : Grade.values()) {
      head.add(grade(after));
    }
    columns.row(head);
    for (Grade before : Grade.values()) {
      List<String> row = new ArrayList<>(List.of(grade(before)));
      for (Grade after : Grade.values()) {
        long claims = grades.getOrDefault(before, Map.of()).getOrDefault(after, 0L);
        row.add(claims == 0 ? "·" : number(claims));
      }
      columns.row(row);
    }
    columns.print(out, INDENT);
  }

  private String grade(Grade grade) {
    return table.text("grade." + grade.word());
  }

  private void movers(Impact impact) {
    section("movers", number(impact.movers().size()), number(impact.changed()));
    for (Impact.Mover mover : impact.movers()) {
      Standing before = mover.before();
      Standing after = mover.after();
      String start =
          "  %3d → %3d  %4s → %4s  "
              .formatted(
                  before.score(),
                  after.score(),
                  signed(before.evidence()),
                  signed(after.evidence()));
      String grades =
          before.grade() == after.grade()
              ? grade(after.grade())
              : grade(before.grade()) + " → " + grade(after.grade());
      table.paragraph(
          start,
          " ".repeat(start.length()),
          Terminal.safe(words.text("mover", grades, mover.incident(), mover.claim())));
      findings(mover.findings());
    }
  }

  /** As in other tables, findings of one rule and weight on several propositions are one line. */
  private void findings(List<Impact.FindingMoved> findings) {
    Map<Line, Set<Proposition>> lines = new LinkedHashMap<>();
    for (Impact.FindingMoved finding : findings) {
      String weights = "%4s → %4s".formatted(weight(finding.before()), weight(finding.after()));
      lines
          .computeIfAbsent(
              new Line(weights, finding.rule()), line -> EnumSet.noneOf(Proposition.class))
          .add(finding.proposition());
    }
    lines.forEach(
        (line, on) ->
            out.printf("%13s%s  %s %s%n", "", line.weights(), table.letters(on), line.rule()));
  }

  private record Line(String weights, String rule) {}

  private static String weight(Optional<Integer> weight) {
    return weight.map(AssessmentTable::signed).orElse("–");
  }

  private static String signed(int number) {
    return AssessmentTable.signed(number);
  }

  private void rules(Impact impact) {
    List<Impact.RuleUse> moved =
        impact.rules().stream().filter(rule -> rule.before() != rule.after()).toList();
    if (!moved.isEmpty()) {
      section("rules");
      Columns columns = new Columns("rlrl");
      moved.forEach(
          rule -> columns.row(number(rule.before()), "→", number(rule.after()), rule.rule()));
      columns.print(out, INDENT);
    }
    rules("never", impact.never());
    rules("always", impact.always());
  }

  private void rules(String key, List<String> rules) {
    if (!rules.isEmpty()) {
      section(key, number(rules.size()));
      table.paragraph(INDENT, INDENT, String.join(", ", rules));
    }
  }

  private void tolls(Impact impact) {
    if (impact.tolls().isEmpty()) {
      return;
    }
    section("tolls", number(impact.tolls().size()), number(impact.tollsChanged()));
    for (Impact.TollMoved moved : impact.tolls()) {
      out.println(INDENT + Terminal.safe(moved.incident()));
      moved.tolls().forEach(toll -> changes.toll(INDENT + INDENT, toll));
    }
  }
}
