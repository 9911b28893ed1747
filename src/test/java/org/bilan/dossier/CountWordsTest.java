package org.bilan.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountWordsTest {

  private static OptionalInt number(String text) {
    return text.equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
  }

  private static void means(String words, String least, String most) {
    assertThat(CountWords.meaning(words))
        .as(words)
        .hasValueSatisfying(
            meaning -> {
              assertThat(meaning.least()).as("least").isEqualTo(number(least));
              assertThat(meaning.most()).as("most").isEqualTo(number(most));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "several | 2 | -",
        "Several people | 2 | -",
        "a few | 2 | -",
        "a couple | 2 | -",
        "a pair | 2 | 2",
        "tens | 10 | -",
        "dozens of civilians | 12 | -",
        "Dozens | 12 | -",
        "scores | 20 | -",
        "hundreds | 100 | -",
        "thousands | 1000 | -",
        "tens of thousands | 10000 | -",
        "a dozen | 11 | 13",
        "half a dozen | 5 | 7",
        "two dozen | 22 | 26",
        "several dozen | 24 | -",
        "several hundred | 200 | -",
        "at least 10 | 10 | -",
        "at least ten people killed | 10 | -",
        "at least a dozen | 12 | -",
        "ten at least | 10 | -",
        "no fewer than 12 | 12 | -",
        "more than 10 | 11 | -",
        "over 1,000 | 1001 | -",
        "10+ | 10 | -",
        "up to 20 | - | 20",
        "as many as twenty-five | - | 25",
        "no more than 3 | - | 3",
        "fewer than 10 | - | 9",
        "nearly 100 | 90 | 100",
        "about 5 | 4 | 6",
        "between 10 and 15 | 10 | 15",
        "10-15 | 10 | 15",
        "10–15 dead | 10 | 15",
        "two or three | 2 | 3",
        "14 | 14 | 14",
        "fourteen | 14 | 14",
        "two hundred | 200 | 200",
        "nobody | 0 | 0",
        "no casualties | 0 | 0",
      })
  void inEnglish(String words, String least, String most) {
    means(words, least, most);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plusieurs | 2 | -",
        "quelques | 2 | -",
        "un couple | 2 | 2",
        "une dizaine | 9 | 11",
        "une dizaine de morts | 9 | 11",
        "Une douzaine | 11 | 13",
        "une demi-douzaine | 5 | 7",
        "une vingtaine | 18 | 22",
        "une trentaine | 27 | 33",
        "une quarantaine | 36 | 44",
        "une cinquantaine | 45 | 55",
        "une soixantaine | 54 | 66",
        "une centaine | 90 | 110",
        "des dizaines | 10 | -",
        "des dizaines de personnes tuées | 10 | -",
        "des douzaines | 12 | -",
        "des centaines | 100 | -",
        "des milliers | 1000 | -",
        "plusieurs dizaines | 20 | -",
        "quelques centaines | 200 | -",
        "au moins 10 | 10 | -",
        "au moins une dizaine de morts | 10 | -",
        "dix morts au moins | 10 | -",
        "plus de 20 | 21 | -",
        "plus d'une dizaine | 11 | -",
        "jusqu'à vingt | - | 20",
        "moins de dix | - | 9",
        "près de 1 000 | 900 | 1000",
        "environ 30 | 27 | 33",
        "entre 10 et 15 | 10 | 15",
        "de dix à quinze | 10 | 15",
        "dix-sept | 17 | 17",
        "vingt et un | 21 | 21",
        "soixante-quinze | 75 | 75",
        "quatre-vingt-douze | 92 | 92",
        "deux cents | 200 | 200",
        "personne | 0 | 0",
        "aucun mort | 0 | 0",
      })
  void inFrench(String words, String least, String most) {
    means(words, least, most);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "عشرات | 10 | -",
        "العشرات | 10 | -",
        "عشرات القتلى | 10 | -",
        "مئات | 100 | -",
        "المئات من القتلى | 100 | -",
        "آلاف | 1000 | -",
        "عدد من | 2 | -",
        "عدد من القتلى | 2 | -",
        "عدة أشخاص | 2 | -",
        "بضعة أشخاص | 3 | 9",
        "ما لا يقل عن 10 | 10 | -",
        "ما لا يقل عن ١٢ قتيلا | 12 | -",
        "أكثر من عشرين | 21 | -",
        "أكثر من 20 شخصًا | 21 | -",
        "نحو 50 | 45 | 55",
        "لا أحد | 0 | 0",
      })
  void inArabic(String words, String least, String most) {
    means(words, least, most);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "?",
        "untold",
        "one of the dead",
        "none of the wounded died",
        "more than",
        "at least several",
        "fewer than 0",
        "between 15 and 10",
        "99999999",
        "more dozens",
        "a large number of the dozens",
        "2,5 dozen"
      })
  void whatIsNotKnownHasNoMeaning(String words) {
    assertThat(CountWords.meaning(words)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // words | min | max | least | most
        "several | - | - | 2 | -",
        "several | 5 | - | 5 | -",
        "several | - | 8 | 2 | 8",
        "dozens | - | 8 | 8 | 8",
        "up to 20 | 5 | - | 5 | 20",
        "une dizaine | 15 | - | 15 | 15",
        "untold | - | - | - | -",
      })
  void statedNumbersStandAboveWords(
      String words, String min, String max, String least, String most) {
    Count count = new Count(number(min), number(max), Optional.of(words));

    assertThat(count.least()).isEqualTo(number(least));
    assertThat(count.most()).isEqualTo(number(most));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "several | - | 1 | true",
        "several | 1 | - | false",
        "several | 40 | 40 | false",
        "up to 20 | 21 | - | true",
        "up to 20 | 20 | 30 | false",
        "at least 10 | - | 9 | true",
        "at least 10 | 3 | 10 | false",
        "dozens | - | 5 | true",
        "dozens | - | 6 | false",
        "une dizaine | 22 | - | false",
        "une dizaine | 23 | - | true",
        "une dizaine | - | 4 | true",
        "nobody | 1 | - | true",
        "14 | 15 | 15 | true",
        "untold | 3 | 3 | false",
      })
  void wordsAndNumbersContradictEachOtherWhereNoNumberFitsBoth(
      String words, String min, String max, boolean contradictory) {
    assertThat(new Count(number(min), number(max), Optional.of(words)).contradictory())
        .isEqualTo(contradictory);
  }

  @Test
  void theLargestNumbersDoNotOverflow() {
    Count count =
        new Count(OptionalInt.of(Limits.PEOPLE), OptionalInt.empty(), Optional.of("at least 10"));
    assertThat(count.contradictory()).isFalse();
    means("about 10000000", "9000000", "11000000");
  }

  @Test
  void hardWordingsAreReadAtOnce() {
    for (String hostile : new String[] {"a ".repeat(50), "and to ".repeat(14), "1 ".repeat(50)}) {
      assertThat(CountWords.meaning(hostile)).isEmpty();
    }
  }
}
