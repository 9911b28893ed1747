package org.bilan.sheet;

/**
 * One thing wrong with a sheet.
 *
 * @param code stable, for machines ({@code value.not-whole})
 * @param sheet its name; {@code csv} for the only one of a .csv; empty when it is the whole file
 * @param row as spreadsheet programs count, from 1; 0 when it is the whole sheet
 * @param column its header; empty when it has none, or it is the whole row
 * @param cell as spreadsheet programs write it ({@code C12}), or empty
 * @param found what stands there, shortened
 * @param expected what should stand there
 * @param advice what to do next
 */
public record SheetProblem(
    String code,
    String sheet,
    int row,
    String column,
    String cell,
    String found,
    String expected,
    String advice) {

  private static final int SHOWN = 80;

  public SheetProblem {
    found = shown(found);
    column = shown(column);
    sheet = shown(sheet);
  }

  @Override
  public String toString() {
    String place = sheet.isEmpty() ? "(whole file)" : sheet;
    if (!cell.isEmpty()) {
      place += " " + cell;
    } else if (row > 0) {
      place += " row " + row;
    }
    if (!column.isEmpty()) {
      place += " (" + column + ")";
    }
    return code + " at " + place + ": found " + found + ", expected " + expected + ". " + advice;
  }

  /** Cut, without what would upset a terminal or cannot be written as UTF-8. */
  private static String shown(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .limit(SHOWN + 1L)
        .map(
            c ->
                Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
                    ? '\uFFFD'
                    : c)
        .forEach(plain::appendCodePoint);
    return plain.codePointCount(0, plain.length()) <= SHOWN
        ? plain.toString()
        : plain.substring(0, plain.offsetByCodePoints(0, SHOWN)) + "…";
  }
}
