package org.bilan.movement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bilan.assessment.ClaimChange.Standing;
import org.bilan.dossier.Word;
import org.bilan.sheet.Armour;

/**
 * What a run moved as one long table: UTF-8, commas, RFC 4180. Each row tells one measure of one
 * thing; {@code table} says of what kind it is, {@code value} holds numbers only and {@code text}
 * what is none. A column that does not concern a row is empty; so is the value of an upper end that
 * is open.
 */
public final class MovedCsv {

  /** Without it Excel takes UTF-8 for the machine's old code page, and spoils accents. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * What a row may be about.
   *
   * <p>{@code of} says what a sum of tolls is over; {@code name} is an incident, a country, a
   * conflict, a month or a revision of rules; {@code from} and {@code to} are bounds of scores, or
   * grades; {@code side} is before, after, or came for what was judged the first time.
   */
  private enum Column {
    RUN,
    TABLE,
    OF,
    NAME,
    CLAIM,
    RULE,
    PROPOSITION,
    HARM,
    VICTIMS,
    FROM,
    TO,
    SIDE,
    MEASURE,
    VALUE,
    TEXT
  }

  private static final String[] HEADER =
      Stream.of(Column.values())
          .map(column -> column.name().toLowerCase(Locale.ROOT))
          .toArray(String[]::new);

  private final RunFacts run;
  private final CSVPrinter csv;

  private MovedCsv(RunFacts run, CSVPrinter csv) {
    this.run = run;
    this.csv = csv;
  }

