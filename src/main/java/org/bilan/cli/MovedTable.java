package org.bilan.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.movement.Moved;
import org.bilan.movement.RunFacts;
import org.bilan.movement.TollSums;

/** What a run over an archive moved, as a person reads it. */
final class MovedTable {

  private static final String INDENT = MovingTable.INDENT;

  /** Countries, conflicts and months that are told each: the rest is in other forms. */
  private static final int MOST_NAMES = 30;

  private final PrintStream out;
  private final AssessmentTable table;
  private final MovingTable moving;
  private final TableWords words;

  MovedTable(PrintStream out, Language language) {
    this.out = out;
    this.table = new AssessmentTable(out, language, "");
    this.moving = new MovingTable(out, table, language);
    this.words = new TableWords("moved", language);
  }

  void print(RunFacts run, Moved moved) {
    facts(run);
    numbers(run, moved);
    if (moved.compared() > 0) {
      moving.grades(moved.grades());
    }
    if (moved.came() > 0) {
      came(moved.gradesCame());
    }
    if (moved.claims() > 0) {
      scores(moved);
    }
    if (moved.changed() > 0) {
      changes(moved);
      moving.movers(moved.movers(), moved.changed());
    }
    rules(moved);
    if (!moved.toll().lines().isEmpty()) {
      moving.section(words.text("tolls"));
      tolls(List.of(moved.toll()));
      tolls("tolls.country", moved.countries());
      tolls("tolls.conflict", moved.conflicts());
      tolls("tolls.month", moved.months());
    }
  }

  private void facts(RunFacts run) {
    out.println(Terminal.safe(words.text("run", run.run())));
    if (run.dryRun()) {
      line(words.text("dry-run"));
    }
    line(words.text("rules", run.ruleset(), revision(run.after())));
    run.before().ifPresent(before -> line(words.text("rules.before", revision(before))));
    line(run.filter().isEmpty() ? words.text("filter.all") : words.text("filter", run.filter()));
    run.asOf().ifPresent(asOf -> line(words.text("as-of", AssessmentTable.TIME.format(asOf))));
    String started = AssessmentTable.TIME.format(run.started());
    line(
        run.ended()
            .map(end -> words.text("from-to", started, AssessmentTable.TIME.format(end), run.who()))
            .orElse(words.text("goes-on", started, run.who())));
  }

  private void line(String text) {
    table.paragraph(INDENT, INDENT + INDENT, Terminal.safe(text));
  }

  /** Short, as in other tables. */
  private static String revision(String revision) {
    return revision.substring(0, Math.min(12, revision.length()));
  }

  private String number(long number) {
    return moving.number(number);
  }

  private void numbers(RunFacts run, Moved moved) {
    Columns columns = new Columns("rl");
    columns.row(number(run.dossiers()), words.text("of"));
    columns.row(number(moved.dossiers()), words.text("dossiers"));
    columns.row(number(moved.first()), words.text("first"));
    columns.row(number(moved.failed()), words.text("failed"));
    columns.row(number(moved.claims()), words.text("claims"));
    columns.row(number(moved.came()), words.text("came"));
    columns.row(number(moved.went()), words.text("went"));
    columns.row(number(moved.compared()), words.text("compared"));
    columns.row(number(moved.changed()), words.text("changed"));
    columns.row(number(moved.regraded()), words.text("regraded"));
    columns.print(out, INDENT);
  }

  private void came(Map<Grade, Long> grades) {
    moving.section(words.text("grades-came"));
    Columns columns = new Columns("lr");
    for (Grade grade : Grade.values()) {
      columns.row(moving.grade(grade), number(grades.getOrDefault(grade, 0L)));
    }
    columns.print(out, INDENT);
  }

  /** Of bins that hold any. */
  private void scores(Moved moved) {
    moving.section(words.text("scores"));
    Columns columns = new Columns("rrlrlr");
    for (Moved.ScoreBin bin : moved.scores()) {
      if (bin.before() + bin.after() + bin.came() > 0) {
        columns.row(
            bin.from() + "–" + bin.to(),
            number(bin.before()),
            "→",
            number(bin.after()),
            "+",
            number(bin.came()));
      }
    }
    columns.print(out, INDENT);
  }

  private void changes(Moved moved) {
    moving.section(words.text("changes"));
    Columns columns = new Columns("rlrr");
    for (Moved.ChangeBin bin : moved.changes()) {
      if (bin.claims() > 0) {
        columns.row(
            AssessmentTable.signed(bin.from()),
            "…",
            AssessmentTable.signed(bin.to()),
            number(bin.claims()));
      }
    }
    columns.print(out, INDENT);
  }

  private void rules(Moved moved) {
    List<Moved.RuleUse> told =
        moved.rules().stream()
            .filter(rule -> rule.before() != rule.after() || rule.came() > 0)
            .toList();
    if (!told.isEmpty()) {
      moving.section(words.text("rules-moved"));
      Columns columns = new Columns("rlrlrl");
      told.forEach(
          rule ->
              columns.row(
                  number(rule.before()),
                  "→",
                  number(rule.after()),
                  "+",
                  number(rule.came()),
                  rule.rule()));
      columns.print(out, INDENT);
    }
    moving.rules(moved.never(), moved.always());
  }

  private void tolls(String key, List<TollSums> tolls) {
    List<TollSums> told = tolls.stream().filter(MovedTable::differs).toList();
    if (told.isEmpty()) {
      return;
    }
    moving.section(words.text(key));
    tolls(told.subList(0, Math.min(MOST_NAMES, told.size())));
    if (told.size() > MOST_NAMES) {
      out.println(INDENT + words.text("more", number(told.size() - MOST_NAMES)));
    }
  }

  private static boolean differs(TollSums sums) {
    return sums.lines().stream()
        .anyMatch(line -> !line.before().equals(line.after()) || line.came().incidents() > 0);
  }

  private void tolls(List<TollSums> tolls) {
    Columns columns = new Columns("llrlrlr");
    for (TollSums sums : tolls) {
      for (TollSums.Line line : sums.lines()) {
        List<String> cells = new ArrayList<>();
        cells.add(name(sums));
        cells.add(
            table.text("harm." + line.harm().word())
                + ", "
                + table.text("victims." + line.victims().word()));
        cells.addAll(List.of(figure(line.before()), "→", figure(line.after()), "+"));
        cells.add(figure(line.came()));
        columns.row(cells);
      }
    }
    columns.print(out, INDENT);
  }

  private String name(TollSums sums) {
    return switch (sums.of()) {
      case ALL -> "";
      case NAMED -> Terminal.safe(sums.name());
      case UNKNOWN -> words.text("unknown");
      case OTHERS -> words.text("others");
      case WITHHELD -> words.text("withheld");
    };
  }

  private String figure(TollSums.Sum sum) {
    return sum.incidents() == 0
        ? words.text("none")
        : words.text(
            sum.open() == 0 ? "figure" : "figure.open",
            number(sum.best()),
            number(sum.low()),
            number(sum.highAtLeast()));
  }
}
