package org.bilan.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads .csv as spreadsheet programs write it: with commas, semicolons or tabs, in their charsets.
 */
final class CsvReader {

  static final String NAME = "csv";

  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  /** A line by which Excel is told the separator, and shows as no row. */
  private static final Pattern TELLS = Pattern.compile("\"?sep=([,;\t])\"?[,;\t]*\r?\n");

  private static final Pattern BINARY = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]");

  private CsvReader() {}

  static Table read(byte[] file) throws InvalidSheet {
    String text = decoded(file);
    Matcher told = TELLS.matcher(text);
    if (told.lookingAt()) {
      return parsed(text.substring(told.end()), told.group(1).charAt(0));
    }
    return parsed(text, separator(text));
  }

  private static String decoded(byte[] file) throws InvalidSheet {
    String text;
    if (begins(file, 0xFF, 0xFE, 0, 0) || begins(file, 0, 0, 0xFE, 0xFF)) {
      text = null;
    } else if (begins(file, 0xEF, 0xBB, 0xBF)) {
      text = decoded(file, 3, StandardCharsets.UTF_8).orElse(null);
    } else if (begins(file, 0xFF, 0xFE)) {
      text = decoded(file, 2, StandardCharsets.UTF_16LE).orElse(null);
    } else if (begins(file, 0xFE, 0xFF)) {
      text = decoded(file, 2, StandardCharsets.UTF_16BE).orElse(null);
    } else {
      // What Excel writes in western Europe unless it is told otherwise. Should it be another, the
      // meanings are not what they were, and that is told.
      text =
          decoded(file, 0, StandardCharsets.UTF_8)
              .or(() -> decoded(file, 0, Charset.forName("windows-1252")))
              .orElse(null);
    }
    if (text == null) {
      throw InvalidSheet.file(
          "file.encoding",
          "a text in another encoding, or damaged",
          "UTF-8, UTF-16 with byte order mark, or Windows-1252",
          "Save it as \"CSV UTF-8\".");
    }
    if (BINARY.matcher(text).find()) {
      throw SheetFile.noSheet("control characters");
    }
    return text;
  }

  private static boolean begins(byte[] file, int... bytes) {
    byte[] start = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      start[i] = (byte) bytes[i];
    }
    return SheetFile.startsWith(file, start);
  }

  private static Optional<String> decoded(byte[] file, int from, Charset charset) {
    try {
      return Optional.of(
          charset.newDecoder().decode(ByteBuffer.wrap(file, from, file.length - from)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The one by which the first line that says anything has most of our columns. */
  private static char separator(String text) {
    String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    return SEPARATORS.stream()
        .max(Comparator.comparingLong((Character separator) -> columns(header, separator)))
        .orElseThrow();
  }

  private static long columns(String header, char separator) {
    return Stream.of(header.split(Pattern.quote(String.valueOf(separator)), -1))
        .filter(name -> Column.of(name.replace("\"", "")).isPresent())
        .count();
  }

  private static Table parsed(String text, char separator) throws InvalidSheet {
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
    Table table = new Table(NAME);
    try (CSVParser records = CSVParser.parse(new StringReader(text), format)) {
      int row = 0;
      for (CSVRecord record : records) {
        for (int column = 0; column < record.size(); column++) {
          table.put(row, column, cell(record.get(column)));
        }
        row++;
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw SheetFile.broken("what is damaged: " + e.getMessage());
    }
    return table;
  }

  private static Cell cell(String text) {
    return Armour.isFormula(text)
        ? new Cell(Cell.Kind.FORMULA, text)
        : new Cell(Cell.Kind.TEXT, Armour.off(text));
  }
}
