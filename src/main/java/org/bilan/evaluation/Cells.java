package org.bilan.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Tables as people's programs write them: in UTF-8 with or without a byte order mark, cells quoted
 * or not (RFC 4180), between commas, or where the first line has none, semicolons or tabs. Empty
 * lines are no rows.
 */
public final class Cells {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Characters of the first line by which separators are told apart. */
  private static final int LOOK = 1 << 16;

  private Cells() {}

  /**
   * Opens a table.
   *
   * @throws java.nio.charset.CharacterCodingException where it is not in UTF-8, also, wrapped in
   *     {@link java.io.UncheckedIOException}, by the parser later
   */
  public static CSVParser open(InputStream in) throws IOException {
    BufferedReader text =
        new BufferedReader(
            new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            LOOK);
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(separator(text))
        .setIgnoreEmptyLines(true)
        .get()
        .parse(text);
  }

  /** Whether there is nothing in the cells of a row from this one on. */
  public static boolean blank(CSVRecord row, int from) {
    return row.stream().skip(from).allMatch(String::isBlank);
  }

  private static char separator(BufferedReader text) throws IOException {
    text.mark(LOOK);
    boolean semicolon = false;
    boolean tab = false;
    char separator = 0;
    for (int i = 0; i < LOOK - 1 && separator == 0; i++) {
      int next = text.read();
      if (next < 0 || next == '\n' || next == '\r') {
        break;
      }
      semicolon |= next == ';';
      tab |= next == '\t';
      separator = next == ',' ? ',' : 0;
    }
    text.reset();
    if (separator == ',' || !semicolon && !tab) {
      return ',';
    }
    return semicolon ? ';' : '\t';
  }
}
