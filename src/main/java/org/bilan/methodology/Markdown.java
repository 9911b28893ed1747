package org.bilan.methodology;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Markdown (CommonMark with the tables of GitHub) as it is written. What is given to it is
 * Markdown: texts that come from files go through {@link #text} first.
 */
final class Markdown {

  /** All that can begin something within a line, or end a heading. */
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>|~&$#]");

  /** Where a list or a rule would begin at the start of a line. */
  private static final Pattern START = Pattern.compile("^(\\d{1,9}(?=[.)])|(?=[+=-]))");

  /** White space, what steers a terminal, and what turns the direction of a text around. */
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cc}\\p{Zl}\\p{Zp}\\p{Zs}]+");

  private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

  private final StringBuilder written = new StringBuilder();

  /** A text of one line, of which nothing is Markdown any more. */
  static String text(String raw) {
    return START.matcher(within(line(raw))).replaceFirst("$1\\\\");
  }

  /** A part of a line, of which nothing is Markdown any more. */
  static String within(String part) {
    return SPECIAL.matcher(part).replaceAll("\\\\$0");
  }

  /** As {@link #text}, and shown as what a machine reads. */
  static String code(String raw) {
    String line = line(raw);
    if (line.isEmpty()) {
      return "";
    }
    String fence = "`";
    while (line.contains(fence)) {
      fence += "`";
    }
    String pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return fence + pad + line + pad + fence;
  }

  /** The text as it is read: in one line, without what cannot be seen. */
  static String line(String raw) {
    return BLANK.matcher(TURNING.matcher(raw).replaceAll("")).replaceAll(" ").strip();
  }

  /** A link to a heading of the page. */
  static String link(String markdown, String anchor) {
    return "[" + markdown + "](#" + anchor + ")";
  }

  /**
   * A heading, and a blank line.
   *
   * @param level 1 to 6
   */
  void heading(int level, String markdown) {
    paragraph("#".repeat(level) + " " + markdown);
  }

  void paragraph(String markdown) {
    written.append(markdown).append("\n\n");
  }

  void list(List<String> items) {
    items.forEach(item -> written.append("- ").append(item).append('\n'));
    written.append('\n');
  }

  void numbered(List<String> items) {
    for (int i = 0; i < items.size(); i++) {
      written.append(i + 1).append(". ").append(items.get(i)).append('\n');
    }
    written.append('\n');
  }

  /**
   * A table, of which the first column names what its row is about.
   *
   * @param head titles of the columns; one that begins with {@code >} stands over numbers
   */
  void table(List<String> head, List<List<String>> rows) {
    row(head.stream().map(title -> number(title) ? title.substring(1) : title).toList());
    row(head.stream().map(title -> number(title) ? "---:" : "---").toList());
    rows.forEach(this::row);
    written.append('\n');
  }

  private static boolean number(String title) {
    return title.startsWith(">");
  }

  private void row(List<String> cells) {
    written.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** All that was written; ends with one line break. */
  @Override
  public String toString() {
    return written.toString().stripTrailing() + "\n";
  }
}
