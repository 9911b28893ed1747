package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bilan.assessment.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The numbers of the shipped rules, found and changed. */
class CardNumbersTest {

  private static RulesetFiles files;
  private static CardNumbers numbers;

  @BeforeAll
  static void read() throws InvalidRuleset {
    files = RulesetFiles.read(Path.of("rules"));
    numbers = CardNumbers.of(files);
  }

  @Test
  void everyNumberThatTheLoaderReadsIsFound() throws InvalidRuleset {
    try (Ruleset ruleset = Ruleset.of(files)) {
      List<String> read = new ArrayList<>();
      for (RuleCard card : ruleset.cards()) {
        read.add(card.id() + " weight " + card.weight().value());
        card.numbers().forEach((name, n) -> read.add(card.id() + " " + name + " " + n.value()));
      }
      Settings settings = ruleset.settings();
      read.add("ruleset prior " + settings.prior().value());
      settings
          .caps()
          .forEach((topic, cap) -> read.add("ruleset caps." + topic + " " + cap.value()));
      rungs(read, "grades", settings.grades());
      rungs(read, "credibility", settings.credibility());
      assertThat(numbers.all().stream().map(n -> n.address() + " " + n.value()))
          .containsExactlyInAnyOrderElementsOf(read);
    }
    assertThat(numbers.all())
        .allSatisfy(
            number -> {
              assertThat(number.value()).isBetween(number.least(), number.most());
              assertThat(number.unit()).isNotBlank();
              assertThat(number.meaning()).containsOnlyKeys(Language.values());
            });
  }

  private static void rungs(List<String> read, String ladder, Ladder<?> rungs) {
    for (int i = 0; i < rungs.rungs().size(); i++) {
      int position = i + 1;
      rungs
          .rungs()
          .get(i)
          .numbers()
          .forEach(
              (name, n) ->
                  read.add("ruleset " + ladder + "." + position + "." + name + " " + n.value()));
    }
  }

  /** Also behind characters that a text counts twice. */
  @Test
  void anotherValueReplacesItsDigitsAndNothingElse() {
    RulesetFiles odd =
        files.with(
            Map.of("ruleset.yaml", "# \uD83D\uDD0D è\n" + files.texts().get("ruleset.yaml")));
    CardNumbers all = CardNumbers.of(odd);
    for (CardNumber number : all.all()) {
      int other = number.value() == number.most() ? number.least() : number.most();
      RulesetFiles changed = all.with(List.of(new NumberChange(number.address(), other)));
      List<String> before = odd.texts().get(number.file()).lines().toList();
      List<String> after = changed.texts().get(number.file()).lines().toList();
      assertThat(after).hasSameSizeAs(before);
      for (int line = 0; line < before.size(); line++) {
        if (line != number.line() - 1) {
          assertThat(after.get(line)).isEqualTo(before.get(line));
        }
      }
      assertThat(after.get(number.line() - 1))
          .isEqualTo(
              before
                  .get(number.line() - 1)
                  .replaceFirst("(value: *)" + number.value(), "$1" + other));
      assertThat(CardNumbers.of(changed).find(number.address()).orElseThrow().value())
          .isEqualTo(other);
      assertThat(changed.revision()).isNotEqualTo(odd.revision());
    }
  }

  @Test
  void severalChangesOfOneFileAreMadeTogether() {
    List<NumberChange> changes =
        numbers.all().stream()
            .filter(number -> number.rule().equals(CardNumbers.SETTINGS))
            .map(number -> new NumberChange(number.address(), number.most()))
            .toList();
    assertThat(changes).hasSizeGreaterThan(10);
    CardNumbers changed = CardNumbers.of(numbers.with(changes));
    assertThat(changed.all().stream().filter(n -> n.rule().equals(CardNumbers.SETTINGS)))
        .allSatisfy(number -> assertThat(number.value()).isEqualTo(number.most()));
  }

  @Test
  void aChangeThatDoesNotFitIsNamed() {
    CardNumber first = numbers.all().get(0);
    assertThat(numbers.fault(new NumberChange(first.address(), first.most()))).isNull();
    assertThat(numbers.fault(new NumberChange(first.address(), first.most() + 1)).code())
        .isEqualTo("number.outside-limits");
    assertThat(numbers.fault(new NumberChange(new CardNumber.Address(first.rule(), "wieght"), 1)))
        .satisfies(fault -> assertThat(fault.code()).isEqualTo("number.unknown"))
        .satisfies(fault -> assertThat(fault.advice()).contains("weight"));
    assertThat(
            numbers
                .fault(new NumberChange(new CardNumber.Address("none.such", "weight"), 1))
                .code())
        .isEqualTo("rule.unknown");
  }
}
