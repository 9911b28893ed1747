package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bilan.dossier.DossierBuilder;
import org.bilan.evidence.Independence.Corroboration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeakLinksTest {

  private static final String QUOTE = "“we counted them in the evening behind the school”";

  private final DossierBuilder dossier =
      new DossierBuilder()
          .claim("c", "killed")
          .source("a", "wire-agency")
          .source("b", "independent-media");

  private Derived derived() {
    return Derived.of("c", dossier);
  }

  /** The quotation among so many words that nobody else uses. */
  private static String own(int speaker) {
    return IntStream.range(0, 30)
            .mapToObj(i -> "own" + speaker + "word" + i)
            .collect(Collectors.joining(" "))
        + " "
        + QUOTE;
  }

  private DossierBuilder tells(String report, int day, String text, String stance) {
    return dossier.report(
        report,
        report,
        "publishedAt: '2024-03-" + day + "', text: '" + text + "'",
        "c asserts " + stance);
  }

  @Test
  void whoQuotesTheSameWordsMayHaveThemFromThere() {
    tells("a", 17, own(1), "none-given");
    tells("b", 18, own(2), "none-given");

    assertThat(derived().independent()).isEqualTo(1);
    assertThat(derived().fact(Corroboration.class).uncertainOrigins()).isEqualTo(1);
    assertThat(derived().links()).containsExactlyInAnyOrder(List.of(), List.of("same-quote"));
  }

  @ParameterizedTest
  @CsvSource({"hearsay, 1", "none-given, 1", "interviews, 2", "records, 2"})
  void whoHasGroundsOfHisOwnIsNotAsked(String basis, int origins) {
    tells("a", 17, own(1), "none-given");
    tells("b", 18, own(2), basis);

    assertThat(derived().independent()).isEqualTo(origins);
  }

  @Test
  void whoWasThereIsTheOriginOfWhatIsQuotedEarlier() {
    dossier.source("x", "resident", "proximity: 'first-hand'");
    tells("a", 17, own(1), "none-given");
    dossier.report("x", "x", "publishedAt: '2024-03-18', text: '" + own(2) + "'", "c asserts");

    assertThat(derived().fact(Corroboration.class).facts()).containsExactly("x");
  }

  @Test
  void whatSaysTheContraryIsNoEchoOfIt() {
    tells("a", 17, own(1), "none-given");
    dossier.report("b", "b", "publishedAt: '2024-03-18', text: '" + own(2) + "'", "c denies");

    assertThat(derived().independent()).isEqualTo(1);
    assertThat(derived().fact(Contradictions.Denial.class).independentOrigins()).isEqualTo(1);
  }

  @Test
  void uncertainOriginsHoweverManyAddNoCertainOne() {
    tells("a", 17, own(1), "none-given");
    for (int i = 0; i < 5; i++) {
      dossier
          .source("o" + i, "independent-media")
          .report(
              "o" + i,
              "o" + i,
              "publishedAt: '2024-03-2" + i + "', text: '" + own(2 + i) + "'",
              "c asserts");
    }

    assertThat(derived().independent()).isEqualTo(1);
    assertThat(derived().fact(Corroboration.class).uncertainOrigins()).isEqualTo(5);
  }
}
