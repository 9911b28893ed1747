package org.bilan.movement;

import java.util.List;
import org.bilan.page.HtmlTable;
import org.bilan.page.WebPage;

/** The part of the page that adds up tolls. */
final class TollPart {

  private final Words words;
  private final StringBuilder html = new StringBuilder();

  TollPart(Words words) {
    this.words = words;
  }

  /** As HTML. */
  String of(Moved moved) {
    html.append("<h2>").append(text("tolls")).append("</h2>\n");
    for (String note : List.of("tolls.what", "tolls.compared", "tolls.apart")) {
      html.append("<p>").append(text(note)).append("</p>\n");
    }
    table("tolls.all", "incidents", List.of(moved.toll()));
    table("tolls.countries", "country", moved.countries());
    table("tolls.conflicts", "conflict", moved.conflicts());
    table("tolls.months", "month", moved.months());
    return html.toString();
  }

  private String text(String key, Object... values) {
    return WebPage.escaped(words.text(key, values));
  }

  private void table(String caption, String of, List<TollSums> tolls) {
    HtmlTable table =
        new HtmlTable(
            words.text(caption + ".caption"),
            "llrrrr",
            List.of(of, "people", "before", "after", "came", "with-toll").stream()
                .map(words::text)
                .toList());
    tolls.forEach(sums -> rows(table, sums));
    html.append(table);
  }

  private void rows(HtmlTable table, TollSums sums) {
    String head =
        name(sums)
            + "<br/><small>"
            + text("judged", words.number(sums.compared()), words.number(sums.came()))
            + "</small>";
    if (sums.lines().isEmpty()) {
      table.row(1, head, List.of(text("no-toll"), "", "", "", ""));
      return;
    }
    boolean first = true;
    for (TollSums.Line line : sums.lines()) {
      String people = text("people.of", words.word("harm", line.harm()), victims(line));
      List<String> cells =
          List.of(
              people,
              figure(line.before()),
              figure(line.after()),
              figure(line.came()),
              text(
                  "with-toll.of",
                  words.number(line.before().incidents()),
                  words.number(line.after().incidents()),
                  words.number(line.came().incidents())));
      if (first) {
        table.row(sums.lines().size(), head, cells);
      } else {
        table.next(cells);
      }
      first = false;
    }
  }

  private String victims(TollSums.Line line) {
    return words.word("victims", line.victims());
  }

  private String name(TollSums sums) {
    return sums.of() == TollSums.Of.NAMED
        ? MovedPage.said(sums.name())
        : WebPage.escaped(words.word("of", sums.of()));
  }

  /** The best figure, and from the lowest to the highest. */
  private String figure(TollSums.Sum sum) {
    return sum.incidents() == 0
        ? "–"
        : text(
            sum.open() == 0 ? "figure" : "figure.open",
            words.number(sum.best()),
            words.number(sum.low()),
            words.number(sum.highAtLeast()));
  }
}
