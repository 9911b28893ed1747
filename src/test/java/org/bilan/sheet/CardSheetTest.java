package org.bilan.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.sheet.SheetFixture.NUMBERS;
import static org.bilan.sheet.SheetFixture.REVISION;
import static org.bilan.sheet.SheetFixture.SHEET_PART;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bilan.assessment.Language;
import org.bilan.ruleset.CardNumber;
import org.bilan.ruleset.CardNumbers;
import org.bilan.ruleset.NumberChange;
import org.bilan.ruleset.RulesetFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Bilan writes, and that nothing of it is lost on the way back. */
class CardSheetTest {

  private static byte[] write(SheetFixture.Format format, CardNumbers numbers) {
    return format == SheetFixture.Format.CSV
        ? CardSheet.csv(numbers, REVISION)
        : CardSheet.xlsx(numbers, REVISION);
  }

  @ParameterizedTest
  @EnumSource
  void whatNobodyEditedChangesNothing(SheetFixture.Format format) throws InvalidSheet {
    assertThat(NUMBERS.all()).hasSizeGreaterThan(150);
    assertThat(SheetReader.read(write(format, NUMBERS), NUMBERS))
        .isEqualTo(new Edited(REVISION, List.of()));
  }

  /** In the very file that Bilan wrote, each number to each of its limits. */
  @ParameterizedTest
  @EnumSource
  void eachNumberThatIsEditedIsReadAndNoOther(SheetFixture.Format format) throws InvalidSheet {
    byte[] written = write(format, NUMBERS);
    List<CardNumber> all = NUMBERS.all();
    for (int i = 0; i < all.size(); i++) {
      CardNumber number = all.get(i);
      for (int other : new int[] {number.least(), number.most()}) {
        List<NumberChange> expected =
            other == number.value()
                ? List.of()
                : List.of(new NumberChange(number.address(), other));
        byte[] edited =
            format == SheetFixture.Format.CSV
                ? editCsv(written, number, other)
                : editXlsx(written, i + 2, number, other);
        assertThat(SheetReader.read(edited, NUMBERS).changes())
            .as(number.address() + " to " + other)
            .isEqualTo(expected);
      }
    }
  }

  private static byte[] editCsv(byte[] written, CardNumber number, int other) {
    String text = new String(written, StandardCharsets.UTF_8);
    String row = "\r\n" + number.rule() + "," + number.name() + ",";
    assertThat(text).contains(row + number.value() + ",");
    return text.replace(row + number.value() + ",", row + other + ",")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] editXlsx(byte[] written, int row, CardNumber number, int other) {
    java.util.regex.Pattern cell =
        java.util.regex.Pattern.compile(
            "(<c r=\"C" + row + "\"[^>]*><v>)" + number.value() + "</v>");
    Map<String, byte[]> parts = SheetFixture.parts(written);
    java.util.regex.Matcher found =
        cell.matcher(new String(parts.get(SHEET_PART), StandardCharsets.UTF_8));
    assertThat(found.find()).as("the cell C" + row).isTrue();
    parts.put(
        SHEET_PART, found.replaceFirst("$1" + other + "</v>").getBytes(StandardCharsets.UTF_8));
    return SheetFixture.zip(parts);
  }

  @ParameterizedTest
  @EnumSource
  void allNumbersEditedTogetherAreReadInTheSheetsOrder(SheetFixture.Format format)
      throws InvalidSheet {
    List<NumberChange> expected = new ArrayList<>();
    List<List<Object>> grid = SheetFixture.grid();
    for (int row = 1; row < grid.size(); row++) {
      CardNumber number = NUMBERS.all().get(row - 1);
      int other = number.value() == number.most() ? number.least() : number.most();
      SheetFixture.set(grid, row, Column.VALUE, other);
      expected.add(new NumberChange(number.address(), other));
    }
    assertThat(SheetReader.read(format.write(grid), NUMBERS).changes()).isEqualTo(expected);
  }

