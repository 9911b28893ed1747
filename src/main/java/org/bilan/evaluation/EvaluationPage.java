package org.bilan.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.bilan.assessment.Finding;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.page.HtmlTable;
import org.bilan.page.WebPage;

/** An evaluation as a page that a person reads, prints and sends on. */
public final class EvaluationPage {

  /** Rules that are named in short. */
  private static final int FIRST = 3;

  private static final int MOST_MISSING = 50;

  /** What is less would be told as 0.000. */
  private static final double SEEN = 0.0005;

  /** Columns of a table that is to be read at once. */
  private static final int BRIEF = 4;

  /** Smaller gains than this are not drawn as if they were large. */
  private static final double LEAST_SCALE = 0.02;

  private final Evaluation evaluation;
  private final Words words;
  private final AgreementTables tables;
  private final StringBuilder html = new StringBuilder();

  private EvaluationPage(Evaluation evaluation, Language language) {
    this.evaluation = evaluation;
    this.words = new Words(language);
    this.tables = new AgreementTables(words);
  }

  /** HTML, complete in itself: with nothing that runs, and nothing that is fetched. */
  public static String of(Evaluation evaluation, Language language) {
    EvaluationPage page = new EvaluationPage(evaluation, language);
    page.write();
    return WebPage.of(language, page.words.text("title"), page.html.toString());
  }

  private void write() {
    heading("h1", words.text("title"));
    paragraph(
        words.text("lead", words.number(evaluation.all().claims()), evaluation.shortRevision()));
    paragraph(words.text("intervals", words.number(evaluation.resamples()), evaluation.seed()));
    paragraph(words.text("tuned"));
    heading("h2", words.text("short"));
    inShort();
    heading("h2", words.text("measures"));
    paragraph(words.text("measures.note"));
    html.append(tables.measures(words.text("all"), evaluation.all()));
    heading("h2", words.text("propositions"));
    paragraph(words.text("propositions.note"));
    html.append(tables.propositions(words.text("all"), evaluation.all()));
    heading("h2", words.text("evidence"));
    paragraph(words.text("evidence.note"));
    evidence();
    heading("h2", words.text("forecasts"));
    paragraph(words.text("forecasts.note"));
    html.append(tables.forecasts(evaluation.all()));
    heading("h2", words.text("reliability"));
    paragraph(words.text("reliability.note"));
    html.append(tables.reliability(evaluation.all()));
    evaluation
        .split()
        .forEach(
            (field, groups) -> {
              heading("h2", words.text("split", field));
              html.append(tables.groups(field, groups));
              groups.forEach(this::group);
            });
    heading("h2", words.text("rules.short"));
    paragraph(words.text("rules.note"));
    rules();
    heading("h2", words.text("misjudged"));
    misjudged();
    leftOut();
  }

  private void group(String value, Agreement agreement) {
    String of = words.value(value);
    html.append(tables.measures(of, agreement));
    html.append(tables.propositions(of, agreement));
  }

  private void heading(String tag, String text) {
    html.append('<').append(tag).append('>').append(WebPage.escaped(text));
    html.append("</").append(tag).append(">\n");
  }

  private void paragraph(String text) {
    html.append("<p>").append(WebPage.escaped(text)).append("</p>\n");
  }

  /** What somebody wrote: it must not turn the text around it. */
  private static String said(String text) {
    return "<bdi>" + WebPage.escaped(text) + "</bdi>";
  }

  private void inShort() {
    html.append(tables.key(evaluation.all()));
    List<RuleAccount> helping =
        evaluation.rules().stream().filter(rule -> rule.gain() >= SEEN).limit(FIRST).toList();
    if (helping.isEmpty()) {
      paragraph(words.text("short.none"));
    } else {
      html.append(gains(words.text("short.most"), helping, false));
    }
    List<RuleAccount> hindering =
        evaluation.rules().stream()
            .filter(rule -> rule.gain() <= -SEEN)
            .sorted(Comparator.comparingDouble(RuleAccount::gain))
            .limit(FIRST)
            .toList();
    if (!hindering.isEmpty()) {
      html.append(gains(words.text("short.least"), hindering, false));
    }
    html.append("<p><a href=\"#idle\">");
    html.append(
        WebPage.escaped(
            words.text(
                "short.idle",
                words.number(evaluation.rules().stream().filter(RuleAccount::idle).count()),
                words.number(evaluation.rules().size()))));
    html.append("</a></p>\n");
    HtmlTable worst =
        new HtmlTable(
            words.text("misjudged"),
            "lllr",
            List.of(
                words.text("incident"),
                words.text("people"),
                words.text("machine"),
                words.text("score")));
    for (int i = 0; i < Math.min(FIRST, evaluation.misjudged().size()); i++) {
      GradedClaim claim = evaluation.misjudged().get(i).claim();
      worst.row(
          List.of(
              "<a href=\"#m%d\">%s</a>".formatted(i, said(claim.incident())),
              WebPage.escaped(words.grade(claim.people())),
              WebPage.escaped(words.grade(claim.machine())),
              words.number(claim.score())));
    }
    html.append(worst);
  }

