package org.bilan.movement;

import java.util.List;
import org.bilan.page.WebPage;

/** A table of a page. Its cells are HTML; its caption and the heads of its columns plain text. */
final class HtmlTable {

  private final StringBuilder html = new StringBuilder("<table>\n");
  private final int numbers;

  /**
   * A table without rows.
   *
   * @param numbers the first column that stands at the right, as numbers do
   */
  HtmlTable(String caption, int numbers, List<String> heads) {
    this.numbers = numbers;
    html.append("<caption>").append(WebPage.escaped(caption)).append("</caption>\n<thead>\n<tr>");
    for (int i = 0; i < heads.size(); i++) {
      cell("th scope=\"col\"", i, WebPage.escaped(heads.get(i)));
    }
    html.append("</tr>\n</thead>\n<tbody>\n");
  }

  /** A row, the first cell of which says what it is about. */
  void row(List<String> cells) {
    row(1, cells);
  }

  /** As {@link #row(List)}; its first cell is that of the next rows too, so many altogether. */
  void row(int rows, List<String> cells) {
    String span = rows == 1 ? "" : " rowspan=\"" + rows + "\"";
    html.append("<tr>");
    cell("th scope=\"" + (rows == 1 ? "row" : "rowgroup") + "\"" + span, 0, cells.get(0));
    rest(1, cells.subList(1, cells.size()));
  }

  /** A row that shares the first cell of a row before. */
  void next(List<String> cells) {
    html.append("<tr>");
    rest(1, cells);
  }

  private void rest(int column, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      cell("td", column + i, cells.get(i));
    }
    html.append("</tr>\n");
  }

  private void cell(String tag, int column, String content) {
    html.append('<').append(tag).append(column >= numbers ? " class=\"number\">" : ">");
    html.append(content).append("</").append(tag, 0, 2).append('>');
  }

  @Override
  public String toString() {
    return html + "</tbody>\n</table>\n";
  }
}