  /** The table. */
  public static byte[] write(RunFacts run, Moved moved) {
    StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader(HEADER).get();
    try (CSVPrinter csv = new CSVPrinter(text, format)) {
      new MovedCsv(run, csv).write(moved);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(Moved moved) throws IOException {
    facts();
    totals(moved);
    grades(moved);
    scores(moved);
    for (Mover mover : moved.movers()) {
      mover(mover);
    }
    rules(moved);
    tolls("toll", List.of(moved.toll()));
    tolls("toll-by-country", moved.countries());
    tolls("toll-by-conflict", moved.conflicts());
    tolls("toll-by-month", moved.months());
  }

  /** A row that is being filled. */
  private final class Row {
    private final String[] cells = new String[HEADER.length];

    Row(String table) {
      with(Column.RUN, run.run());
      with(Column.TABLE, table);
    }

    /** A text that may come from anybody. */
    Row with(Column column, String text) {
      cells[column.ordinal()] = Armour.throughout(text);
      return this;
    }

    Row with(Column column, Word word) {
      return with(column, word.word());
    }

    Row with(Column column, long number) {
      cells[column.ordinal()] = String.valueOf(number);
      return this;
    }

    void measure(String measure, long value) throws IOException {
      with(Column.MEASURE, measure).with(Column.VALUE, value).end();
    }

    void measure(String measure, String text) throws IOException {
      with(Column.MEASURE, measure).with(Column.TEXT, text).end();
    }

    /** Without a value. */
    void measure(String measure) throws IOException {
      with(Column.MEASURE, measure).end();
    }

    private void end() throws IOException {
      csv.printRecord((Object[]) cells);
    }
  }

  private Row row(String table) {
    return new Row(table);
  }

  private void facts() throws IOException {
    row("run").measure("ruleset", run.ruleset());
    if (run.before().isPresent()) {
      row("run").with(Column.SIDE, "before").measure("revision", run.before().get());
    }
    row("run").with(Column.SIDE, "after").measure("revision", run.after());
    row("run").measure("filter", run.filter());
    row("run").measure("dry-run", String.valueOf(run.dryRun()));
    row("run").measure("who", run.who());
    row("run").measure("started", run.started().toString());
    if (run.ended().isPresent()) {
      row("run").measure("ended", run.ended().get().toString());
    }
    if (run.asOf().isPresent()) {
      row("run").measure("as-of", run.asOf().get().toString());
    }
    row("run").measure("dossiers", run.dossiers());
  }

  private void totals(Moved moved) throws IOException {
    row("total").measure("dossiers", moved.dossiers());
    row("total").measure("dossiers-first", moved.first());
    row("total").measure("dossiers-failed", moved.failed());
    row("total").measure("claims", moved.claims());
    row("total").measure("claims-compared", moved.compared());
    row("total").measure("claims-came", moved.came());
    row("total").measure("claims-went", moved.went());
    row("total").measure("claims-changed", moved.changed());
    row("total").measure("claims-regraded", moved.regraded());
    for (var stood : moved.revisions().entrySet()) {
      row("judged-before-by")
          .with(Column.NAME, stood.getKey())
          .measure("dossiers", stood.getValue());
    }
  }

  private void grades(Moved moved) throws IOException {
    for (var before : moved.grades().entrySet()) {
      for (var after : before.getValue().entrySet()) {
        row("grade")
            .with(Column.FROM, before.getKey())
            .with(Column.TO, after.getKey())
            .measure("claims", after.getValue());
      }
    }
    for (var came : moved.gradesCame().entrySet()) {
      row("grade")
          .with(Column.TO, came.getKey())
          .with(Column.SIDE, "came")
          .measure("claims", came.getValue());
    }
  }

  private void scores(Moved moved) throws IOException {
    for (Moved.ScoreBin bin : moved.scores()) {
      score(bin, "before", bin.before());
      score(bin, "after", bin.after());
      score(bin, "came", bin.came());
    }
    for (Moved.ChangeBin bin : moved.changes()) {
      row("score-change")
          .with(Column.FROM, bin.from())
          .with(Column.TO, bin.to())
          .measure("claims", bin.claims());
    }
  }

  private void score(Moved.ScoreBin bin, String side, long claims) throws IOException {
    row("score")
        .with(Column.FROM, bin.from())
        .with(Column.TO, bin.to())
        .with(Column.SIDE, side)
        .measure("claims", claims);
  }

  private Row row(String table, Mover mover, String side) {
    return row(table)
        .with(Column.NAME, mover.incident())
        .with(Column.CLAIM, mover.claim())
        .with(Column.SIDE, side);
  }

  private void mover(Mover mover) throws IOException {
    standing(mover, "before", mover.before());
    standing(mover, "after", mover.after());
    for (FindingMoved finding : mover.findings()) {
      if (finding.before().isPresent()) {
        finding(mover, finding, "before", finding.before().get());
      }
      if (finding.after().isPresent()) {
        finding(mover, finding, "after", finding.after().get());
      }
    }
  }

  private void standing(Mover mover, String side, Standing standing) throws IOException {
    row("mover", mover, side).measure("score", standing.score());
    row("mover", mover, side).measure("evidence", standing.evidence());
    row("mover", mover, side).measure("grade", standing.grade().word());
    row("mover", mover, side).measure("reliability", standing.admiralty().reliability().word());
    row("mover", mover, side).measure("credibility", standing.admiralty().credibility());
  }

  private void finding(Mover mover, FindingMoved finding, String side, int weight)
      throws IOException {
    row("mover-finding", mover, side)
        .with(Column.RULE, finding.rule())
        .with(Column.PROPOSITION, finding.proposition())
        .measure("weight", weight);
  }

  private void rules(Moved moved) throws IOException {
    for (Moved.RuleUse use : moved.rules()) {
      rule(use.rule(), "before", use.before());
      rule(use.rule(), "after", use.after());
      rule(use.rule(), "came", use.came());
    }
  }

  private void rule(String rule, String side, long claims) throws IOException {
    row("rule").with(Column.RULE, rule).with(Column.SIDE, side).measure("claims", claims);
  }

  private void tolls(String table, List<TollSums> tolls) throws IOException {
    for (TollSums sums : tolls) {
      toll(table, sums).measure("incidents-compared", sums.compared());
      toll(table, sums).measure("incidents-came", sums.came());
      for (TollSums.Line line : sums.lines()) {
        sum(table, sums, line, "before", line.before());
        sum(table, sums, line, "after", line.after());
        sum(table, sums, line, "came", line.came());
      }
    }
  }

  private Row toll(String table, TollSums sums) {
    return row(table).with(Column.OF, sums.of()).with(Column.NAME, sums.name());
  }

  private void sum(
      String table, TollSums sums, TollSums.Line line, String side, TollSums.Sum people)
      throws IOException {
    line(table, sums, line, side).measure("incidents", people.incidents());
    line(table, sums, line, side).measure("low", people.low());
    line(table, sums, line, side).measure("best", people.best());
    OptionalLong high = people.high();
    if (high.isPresent()) {
      line(table, sums, line, side).measure("high", high.getAsLong());
    } else {
      line(table, sums, line, side).measure("high");
    }
    line(table, sums, line, side).measure("high-at-least", people.highAtLeast());
    line(table, sums, line, side).measure("incidents-open", people.open());
  }

  private Row line(String table, TollSums sums, TollSums.Line line, String side) {
    return toll(table, sums)
        .with(Column.HARM, line.harm())
        .with(Column.VICTIMS, line.victims())
        .with(Column.SIDE, side);
  }
}
