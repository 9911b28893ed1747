package org.bilan.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Reads the cells of an .xlsx (ECMA-376, part 1, chapter 18). */
final class XlsxReader {

  private static final int MOST_SHEETS = 20;
  private static final String WORKBOOK = "xl/workbook.xml";
  private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,6})");

  private final ZipParts parts;
  private final List<String> texts = new ArrayList<>();
  private List<Cell.Kind> styles = List.of();

  XlsxReader(ZipParts parts) {
    this.parts = parts;
  }

  List<Table> read() throws InvalidSheet, IOException, XMLStreamException {
    refuseOthers();
    Map<String, String> targets = new HashMap<>();
    Xml relations = new Xml(parts.read("xl/_rels/workbook.xml.rels"));
    while (relations.next()) {
      String target = relations.attribute("Target").orElse("");
      boolean outside = relations.attribute("TargetMode").orElse("").equals("External");
      if (relations.is("Relationship") && !outside) {
        targets.put(
            relations.attribute("Id").orElse(""),
            target.startsWith("/") ? target.substring(1) : "xl/" + target);
        String type = relations.attribute("Type").orElse("");
        if (type.endsWith("/sharedStrings")) {
          readTexts(targets.get(relations.attribute("Id").orElse("")));
        } else if (type.endsWith("/styles")) {
          styles = Styles.read(parts.read(targets.get(relations.attribute("Id").orElse(""))));
        }
      }
    }
    List<Table> tables = new ArrayList<>();
    for (Map.Entry<String, String> sheet : sheets().entrySet()) {
      String target = targets.get(sheet.getValue());
      if (target == null) {
        throw SheetFile.broken("no part for the sheet " + sheet.getKey());
      }
      tables.add(readSheet(sheet.getKey(), target));
    }
    return tables;
  }

  private void refuseOthers() throws InvalidSheet, IOException {
    boolean macros = parts.names().stream().anyMatch(name -> name.contains("vbaproject"));
    // Without the project a program takes the file for one with macros all the same.
    String types =
        parts.has("[Content_Types].xml")
            ? new String(
                parts.read("[Content_Types].xml").readAllBytes(), StandardCharsets.ISO_8859_1)
            : "";
    if (macros || types.toLowerCase(Locale.ROOT).contains("macroenabled")) {
      throw InvalidSheet.file(
          "file.macros",
          "a workbook with macros",
          "one without",
          "Save it as .xlsx (Excel workbook), without macros.");
    }
    if (!parts.has(WORKBOOK)) {
      throw SheetFile.noSheet(
          parts.has("mimetype") ? "an OpenDocument file" : "a zip that is no workbook");
    }
  }

  /** The relation of each sheet, by name, in the workbook's order. */
  private Map<String, String> sheets() throws InvalidSheet, IOException, XMLStreamException {
    Map<String, String> sheets = new LinkedHashMap<>();
    Xml workbook = new Xml(parts.read(WORKBOOK));
    while (workbook.next()) {
      if (workbook.is("sheet")) {
        String name = workbook.attribute("name").orElse("");
        if (sheets.put(name, workbook.attribute("id").orElse("")) != null) {
          throw SheetFile.broken("two sheets named " + name);
        }
        if (sheets.size() > MOST_SHEETS) {
          throw SheetFile.broken("more than " + MOST_SHEETS + " sheets");
        }
      }
    }
    return sheets;
  }

  /** Texts that cells share. How they are to be pronounced is left out. */
  private void readTexts(String part) throws InvalidSheet, IOException, XMLStreamException {
    Xml shared = new Xml(parts.read(part));
    while (shared.next()) {
      if (shared.is("si")) {
        texts.add(shared.text("rPh"));
      }
    }
  }

  private Table readSheet(String name, String part)
      throws InvalidSheet, IOException, XMLStreamException {
    Table table = new Table(name);
    Xml sheet = new Xml(parts.read(part));
    int row = -1;
    int column = -1;
    while (sheet.next()) {
      if (sheet.is("row")) {
        String number = sheet.attribute("r").orElse(String.valueOf(row + 2));
        row = Integer.parseInt(number) - 1;
        column = -1;
      } else if (sheet.is("c")) {
        String address = sheet.attribute("r").orElse(Table.address(row, column + 1));
        Matcher parsed = ADDRESS.matcher(address);
        if (!parsed.matches() || Integer.parseInt(parsed.group(2)) != row + 1) {
          throw SheetFile.broken("a cell " + address + " in row " + (row + 1));
        }
        column = column(parsed.group(1));
        if (!table.put(row, column, readCell(sheet))) {
          throw SheetFile.broken("the cell " + address + " twice");
        }
      }
    }
    return table;
  }

  private static int column(String letters) {
    int column = 0;
    for (char letter : letters.toCharArray()) {
      column = column * 26 + letter - 'A' + 1;
    }
    return column - 1;
  }

  private Cell readCell(Xml sheet) throws InvalidSheet, XMLStreamException {
    String type = sheet.attribute("t").orElse("n");
    int style = Integer.parseInt(sheet.attribute("s").orElse("0"));
    int depth = sheet.depth();
    String value = "";
    String formula = null;
    while (sheet.nextIn(depth)) {
      if (sheet.is("f")) {
        formula = "=" + sheet.text();
      } else if (sheet.is("v")) {
        value = sheet.text();
      } else if (sheet.is("is")) {
        value = sheet.text("rPh");
      }
    }
    if (formula != null) {
      return new Cell(Cell.Kind.FORMULA, formula);
    }
    return switch (type) {
      case "s" -> value.isBlank() ? Cell.NONE : new Cell(Cell.Kind.TEXT, shared(value));
      case "str", "inlineStr" -> new Cell(Cell.Kind.TEXT, value);
      case "b" -> new Cell(Cell.Kind.BOOLEAN, value.equals("1") ? "TRUE" : "FALSE");
      case "e" -> new Cell(Cell.Kind.ERROR, value);
      case "d" -> new Cell(Cell.Kind.DATE, value);
      case "n" ->
          new Cell(
              style >= 0 && style < styles.size() ? styles.get(style) : Cell.Kind.NUMBER, value);
      default -> throw SheetFile.broken("a cell of type " + type);
    };
  }

  private String shared(String position) throws InvalidSheet {
    int index = Integer.parseInt(position.strip());
    if (index < 0 || index >= texts.size()) {
      throw SheetFile.broken("a text " + index + " of " + texts.size());
    }
    return texts.get(index);
  }
}
