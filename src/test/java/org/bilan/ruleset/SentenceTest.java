package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bilan.assessment.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceTest {

  private static String render(Object value, Language language) {
    return Sentence.of("<{x}>").render(Map.of("x", value), language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A             | <A>           | <A>",
        "A;B           | <A and B>     | <A et B>",
        "A;B;C         | <A, B and C>  | <A, B et C>"
      })
  void namesAreJoinedAsTheLanguageDoesIt(String names, String english, String french) {
    List<String> list = List.of(names.split(";"));

    assertThat(render(list, Language.EN)).isEqualTo(english);
    assertThat(render(list, Language.FR)).isEqualTo(french);
  }

  @Test
  void noNamesAreNoText() {
    assertThat(render(List.of(), Language.EN)).isEqualTo("<>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$1", "${x}", "\\", "\\\\1", "C:\\new", "$", "{x}", "{", "}", "{{x}}", "", "é ع"})
  void valuesStandAsTheyAre(String value) {
    assertThat(render(value, Language.EN)).isEqualTo("<" + value + ">");
    assertThat(render(List.of(value, value), Language.FR))
        .isEqualTo("<" + value + " et " + value + ">");
  }

  @Test
  void numbersStandAsTheyAre() {
    assertThat(render(12_345, Language.EN)).isEqualTo("<12345>");
    assertThat(render(-1, Language.FR)).isEqualTo("<-1>");
  }

  @Test
  void aValueMayBeNamedTwice() {
    assertThat(Sentence.of("{a}, {b}, {a}").render(Map.of("a", 1, "b", "{a}"), Language.EN))
        .isEqualTo("1, {a}, 1");
  }

  @Test
  void findsTheNamesInASentence() {
    assertThat(Sentence.names("{a} and { b} and {}")).containsExactly("", " b", "a");
    assertThat(Sentence.names("none")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{a}|false", "a|false", "{a|true", "a}|true", "{a}}|true", "{{a}|true", "}{|true"})
  void noticesBracesWithoutPartner(String wording, boolean unbalanced) {
    assertThat(Sentence.unbalanced(wording)).isEqualTo(unbalanced);
  }
}