  /** What rules are worth, drawn to one scale on the whole page. */
  private HtmlTable gains(String caption, List<RuleAccount> rules, boolean whole) {
    List<String> heads =
        List.of(
            words.text("rule"),
            words.text("gain"),
            words.text("gain.plot"),
            words.text("interval.head"),
            words.text("moves"),
            words.text("fires"));
    int columns = whole ? heads.size() : BRIEF;
    HtmlTable table = new HtmlTable(caption, "lrlrrl", heads.subList(0, columns));
    double most = evaluation.rules().stream().mapToDouble(r -> Math.abs(r.gain())).max().orElse(0);
    double end = Math.max(LEAST_SCALE, most * 1.6);
    for (RuleAccount rule : rules) {
      Bootstrap.Estimate gain = rule.supported();
      List<String> row =
          List.of(
              "<code>" + WebPage.escaped(rule.rule()) + "</code>",
              words.signed(gain.value()),
              Plots.whisker(gain, -end, end, 0),
              words.interval(gain),
              words.number(rule.moves()),
              WebPage.escaped(words.fires(rule)));
      table.row(row.subList(0, columns));
    }
    return table;
  }

  private void evidence() {
    Map<Grade, SortedMap<Integer, Long>> all = evaluation.evidence();
    int least = all.values().stream().mapToInt(SortedMap::firstKey).min().orElse(0);
    int most = all.values().stream().mapToInt(SortedMap::lastKey).max().orElse(0);
    HtmlTable table =
        new HtmlTable(
            words.text("evidence"),
            "lrl",
            List.of(words.text("people"), words.text("claims"), words.text("evidence.head")));
    all.forEach(
        (grade, claims) ->
            table.row(
                List.of(
                    WebPage.escaped(words.grade(grade)),
                    words.number(claims.values().stream().mapToLong(Long::longValue).sum()),
                    Plots.bars(claims, least, most))));
    html.append(table);
  }

  private void rules() {
    html.append(
        gains(
            words.text("rules.short"),
            evaluation.rules().stream().filter(rule -> !rule.idle()).toList(),
            true));
    html.append("<h3 id=\"idle\">").append(WebPage.escaped(words.text("rules.idle")));
    html.append("</h3>\n");
    idle("idle.fire", rule -> !rule.fires().isEmpty());
    idle("idle.never", rule -> rule.fires().isEmpty());
  }

  private void idle(String key, Predicate<RuleAccount> which) {
    List<String> rules =
        evaluation.rules().stream()
            .filter(RuleAccount::idle)
            .filter(which)
            .map(rule -> "<code>" + WebPage.escaped(rule.rule()) + "</code>")
            .toList();
    if (!rules.isEmpty()) {
      html.append("<p>").append(WebPage.escaped(words.text(key, words.number(rules.size()))));
      html.append(' ').append(String.join(" ", rules)).append("</p>\n");
    }
  }

  private void misjudged() {
    for (int i = 0; i < evaluation.misjudged().size(); i++) {
      GradedClaim claim = evaluation.misjudged().get(i).claim();
      html.append("<h3 id=\"m")
          .append(i)
          .append("\">")
          .append(said(claim.incident()))
          .append(" · ");
      html.append(said(claim.claim())).append("</h3>\n");
      paragraph(
          words.text(
              "misjudged.is",
              words.grade(claim.people()),
              words.grade(claim.machine()),
              claim.score(),
              claim.evidence()));
      html.append("<ul>\n");
      for (Finding finding : claim.findings()) {
        html.append("<li>");
        html.append(WebPage.escaped("%+d ".formatted(finding.weight())));
        html.append(said(finding.because().text())).append(" <code>");
        html.append(WebPage.escaped(finding.rule())).append("</code></li>\n");
      }
      html.append("</ul>\n");
    }
  }

  private void leftOut() {
    if (!evaluation.missing().isEmpty()) {
      paragraph(words.named("missing", evaluation.missing(), MOST_MISSING));
    }
    if (!evaluation.failed().isEmpty()) {
      paragraph(words.named("failed", evaluation.failed(), MOST_MISSING));
    }
    if (evaluation.ungraded() > 0) {
      paragraph(words.text("ungraded", words.number(evaluation.ungraded())));
    }
  }
}
