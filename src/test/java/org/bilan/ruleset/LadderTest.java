package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bilan.assessment.Finding;
import org.bilan.dossier.Proposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {

  private static Ladder.Rung<String> rung(
      String step, Map<String, Integer> numbers, Set<String> any, Set<String> none) {
    Map<String, Tunable> tunables = new java.util.HashMap<>();
    numbers.forEach((name, n) -> tunables.put(name, new Tunable(n, "", Map.of(), n, n)));
    boolean asks = !any.isEmpty() || !none.isEmpty();
    return new Ladder.Rung<>(
        step,
        Map.of(),
        false,
        tunables,
        asks ? Map.of(Ladder.Scope.CLAIM, new Ladder.Findings(any, none)) : Map.of());
  }

  private static final Ladder.Rung<String> REST = rung("rest", Map.of(), Set.of(), Set.of());

  private static final Ladder<String> LADDER =
      new Ladder<>(
          List.of(
              rung("low", Map.of("evidence-at-most", -8), Set.of("denied", "rival"), Set.of()),
              rung(
                  "high",
                  Map.of("evidence-at-least", 4, "independent-origins-at-least", 2),
                  Set.of(),
                  Set.of("denied")),
              rung("said", Map.of(), Set.of("admitted"), Set.of()),
              REST));

  @ParameterizedTest
  @CsvSource({
    "4, 2, '', high",
    "3, 2, '', rest",
    "4, 1, '', rest",
    "4, 2, denied, rest",
    "4, 2, admitted, high",
    "3, 0, admitted, said",
    "-8, 0, denied, low",
    "-8, 0, rival, low",
    "-7, 0, denied, rest",
    "-20, 0, admitted, said",
    "-20, 9, '', rest",
  })
  void theFirstRungWhoseConditionsAllHoldCounts(
      int evidence, int origins, String fired, String step) {
    assertThat(
            LADDER.step(
                evidence,
                origins,
                EnumSet.of(Proposition.HARM),
                fired.isEmpty() ? List.of() : List.of(finding(fired, Proposition.HARM))))
        .isEqualTo(step);
  }

  private static Finding finding(String rule, Proposition proposition) {
    return new Finding(rule, "topic", proposition, 0, null, List.of());
  }

  private static Ladder<String> asking(Ladder.Scope scope, Set<String> any, Set<String> none) {
    Ladder.Findings asked = new Ladder.Findings(any, none);
    return new Ladder<>(
        List.of(new Ladder.Rung<>("held", Map.of(), false, Map.of(), Map.of(scope, asked)), REST));
  }

  @ParameterizedTest
  @CsvSource({
    "STATUS, HARM, held",
    "STATUS, STATUS, rest",
    "HARM, RESPONSIBILITY, held",
  })
  void whatIsAskedOnOnePropositionMustHoldOnTheSame(
      Proposition denied, Proposition supported, String step) {
    Ladder<String> ladder = asking(Ladder.Scope.ONE, Set.of("denied"), Set.of("supported"));

    assertThat(ladder.complete()).isTrue();
    assertThat(
            ladder.step(
                0,
                0,
                EnumSet.allOf(Proposition.class),
                List.of(finding("denied", denied), finding("supported", supported))))
        .isEqualTo(step);
    assertThat(
            ladder.step(
                0, 0, EnumSet.of(Proposition.HARM), List.of(finding("supported", supported))))
        .isEqualTo("rest");
  }

  @Test
  void whatIsAskedOnEveryPropositionMustHoldOnEachThatIsAsserted() {
    Ladder<String> ladder = asking(Ladder.Scope.EVERY, Set.of("admitted"), Set.of());
    List<Finding> onTwo =
        List.of(
            finding("admitted", Proposition.HARM), finding("admitted", Proposition.RESPONSIBILITY));

    assertThat(ladder.step(0, 0, EnumSet.allOf(Proposition.class), onTwo)).isEqualTo("rest");
    assertThat(ladder.step(0, 0, EnumSet.of(Proposition.HARM, Proposition.RESPONSIBILITY), onTwo))
        .isEqualTo("held");
  }

  @Test
  void onlyTheLastRungTakesAll() {
    Ladder.Rung<String> conditional = LADDER.rungs().get(0);

    assertThat(LADDER.complete()).isTrue();
    assertThat(new Ladder<>(List.of(REST)).complete()).isTrue();
    assertThat(new Ladder<String>(List.of()).complete()).isFalse();
    assertThat(new Ladder<>(List.of(conditional)).complete()).isFalse();
    assertThat(new Ladder<>(List.of(REST, conditional)).complete()).isFalse();
    assertThat(new Ladder<>(List.of(REST, REST)).complete()).isFalse();
  }

  @Test
  void aLadderWithoutItsLastRungSaysSo() {
    Ladder<String> incomplete = new Ladder<>(LADDER.rungs().subList(0, 1));

    assertThatThrownBy(() -> incomplete.step(0, 0, Set.of(), List.of()))
        .isInstanceOf(IllegalStateException.class);
  }
}
