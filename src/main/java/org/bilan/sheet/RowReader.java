package org.bilan.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.bilan.ruleset.CardNumber;
import org.bilan.ruleset.CardNumbers;
import org.bilan.ruleset.ChangeFault;
import org.bilan.ruleset.NumberChange;

/** Reads the rows of a sheet: in each a number, and what it should be. Of formulas others tell. */
final class RowReader {

  private static final List<Column> FIXED =
      List.of(Column.UNIT, Column.LEAST, Column.MOST, Column.MEANING_EN, Column.MEANING_FR);

  private final String sheet;
  private final Map<Column, Integer> columns;
  private final CardNumbers numbers;
  private final SheetProblems problems;

  /** In which row each number was first met. */
  private final Map<CardNumber.Address, Integer> met = new HashMap<>();

  private final List<NumberChange> changes = new ArrayList<>();

  RowReader(
      String sheet, Map<Column, Integer> columns, CardNumbers numbers, SheetProblems problems) {
    this.sheet = sheet;
    this.columns = columns;
    this.numbers = numbers;
    this.problems = problems;
  }

  List<NumberChange> changes() {
    return changes;
  }

  /** Numbers that stand in no row. */
  void tellMissing() {
    for (CardNumber number : numbers.all()) {
      if (!met.containsKey(number.address())) {
        problems.add(
            () ->
                new SheetProblem(
                    "number.missing",
                    sheet,
                    0,
                    "",
                    "",
                    "no row for " + number.address(),
                    "a row for each number",
                    "Put the row back; a value that should not change stays as it was."));
      }
    }
  }

  void read(int row, Map<Integer, Cell> cells) {
    boolean formula =
        cell(cells, Column.RULE).isFormula() || cell(cells, Column.NUMBER).isFormula();
    if (formula || lacksName(row, cells, Column.RULE) | lacksName(row, cells, Column.NUMBER)) {
      return;
    }
    CardNumber.Address address =
        new CardNumber.Address(
            cell(cells, Column.RULE).plain(), cell(cells, Column.NUMBER).plain());
    CardNumber number = numbers.find(address).orElse(null);
    if (number == null) {
      problems.add(() -> unknown(row, cells, new NumberChange(address, 0)));
      return;
    }
    Integer before = met.putIfAbsent(address, row);
    if (before != null) {
      tell(
          "number.twice",
          row,
          Column.NUMBER,
          cell(cells, Column.NUMBER),
          "each number once; " + address + " stands in row " + (before + 1),
          "Remove one of the rows.");
      return;
    }
    for (Column column : FIXED) {
      readFixed(row, cells, column, number);
    }
    readValue(row, cell(cells, Column.VALUE), number);
  }

  /** Whether a name is missing, which is told. */
  private boolean lacksName(int row, Map<Integer, Cell> cells, Column column) {
    boolean missing = cell(cells, column).isEmpty();
    if (missing) {
      tell(
          "cell.missing",
          row,
          column,
          Cell.NONE,
          "the name of a " + column.header(),
          "Put it back, or clear the whole row.");
    }
    return missing;
  }

  private SheetProblem unknown(int row, Map<Integer, Cell> cells, NumberChange change) {
    ChangeFault fault = numbers.fault(change);
    Column column = fault.code().startsWith("rule.") ? Column.RULE : Column.NUMBER;
    return problem(
        fault.code(), row, column, cell(cells, column).plain(), fault.expected(), fault.advice());
  }

  private void readFixed(int row, Map<Integer, Cell> cells, Column column, CardNumber number) {
    Cell cell = cell(cells, column);
    if (!columns.containsKey(column) || cell.isFormula()) {
      return;
    }
    String expected = Cell.plain(column.text(number, ""));
    boolean same =
        column.isNumeric()
            ? cell.whole().equals(OptionalLong.of(Long.parseLong(expected)))
            : cell.plain().equals(expected);
    if (!same) {
      tell(
          "cell.not-editable",
          row,
          column,
          cell,
          expected.isEmpty() ? "nothing" : expected,
          "Put it back: only values are read from a sheet.");
    }
  }

  private void readValue(int row, Cell cell, CardNumber number) {
    String limits = number.least() + " to " + number.most();
    if (cell.isFormula()) {
      return;
    }
    if (cell.isEmpty()) {
      tell(
          "value.missing",
          row,
          Column.VALUE,
          cell,
          "a whole number, " + limits,
          "Put " + number.value() + " back if it should not change.");
      return;
    }
    OptionalLong whole = cell.whole();
    if (whole.isEmpty()) {
      tell(
          "value.not-whole",
          row,
          Column.VALUE,
          cell,
          "a whole number, " + limits,
          "Write digits alone, in a cell that shows numbers.");
      return;
    }
    long value = whole.getAsLong();
    // Larger than any number can be is outside of all limits.
    int nearest = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    NumberChange change = new NumberChange(number.address(), nearest);
    ChangeFault fault = numbers.fault(change);
    if (fault != null) {
      tell(fault.code(), row, Column.VALUE, cell, fault.expected(), fault.advice());
    } else if (nearest != number.value()) {
      changes.add(change);
    }
  }

  private Cell cell(Map<Integer, Cell> cells, Column column) {
    return Table.cell(cells, columns.get(column));
  }

  private void tell(
      String code, int row, Column column, Cell found, String expected, String advice) {
    problems.add(() -> problem(code, row, column, found.described(), expected, advice));
  }

  private SheetProblem problem(
      String code, int row, Column column, String found, String expected, String advice) {
    return new SheetProblem(
        code,
        sheet,
        row + 1,
        column.header(),
        Table.address(row, columns.get(column)),
        found,
        expected,
        advice);
  }
}
