package org.bilan.sheet;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cells of a sheet that hold anything.
 *
 * @param name of the sheet
 * @param rows by row and column, both from 0
 */
record Table(String name, SortedMap<Integer, SortedMap<Integer, Cell>> rows) {

  /** Some sixty times the numbers that there are. */
  static final int MOST_ROWS = 10_000;

  static final int MOST_COLUMNS = 100;

  Table(String name) {
    this(name, new TreeMap<>());
  }

  /**
   * Puts a cell in; an empty one is none.
   *
   * @return whether the place was free
   */
  boolean put(int row, int column, Cell cell) throws InvalidSheet {
    if (cell.isEmpty()) {
      return true;
    }
    if (column >= MOST_COLUMNS) {
      throw InvalidSheet.file(
          "sheet.too-wide",
          "something in column " + letters(column),
          "at most " + MOST_COLUMNS + " columns",
          "Remove the columns that Bilan did not write.");
    }
    if (rows.size() >= MOST_ROWS && !rows.containsKey(row)) {
      throw InvalidSheet.file(
          "sheet.too-long",
          "more than " + MOST_ROWS + " rows",
          "one row for each number",
          "Remove the rows that Bilan did not write.");
    }
    return rows.computeIfAbsent(row, any -> new TreeMap<>()).putIfAbsent(column, cell) == null;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  static Cell cell(Map<Integer, Cell> row, Integer column) {
    return column == null ? Cell.NONE : row.getOrDefault(column, Cell.NONE);
  }

  /** As spreadsheet programs write it ({@code C12}). */
  static String address(int row, int column) {
    return letters(column) + (row + 1);
  }

  static String letters(int column) {
    String letters = "";
    for (int left = column + 1; left > 0; left = (left - 1) / 26) {
      letters = (char) ('A' + (left - 1) % 26) + letters;
    }
    return letters;
  }
}
