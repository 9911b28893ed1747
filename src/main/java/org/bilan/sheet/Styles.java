package org.bilan.sheet;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * What a number is shown as: a date, and a percentage, are other numbers than they look (ECMA-376,
 * part 1, 18.8.30).
 */
final class Styles {

  /** Quoted and escaped letters, colours and conditions are not part of the pattern. */
  private static final Pattern LITERAL =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+\\])[^\\]]*\\]");

  private Styles() {}

  /** What each style makes of a number, in the styles' order. */
  static List<Cell.Kind> read(InputStream part) throws XMLStreamException, InvalidSheet {
    Map<Integer, String> formats = new HashMap<>();
    List<Cell.Kind> styles = new ArrayList<>();
    Xml xml = new Xml(part);
    boolean inCells = false;
    while (xml.next()) {
      if (xml.is("numFmt")) {
        formats.put(number(xml, "numFmtId"), xml.attribute("formatCode").orElse(""));
      } else if (xml.is("cellXfs")) {
        inCells = true;
      } else if (xml.is("cellStyles") || xml.is("dxfs")) {
        inCells = false;
      } else if (inCells && xml.is("xf")) {
        int format = number(xml, "numFmtId");
        styles.add(formats.containsKey(format) ? of(formats.get(format)) : builtIn(format));
      }
    }
    return styles;
  }

  private static int number(Xml xml, String attribute) {
    return Integer.parseInt(xml.attribute(attribute).orElse("0"));
  }

  private static Cell.Kind builtIn(int format) {
    if (format == 9 || format == 10) {
      return Cell.Kind.PERCENT;
    }
    boolean date =
        format >= 14 && format <= 22
            || format >= 27 && format <= 36
            || format >= 45 && format <= 47
            || format >= 50 && format <= 58;
    return date ? Cell.Kind.DATE : Cell.Kind.NUMBER;
  }

  private static Cell.Kind of(String pattern) {
    String bare = LITERAL.matcher(pattern).replaceAll("");
    if (bare.contains("%")) {
      return Cell.Kind.PERCENT;
    }
    boolean date = bare.chars().anyMatch(c -> "dmyhsDMYHS".indexOf(c) >= 0);
    return date ? Cell.Kind.DATE : Cell.Kind.NUMBER;
  }
}
