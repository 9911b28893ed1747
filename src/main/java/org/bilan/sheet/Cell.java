package org.bilan.sheet;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * One cell of a sheet.
 *
 * @param text as the file holds it, cut when it is longer than any text of ours
 */
record Cell(Kind kind, String text) {

  enum Kind {
    EMPTY("nothing"),
    TEXT("the text"),
    NUMBER("the number"),
    PERCENT("the percentage"),
    DATE("the date"),
    BOOLEAN("the truth value"),
    ERROR("the error"),
    FORMULA("the formula");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  static final Cell NONE = new Cell(Kind.EMPTY, "");

  /** Some ten times the longest meaning: one text can stand in thousands of cells. */
  private static final int LONGEST = 4_000;

  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");

  /** Written so by programs for whole numbers too ({@code 1.2E1}). */
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{1,18})?([eE][+-]?[0-9]{1,2})?");

  Cell {
    text = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    kind = kind != Kind.FORMULA && isBlank(text) ? Kind.EMPTY : kind;
  }

  boolean isEmpty() {
    return kind == Kind.EMPTY;
  }

  boolean isFormula() {
    return kind == Kind.FORMULA;
  }

  /** Also of spaces that do not break, which Java does not count as such. */
  private static boolean isBlank(String text) {
    return text.chars().allMatch(c -> Character.isWhitespace(c) || c == '\u00A0');
  }

  /** Without spaces around it; line breaks and runs of spaces, which programs change, are one. */
  String plain() {
    return plain(text);
  }

  static String plain(String text) {
    return text.replaceAll("[\\s\\u00A0]+", " ").strip();
  }

  /** The whole number that it is, also when a program has kept it as text. */
  OptionalLong whole() {
    String digits = plain();
    if (kind == Kind.NUMBER && DECIMAL.matcher(digits).matches()) {
      try {
        return OptionalLong.of(new BigDecimal(digits).longValueExact());
      } catch (ArithmeticException e) {
        return OptionalLong.empty();
      }
    }
    return kind == Kind.TEXT && WHOLE.matcher(digits).matches()
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }

  /** For people. */
  String described() {
    return isEmpty() ? kind.words : kind.words + " " + plain();
  }
}
