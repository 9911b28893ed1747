package org.bilan.cli;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.bilan.assessment.Language;
import org.bilan.records.Records;

/** How sources have fared, as a person reads it. */
final class RecordsTable {

  private static final String INDENT = "  ";

  /** Those of which most is known; all are in the other formats. */
  private static final int MOST = 40;

  private static final int MOST_NAMED = 10;
  private static final long STRENGTH = Math.round(Records.USUAL_CASES);

  private final Language language;
  private final TableWords words;

  RecordsTable(Language language) {
    this.language = language;
    this.words = new TableWords("records", language);
  }

  String nothingGraded() {
    return words.text("nothing-graded");
  }

  String undated(int grades, int lag) {
    return words.text("undated", number(grades), number(lag));
  }

  String ambiguous(Set<String> incidents) {
    List<String> some = incidents.stream().sorted().limit(MOST_NAMED).toList();
    String more = incidents.size() > some.size() ? " …" : "";
    return words.text("ambiguous", number(incidents.size()), String.join(", ", some) + more);
  }

  void print(PrintStream out, Records records) {
    AssessmentTable table = new AssessmentTable(out, language, "");
    table.paragraph(
        "",
        INDENT,
        words.text(
            "graded", number(records.incidents()), number(records.usual()), number(STRENGTH)));
    sources(out, table, records);
    pairs(out, table, records);
  }

  private void sources(PrintStream out, AssessmentTable table, Records records) {
    out.println("─".repeat(AssessmentTable.WIDTH));
    Columns columns = new Columns("lrrrrrl");
    columns.row(
        words.text("source"),
        words.text("incidents"),
        words.text("right"),
        words.text("wrong"),
        words.text("unknown"),
        words.text("mean"),
        words.text("interval"));
    records.sources().stream()
        .sorted(
            Comparator.comparing((Records.Fared fared) -> -fared.cases())
                .thenComparing(fared -> -fared.right())
                .thenComparing(Records.Fared::source))
        .limit(MOST)
        .forEach(
            fared ->
                columns.row(
                    Terminal.safe(fared.source()),
                    number(fared.cases() + fared.unknown()),
                    number(fared.right()),
                    number(fared.wrong()),
                    number(fared.unknown()),
                    percent(fared.mean()),
                    words.text("from-to", percent(fared.low()), percent(fared.high()))));
    columns.print(out, INDENT);
    more(table, records.sources().size());
  }

  private void pairs(PrintStream out, AssessmentTable table, Records records) {
    out.println("─".repeat(AssessmentTable.WIDTH));
    if (records.pairs().isEmpty()) {
      table.paragraph("", INDENT, words.text("no-pairs"));
      return;
    }
    Columns columns = new Columns("llrrrr");
    columns.row(
        words.text("one"),
        words.text("other"),
        words.text("copying"),
        words.text("shared-right"),
        words.text("shared-wrong"),
        words.text("different"));
    records.pairs().stream()
        .limit(MOST)
        .forEach(
            pair ->
                columns.row(
                    Terminal.safe(pair.one()),
                    Terminal.safe(pair.other()),
                    pair.shared().percent() + "%",
                    number(pair.shared().right()),
                    number(pair.shared().wrong()),
                    number(pair.shared().different())));
    columns.print(out, INDENT);
    more(table, records.pairs().size());
  }

  private void more(AssessmentTable table, int all) {
    if (all > MOST) {
      table.paragraph("", INDENT, words.text("more", number(all - (long) MOST)));
    }
  }

  private String number(long number) {
    return String.format(words.locale(), "%,d", number);
  }

  private String percent(double share) {
    return String.format(words.locale(), "%.1f%%", 100 * share);
  }
}
