package org.bilan.sheet;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bilan.dossier.Suggestion;
import org.bilan.ruleset.CardNumbers;

/** Reads an edited sheet back: which numbers have another value, or all that is wrong with it. */
public final class SheetReader {

  private static final String ANEW = "Fetch the sheet anew, and change values only.";

  private final Table table;
  private final SheetProblems problems = new SheetProblems();

  private SheetReader(Table table) {
    this.table = table;
  }

  /**
   * Reads a sheet.
   *
   * @param file an .xlsx or a .csv, by its content
   * @param current what it is compared to, whatever revision it was made from
   * @throws InvalidSheet with all its problems
   */
  public static Edited read(byte[] file, CardNumbers current) throws InvalidSheet {
    return read(file, any -> Optional.of(current));
  }

  /**
   * Reads a sheet, and compares it to the revision that it was made from: so it undoes nothing that
   * others have changed since.
   *
   * @param numbers of a revision, if it is known
   * @throws InvalidSheet with all its problems
   */
  public static Edited read(byte[] file, Function<String, Optional<CardNumbers>> numbers)
      throws InvalidSheet {
    SheetReader reader = new SheetReader(ours(SheetFile.read(file)));
    return reader.read(numbers);
  }

  /** The sheet with the numbers. What others hold would be lost, which is told. */
  private static Table ours(List<Table> tables) throws InvalidSheet {
    SheetProblems problems = new SheetProblems();
    Table ours =
        tables.stream()
            .filter(
                table ->
                    table.name().equals(CardSheet.NAME)
                        || table.name().equals(CsvReader.NAME) && tables.size() == 1)
            .findFirst()
            .orElse(null);
    if (ours == null) {
      problems.add(
          () ->
              new SheetProblem(
                  "sheet.missing",
                  "",
                  0,
                  "",
                  "",
                  tables.isEmpty()
                      ? "no sheet"
                      : String.join(", ", tables.stream().map(Table::name).toList()),
                  "a sheet " + CardSheet.NAME,
                  "Give the sheet with the numbers its name back."));
    }
    for (Table table : tables) {
      if (ours != null && table != ours && !table.isEmpty()) {
        problems.add(
            () ->
                new SheetProblem(
                    "sheet.unknown",
                    table.name(),
                    0,
                    "",
                    "",
                    "another sheet that holds something",
                    "the sheet " + CardSheet.NAME + " alone",
                    "Remove it: nothing in it would be read."));
      }
    }
    problems.refuseIfAny();
    return ours;
  }

  private Edited read(Function<String, Optional<CardNumbers>> numbers) throws InvalidSheet {
    if (table.isEmpty()) {
      problems.add(() -> whole("sheet.empty", "nothing", "a row of headers"));
    }
    problems.refuseIfAny();
    int first = table.rows().firstKey();
    Map<Column, Integer> columns = columns(first, table.rows().get(first));
    tellFormulas(columns);
    SortedMap<Integer, SortedMap<Integer, Cell>> rows = table.rows().tailMap(first + 1);
    String revision = revision(rows, columns.get(Column.RULESET));
    boolean told = problems.none();
    CardNumbers base = numbers.apply(revision).orElse(null);
    if (base == null && told) {
      problems.add(
          () ->
              whole("revision.unknown", revision, "a revision of the ruleset that Bilan has kept"));
    }
    List<Column> needed = List.of(Column.RULE, Column.NUMBER, Column.VALUE);
    if (base == null || !columns.keySet().containsAll(needed)) {
      problems.refuseIfAny();
    }
    RowReader reader = new RowReader(table.name(), columns, base, problems);
    rows.forEach(reader::read);
    reader.tellMissing();
    problems.refuseIfAny();
    return new Edited(revision, reader.changes());
  }

  private SheetProblem whole(String code, String found, String expected) {
    return new SheetProblem(code, table.name(), 0, "", "", found, expected, ANEW);
  }

  /** Which column is where. */
  private Map<Column, Integer> columns(int row, SortedMap<Integer, Cell> headers) {
    Map<Column, Integer> columns = new EnumMap<>(Column.class);
    for (int position : used()) {
      Cell header = Table.cell(headers, position);
      Optional<Column> column = header.isFormula() ? Optional.empty() : Column.of(header.plain());
      if (column.isEmpty()) {
        List<String> known = Stream.of(Column.values()).map(Column::header).toList();
        problems.add(
            () ->
                new SheetProblem(
                    "column.unknown",
                    table.name(),
                    row + 1,
                    "",
                    Table.address(row, position),
                    header.isEmpty() ? "a column without a header" : header.plain(),
                    String.join(", ", known),
                    Suggestion.advice(
                        header.plain(), known, "Remove the column: nothing in it would be read.")));
      } else if (column.isPresent() && columns.putIfAbsent(column.get(), position) != null) {
        problems.add(
            () ->
                new SheetProblem(
                    "column.twice",
                    table.name(),
                    row + 1,
                    column.get().header(),
                    Table.address(row, position),
                    "a second column " + column.get().header(),
                    "one",
                    "Remove one of them."));
      }
    }
    for (Column column : Column.values()) {
      if (!columns.containsKey(column)) {
        problems.add(
            () ->
                new SheetProblem(
                    column == Column.RULESET ? "revision.missing" : "column.missing",
                    table.name(),
                    row + 1,
                    column.header(),
                    "",
                    "no column " + column.header(),
                    "one",
                    ANEW));
      }
    }
    return columns;
  }

  /** In any cell, also where nothing is read. */
  private void tellFormulas(Map<Column, Integer> columns) {
    Map<Integer, String> headers = new HashMap<>();
    columns.forEach((column, position) -> headers.put(position, column.header()));
    table
        .rows()
        .forEach(
            (row, cells) ->
                cells.forEach(
                    (position, cell) -> {
                      if (cell.isFormula()) {
                        problems.add(
                            () -> formula(row, position, headers.getOrDefault(position, ""), cell));
                      }
                    }));
  }

  private SheetProblem formula(int row, int position, String header, Cell cell) {
    return new SheetProblem(
        "cell.formula",
        table.name(),
        row + 1,
        header,
        Table.address(row, position),
        cell.described(),
        "a value",
        "Put in what it comes to: formulas are not worked out.");
  }

  /** The columns that hold anything. */
  private SortedSet<Integer> used() {
    SortedSet<Integer> used = new TreeSet<>();
    table.rows().values().forEach(row -> used.addAll(row.keySet()));
    return used;
  }

  /** The revision that all rows name; empty when there is none. */
  private String revision(SortedMap<Integer, SortedMap<Integer, Cell>> rows, Integer column) {
    if (column == null) {
      return "";
    }
    String revision = "";
    for (Map.Entry<Integer, SortedMap<Integer, Cell>> row : rows.entrySet()) {
      Cell cell = Table.cell(row.getValue(), column);
      String named = cell.plain();
      if (cell.isEmpty()) {
        problems.add(() -> inRow("revision.missing", row.getKey(), column, cell, "a revision"));
      } else if (!cell.isFormula()) {
        String one = revision.isEmpty() ? named : revision;
        if (!named.equals(one)) {
          problems.add(
              () ->
                  inRow(
                      "revision.several", row.getKey(), column, cell, one + ", as in other rows"));
        }
        revision = one;
      }
    }
    return revision;
  }

  private SheetProblem inRow(String code, int row, int column, Cell cell, String expected) {
    return new SheetProblem(
        code,
        table.name(),
        row + 1,
        Column.RULESET.header(),
        Table.address(row, column),
        cell.described(),
        expected,
        ANEW);
  }
}
