package org.bilan.importer;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One row of a table as text, taken apart into its cells (RFC 4180). */
final class CsvLine {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final CSVFormat format;

  CsvLine(char separator) {
    this.format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
  }

  /** What bytes spell: UTF-8, or else windows-1252. */
  static String text(byte[] bytes) {
    return utf8(bytes) ? new String(bytes, StandardCharsets.UTF_8) : new String(bytes, WINDOWS);
  }

  static boolean utf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /**
   * The cells of one row.
   *
   * @throws IOException when its quotes do not fit, or it is more than one row
   */
  List<String> of(String text) throws IOException {
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      List<CSVRecord> records = parser.getRecords();
      if (records.size() != 1) {
        throw new IOException(records.size() + " rows");
      }
      return records.get(0).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
