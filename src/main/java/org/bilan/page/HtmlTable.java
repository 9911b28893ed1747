package org.bilan.page;

import java.util.List;

/** A table of a page. Its cells are HTML; its caption and the heads of its columns plain text. */
public final class HtmlTable {

  private final StringBuilder html = new StringBuilder("<table>\n");
  private final String sides;

  /**
   * A table without rows.
   *
   * @param sides a letter for each column: l at the left, r at the right, as numbers stand
   */
  public HtmlTable(String caption, String sides, List<String> heads) {
    this.sides = sides;
    html.append("<caption>").append(WebPage.escaped(caption)).append("</caption>\n<thead>\n<tr>");
    for (int i = 0; i < heads.size(); i++) {
      cell("th scope=\"col\"", i, WebPage.escaped(heads.get(i)));
    }
    html.append("</tr>\n</thead>\n<tbody>\n");
  }

  /** A row, the first cell of which says what it is about. */
  public void row(List<String> cells) {
    row(1, cells.get(0), cells.subList(1, cells.size()));
  }

  /** A row whose head is that of the next rows too, so many altogether. */
  public void row(int rows, String head, List<String> cells) {
    String span = rows == 1 ? "" : " rowspan=\"" + rows + "\"";
    html.append("<tr>");
    cell("th scope=\"" + (rows == 1 ? "row" : "rowgroup") + "\"" + span, 0, head);
    rest(cells);
  }

  /** A row that shares the head of a row before. */
  public void next(List<String> cells) {
    html.append("<tr>");
    rest(cells);
  }

  private void rest(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      cell("td", 1 + i, cells.get(i));
    }
    html.append("</tr>\n");
  }

  private void cell(String tag, int column, String content) {
    html.append('<').append(tag).append(sides.charAt(column) == 'r' ? " class=\"number\">" : ">");
    html.append(content).append("</").append(tag, 0, 2).append('>');
  }

  @Override
  public String toString() {
    return html + "</tbody>\n</table>\n";
  }
}
