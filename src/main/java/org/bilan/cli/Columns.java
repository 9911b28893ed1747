package org.bilan.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Rows whose cells stand below each other: texts at the left of their column, numbers right. */
final class Columns {

  private static final String GAP = "  ";

  private final String sides;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Columns without rows.
   *
   * @param sides a letter for each column: l at the left, r at the right
   */
  Columns(String sides) {
    this.sides = sides;
  }

  /** As many cells as there are columns. */
  void row(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  void row(String... cells) {
    row(List.of(cells));
  }

  /** Prints each row on a line. */
  void print(PrintStream out, String indent) {
    int[] widths = new int[sides.length()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int i = 0; i < widths.length; i++) {
        String blank = " ".repeat(widths[i] - width(row.get(i)));
        boolean right = sides.charAt(i) == 'r';
        line.append(i == 0 ? "" : GAP).append(right ? blank + row.get(i) : row.get(i) + blank);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  /** In characters, some of which Java counts twice. */
  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
