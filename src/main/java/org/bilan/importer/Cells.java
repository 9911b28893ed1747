package org.bilan.importer;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bilan.dossier.Limits;
import org.bilan.dossier.Problem;

/** The cells of one row by the names of their columns, and what is found to be wrong with them. */
final class Cells {

  private static final int SHOWN = 80;

  private final Header header;
  private final List<String> values;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> notes = new ArrayList<>();

  Cells(Header header, List<String> values) {
    this.header = header;
    this.values = values;
  }

  /** What stands in the first of these columns that the table has; empty when nothing does. */
  Optional<String> text(String... columns) {
    for (String column : columns) {
      OptionalInt place = header.place(column);
      if (place.isPresent()) {
        String value = values.get(place.getAsInt()).strip();
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /** What must stand there. */
  Optional<String> required(String column, String expected) {
    Optional<String> value = text(column);
    if (value.isEmpty()) {
      problem("cell.empty", column, "nothing", expected, "Fill it in.");
    }
    return value;
  }

  /** How many people; empty when nothing stands there or -1, which is unknown. */
  OptionalInt people(String... columns) {
    Optional<String> value = text(columns);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      int people = new BigDecimal(value.get()).intValueExact();
      if (people >= -1 && people <= Limits.PEOPLE) {
        return people == -1 ? OptionalInt.empty() : OptionalInt.of(people);
      }
    } catch (NumberFormatException | ArithmeticException e) {
      // Told below.
    }
    problem(
        "value.not-whole",
        columns[0],
        value.get(),
        "a whole number from 0 to " + Limits.PEOPLE + ", or -1 for unknown",
        "Correct it, or leave it empty.");
    return OptionalInt.empty();
  }

  /** A coordinate; what is none is noted and left out. */
  Optional<BigDecimal> degrees(String column, int most) {
    return text(column)
        .flatMap(
            value -> {
              try {
                BigDecimal degrees = new BigDecimal(value);
                if (degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0) {
                  return Optional.of(degrees);
                }
              } catch (NumberFormatException e) {
                // Told below.
              }
              note(
                  "value.no-coordinate",
                  column,
                  value,
                  "degrees from -" + most + " to " + most,
                  "Left out.");
              return Optional.empty();
            });
  }

  /** A day in one of these forms, which may be followed by a time of day. */
  Optional<LocalDate> day(String column, String expected, DateTimeFormatter... forms) {
    Optional<String> value = text(column);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    String day = value.get().replaceFirst("[ T]\\d{2}:\\d{2}.*$", "");
    for (DateTimeFormatter form : forms) {
      try {
        return Optional.of(LocalDate.parse(day, form));
      } catch (DateTimeException e) {
        // Perhaps the next.
      }
    }
    problem("value.no-date", column, value.get(), expected, "Write it so.");
    return Optional.empty();
  }

  /** For that the row is not taken. */
  void problem(String code, String column, String found, String expected, String advice) {
    problems.add(new Problem(code, pointer(column), shorten(found, SHOWN), expected, advice));
  }

  /** The row is taken all the same; the last tells how. */
  void note(String code, String column, String found, String expected, String made) {
    notes.add(new Problem(code, pointer(column), shorten(found, SHOWN), expected, made));
  }

  private static String pointer(String column) {
    return column.isEmpty() ? "" : "/" + column.replace("~", "~0").replace("/", "~1");
  }

  List<Problem> problems() {
    return problems;
  }

  List<Problem> notes() {
    return notes;
  }

  /** At most so many characters; a cut shows. */
  static String shorten(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
