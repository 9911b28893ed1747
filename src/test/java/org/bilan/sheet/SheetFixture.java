package org.bilan.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.bilan.ruleset.CardNumber;
import org.bilan.ruleset.CardNumbers;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.RulesetFiles;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Sheets of the shipped rules, and what editors and others make of them. */
final class SheetFixture {

  static final RulesetFiles FILES = files();
  static final CardNumbers NUMBERS = CardNumbers.of(FILES);
  static final String REVISION = FILES.revision();
  static final String SHEET_PART = "xl/worksheets/sheet1.xml";

  private SheetFixture() {}

  private static RulesetFiles files() {
    try {
      return RulesetFiles.read(Path.of("rules"));
    } catch (InvalidRuleset e) {
      throw new IllegalStateException(e);
    }
  }

  /** How a sheet comes back. */
  enum Format {
    CSV,
    XLSX;

    byte[] write(List<List<Object>> grid) {
      return this == CSV ? csv(grid, ',', StandardCharsets.UTF_8) : xlsx(grid);
    }

    String sheet() {
      return this == CSV ? "csv" : "numbers";
    }
  }

  /** The sheet as Bilan gives it; row 0 has the headers. */
  static List<List<Object>> grid() {
    List<List<Object>> grid = new ArrayList<>();
    List<Object> headers = new ArrayList<>();
    for (Column column : Column.values()) {
      headers.add(column.header());
    }
    grid.add(headers);
    for (CardNumber number : NUMBERS.all()) {
      List<Object> row = new ArrayList<>();
      for (Column column : Column.values()) {
        String text = column.text(number, REVISION);
        row.add(column.isNumeric() ? (Object) Integer.valueOf(text) : text);
      }
      grid.add(row);
    }
    return grid;
  }

  static List<List<Object>> grid(Consumer<List<List<Object>>> edit) {
    List<List<Object>> grid = grid();
    edit.accept(grid);
    return grid;
  }

  static void set(List<List<Object>> grid, int row, Column column, Object value) {
    grid.get(row).set(column.ordinal(), value);
  }

  static byte[] csv(List<List<Object>> grid, char separator, Charset charset) {
    return text(grid, separator).getBytes(charset);
  }

  static String text(List<List<Object>> grid, char separator) {
    return grid.stream()
        .map(
            row ->
                row.stream()
                    .map(cell -> quoted(cell == null ? "" : cell.toString(), separator))
                    .collect(Collectors.joining(String.valueOf(separator))))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static String quoted(String text, char separator) {
    return text.indexOf(separator) >= 0 || text.contains("\"") || text.contains("\n")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  static byte[] xlsx(List<List<Object>> grid) {
    return xlsx("numbers", sheet -> fill(sheet, grid));
  }

  static void fill(Worksheet sheet, List<List<Object>> grid) {
    for (int row = 0; row < grid.size(); row++) {
      for (int column = 0; column < grid.get(row).size(); column++) {
        Object cell = grid.get(row).get(column);
        if (cell instanceof Number number) {
          sheet.value(row, column, number);
        } else if (cell instanceof Boolean truth) {
          sheet.value(row, column, truth);
        } else if (cell != null) {
          sheet.value(row, column, cell.toString());
        }
      }
    }
  }

  static byte[] xlsx(String name, Consumer<Worksheet> sheet) {
    return workbook(workbook -> sheet.accept(workbook.newWorksheet(name)));
  }

  static byte[] workbook(Consumer<Workbook> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Test", null)) {
      content.accept(workbook);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Map<String, byte[]> parts(byte[] zip) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile file =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(zip)).get()) {
      for (ZipArchiveEntry entry : Collections.list(file.getEntries())) {
        parts.put(entry.getName(), file.getInputStream(entry).readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }

  static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static String part(byte[] xlsx, String name) {
    return new String(parts(xlsx).get(name), StandardCharsets.UTF_8);
  }

  /** With one part of our own .xlsx written otherwise; fails when that changes nothing. */
  static byte[] with(String part, UnaryOperator<String> edit) {
    return with(CardSheet.xlsx(NUMBERS, REVISION), part, edit);
  }

  static byte[] with(byte[] xlsx, String part, UnaryOperator<String> edit) {
    Map<String, byte[]> parts = parts(xlsx);
    String before = new String(parts.get(part), StandardCharsets.UTF_8);
    String after = edit.apply(before);
    assertThat(after).as("the edit of " + part).isNotEqualTo(before);
    parts.put(part, after.getBytes(StandardCharsets.UTF_8));
    return zip(parts);
  }

  /** With another cell in the place of one. */
  static byte[] withCell(String address, String cell) {
    return with(
        SHEET_PART,
        xml ->
            xml.replaceFirst(
                "<c r=\"" + address + "\"[^>]*>.*?</c>",
                java.util.regex.Matcher.quoteReplacement(cell)));
  }

  static List<SheetProblem> problems(byte[] file) {
    InvalidSheet refused =
        catchThrowableOfType(InvalidSheet.class, () -> SheetReader.read(file, NUMBERS));
    assertThat(refused).as("a refusal").isNotNull();
    return refused.problems();
  }
}
