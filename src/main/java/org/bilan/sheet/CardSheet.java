package org.bilan.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bilan.ruleset.CardNumber;
import org.bilan.ruleset.CardNumbers;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * All numbers of a ruleset that editors may tune, one a row, to be edited in a spreadsheet program.
 * {@link SheetReader} reads what comes back.
 */
public final class CardSheet {

  /** The sheet that the numbers stand in. */
  static final String NAME = "numbers";

  /** Without it Excel takes UTF-8 for the machine's old code page, and spoils accents. */
  public static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String HEADER_FILL = "D9E1F2";
  private static final String EDITABLE_FILL = "FFF2CC";

  private CardSheet() {}

  /**
   * As .xlsx. Only the values are meant to be edited: they are coloured, and the program refuses
   * what is not whole or outside the limits. Nothing is locked, so that rows can be sorted.
   *
   * @param revision of the ruleset that the numbers are of
   */
  public static byte[] xlsx(CardNumbers numbers, String revision) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Bilan", null)) {
      Worksheet sheet = workbook.newWorksheet(NAME);
      for (Column column : Column.values()) {
        sheet.value(0, column.ordinal(), column.header());
        sheet.style(0, column.ordinal()).bold().fillColor(HEADER_FILL).set();
        sheet.width(column.ordinal(), column.width());
      }
      int row = 0;
      for (CardNumber number : numbers.all()) {
        row++;
        write(sheet, row, number, revision);
      }
      sheet.freezePane(2, 1);
      if (row > 0) {
        int value = Column.VALUE.ordinal();
        sheet.range(1, value, row, value).style().fillColor(EDITABLE_FILL).set();
        // Without "less than": fastexcel writes it as it is, and the file is no XML.
        sheet
            .range(1, value, row, value)
            .validateWithFormula("AND(ISNUMBER(C2),C2=INT(C2),C2>=E2,F2>=C2)")
            .errorTitle("Bilan")
            .error("A whole number from least to most. Un nombre entier, de least à most.")
            .showErrorMessage(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(Worksheet sheet, int row, CardNumber number, String revision) {
    for (Column column : Column.values()) {
      String text = column.text(number, revision);
      if (column.isNumeric()) {
        sheet.value(row, column.ordinal(), Integer.valueOf(text));
      } else {
        // A shared text: whatever it begins with, no program takes it for a formula.
        sheet.value(row, column.ordinal(), text);
      }
    }
  }

  /**
   * As .csv: UTF-8, commas, RFC 4180.
   *
   * @param revision of the ruleset that the numbers are of
   */
  public static byte[] csv(CardNumbers numbers, String revision) {
    StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord(Stream.of(Column.values()).map(Column::header));
      for (CardNumber number : numbers.all()) {
        List<String> cells = new ArrayList<>();
        for (Column column : Column.values()) {
          String cell = column.text(number, revision);
          cells.add(column.isNumeric() ? cell : Armour.on(cell));
        }
        csv.printRecord(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
