package org.bilan.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bilan.assessment.ClaimChange;
import org.bilan.assessment.ClaimChange.Present;
import org.bilan.assessment.ClaimChange.Standing;
import org.bilan.assessment.Comparison;
import org.bilan.assessment.Finding;
import org.bilan.assessment.FindingChanges.MovedFinding;
import org.bilan.assessment.Language;
import org.bilan.assessment.Origin;
import org.bilan.assessment.Toll;
import org.bilan.assessment.TollChange;
import org.bilan.assessment.Unjudged;
import org.bilan.dossier.Proposition;

/** What changed between two moments, as a person reads it: below the table of the later one. */
final class ChangeTable {

  private final PrintStream out;
  private final AssessmentTable table;
  private final TableWords words;

  ChangeTable(PrintStream out, AssessmentTable table, Language language) {
    this.out = out;
    this.table = table;
    this.words = new TableWords("changes", language);
  }

  void print(Comparison comparison) {
    out.println("─".repeat(AssessmentTable.WIDTH));
    out.println(
        words.text("head", time(comparison.before().asOf()), time(comparison.after().asOf())));
    if (!comparison.changed()) {
      out.println("  " + words.text("nothing"));
    }
    comparison.claims().stream().filter(ClaimChange::changed).forEach(this::claim);
    comparison.toll().stream().filter(TollChange::changed).forEach(toll -> toll("  ", toll));
    out.println();
  }

  private static String time(Instant moment) {
    return AssessmentTable.TIME.format(moment);
  }

  private void claim(ClaimChange claim) {
    String scores =
        claim.before().equals(claim.after())
            ? words.text("same-score", standing(claim.after()))
            : standing(claim.before()) + " → " + standing(claim.after());
    String present = claim.present() == Present.BOTH ? "" : word("present", claim.present().word());
    out.println("  " + Terminal.safe(claim.claim()) + ": " + scores + present);
    findings("came", claim.findings().came());
    findings("went", claim.findings().went());
    moved(claim.findings().moved());
    claim.origins().came().forEach(origin -> origin("origin-came", origin));
    claim.origins().went().forEach(origin -> origin("origin-went", origin));
    claim.origins().moved().forEach(moved -> origin("origin-moved", moved.after()));
    if (claim.present() != Present.BOTH) {
      return;
    }
    unjudged("judged-no-more", claim.unjudged().came(), claim.unjudged().went());
    unjudged("judged-now", claim.unjudged().went(), claim.unjudged().came());
  }

  private String standing(Optional<Standing> standing) {
    return standing
        .map(
            s ->
                "%d/100 (%s) %s %s"
                    .formatted(
                        s.score(),
                        AssessmentTable.signed(s.evidence()),
                        table.text("grade." + s.grade().word()),
                        s.admiralty().reliability().word() + s.admiralty().credibility()))
        .orElse("–");
  }

  private void findings(String kind, List<Finding> findings) {
    Map<String, Set<Proposition>> propositions = new LinkedHashMap<>();
    Map<String, Finding> first = new LinkedHashMap<>();
    for (Finding finding : findings) {
      note(propositions, first, finding, finding, finding.because().text());
    }
    first.forEach(
        (key, finding) ->
            line(
                kind,
                AssessmentTable.signed(finding.weight()),
                propositions.get(key),
                finding.because().text(),
                finding.rule()));
  }

  private void moved(List<MovedFinding> moved) {
    Map<String, Set<Proposition>> propositions = new LinkedHashMap<>();
    Map<String, MovedFinding> first = new LinkedHashMap<>();
    for (MovedFinding finding : moved) {
      note(propositions, first, finding, finding.after(), reason(finding));
    }
    first.forEach(
        (key, finding) ->
            line("moved", weights(finding), propositions.get(key), reason(finding), rule(finding)));
  }

  /** As in the table, findings of one rule and reason on several propositions are one line. */
  private static <T> void note(
      Map<String, Set<Proposition>> propositions,
      Map<String, T> first,
      T value,
      Finding finding,
      String reason) {
    String key = finding.rule() + "\n" + reason;
    first.putIfAbsent(key, value);
    propositions
        .computeIfAbsent(key, k -> EnumSet.noneOf(Proposition.class))
        .add(finding.proposition());
  }

  private static String rule(MovedFinding finding) {
    return finding.after().rule();
  }

  private static String weights(MovedFinding finding) {
    String before = AssessmentTable.signed(finding.before().weight());
    String after = AssessmentTable.signed(finding.after().weight());
    return before.equals(after) ? after : before + " → " + after;
  }

  private String reason(MovedFinding finding) {
    String before = finding.before().because().text();
    String after = finding.after().because().text();
    return before.equals(after)
        ? words.text("other-facts", after, String.join(", ", finding.after().facts()))
        : words.text("other-reason", after, before);
  }

  private void line(
      String kind, String weight, Set<Proposition> propositions, String reason, String rule) {
    table.paragraph(
        "    %-6s %3s %s ".formatted(words.text(kind), weight, table.letters(propositions)),
        "             ",
        Terminal.safe(reason + " [" + rule + "]"));
  }

  private void origin(String kind, Origin origin) {
    table.paragraph(
        "    ",
        "      ",
        words.text(
            kind, String.join(", ", origin.reports().stream().map(Terminal::safe).toList())));
  }

  /**
   * Rules that one side alone could not judge; those that lack other fields than before are not.
   */
  private void unjudged(String kind, List<Unjudged> some, List<Unjudged> others) {
    List<String> rules =
        some.stream()
            .map(Unjudged::rule)
            .filter(rule -> others.stream().noneMatch(other -> other.rule().equals(rule)))
            .toList();
    if (!rules.isEmpty()) {
      table.paragraph("    ", "      ", words.text(kind, String.join(", ", rules)));
    }
  }

  /** One line. */
  void toll(String indent, TollChange toll) {
    out.println(
        indent
            + words.text(
                "toll",
                table.text("harm." + toll.harm().word()),
                table.text("victims." + toll.victims().word()),
                range(toll.before()),
                range(toll.after())));
  }

  private String range(Optional<Toll> toll) {
    return toll.map(
            t ->
                words.text(
                    "range",
                    t.low(),
                    t.best(),
                    t.high().isPresent()
                        ? String.valueOf(t.high().getAsInt())
                        : table.text("open")))
        .orElse("–");
  }

  private String word(String kind, String word) {
    return " (" + words.text(kind + "." + word) + ")";
  }
}
