package org.bilan.sheet;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bilan.assessment.Language;
import org.bilan.ruleset.CardNumber;

/** The columns of the sheet, as they are written; read in any order. */
enum Column {
  RULE("rule", 36),
  NUMBER("number", 40),
  VALUE("value", 9),
  UNIT("unit", 22),
  LEAST("least", 9),
  MOST("most", 9),
  MEANING_EN("meaning (en)", 90),
  MEANING_FR("meaning (fr)", 90),
  /**
   * The revision that the sheet was made from. In each row, because a second sheet is lost when
   * Excel saves as .csv, and a line above the header when rows are sorted.
   */
  RULESET("ruleset", 70);

  private final String header;
  private final int width;

  Column(String header, int width) {
    this.header = header;
    this.width = width;
  }

  /** The column of a header; capitals and spaces around it do not count. */
  static Optional<Column> of(String header) {
    String plain = header.strip().toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(column -> column.header.equals(plain)).findFirst();
  }

  String header() {
    return header;
  }

  /** In characters. */
  int width() {
    return width;
  }

  boolean isNumeric() {
    return this == VALUE || this == LEAST || this == MOST;
  }

  /** What stands in the column, of a number. */
  String text(CardNumber number, String revision) {
    return switch (this) {
      case RULE -> number.rule();
      case NUMBER -> number.name();
      case VALUE -> String.valueOf(number.value());
      case UNIT -> number.unit();
      case LEAST -> String.valueOf(number.least());
      case MOST -> String.valueOf(number.most());
      case MEANING_EN -> number.meaning().getOrDefault(Language.EN, "");
      case MEANING_FR -> number.meaning().getOrDefault(Language.FR, "");
      case RULESET -> revision;
    };
  }
}
