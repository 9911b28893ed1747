package org.bilan.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.bilan.assessment.Language;
import org.bilan.evaluation.Words;
import org.bilan.fitting.Fitting;
import org.bilan.fitting.Gain;
import org.bilan.fitting.Proposal;

/** Which weights are proposed, and what is gained by them, as a person reads it. */
final class FitTable {

  private static final String INDENT = "  ";
  private static final int MOST_MISSING = 10;

  /**
   * What to do next, and with what.
   *
   * @param program how the program is called
   * @param rules the folder of the present rules
   * @param candidate the folder that was written
   * @param archives the files that were read
   */
  record Next(String program, String rules, String candidate, String archives) {}

  private final PrintStream out;
  private final AssessmentTable table;
  private final Words measures;
  private final TableWords words;

  FitTable(PrintStream out, Language language) {
    this.out = out;
    this.table = new AssessmentTable(out, language, "");
    this.measures = new Words(language);
    this.words = new TableWords("fit", language);
  }

  void print(Fitting fitting, Set<String> missing, long ungraded, Next next) {
    paragraph(measures.text("ruleset", fitting.ruleset().substring(0, 12)));
    paragraph(
        words.text(
            "claims",
            measures.number(fitting.claims()),
            measures.number(fitting.supported()),
            measures.number(fitting.claims() - fitting.supported())));
    String strength = String.format(words.locale(), "%s", fitting.strength());
    paragraph(words.text(fitting.settings().strength().isEmpty() ? "chosen" : "given", strength));
    paragraph(words.text("offset", decimal(fitting.offset())));
    rules(fitting.proposals());
    gain(words.text("all"), fitting.all());
    fitting
        .split()
        .forEach(
            (field, gains) ->
                gains.forEach(
                    (value, gain) ->
                        gain(Terminal.safe(field + " " + measures.value(value)), gain)));
    paragraph(words.text("gain.note", fitting.settings().folds(), fitting.settings().resamples()));
    if (!missing.isEmpty()) {
      line();
      paragraph(Terminal.safe(measures.named("missing", List.copyOf(missing), MOST_MISSING)));
    }
    if (ungraded > 0) {
      line();
      paragraph(measures.text("ungraded", measures.number(ungraded)));
    }
    next(fitting, next);
  }

  private String decimal(double decibans) {
    return String.format(words.locale(), "%+.1f", decibans);
  }

  private void paragraph(String text) {
    table.paragraph("", INDENT, text);
  }

  private void line() {
    out.println("─".repeat(AssessmentTable.WIDTH));
  }

  private void rules(List<Proposal> proposals) {
    line();
    paragraph(words.text("rules"));
    Columns columns = new Columns("lrlrrrrl");
    columns.row(
        words.text("rule"),
        words.text("present"),
        "",
        words.text("proposed"),
        words.text("folds"),
        words.text("fires"),
        words.text("counts"),
        words.text("held"));
    Stream.concat(
            proposals.stream().filter(Proposal::changes),
            proposals.stream().filter(each -> !each.changes()))
        .filter(each -> each.hold() != Proposal.Hold.NEVER_FIRES)
        .forEach(
            each ->
                columns.row(
                    each.rule(),
                    weight(each.present()),
                    each.changes() ? "→" : "",
                    each.changes() ? weight(each.proposed()) : "",
                    each.least() == each.most()
                        ? weight(each.least())
                        : words.text("range", weight(each.least()), weight(each.most())),
                    measures.number(each.fires()),
                    measures.number(each.counts()),
                    words.text("held." + each.hold().word())));
    columns.print(out, INDENT);
    List<String> silent =
        proposals.stream()
            .filter(each -> each.hold() == Proposal.Hold.NEVER_FIRES)
            .map(Proposal::rule)
            .toList();
    if (!silent.isEmpty()) {
      paragraph(words.text("silent", String.join(", ", silent)));
    }
  }

  private static String weight(int decibans) {
    return decibans == 0 ? "0" : String.format(Locale.ROOT, "%+d", decibans).replace('-', '−');
  }

  private void gain(String of, Gain gain) {
    line();
    paragraph(words.text("gain", of, measures.number(gain.claims())));
    Columns columns = new Columns("lrrrl");
    gain.measures()
        .forEach(
            (name, change) -> {
              if (change.rise().value().isPresent()) {
                columns.row(
                    words.knows("measure", name)
                        ? words.text("measure." + name)
                        : measures.measure(name),
                    measures.share(change.before().value().getAsDouble()),
                    "→ " + measures.share(change.after().value().getAsDouble()),
                    measures.signed(change.rise().value()),
                    measures.interval(change.rise()));
              }
            });
    columns.print(out, INDENT);
  }

  private void next(Fitting fitting, Next next) {
    line();
    String candidate = Terminal.safe(next.candidate());
    String rules = Terminal.safe(next.rules());
    long changed = fitting.proposals().stream().filter(Proposal::changes).count();
    if (changed == 0) {
      paragraph(words.text("same", candidate));
      return;
    }
    paragraph(words.text("written", candidate, measures.number(changed)));
    String program = next.program();
    out.println(INDENT + INDENT + program + " check --rules " + candidate);
    out.println(INDENT + INDENT + program + " diff --rules " + rules + " --rules " + candidate);
    out.println(
        INDENT
            + INDENT
            + "%s impact --base %s --rules %s --archive %s"
                .formatted(program, rules, candidate, Terminal.safe(next.archives())));
    paragraph(words.text("publish"));
  }
}
