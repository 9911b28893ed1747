package org.bilan.sheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.bilan.sheet.SheetFixture.NUMBERS;
import static org.bilan.sheet.SheetFixture.REVISION;
import static org.bilan.sheet.SheetFixture.SHEET_PART;
import static org.bilan.sheet.SheetFixture.grid;
import static org.bilan.sheet.SheetFixture.parts;
import static org.bilan.sheet.SheetFixture.set;
import static org.bilan.sheet.SheetFixture.with;
import static org.bilan.sheet.SheetFixture.withCell;
import static org.bilan.sheet.SheetFixture.xlsx;
import static org.bilan.sheet.SheetFixture.zip;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to do harm, or broken: each is refused, quickly and by name. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class HostileSheetTest {

  private static final String STRINGS = "xl/sharedStrings.xml";
  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final String TYPES = "[Content_Types].xml";
  private static final String OLE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

  private static Arguments kind(String code, String what, byte[] file) {
    return Arguments.of(what, code, file);
  }

  private static byte[] ours() {
    return CardSheet.xlsx(NUMBERS, REVISION);
  }

  private static byte[] csv(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] csvValue(Object value) {
    return SheetFixture.csv(grid(g -> set(g, 4, Column.VALUE, value)), ',', UTF_8);
  }

  private static byte[] csvMeaning(Object text) {
    return SheetFixture.csv(grid(g -> set(g, 4, Column.MEANING_EN, text)), ',', UTF_8);
  }

  private static byte[] withPart(String name, byte[] content) {
    Map<String, byte[]> parts = parts(ours());
    parts.put(name, content);
    return zip(parts);
  }

  private static byte[] without(String name) {
    Map<String, byte[]> parts = parts(ours());
    assertThat(parts.remove(name)).isNotNull();
    return zip(parts);
  }

  private static byte[] withDocumentType(String part, String type, String use) {
    return with(
        part,
        xml -> {
          String typed =
              xml.replaceFirst(
                  "(<(sst|worksheet|workbook|Relationships|styleSheet)\\b)", type + "$1");
          return use.isEmpty()
              ? typed
              : typed.replaceFirst("<t( [^>]*)?>[^<]*</t>", "<t>" + use + "</t>");
        });
  }

  private static String laughs() {
    StringBuilder type = new StringBuilder("<!DOCTYPE lol [<!ENTITY a0 \"lol\">");
    for (int i = 1; i < 12; i++) {
      type.append("<!ENTITY a").append(i).append(" \"");
      type.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
    }
    return type.append("]>").toString();
  }

  private static byte[] rows(String before, String row, int times, String after) {
    StringBuilder text = new StringBuilder(before);
    for (int i = 0; i < times; i++) {
      text.append(row);
    }
    return csv(text.append(after).toString());
  }

  private static byte[] sheetOf(byte[] sheetData) {
    String xml =
        "<worksheet><sheetData>" + new String(sheetData, UTF_8) + "</sheetData></worksheet>";
    return withPart(SHEET_PART, xml.getBytes(UTF_8));
  }

  private static byte[] patched(byte[] file, String pattern, int offset, int value) {
    byte[] copy = file.clone();
    String text = new String(file, ISO_8859_1);
    int at = text.indexOf(pattern);
    assertThat(at).isNotNegative();
    for (; at >= 0; at = text.indexOf(pattern, at + 1)) {
      copy[at + offset] = (byte) value;
    }
    return copy;
  }

  static Stream<Arguments> refused() {
    return Stream.of(files(), packed(), xml(), cells(), texts()).flatMap(kinds -> kinds);
  }

  private static Stream<Arguments> files() {
    byte[] noise = new byte[4000];
    new Random(1).nextBytes(noise);
    return Stream.of(
        kind("file.empty", "nothing", new byte[0]),
        kind("sheet.empty", "blanks", csv(" \r\n ,, \r\n")),
        kind("sheet.empty", "a byte order mark", csv("\uFEFF")),
        kind("file.too-large", "more than a megabyte", new byte[1024 * 1024 + 1]),
        kind("file.old-format", ".xls", (OLE + "Workbook").getBytes(ISO_8859_1)),
        kind(
            "file.password",
            "a password",
            concat(OLE.getBytes(ISO_8859_1), "EncryptedPackage".getBytes(UTF_16LE))),
        kind("file.not-a-sheet", "a PDF", csv("%PDF-1.7\n\u0001\u0002")),
        kind("file.not-a-sheet", "a picture", "\u0089PNG\r\n\u001a\n\0\0".getBytes(ISO_8859_1)),
        kind("file.not-a-sheet", "zeros", new byte[1000]),
        kind(
            "column.unknown", "HTML that calls itself a sheet", csv("<table><tr><td>rule</table>")),
        kind("column.unknown", "XML of 2003", csv("<?xml version=\"1.0\"?><Workbook/>")),
        kind("column.unknown", "JSON", csv("{\"rule\": 1}")),
        kind("file.encoding", "UTF-32", concat(new byte[] {-1, -2, 0, 0}, csv("abc"))),
        kind("file.not-a-sheet", "UTF-16 without a mark", "rule,number".getBytes(UTF_16LE)),
        kind("file.encoding", "damaged UTF-8", concat(csv("\uFEFFrule"), new byte[] {-1, -64})),
        kind(
            "file.encoding", "no text in any encoding", new byte[] {'r', (byte) 0x81, (byte) 0x9D}),
        kind("file.encoding", "half a letter of UTF-16", new byte[] {-1, -2, 'r', 0, 'u'}));
  }

  private static Stream<Arguments> packed() {
    Map<String, byte[]> many = new LinkedHashMap<>(parts(ours()));
    for (int i = 0; i < 3_000; i++) {
      many.put("a" + i, new byte[0]);
    }
    Map<String, byte[]> capitals = new LinkedHashMap<>(parts(ours()));
    capitals.put("XL/workbook.xml", new byte[0]);
    byte[] half = Arrays.copyOf(ours(), ours().length / 2);
    byte[] bomb = withPart(SHEET_PART, new byte[200 * 1024 * 1024]);
    byte[] flipped = ours();
    Arrays.fill(flipped, 60, 400, (byte) 0x55);
    return Stream.of(
        kind("file.too-much-inside", "a bomb", bomb),
        // Local headers do not say sizes here; the central directory's are made to lie.
        kind("file.too-much-inside", "a bomb that lies", lying(bomb)),
        kind(
            "file.too-much-inside",
            "a bomb in a part that nobody reads",
            withPart("xl/media/a.png", new byte[60_000_000])),
        kind("file.too-much-inside", "three thousand parts", zip(many)),
        kind("file.unsafe-name", "a way up", withPart("../../etc/passwd", csv("x"))),
        kind("file.unsafe-name", "a way up, further in", withPart("xl/../../x", csv("x"))),
        kind("file.unsafe-name", "a way from the root", withPart("/etc/passwd", csv("x"))),
        kind("file.unsafe-name", "Windows' way up", withPart("..\\x", csv("x"))),
        kind("file.unsafe-name", "a drive", withPart("C:x", csv("x"))),
        kind("file.broken", "one part twice", zip(capitals)),
        kind("file.broken", "a check sum of another", patched(ours(), "PK\u0001\u0002", 16, 1)),
        kind("file.broken", "half a file", half),
        kind("file.broken", "a damaged file", flipped),
        kind("file.broken", "two letters", csv("PK\u0003\u0004")),
        kind("file.not-a-sheet", "an empty zip", zip(Map.of())),
        kind("file.password", "parts behind a password", patched(ours(), "PK\u0001\u0002", 8, 9)),
        kind("file.broken", "another way of packing", patched(ours(), "PK\u0001\u0002", 10, 12)),
        kind(
            "file.not-a-sheet",
            "OpenDocument",
            zip(
                Map.of(
                    "mimetype",
                    csv("application/vnd.oasis.opendocument.spreadsheet"),
                    "content.xml",
                    csv("<x/>")))),
        kind(
            "file.not-a-sheet",
            "a document of Word",
            zip(Map.of("[Content_Types].xml", csv("<Types/>"), "word/document.xml", csv("<x/>")))),
        kind("file.macros", "macros", withPart("xl/vbaProject.bin", csv("x"))),
        kind(
            "file.macros",
            "a type with macros",
            with(
                "[Content_Types].xml",
                xml ->
                    xml.replace(
                        "openxmlformats-officedocument.spreadsheetml.sheet.main",
                        "ms-excel.sheet.macroEnabled.main"))),
        kind("file.broken", "no relations", without(RELATIONS)),
        kind("file.broken", "no sheet", without(SHEET_PART)),
        kind("file.broken", "no texts", without(STRINGS)));
  }

  private static Stream<Arguments> xml() {
    String local = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    String outer = "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">";
    String parameter = "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/\"> %p;]>";
    return Stream.of(
        kind("file.document-type", "an outer entity", withDocumentType(STRINGS, local, "&e;")),
        kind(
            "file.document-type",
            "an outer document type",
            withDocumentType(SHEET_PART, outer, "")),
        kind(
            "file.document-type",
            "an entity of parameters",
            withDocumentType(RELATIONS, parameter, "")),
        kind(
            "file.document-type", "a billion laughs", withDocumentType(STRINGS, laughs(), "&a11;")),
        kind(
            "file.document-type",
            "laughs in the workbook",
            withDocumentType("xl/workbook.xml", laughs(), "")),
        kind(
            "file.document-type",
            "laughs in the styles",
            withDocumentType("xl/styles.xml", laughs(), "")),
        kind(
            "file.broken",
            "an entity of nowhere",
            with(STRINGS, xml -> xml.replaceFirst("<t( [^>]*)?>[^<]*</t>", "<t>&none;</t>"))),
        kind(
            "file.broken",
            "a million elements in each other",
            withPart(SHEET_PART, csv("<a>".repeat(900_000) + "</a>".repeat(900_000)))),
        kind(
            "file.broken",
            "a hundred thousand attributes",
            withPart(SHEET_PART, csv("<a " + attributes(100_000) + "/>"))),
        kind("file.broken", "no XML", withPart(SHEET_PART, csv("rule"))),
        kind("file.broken", "cut off", withPart(SHEET_PART, csv("<worksheet><sheetData><row>"))),
        kind(
            "file.broken",
            "a sheet from elsewhere",
            with(
                RELATIONS,
                xml ->
                    xml.replaceFirst(
                        "Target=\"worksheets",
                        "TargetMode=\"External\" Target=\"http://127.0.0.1:9/worksheets"))),
        kind(
            "sheet.missing",
            "another sheet's name",
            xlsx("Sheet1", s -> SheetFixture.fill(s, grid()))),
        kind("sheet.missing", "no sheets", withPart("xl/workbook.xml", csv("<workbook/>"))),
        kind(
            "file.broken",
            "a hundred sheets",
            with("xl/workbook.xml", xml -> xml.replaceFirst("(<sheet )", sheets(100) + "$1"))),
        kind(
            "sheet.unknown",
            "a second sheet",
            SheetFixture.workbook(
                w -> {
                  w.newWorksheet("notes").value(0, 0, "x");
                  SheetFixture.fill(w.newWorksheet("numbers"), grid());
                })));
  }

  private static String attributes(int many) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < many; i++) {
      text.append("a").append(i).append("='' ");
    }
    return text.toString();
  }

  private static String sheets(int many) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < many; i++) {
      text.append("<sheet name=\"s").append(i).append("\" r:id=\"rId1\"/>");
    }
    return text.toString();
  }

  private static Stream<Arguments> cells() {
    return Stream.of(
        kind("cell.formula", "a formula", withCell("C5", "<c r=\"C5\"><f>1+1</f><v>2</v></c>")),
        kind(
            "cell.formula",
            "a formula as a shared text",
            withCell("C5", "<c r=\"C5\" t=\"s\"><f>A1</f><v>0</v></c>")),
        kind(
            "cell.formula",
            "a formula beside text",
            withCell("G5", "<c r=\"G5\" t=\"inlineStr\"><is><t>x</t></is><f>A1</f></c>")),
        kind(
            "cell.formula",
            "a shared formula without its base",
            withCell("C5", "<c r=\"C5\"><f t=\"shared\" si=\"77\"/></c>")),
        kind(
            "cell.formula",
            "an array's formula",
            withCell("C5", "<c r=\"C5\"><f t=\"array\" ref=\"A1:XFD1048576\">1</f></c>")),
        kind(
            "cell.formula",
            "a formula in a header",
            withCell("D1", "<c r=\"D1\" t=\"str\"><f>\"unit\"</f><v>unit</v></c>")),
        kind(
            "cell.formula",
            "a formula in a name",
            withCell("A5", "<c r=\"A5\" t=\"str\"><f>A6</f><v>x</v></c>")),
        kind(
            "cell.formula",
            "a formula in a limit",
            withCell("F5", "<c r=\"F5\"><f>1+1</f><v>2</v></c>")),
        kind(
            "cell.formula",
            "a formula in a revision",
            withCell("I5", "<c r=\"I5\"><f>1+1</f><v>2</v></c>")),
        kind(
            "cell.formula",
            "a formula beside",
            with(
                SHEET_PART,
                xml -> xml.replaceFirst("(<c r=\"I5\".*?</c>)", "$1<c r=\"K5\"><f>1+1</f></c>"))),
        kind("value.not-whole", "an error", withCell("C5", "<c r=\"C5\" t=\"e\"><v>#REF!</v></c>")),
        kind("value.not-whole", "true", withCell("C5", "<c r=\"C5\" t=\"b\"><v>1</v></c>")),
        kind(
            "value.not-whole",
            "a date",
            withCell("C5", "<c r=\"C5\" t=\"d\"><v>2026-01-01</v></c>")),
        kind("value.not-whole", "a number shown as a date", dated()),
        kind("value.not-whole", "a number shown as a percentage", percentage()),
        kind(
            "value.not-whole", "an exponent", withCell("C5", "<c r=\"C5\"><v>1E999999999</v></c>")),
        kind(
            "value.not-whole",
            "many digits",
            withCell("C5", "<c r=\"C5\"><v>" + "9".repeat(100_000) + "</v></c>")),
        kind("value.not-whole", "no number", withCell("C5", "<c r=\"C5\"><v>NaN</v></c>")),
        kind(
            "file.broken",
            "a text of two billion",
            withCell("C5", "<c r=\"C5\" t=\"s\"><v>2147483647</v></c>")),
        kind(
            "file.broken",
            "a text before the first",
            withCell("C5", "<c r=\"C5\" t=\"s\"><v>-1</v></c>")),
        kind(
            "file.broken",
            "a type of cell that is none",
            withCell("C5", "<c r=\"C5\" t=\"x\"><v>1</v></c>")),
        kind(
            "file.broken",
            "a cell twice",
            withCell("C5", "<c r=\"C5\"><v>1</v></c><c r=\"C5\"><v>2</v></c>")),
        kind("file.broken", "a cell in another row", withCell("C5", "<c r=\"C6\"><v>1</v></c>")),
        kind(
            "file.broken",
            "a column of a billion",
            withCell("C5", "<c r=\"ZZZZZZ5\"><v>1</v></c>")),
        kind("file.broken", "a cell without a column", withCell("C5", "<c r=\"5\"><v>1</v></c>")),
        kind(
            "file.broken",
            "a row before the first",
            sheetOf(csv("<row r=\"-5\"><c><v>1</v></c></row>"))),
        kind(
            "file.broken",
            "a row that is none",
            sheetOf(csv("<row r=\"x\"><c><v>1</v></c></row>"))),
        kind("sheet.too-wide", "the last column", withCell("C5", "<c r=\"XFD5\"><v>1</v></c>")),
        kind(
            "sheet.too-long",
            "half a million rows",
            sheetOf(rows("", "<row><c><v>1</v></c></row>", 500_000, ""))));
  }

  private static byte[] dated() {
    return xlsx(
        "numbers",
        sheet -> {
          SheetFixture.fill(sheet, grid());
          sheet.style(4, 2).format("dd/mm/yyyy").set();
        });
  }

  private static byte[] percentage() {
    return xlsx(
        "numbers",
        sheet -> {
          SheetFixture.fill(sheet, grid());
          sheet.style(4, 2).format("0%").set();
        });
  }

  private static Stream<Arguments> texts() {
    return Stream.of(
        kind("cell.formula", "csv: a formula", csvValue("=1+1")),
        kind("cell.formula", "csv: a command", csvValue("+cmd|' /C calc'!A0")),
        kind("cell.formula", "csv: a command behind minus", csvValue("-cmd|' /C calc'!A0")),
        kind("cell.formula", "csv: a function of old", csvValue("@SUM(1)")),
        kind("cell.formula", "csv: a formula behind a tab", csvValue("\t=1")),
        kind("cell.formula", "csv: a formula behind a space", csvValue(" =1")),
        kind("cell.formula", "csv: a formula in wide letters", csvValue("＝1+1")),
        kind("cell.formula", "csv: a formula in a meaning", csvMeaning("=HYPERLINK(\"http://a\")")),
        kind("value.not-whole", "csv: a formula behind an apostrophe", csvValue("'=1")),
        kind("value.not-whole", "csv: #NAME?", csvValue("#NAME?")),
        kind("file.broken", "csv: a quote that does not end", csv("\"rule,number,value")),
        kind("file.broken", "csv: text behind a quote", csv("\"rule\"x,number,value\r\n")),
        kind("sheet.too-wide", "csv: ten thousand columns", csv("x,".repeat(10_000) + "x")),
        kind("sheet.too-long", "csv: half a million rows", rows("", "a\n", 500_000, "")),
        kind("column.unknown", "csv: a million empty rows", rows("x\n", "\n", 1_000_000, "x\n")),
        kind("column.unknown", "csv: one long text", csv("x".repeat(1_000_000))),
        kind(
            "column.unknown",
            "csv: separated by what is none",
            csv(SheetFixture.text(grid(), '|'))),
        kind(
            "rule.unknown",
            "csv: nine thousand unknown rules",
            rows(
                "rule,number,value,unit,least,most,meaning (en),meaning (fr),ruleset\n",
                "access.blackoux,weight,1,,,,,,r\n",
                9_000,
                "")));
  }

  private static byte[] concat(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /** With the sizes in the central directory, unpacked, of a hundred bytes. */
  private static byte[] lying(byte[] file) {
    byte[] copy = file;
    copy = patched(copy, "PK\u0001\u0002", 24, 100);
    copy = patched(copy, "PK\u0001\u0002", 25, 0);
    copy = patched(copy, "PK\u0001\u0002", 26, 0);
    return patched(copy, "PK\u0001\u0002", 27, 0);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refused(String what, String code, byte[] file) {
    long start = System.nanoTime();
    List<SheetProblem> problems = SheetFixture.problems(file);
    assertThat(problems).extracting(SheetProblem::code).contains(code);
    assertThat(problems.stream().filter(p -> p.code().equals(code)))
        .allSatisfy(
            problem -> {
              assertThat(problem.found()).isNotBlank().hasSizeLessThan(400);
              assertThat(problem.expected()).isNotBlank();
              assertThat(problem.advice()).isNotBlank();
            });
    assertThat(problems).hasSizeLessThanOrEqualTo(SheetProblems.LISTED + 1);
    assertThat(System.nanoTime() - start)
        .as("nanoseconds, of a machine that may be busy")
        .isLessThan(TimeUnit.SECONDS.toNanos(10));
  }

  /** The kinds that {@code refused} has are many, and none is there twice. */
  @Test
  void theKindsAreMany() {
    List<Object> kinds = refused().map(kind -> kind.get()[0]).toList();
    assertThat(kinds).doesNotHaveDuplicates().hasSizeGreaterThan(90);
  }

  /** An entity that points to a server must not be asked for. */
  @Test
  void nothingIsFetched() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(300);
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/x";
      for (String type :
          List.of(
              "<!DOCTYPE x SYSTEM \"" + url + "\">",
              "<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + url + "\"> %p;]>",
              "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + url + "\">]>")) {
        SheetFixture.problems(
            withDocumentType(STRINGS, type, type.contains("ENTITY e") ? "&e;" : ""));
      }
      assertThatCode(server::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  /** Bytes changed anywhere are refused, or change nothing; no other exception, no hanging. */
  @Test
  void anyByteMayBeWrong() {
    Random random = new Random(7);
    byte[] xlsx = ours();
    byte[] csv = CardSheet.csv(NUMBERS, REVISION);
    for (int i = 0; i < 200; i++) {
      readOrRefuse(damaged(xlsx, random));
      readOrRefuse(damaged(csv, random));
    }
  }

  /** The same inside the parts, where check sums are right. */
  @ParameterizedTest
  @ValueSource(
      strings = {SHEET_PART, STRINGS, RELATIONS, "xl/workbook.xml", "xl/styles.xml", TYPES})
  void anyByteOfAPartMayBeWrong(String part) {
    Random random = new Random(8);
    Map<String, byte[]> parts = parts(ours());
    byte[] content = parts.get(part);
    for (int i = 0; i < 60; i++) {
      parts.put(part, damaged(content, random));
      readOrRefuse(zip(parts));
    }
  }

  private static byte[] damaged(byte[] file, Random random) {
    byte[] damaged = file.clone();
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      damaged[random.nextInt(damaged.length)] = (byte) (32 + random.nextInt(96));
    }
    return damaged;
  }

  private static void readOrRefuse(byte[] file) {
    try {
      assertThat(SheetReader.read(file, NUMBERS).revision()).isNotEmpty();
    } catch (InvalidSheet e) {
      assertThat(e.problems()).isNotEmpty();
    }
  }
}
