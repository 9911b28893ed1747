package org.bilan.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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
    String of = value.isEmpty() ? words.text("unknown") : value;
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
    html.append("<ul>\n");
    List<RuleAccount> helping =
        evaluation.rules().stream().filter(rule -> rule.gain() > 0).limit(FIRST).toList();
    item(helping.isEmpty() ? words.text("short.none") : words.text("short.most", names(helping)));
    List<RuleAccount> hindering = new ArrayList<>(evaluation.rules());
    hindering.sort(Comparator.comparingDouble(RuleAccount::gain));
    hindering.removeIf(rule -> rule.gain() >= 0);
    if (!hindering.isEmpty()) {
      item(
          words.text(
              "short.least", names(hindering.subList(0, Math.min(FIRST, hindering.size())))));
    }
    item(
        words.text(
            "short.idle",
            words.number(evaluation.rules().stream().filter(RuleAccount::idle).count()),
            words.number(evaluation.rules().size())));
    if (!evaluation.misjudged().isEmpty()) {
      Misjudged worst = evaluation.misjudged().get(0);
      item(
          words.text(
              "short.worst",
              worst.claim().incident(),
              words.grade(worst.claim().people()),
              worst.claim().score()));
    }
    html.append("</ul>\n");
  }

  private String names(List<RuleAccount> rules) {
    return String.join(
        ", ",
        rules.stream()
            .map(r -> r.rule() + " (" + words.signed(r.supported().value()) + ")")
            .toList());
  }

  private void item(String text) {
    html.append("<li>").append(WebPage.escaped(text)).append("</li>\n");
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
    List<String> idle = new ArrayList<>();
    double most = evaluation.rules().stream().mapToDouble(r -> Math.abs(r.gain())).max().orElse(0);
    double end = Math.max(0.02, most * 1.6);
    HtmlTable table =
        new HtmlTable(
            words.text("rules.short"),
            "llrrrl",
            List.of(
                words.text("rule"),
                words.text("plot"),
                words.text("gain"),
                words.text("interval.head"),
                words.text("moves"),
                words.text("fires")));
    for (RuleAccount rule : evaluation.rules()) {
      Bootstrap.Estimate gain = rule.supported();
      if (rule.idle()) {
        idle.add(rule.rule());
      } else {
        table.row(
            List.of(
                "<code>" + WebPage.escaped(rule.rule()) + "</code>",
                Plots.whisker(gain, -end, end, 0),
                words.signed(gain.value()),
                words.interval(gain),
                words.number(rule.moves()),
                WebPage.escaped(words.fires(rule))));
      }
    }
    html.append(table);
    if (!idle.isEmpty()) {
      paragraph(words.text("idle", String.join(", ", idle)));
    }
  }

  private void misjudged() {
    for (Misjudged each : evaluation.misjudged()) {
      GradedClaim claim = each.claim();
      html.append("<h3>").append(said(claim.incident())).append(" · ");
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
      paragraph(words.missing(evaluation, MOST_MISSING));
    }
    if (evaluation.ungraded() > 0) {
      paragraph(words.text("ungraded", words.number(evaluation.ungraded())));
    }
  }
}
