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
import org.junit.jupiter.params.provider.ValueSource;

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

  private DossierBuilder sharingErrors(int percent) {
    return new DossierBuilder()
        .claim("c", "killed")
        .source("a", "wire-agency")
        .source(
            "b",
            "independent-media",
            "copies: [{source: 'a', percent: %d, shared: 2, asOf: '2024-03-15'}]"
                .formatted(percent));
  }

  private static DossierBuilder bothSaySo(DossierBuilder dossier, String stance) {
    return dossier
        .report("a", "a", "publishedAt: '2024-03-17'", "c asserts")
        .report("b", "b", "publishedAt: '2024-03-18'", "c asserts " + stance);
  }

  @ParameterizedTest
  @CsvSource({"89, none-given, 2", "90, none-given, 1", "90, interviews, 2", "99, none-given, 1"})
  void ofSourcesThatHaveSharedErrorsTheLaterMayHaveItFromTheEarlier(
      int percent, String basis, int origins) {
    Derived derived = Derived.of("c", bothSaySo(sharingErrors(percent), basis));

    assertThat(derived.independent()).isEqualTo(origins);
    assertThat(derived.links().contains(List.of("shared-errors"))).isEqualTo(origins == 1);
  }

  @Test
  void itIsTheSameWhicheverOfTheTwoTellsOfIt() {
    DossierBuilder told =
        new DossierBuilder()
            .claim("c", "killed")
            .source(
                "a",
                "wire-agency",
                "copies: [{source: 'b', percent: 95, shared: 2, asOf: '2024-03-15'}]")
            .source("b", "independent-media");

    assertThat(Derived.of("c", bothSaySo(told, "none-given")).fact(Corroboration.class).facts())
        .containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "b"})
  void thatSourcesShareErrorsCountsForNothingWhereOneIsConfidential(String marked) {
    DossierBuilder dossier =
        new DossierBuilder()
            .claim("c", "killed")
            .source("a", "wire-agency", "confidential: " + marked.equals("a"))
            .source(
                "b",
                "independent-media",
                "copies: [{source: 'a', percent: 95, shared: 2, asOf: '2024-03-15'}], confidential: "
                    + marked.equals("b"));

    assertThat(Derived.of("c", bothSaySo(dossier, "none-given")).independent()).isEqualTo(2);
  }

  @Test
  void whoEchoesAnotherTakesNoOriginFromWhomHeSharesErrorsWith() {
    DossierBuilder echo =
        sharingErrors(95)
            .source("x", "ngo")
            .report("x", "x", "publishedAt: '2024-03-16'", "c asserts")
            .report("a", "a", "publishedAt: '2024-03-17', cites: ['x']", "c asserts")
            .report("b", "b", "publishedAt: '2024-03-18'", "c asserts");

    assertThat(Derived.of("c", echo).independent()).isEqualTo(2);
  }
}
