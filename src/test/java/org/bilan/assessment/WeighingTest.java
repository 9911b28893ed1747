package org.bilan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.dossier.Proposition.HARM;
import static org.bilan.dossier.Proposition.RESPONSIBILITY;
import static org.bilan.dossier.Proposition.STATUS;

import java.util.List;
import java.util.Map;
import org.bilan.dossier.Claim;
import org.bilan.dossier.DossierBuilder;
import org.bilan.dossier.Proposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeighingTest {

  private static final Map<String, Integer> CAPS = Map.of("imagery", 9, "wording", 0);

  private static Claim claim(String fields) {
    return new DossierBuilder()
        .party("army")
        .source("s", "resident")
        .claim("c", "killed", fields)
        .build()
        .claims()
        .get(0);
  }

  private static Finding finding(Proposition proposition, String topic, int weight) {
    return new Finding(
        topic + ".rule", topic, proposition, weight, new Because("", Map.of()), List.of());
  }

  private static Weighing weigh(String claim, Finding... findings) {
    return Weighing.of(claim(claim), -4, CAPS, List.of(findings));
  }

  @Test
  void withoutFindingsThePriorStands() {
    assertThat(weigh("").weakest()).isEqualTo(Score.of(-4));
    assertThat(weigh("").caps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "4, 5, 9, false",
    "5, 5, 9, true",
    "-4, -5, -9, false",
    "-7, -7, -9, true",
    "20, -12, 8, false",
    "20, -5, 9, true",
    "-20, 5, -9, true",
    "0, 0, 0, false"
  })
  void theSumOfATopicIsCappedOnBothSides(int one, int other, int counted, boolean capped) {
    Weighing weighing = weigh("", finding(HARM, "imagery", one), finding(HARM, "imagery", other));

    assertThat(weighing.propositions().get(HARM).evidence()).isEqualTo(-4 + counted);
    assertThat(weighing.caps())
        .isEqualTo(capped ? List.of(new Cap("imagery", HARM, one + other, counted)) : List.of());
  }

  @Test
  void aCapOfNothingSilencesATopic() {
    Weighing weighing = weigh("", finding(HARM, "wording", -3));

    assertThat(weighing.weakest().evidence()).isEqualTo(-4);
    assertThat(weighing.caps()).containsExactly(new Cap("wording", HARM, -3, 0));
  }

  @Test
  void topicsAreCappedEachAndThenAdded() {
    Weighing weighing =
        weigh(
            "", finding(HARM, "imagery", 30), finding(HARM, "toll", 30), finding(HARM, "toll", 1));

    assertThat(weighing.weakest().evidence()).isEqualTo(-4 + 9 + 31);
  }

  @Test
  void eachPropositionHasItsOwnSum() {
    Weighing weighing =
        weigh(
            "victims: 'civilian', responsible: 'army'",
            finding(HARM, "imagery", 8),
            finding(STATUS, "imagery", 20),
            finding(RESPONSIBILITY, "toll", -2));

    assertThat(weighing.propositions())
        .containsExactly(
            Map.entry(HARM, Score.of(4)),
            Map.entry(STATUS, Score.of(5)),
            Map.entry(RESPONSIBILITY, Score.of(-6)));
    assertThat(weighing.caps()).containsExactly(new Cap("imagery", STATUS, 20, 9));
  }

  @ParameterizedTest
  @CsvSource({"9, 5, 7, 1", "1, 5, 9, -3", "5, 1, 9, -3", "5, 9, 1, -3", "3, 3, 3, -1"})
  void theWeakestPropositionIsTheClaims(int harm, int status, int responsibility, int evidence) {
    Weighing weighing =
        weigh(
            "victims: 'civilian', responsible: 'army'",
            finding(HARM, "toll", harm),
            finding(STATUS, "toll", status),
            finding(RESPONSIBILITY, "toll", responsibility));

    assertThat(weighing.weakest().evidence()).isEqualTo(evidence);
  }

  @Test
  void whatIsNotAssertedIsNotWeighed() {
    Weighing weighing =
        weigh(
            "victims: 'unknown'",
            finding(STATUS, "toll", -20),
            finding(RESPONSIBILITY, "toll", -20));

    assertThat(weighing.propositions()).containsOnlyKeys(HARM);
    assertThat(weighing.weakest().evidence()).isEqualTo(-4);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 50", "1, 56", "2, 61", "3, 67", "4, 72", "5, 76", "6, 80", "7, 83", "8, 86", "9, 89",
    "10, 91", "13, 95", "15, 97", "20, 99", "22, 99", "23, 100", "24, 100", "-1, 44", "-4, 28",
    "-8, 14", "-10, 9", "-20, 1", "-23, 0", "-30, 0",
  })
  void theScoreIsTheProbabilityOfItsOdds(int evidence, int score) {
    assertThat(Score.of(evidence)).isEqualTo(new Score(score, evidence));
  }

  @Test
  void theScoreStaysWithinItsBoundsAndNeverFalls() {
    int before = 0;
    for (int evidence = -5_000; evidence <= 5_000; evidence++) {
      int score = Score.of(evidence).score();
      assertThat(score).isBetween(before, 100);
      assertThat(Score.of(-evidence).score()).as("symmetry").isBetween(99 - score, 101 - score);
      before = score;
    }
    assertThat(Score.of(Integer.MAX_VALUE).score()).isEqualTo(100);
    assertThat(Score.of(Integer.MIN_VALUE).score()).isZero();
  }
}
