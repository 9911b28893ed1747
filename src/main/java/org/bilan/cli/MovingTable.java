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
import org.bilan.movement.FindingMoved;
import org.bilan.movement.Mover;

/** Parts of the tables that tell how claims move, by other rules or in a run. */
final class MovingTable {

  static final String INDENT = "  ";

  private final PrintStream out;
  private final AssessmentTable table;
  private final TableWords words;

  MovingTable(PrintStream out, AssessmentTable table, Language language) {
    this.out = out;
    this.table = table;
    this.words = new TableWords("tuning", language);
  }

  /** A heading, of this text. */
  void section(String text) {
    out.println("─".repeat(AssessmentTable.WIDTH));
    table.paragraph("", INDENT, text);
  }

  String number(long number) {
    return String.format(words.locale(), "%,d", number);
  }

  /** How many claims went from which grade to which. */
  void grades(Map<Grade, Map<Grade, Long>> grades) {
    section(words.text("grades"));
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

  String grade(Grade grade) {
    return table.text("grade." + grade.word());
  }

  /**
   * The claims that move most.
   *
   * @param of how many move
   */
  void movers(List<Mover> movers, long of) {
    section(words.text("movers", number(movers.size()), number(of)));
    for (Mover mover : movers) {
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
  private void findings(List<FindingMoved> findings) {
    Map<Line, Set<Proposition>> lines = new LinkedHashMap<>();
    for (FindingMoved finding : findings) {
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

  /** Rules that fire on no claim, and such that fire on every claim. */
  void rules(List<String> never, List<String> always) {
    rules("never", never);
    rules("always", always);
  }

  private void rules(String key, List<String> rules) {
    if (!rules.isEmpty()) {
      section(words.text(key, number(rules.size())));
      table.paragraph(INDENT, INDENT, String.join(", ", rules));
    }
  }
}