  @Test
  void bothLanguagesHaveAColumn() {
    assertThat(Column.values()).hasSize(7 + Language.values().length);
    for (Language language : Language.values()) {
      assertThat(Column.of("meaning (" + language.word() + ")")).isPresent();
    }
  }

  @Test
  void csvBeginsWithAByteOrderMarkAndEndsLinesAsTheRfcSays() {
    String text = new String(CardSheet.csv(NUMBERS, REVISION), StandardCharsets.UTF_8);
    assertThat(text)
        .startsWith("\uFEFFrule,number,value,unit,least,most,meaning (en),meaning (fr),ruleset\r\n")
        .endsWith(REVISION + "\r\n")
        .contains("était");
  }

  @Test
  void xlsxHoldsNumbersAsNumbersUnderAFrozenHeader() {
    byte[] file = CardSheet.xlsx(NUMBERS, REVISION);
    String sheet = SheetFixture.part(file, SHEET_PART);
    CardNumber first = NUMBERS.all().get(0);
    assertThat(sheet)
        .containsPattern("<c r=\"C2\" s=\"[1-9][0-9]*\"[^>]*><v>" + first.value() + "</v>")
        .containsPattern("<c r=\"E2\"[^>]*><v>" + first.least() + "</v>")
        .containsPattern("<c r=\"F2\"[^>]*><v>" + first.most() + "</v>")
        .contains("state=\"frozen\"")
        .contains("width=\"90")
        .contains("sqref=\"C2:C" + (NUMBERS.all().size() + 1) + "\"")
        .doesNotContain("<f>");
    assertThat(SheetFixture.part(file, "xl/workbook.xml")).contains("name=\"numbers\"");
  }

  private static final String CARD =
      """
      title: {en: A, fr: B}
      weight: {value: 1, limits: [0, 2]}
      numbers:
        odd:
          value: 1
          unit: people
          meaning: {en: %s, fr: "'déjà \\"lu\\", dit-on;\\nnon"}
          limits: [-1, 2]
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(1)",
        "\\tx",
        "\\rx",
        "\\n=1",
        " =1",
        "'=1",
        "''=1",
        "'plain",
        "＝1+1",
        "a, b; c",
        "-5",
        "=HYPERLINK(\\\"http://a\\\")"
      })
  void noTextIsTakenForAFormulaAndNoneIsLost(String meaning) throws InvalidSheet {
    CardNumbers numbers =
        CardNumbers.of(RulesetFiles.of(Map.of("a/b.yaml", CARD.formatted('"' + meaning + '"'))));
    assertThat(numbers.all()).hasSize(2);
    byte[] csv = CardSheet.csv(numbers, REVISION);
    byte[] xlsx = CardSheet.xlsx(numbers, REVISION);
    assertThat(SheetReader.read(csv, numbers).changes()).isEmpty();
    assertThat(SheetReader.read(xlsx, numbers).changes()).isEmpty();
    assertThat(SheetFixture.part(xlsx, SHEET_PART)).doesNotContainPattern("<f[ >/]");
    try (var records =
        org.apache.commons.csv.CSVParser.parse(
            new String(csv, StandardCharsets.UTF_8), org.apache.commons.csv.CSVFormat.RFC4180)) {
      assertThat(records.getRecords().stream().flatMap(r -> Stream.of(r.values())))
          .noneMatch(
              cell ->
                  cell.strip().matches("(?s)[=+@＝].*|-.*[^0-9].*") || cell.matches("(?s)[\t\r].*"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void armourComesOffAsItWentOn() {
    for (String text :
        List.of("", "'", "''", "=", "'=", "-", "'-1", "\t", "'\t", "x", "'x", " =")) {
      assertThat(Armour.off(Armour.on(text))).isEqualTo(text);
      assertThat(Armour.isFormula(Armour.on(text))).as("runs: " + text).isFalse();
    }
    assertThat(List.of("-4", "+4", "-4,5", " -4 ")).noneMatch(Armour::isFormula);
    assertThat(List.of("-4+1", "+cmd", "-", "=4", "@a", "\t=4", "－4")).allMatch(Armour::isFormula);
  }
}
