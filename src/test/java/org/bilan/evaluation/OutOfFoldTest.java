package org.bilan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Probabilities of cases by what others have shown. */
class OutOfFoldTest {

  private record Case(String incident, int decibans, boolean happened) {}

  private static List<OptionalDouble> probabilities(List<Case> cases, long seed) {
    return OutOfFold.probabilities(
        cases,
        Case::incident,
        each -> new IsotonicCalibration.Case(each.decibans(), each.happened()),
        seed);
  }

  private static List<Case> noise(int incidents) {
    Random random = new Random(1);
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < incidents; i++) {
      for (int j = 0; j <= i % 2; j++) {
        cases.add(new Case("i" + i, random.nextInt(20), random.nextBoolean()));
      }
    }
    return cases;
  }

  /** Two incidents are two folds: each is judged by the other one alone. */
  @Test
  void aCaseIsJudgedByOtherIncidentsOnly() {
    assertThat(
            probabilities(
                List.of(new Case("a", 5, true), new Case("a", 3, true), new Case("b", 4, false)),
                1))
        .containsExactly(OptionalDouble.of(0), OptionalDouble.of(0), OptionalDouble.of(1));
  }

  /** Else a change of its own outcome would change its probability. */
  @Test
  void whatBecameOfAnIncidentIsNotKnownToItsProbability() {
    List<Case> cases = noise(30);
    List<OptionalDouble> before = probabilities(cases, 1);
    int others = 0;
    for (int i = 0; i < cases.size(); i++) {
      String incident = cases.get(i).incident();
      List<Case> turned =
          cases.stream()
              .map(
                  each ->
                      each.incident().equals(incident)
                          ? new Case(incident, each.decibans(), !each.happened())
                          : each)
              .toList();
      assertThat(probabilities(turned, 1).get(i)).isEqualTo(before.get(i));
      others += probabilities(turned, 1).equals(before) ? 0 : 1;
    }
    assertThat(others).as("how often those of others changed").isGreaterThan(cases.size() / 2);
  }

  @Test
  void theOrderOfCasesIsIrrelevantAndTheSeedDeals() {
    List<Case> cases = noise(40);
    Map<Case, OptionalDouble> inOrder = new HashMap<>();
    List<OptionalDouble> first = probabilities(cases, 7);
    for (int i = 0; i < cases.size(); i++) {
      inOrder.put(cases.get(i), first.get(i));
    }
    List<Case> shuffled = new ArrayList<>(cases);
    Collections.shuffle(shuffled, new Random(2));
    List<OptionalDouble> second = probabilities(shuffled, 7);
    for (int i = 0; i < shuffled.size(); i++) {
      assertThat(second.get(i)).isEqualTo(inOrder.get(shuffled.get(i)));
    }
    assertThat(probabilities(cases, 8)).isNotEqualTo(first);
  }

  @Test
  void withoutOtherIncidentsThereIsNoProbability() {
    assertThat(probabilities(List.of(new Case("a", 1, true), new Case("a", 2, false)), 1))
        .containsOnly(OptionalDouble.empty());
    assertThat(probabilities(List.of(), 1)).isEmpty();
  }
}
