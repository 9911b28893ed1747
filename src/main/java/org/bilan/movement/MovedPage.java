package org.bilan.movement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.dossier.Proposition;
import org.bilan.page.HtmlTable;
import org.bilan.page.WebPage;

/** What a run moved as a page that a person reads, prints and sends on. */
public final class MovedPage {

  private final Words words;
  private final RunFacts run;
  private final Moved moved;
  private final StringBuilder html = new StringBuilder();

  private MovedPage(RunFacts run, Moved moved, Language language) {
    this.words = new Words(language);
    this.run = run;
    this.moved = moved;
  }

  /** HTML, complete in itself: with nothing that runs, and nothing that is fetched. */
  public static String of(RunFacts run, Moved moved, Language language) {
    MovedPage page = new MovedPage(run, moved, language);
    page.write();
    return WebPage.of(language, page.words.text("title", run.run()), page.html.toString());
  }

  private void write() {
    heading("h1", words.text("title", run.run()));
    paragraph("lead");
    facts();
    numbers();
    if (moved.claims() + moved.compared() > 0) {
      heading("h2", words.text("grades"));
      grades();
      heading("h2", words.text("scores"));
      paragraph("scores.note");
      scores();
    }
    if (moved.changed() > 0) {
      changes();
      heading("h2", words.text("movers"));
      paragraph("movers.note", words.number(moved.movers().size()), number(moved.changed()));
      movers();
    }
    heading("h2", words.text("rules"));
    rules();
    html.append(new TollPart(words).of(moved));
  }

  private void heading(String tag, String text) {
    html.append('<').append(tag).append('>').append(WebPage.escaped(text));
    html.append("</").append(tag).append(">\n");
  }

  private void paragraph(String key, Object... values) {
    html.append("<p>").append(WebPage.escaped(words.text(key, values))).append("</p>\n");
  }

  private String number(long number) {
    return words.number(number);
  }

  /** What somebody wrote: it must not turn the text around it. */
  static String said(String text) {
    return "<bdi>" + WebPage.escaped(Shown.line(text)) + "</bdi>";
  }

  private void facts() {
    HtmlTable table = table("facts", "ll", "facts.what", "facts.is");
    fact(table, "run", said(run.run()));
    fact(table, "ruleset", said(run.ruleset()));
    run.before().ifPresent(before -> fact(table, "revision.before", code(before)));
    fact(table, "revision.after", code(run.after()));
    fact(table, "filter", run.filter().isEmpty() ? text("filter.all") : said(run.filter()));
    run.asOf().ifPresent(asOf -> fact(table, "as-of", words.time(asOf)));
    if (run.dryRun()) {
      fact(table, "dry-run", text("dry-run.is"));
    }
    fact(table, "who", said(run.who()));
    fact(table, "started", words.time(run.started()));
    fact(table, "ended", run.ended().map(words::time).orElse(text("ended.not")));
    html.append(table);
  }

  private void fact(HtmlTable table, String key, String is) {
    table.row(List.of(text(key), is));
  }

  private String text(String key, Object... values) {
    return WebPage.escaped(words.text(key, values));
  }

  private static String code(String text) {
    return "<code>" + WebPage.escaped(Shown.line(text)) + "</code>";
  }

  private HtmlTable table(String caption, String sides, String... heads) {
    return new HtmlTable(
        words.text(caption + ".caption"), sides, List.of(heads).stream().map(words::text).toList());
  }

  private void numbers() {
    HtmlTable table = table("numbers", "lr", "numbers.what", "numbers.count");
    count(table, "numbers.of", run.dossiers());
    count(table, "numbers.dossiers", moved.dossiers());
    count(table, "numbers.first", moved.first());
    count(table, "numbers.failed", moved.failed());
    moved
        .revisions()
        .forEach(
            (revision, many) ->
                table.row(List.of(text("numbers.stood") + " " + code(revision), number(many))));
    count(table, "numbers.claims", moved.claims());
    count(table, "numbers.came", moved.came());
    count(table, "numbers.went", moved.went());
    count(table, "numbers.compared", moved.compared());
    count(table, "numbers.changed", moved.changed());
    count(table, "numbers.regraded", moved.regraded());
    html.append(table);
  }

  private void count(HtmlTable table, String key, long many) {
    table.row(List.of(text(key), number(many)));
  }

  private void grades() {
    List<String> heads = new ArrayList<>(List.of(words.text("grades.before")));
    for (Grade after : Grade.values()) {
      heads.add(words.word("grade", after));
    }
    HtmlTable table =
        new HtmlTable(words.text("grades.caption"), "l" + "r".repeat(Grade.values().length), heads);
    for (Grade before : Grade.values()) {
      Map<Grade, Long> row = moved.grades().getOrDefault(before, Map.of());
      table.row(cells(WebPage.escaped(words.word("grade", before)), row, before));
    }
    table.row(cells(text("came"), moved.gradesCame(), null));
    html.append(table);
  }

