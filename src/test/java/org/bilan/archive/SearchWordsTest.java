package org.bilan.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ml-2024-03-17-amasrakad       | ml 2024 03 17 amasrakad",
        "a.b_c:d                       | a b c d",
        "Amasrakád                     | amasrakad",
        "AMASRAKA\u0301D               | amasrakad",
        "Straße, STRASSE, STRA\u1E9EE   | strasse",
        "İstanbul Diyarbakır           | istanbul diyarbakir",
        "Łódź Tromsø                   | lodz tromso",
        "ΟΔΟΣ οδος                     | οδοσ",
        "Мариу́поль Йошкар              | мариуполь иошкар",
        "القَائِم                        | القايم",
        "إدلب أدلب ادلب                | ادلب",
        "غـــزة غزه                     | غزه",
        "٢٠٢٤                           | 2024",
        "Saʿada                        | saada",
        "Qa'im                         | qa im",
        "阿马斯                         | 阿马 马斯 斯",
        "村 village村                   | 村 village",
        "한국                           | 한국",
        "'a\u200bb & c:* | ! (d)'      | ab c d",
        "ﬁre\0work ½                     | firework 1 2",
        "'... -- '                    | ''",
      })
  void textsBecomeTheWordsThatTheyAreFoundBy(String text, String words) {
    String expected =
        java.text.Normalizer.normalize(words == null ? "" : words, java.text.Normalizer.Form.NFKD);
    assertThat(String.join(" ", SearchWords.in(text))).isEqualTo(expected);
  }

  @Test
  void anApostropheIsSoughtApartAndJoined() {
    assertThat(SearchWords.query(SearchWords.sought("qa'im"), false))
        .isEqualTo("((qa:* & im:*) | (qaim:*))");
    assertThat(SearchWords.query(SearchWords.sought("qa'im  'now'"), true))
        .isEqualTo("((qa:*A & im:*A) | (qaim:*A)) & (now:*A)");
    assertThat(SearchWords.sought(" ' -- ")).isEmpty();
  }

  @Test
  void halfCharactersAndLongTextsAreNoWords() {
    assertThat(SearchWords.in("a\ud800b")).containsExactly("a", "b");
    assertThat(SearchWords.in("x".repeat(10_000))).containsExactly("x".repeat(64));
  }

  /** A rule that is renamed or withdrawn is not looked for in vain. */
  @Test
  void theRulesThatAskForALookAreThere() {
    assertThat(Signs.PICTURES)
        .allSatisfy(
            rule ->
                assertThat(Path.of("rules", rule.replace('.', '/') + ".yaml"))
                    .matches(Files::exists));
  }
}
