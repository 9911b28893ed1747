package org.bilan.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bilan.sheet.SheetFixture.NUMBERS;
import static org.bilan.sheet.SheetFixture.REVISION;
import static org.bilan.sheet.SheetFixture.grid;
import static org.bilan.sheet.SheetFixture.problems;
import static org.bilan.sheet.SheetFixture.set;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bilan.assessment.Language;
import org.bilan.ruleset.CardNumber;
import org.bilan.ruleset.CardNumbers;
import org.bilan.ruleset.NumberChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Sheets as editors send them back: what is read, and what is told of what cannot be. */
class EditedSheetTest {

  private static final CardNumber FIRST = NUMBERS.all().get(0);
  private static final int OTHER = FIRST.value() == FIRST.most() ? FIRST.least() : FIRST.most();
  private static final List<NumberChange> CHANGE =
      List.of(new NumberChange(FIRST.address(), OTHER));

  private static List<List<Object>> edited() {
    return grid(grid -> set(grid, 1, Column.VALUE, OTHER));
  }

  // What is wrong, where, in both formats.

  private static Arguments wrong(
      String what, Consumer<List<List<Object>>> edit, String... codesAndCells) {
    return Arguments.of(what, edit, List.of(codesAndCells));
  }

  static Stream<Arguments> wrong() {
    String missing = "number.missing -";
    return Stream.of(
        wrong("half", g -> set(g, 4, Column.VALUE, 12.5), "value.not-whole C5"),
        wrong("unit in it", g -> set(g, 4, Column.VALUE, "12 db"), "value.not-whole C5"),
        wrong("decimal comma", g -> set(g, 4, Column.VALUE, "1,0"), "value.not-whole C5"),
        wrong("word", g -> set(g, 4, Column.VALUE, "two"), "value.not-whole C5"),
        wrong("date as text", g -> set(g, 4, Column.VALUE, "01/02/2026"), "value.not-whole C5"),
        wrong("truth", g -> set(g, 4, Column.VALUE, true), "value.not-whole C5"),
        wrong("error", g -> set(g, 4, Column.VALUE, "#REF!"), "value.not-whole C5"),
        wrong("percentage", g -> set(g, 4, Column.VALUE, "5%"), "value.not-whole C5"),
        wrong("arabic digits", g -> set(g, 4, Column.VALUE, "٣"), "value.not-whole C5"),
        wrong("hexadecimal", g -> set(g, 4, Column.VALUE, "0x1"), "value.not-whole C5"),
        wrong("nothing", g -> set(g, 4, Column.VALUE, null), "value.missing C5"),
        wrong("spaces", g -> set(g, 4, Column.VALUE, " \u00A0"), "value.missing C5"),
        wrong("too large", g -> set(g, 4, Column.VALUE, 99), "number.outside-limits C5"),
        wrong("too small", g -> set(g, 4, Column.VALUE, -99), "number.outside-limits C5"),
        wrong(
            "larger than a number can be",
            g -> set(g, 4, Column.VALUE, 4294967297L),
            "number.outside-limits C5"),
        wrong("other unit", g -> set(g, 4, Column.UNIT, "nepers"), "cell.not-editable D5"),
        wrong("other lower limit", g -> set(g, 4, Column.LEAST, -50), "cell.not-editable E5"),
        wrong("other upper limit", g -> set(g, 4, Column.MOST, 50), "cell.not-editable F5"),
        wrong("no upper limit", g -> set(g, 4, Column.MOST, null), "cell.not-editable F5"),
        wrong("other meaning", g -> set(g, 4, Column.MEANING_EN, "x"), "cell.not-editable G5"),
        wrong("no meaning", g -> set(g, 4, Column.MEANING_FR, null), "cell.not-editable H5"),
        wrong("rule renamed", g -> set(g, 4, Column.RULE, "access.x"), "rule.unknown A5", missing),
        wrong(
            "number renamed",
            g -> set(g, 4, Column.NUMBER, "wieght"),
            "number.unknown B5",
            missing),
        wrong("no rule", g -> set(g, 4, Column.RULE, null), "cell.missing A5", missing),
        wrong(
            "neither rule nor number",
            g -> {
              set(g, 4, Column.RULE, null);
              set(g, 4, Column.NUMBER, "");
            },
            "cell.missing A5",
            "cell.missing B5",
            missing),
        wrong("row removed", g -> g.remove(4), missing),
        wrong("row twice", g -> g.add(2, g.get(4)), "number.twice B6"),
        wrong("column removed", g -> g.forEach(row -> row.remove(3)), "column.missing -"),
        wrong(
            "column renamed",
            g -> set(g, 0, Column.UNIT, "units"),
            "column.unknown D1",
            "column.missing -"),
        wrong("column added", g -> g.forEach(row -> row.add("x")), "column.unknown J1"),
        wrong("note beside", g -> g.get(6).addAll(List.of("", "see me")), "column.unknown K1"),
        wrong("column twice", g -> g.forEach(row -> row.add(row.get(2))), "column.twice J1"),
        wrong("no values", g -> g.forEach(row -> row.remove(2)), "column.missing -"),
        wrong("no revision", g -> g.forEach(row -> row.remove(8)), "revision.missing -"),
        wrong("no revision in a row", g -> set(g, 4, Column.RULESET, null), "revision.missing I5"),
        wrong("two revisions", g -> set(g, 4, Column.RULESET, "abc"), "revision.several I5"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void wrong(String what, Consumer<List<List<Object>>> edit, List<String> expected) {
    for (SheetFixture.Format format : SheetFixture.Format.values()) {
      List<SheetProblem> problems = problems(format.write(grid(edit)));
      assertThat(problems.stream().map(p -> p.code() + " " + (p.cell().isEmpty() ? "-" : p.cell())))
          .as(format.name())
          .containsExactlyElementsOf(expected);
      assertThat(problems)
          .allSatisfy(
              problem -> {
                assertThat(problem.sheet()).isEqualTo(format.sheet());
                assertThat(problem.found()).isNotBlank();
                assertThat(problem.expected()).isNotBlank();
                assertThat(problem.advice()).isNotBlank();
                if (!problem.cell().isEmpty()) {
                  assertThat(problem.cell()).endsWith(String.valueOf(problem.row()));
                }
              });
    }
  }

  @ParameterizedTest
  @EnumSource
  void allThatIsWrongIsToldTogether(SheetFixture.Format format) {
    List<SheetProblem> problems =
        problems(
            format.write(
                grid(
                    g -> {
                      set(g, 2, Column.VALUE, "x");
                      set(g, 3, Column.VALUE, null);
                      set(g, 3, Column.UNIT, "x");
                      set(g, 5, Column.RULE, "acces.blackout");
                      set(g, 9, Column.VALUE, 1000);
                      set(g, 9, Column.RULESET, "x");
                    })));
    assertThat(problems)
        .extracting(SheetProblem::code)
        .containsExactly(
            "revision.several",
            "value.not-whole",
            "cell.not-editable",
            "value.missing",
            "rule.unknown",
            "number.outside-limits",
            "number.missing");
    assertThat(problems.get(4).advice()).contains("access.blackout");
    assertThat(problems.get(1).toString())
        .contains("value.not-whole at " + format.sheet() + " C3 (value): found the text x")
        .contains("expected a whole number, ");
  }

  @ParameterizedTest
  @EnumSource
  void everyRowCanBeWrongAndIsTold(SheetFixture.Format format) {
    List<List<Object>> grid = grid();
    for (int row = 1; row < grid.size(); row++) {
      set(grid, row, Column.VALUE, "?");
    }
    assertThat(problems(format.write(grid)))
        .hasSize(NUMBERS.all().size())
        .allMatch(problem -> problem.code().equals("value.not-whole"));
  }

  @ParameterizedTest
  @EnumSource
  void orderOfRowsAndColumnsEmptyOnesAndSpacesDoNotMatter(SheetFixture.Format format)
      throws InvalidSheet {
    List<List<Object>> grid = edited();
    List<List<Object>> rows = grid.subList(1, grid.size());
    Collections.shuffle(rows, new Random(4));
    List<Integer> columns = new ArrayList<>(List.of(8, 2, 7, 0, 1, 3, 6, 5, 4));
    List<List<Object>> other = new ArrayList<>();
    other.add(new ArrayList<>());
    for (List<Object> row : grid) {
      List<Object> moved = new ArrayList<>();
      moved.add(null);
      columns.forEach(column -> moved.add(row.get(column)));
      moved.add("  ");
      other.add(moved);
      other.add(new ArrayList<>(List.of("", "")));
    }
    other.get(1).set(1, " Ruleset ");
    assertThat(SheetReader.read(format.write(other), NUMBERS))
        .isEqualTo(new Edited(REVISION, CHANGE));
  }

  @ParameterizedTest
  @EnumSource
  void aWholeNumberThatWasKeptAsTextIsOne(SheetFixture.Format format) throws InvalidSheet {
    List<List<Object>> grid = grid(g -> set(g, 1, Column.VALUE, " " + OTHER + " "));
    assertThat(SheetReader.read(format.write(grid), NUMBERS).changes()).isEqualTo(CHANGE);
  }

  @Test
  void aSheetIsComparedToTheRevisionThatItWasMadeFrom() throws InvalidSheet {
    CardNumbers since = CardNumbers.of(NUMBERS.with(CHANGE));
    byte[] untouched = CardSheet.csv(NUMBERS, REVISION);
    assertThat(
            SheetReader.read(
                    untouched, revision -> Optional.of(revision.equals(REVISION) ? NUMBERS : since))
                .changes())
        .isEmpty();
    assertThat(SheetReader.read(untouched, since).changes())
        .containsExactly(new NumberChange(FIRST.address(), FIRST.value()));
    assertThatThrownBy(() -> SheetReader.read(untouched, revision -> Optional.empty()))
        .isInstanceOfSatisfying(
            InvalidSheet.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .satisfies(p -> assertThat(p.code()).isEqualTo("revision.unknown"))
                    .satisfies(p -> assertThat(p.found()).isEqualTo(REVISION)));
  }

  // .xlsx as programs write it.

  @Test
  void aTextMayStandInItsCellInPartsAndWithItsPronunciation() throws InvalidSheet {
    String meaning = FIRST.meaning().get(Language.EN);
    String runs =
        "<is><r><t>"
            + meaning.substring(0, 5)
            + "</t></r><r><rPr/><t><![CDATA["
            + meaning.substring(5)
            + "]]></t></r><rPh sb=\"0\" eb=\"1\"><t>spoken</t></rPh></is>";
    assertThat(
            SheetReader.read(
                    SheetFixture.withCell("G2", "<c r=\"G2\" t=\"inlineStr\">" + runs + "</c>"),
                    NUMBERS)
                .changes())
        .isEmpty();
    assertThat(
            SheetReader.read(
                    SheetFixture.withCell("G2", "<c r=\"G2\" t=\"str\"><v>" + meaning + "</v></c>"),
                    NUMBERS)
                .changes())
        .isEmpty();
  }

  @Test
  void aWholeNumberMayBeWrittenWithAnExponent() throws InvalidSheet {
    String value = OTHER + ".0E0";
    assertThat(
            SheetReader.read(
                    SheetFixture.withCell("C2", "<c r=\"C2\"><v>" + value + "</v></c>"), NUMBERS)
                .changes())
        .isEqualTo(CHANGE);
  }

  @Test
  void cellsNeedNotSayWhereTheyStand() throws InvalidSheet {
    byte[] file =
        SheetFixture.with(
            SheetFixture.xlsx(edited()),
            SheetFixture.SHEET_PART,
            xml -> xml.replaceAll("<(c|row) r=\"[A-Z0-9]+\"", "<$1"));
    assertThat(SheetReader.read(file, NUMBERS).changes()).isEqualTo(CHANGE);
  }

  // .csv as programs write it.

  static Stream<Arguments> csvDialects() {
    Charset western = Charset.forName("windows-1252");
    String comma = SheetFixture.text(edited(), ',');
    String semicolon = SheetFixture.text(edited(), ';');
    String tab = SheetFixture.text(edited(), '\t');
    return Stream.of(
        Arguments.of("commas", comma.getBytes(StandardCharsets.UTF_8)),
        Arguments.of("Excel in French", semicolon.getBytes(western)),
        Arguments.of(
            "Excel in French, UTF-8", ("\uFEFF" + semicolon).getBytes(StandardCharsets.UTF_8)),
        Arguments.of("Excel's Unicode text", ("\uFEFF" + tab).getBytes(StandardCharsets.UTF_16LE)),
        Arguments.of(
            "UTF-16, big end first", ("\uFEFF" + comma).getBytes(StandardCharsets.UTF_16BE)),
        Arguments.of("separator told", ("sep=;\r\n" + semicolon).getBytes(StandardCharsets.UTF_8)),
        Arguments.of("lines by LF", comma.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8)),
        Arguments.of("lines by CR", comma.replace("\r\n", "\r").getBytes(StandardCharsets.UTF_8)),
        Arguments.of("all quoted", quoted(';').getBytes(StandardCharsets.UTF_8)),
        Arguments.of("no last line break", comma.strip().getBytes(StandardCharsets.UTF_8)));
  }

  private static String quoted(char separator) {
    StringBuilder text = new StringBuilder();
    for (List<Object> row : edited()) {
      row.forEach(
          cell ->
              text.append('"')
                  .append(cell.toString().replace("\"", "\"\""))
                  .append('"')
                  .append(separator));
      text.setCharAt(text.length() - 1, '\n');
    }
    return text.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void csvDialects(String what, byte[] file) throws InvalidSheet {
    assertThat(SheetReader.read(file, NUMBERS)).isEqualTo(new Edited(REVISION, CHANGE));
  }

  @Test
  void lineBreaksThatAProgramPutIntoAMeaningAreNoEdit() throws InvalidSheet {
    List<List<Object>> grid =
        grid(
            g -> {
              String meaning = (String) g.get(1).get(Column.MEANING_EN.ordinal());
              set(g, 1, Column.MEANING_EN, meaning.replaceFirst(" ", "\r\n "));
              set(g, 2, Column.VALUE, "x");
            });
    assertThat(problems(SheetFixture.csv(grid, ',', StandardCharsets.UTF_8)))
        .as("rows are counted as programs do, not by lines")
        .singleElement()
        .satisfies(problem -> assertThat(problem.cell()).isEqualTo("C3"));
  }
}
