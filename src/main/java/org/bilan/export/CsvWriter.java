package org.bilan.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bilan.sheet.Armour;
import org.bilan.sheet.CardSheet;

/** A table as .csv; what is unknown is empty. */
final class CsvWriter implements ExportWriter {

  private final CSVPrinter csv;

  CsvWriter(OutputStream out, About about) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    text.write(CardSheet.BYTE_ORDER_MARK);
    csv = new CSVPrinter(text, CSVFormat.RFC4180);
    csv.printRecord(Column.ALL.stream().map(Column::name));
    csv.flush();
  }

  @Override
  public void write(ExportedClaim claim) throws IOException {
    for (Column column : Column.ALL) {
      csv.print(cell(column, column.value().apply(claim)));
    }
    csv.println();
  }

  private static String cell(Column column, Optional<?> value) {
    if (value.isEmpty()) {
      return "";
    }
    return switch (column.type()) {
      case TEXT -> Armour.throughout((String) value.get());
      // Never 1.0E-5, which spreadsheets round.
      case REAL -> BigDecimal.valueOf((Double) value.get()).toPlainString();
      case WHOLE, DATE, TIME -> value.get().toString();
    };
  }

  @Override
  public void end(int leftOut) throws IOException {
    csv.flush();
  }
}