  /** What stayed where it was is not stressed. */
  private List<String> cells(String head, Map<Grade, Long> claims, Grade before) {
    List<String> cells = new ArrayList<>(List.of(head));
    for (Grade after : Grade.values()) {
      long many = claims.getOrDefault(after, 0L);
      boolean moves = many > 0 && before != null && before != after;
      cells.add(moves ? "<strong>" + number(many) + "</strong>" : number(many));
    }
    return cells;
  }

  private void scores() {
    HtmlTable table = table("scores", "lrrrl", "score", "before", "after", "came", "bars");
    long most =
        moved.scores().stream()
            .mapToLong(b -> Math.max(b.before(), b.after() + b.came()))
            .max()
            .orElse(0);
    for (Moved.ScoreBin bin : moved.scores()) {
      table.row(
          List.of(
              bin.from() + "–" + bin.to(),
              number(bin.before()),
              number(bin.after()),
              number(bin.came()),
              Bars.of(most, bin.before(), bin.after() + bin.came())));
    }
    html.append(table);
  }

  /** From the farthest that any claim moved to the farthest of the other direction. */
  private void changes() {
    HtmlTable table = table("changes", "lrl", "change", "claims", "bars");
    List<Moved.ChangeBin> bins = moved.changes();
    int[] filled = IntStream.range(0, bins.size()).filter(i -> bins.get(i).claims() > 0).toArray();
    long most = bins.stream().mapToLong(Moved.ChangeBin::claims).max().orElse(0);
    for (Moved.ChangeBin bin : bins.subList(filled[0], filled[filled.length - 1] + 1)) {
      String from = words.signed(bin.from());
      String head =
          bin.from() == bin.to() ? from : words.text("range", from, words.signed(bin.to()));
      table.row(List.of(WebPage.escaped(head), number(bin.claims()), Bars.of(most, bin.claims())));
    }
    html.append(table);
  }

  private void movers() {
    HtmlTable table =
        table("movers", "lllll", "movers.claim", "score", "evidence", "grade", "movers.findings");
    for (Mover mover : moved.movers()) {
      String grade = WebPage.escaped(words.word("grade", mover.before().grade()));
      if (mover.before().grade() != mover.after().grade()) {
        grade += " → " + WebPage.escaped(words.word("grade", mover.after().grade()));
      }
      table.row(
          List.of(
              said(mover.incident()) + "<br/>" + said(mover.claim()),
              mover.before().score() + " → " + mover.after().score(),
              words.signed(mover.before().evidence())
                  + " → "
                  + words.signed(mover.after().evidence()),
              grade,
              findings(mover.findings())));
    }
    html.append(table);
  }

  /** Findings of one rule and weight on several propositions are one line. */
  private String findings(List<FindingMoved> findings) {
    Map<String, Set<Proposition>> lines = new LinkedHashMap<>();
    for (FindingMoved finding : findings) {
      String line =
          weight(finding.before()) + " → " + weight(finding.after()) + " " + code(finding.rule());
      lines
          .computeIfAbsent(line, l -> EnumSet.noneOf(Proposition.class))
          .add(finding.proposition());
    }
    return lines.isEmpty()
        ? text("movers.no-finding")
        : lines.entrySet().stream()
            .map(line -> "<li>" + line.getKey() + " " + on(line.getValue()) + "</li>")
            .collect(Collectors.joining("", "<ul>", "</ul>"));
  }

  private String on(Set<Proposition> propositions) {
    return WebPage.escaped(
        propositions.stream()
            .map(proposition -> words.word("proposition", proposition))
            .collect(Collectors.joining(", ", "(", ")")));
  }

  private String weight(Optional<Integer> weight) {
    return weight.map(words::signed).orElse("–");
  }

  private void rules() {
    list("rules.never", moved.never());
    list("rules.always", moved.always());
    HtmlTable table = table("rules", "lrrr", "rule", "before", "after", "came");
    for (Moved.RuleUse use : moved.rules()) {
      table.row(
          List.of(code(use.rule()), number(use.before()), number(use.after()), number(use.came())));
    }
    html.append(table);
  }

  private void list(String key, List<String> rules) {
    if (!rules.isEmpty()) {
      html.append("<p>").append(text(key, number(rules.size()))).append(' ');
      html.append(rules.stream().map(MovedPage::code).collect(Collectors.joining(", ")));
      html.append("</p>\n");
    }
  }
}
