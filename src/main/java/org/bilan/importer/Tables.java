package org.bilan.importer;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bilan.dossier.Problem;

/** Tells what a table is by its first line: its separator, and what its columns mean. */
final class Tables {

  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  /** A line by which Excel is told the separator, and shows as no row. */
  private static final Pattern TELLS = Pattern.compile("\"?sep=([^\"])\"?[,;\t]*\r?\n?");

  private static final List<String> JSON = List.of(".jsonl", ".ndjson", ".json");

  /** Fewer columns than these may be a sentence with commas. */
  private static final int FEWEST = 4;

  private Tables() {}

  /**
   * Whether a file is no JSON but a table, by its first line or its name.
   *
   * @param mapped whether there is a mapping, which only tables need
   */
  static boolean is(String head, String file, boolean mapped) {
    String start = head.replace("\uFEFF", "").stripLeading();
    if (start.isEmpty() || start.startsWith("{") || start.startsWith("[")) {
      return false;
    }
    String name = Packing.bare(file).toLowerCase(Locale.ROOT);
    String first = start.lines().findFirst().orElse("");
    // JSON whose first line is broken: the others are not.
    if (JSON.stream().anyMatch(name::endsWith) || !mapped && first.contains("\":")) {
      return false;
    }
    return mapped
        || name.endsWith(".csv")
        || name.endsWith(".tsv")
        || TELLS.matcher(first).matches()
        || columns(first, separator(first)) >= FEWEST;
  }

  /** The rows of a table. */
  static Rows rows(String file, Line.Reader in, Reading reading) throws IOException {
    Line first = notBlank(in);
    if (first == null) {
      return one(in, null);
    }
    Optional<Character> told = reading.mapping().flatMap(Mapping::separator);
    Matcher tells = TELLS.matcher(CsvLine.text(first.bytes()).replace("\uFEFF", ""));
    if (tells.matches()) {
      told = told.or(() -> Optional.of(tells.group(1).charAt(0)));
      first = notBlank(in);
      if (first == null) {
        return one(in, null);
      }
    }
    String names = CsvLine.text(first.bytes()).replace("\uFEFF", "");
    CsvLine cells = new CsvLine(told.orElseGet(() -> separator(names)));
    Header header;
    try {
      header = new Header(cells.of(names));
    } catch (IOException e) {
      return one(in, refused(file, first, "csv.quotes", names, "a header", "Correct its quotes."));
    }
    List<Problem> unmapped =
        reading.mapping().map(mapping -> mapping.missing(header)).orElse(List.of());
    if (!unmapped.isEmpty()) {
      return one(in, new Row(file, first.number(), 0, () -> new Outcome.Refused("", unmapped)));
    }
    Optional<Form> form = form(header, reading);
    return form.isPresent()
        ? new CsvRows(file, in, cells, header, form.get())
        : one(
            in,
            refused(
                file,
                first,
                "table.unknown",
                names.strip(),
                "the columns of UCDP GED or of ACLED" + missing(header, reading),
                "Explain the columns with --mapping: see bilan import --help."));
  }

  private static String missing(Header header, Reading reading) {
    return reading.format() == Format.GED || reading.format() == Format.AUTO
        ? " (of GED's, missing: " + String.join(", ", GedForm.missing(header)) + ")"
        : "";
  }

  private static Optional<Form> form(Header header, Reading reading) {
    return switch (reading.format()) {
      case GED -> Optional.<Form>of(new GedForm()).filter(form -> GedForm.is(header));
      case ACLED -> Optional.<Form>of(new AcledForm()).filter(form -> AcledForm.is(header));
      default ->
          reading
              .mapping()
              .<Form>map(MappedForm::new)
              .or(() -> Optional.<Form>of(new GedForm()).filter(form -> GedForm.is(header)))
              .or(() -> Optional.<Form>of(new AcledForm()).filter(form -> AcledForm.is(header)));
    };
  }

  private static Row refused(
      String file, Line line, String code, String found, String expected, String advice) {
    return new Row(
        file,
        line.number(),
        0,
        () -> Outcome.Refused.of(code, Cells.shorten(found, 200), expected, advice));
  }

  /** One row, or none where it is null. */
  private static Rows one(Line.Reader in, Row row) {
    return new Rows() {
      private Row next = row;

      @Override
      public Row next() {
        Row given = next;
        next = null;
        return given;
      }

      @Override
      public void close() throws IOException {
        in.close();
      }
    };
  }

  private static Line notBlank(Line.Reader in) throws IOException {
    Line line = in.next();
    while (line != null && line.blank()) {
      line = in.next();
    }
    return line;
  }

  /** The one by which the header has most columns. */
  private static char separator(String header) {
    return SEPARATORS.stream()
        .max(Comparator.comparingInt((Character separator) -> columns(header, separator)))
        .orElseThrow();
  }

  private static int columns(String header, char separator) {
    return (int) header.chars().filter(c -> c == separator).count() + 1;
  }
}
