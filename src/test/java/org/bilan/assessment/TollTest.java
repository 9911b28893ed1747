package org.bilan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierBuilder;
import org.bilan.dossier.Harm;
import org.bilan.dossier.Reliability;
import org.bilan.dossier.Victims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TollTest {

  private final DossierBuilder dossier = new DossierBuilder().source("s", "resident");
  private final Map<String, Grade> grades = new HashMap<>();
  private final Map<String, Integer> evidence = new HashMap<>();

  private TollTest claim(String id, Grade grade, int decibans, String fields) {
    dossier.claim(id, "killed", fields);
    grades.put(id, grade);
    evidence.put(id, decibans);
    return this;
  }

  private List<Toll> toll() {
    Dossier built = dossier.build();
    List<ClaimAssessment> assessed = new ArrayList<>();
    for (Claim claim : built.claims()) {
      int decibans = evidence.get(claim.id());
      assessed.add(
          new ClaimAssessment(
              claim.id(),
              Score.of(decibans).score(),
              decibans,
              grades.get(claim.id()),
              new Admiralty(Reliability.C, 3),
              Map.of(),
              List.of(),
              List.of(),
              List.of(),
              List.of()));
    }
    return Toll.of(
        built.claims(), assessed, Set.of(Grade.FAIR, Grade.CONFIRMED), givenWayTo(built));
  }

  /**
   * As if those who asserted a claim had themselves revised it, unless the revision is another's.
   */
  private static List<List<String>> givenWayTo(Dossier built) {
    return built.claims().stream()
        .map(
            claim ->
                built.claims().stream()
                    .filter(later -> later.supersedes().filter(claim.id()::equals).isPresent())
                    .map(Claim::id)
                    .filter(id -> !id.startsWith("others"))
                    .toList())
        .toList();
  }

  @Test
  void nobodyIsAFigure() {
    claim("a", Grade.FAIR, 5, "count: {max: 0}");

    assertThat(toll())
        .extracting(Toll::low, Toll::best, Toll::high)
        .containsExactly(tuple(0, 0, OptionalInt.of(0)));
  }

  @ParameterizedTest
  @CsvSource({"FAIR, 1", "CONFIRMED, 1", "WEAK, 0", "CONTESTED, 0", "DISCOUNTED, 0"})
  void onlyCountedGradesCount(Grade grade, int tolls) {
    claim("a", grade, 5, "count: {min: 3, max: 3}");

    assertThat(toll()).hasSize(tolls);
  }

  @Test
  void twoFiguresMakeARangeAndTheBetterSupportedIsTheBest() {
    claim("a", Grade.FAIR, 5, "count: {min: 13, max: 13}");
    claim("b", Grade.FAIR, 6, "count: {min: 14, max: 14}");

    assertThat(toll())
        .containsExactly(
            new Toll(Harm.KILLED, Victims.UNKNOWN, 13, 14, OptionalInt.of(14), List.of("a", "b")));
  }

  @Test
  void ofEqualSupportTheMoreConservativeIsTheBest() {
    claim("a", Grade.FAIR, 5, "count: {min: 14, max: 14}");
    claim("b", Grade.FAIR, 5, "count: {min: 10, max: 20}");

    assertThat(toll().get(0).best()).isEqualTo(10);
    assertThat(toll().get(0).high()).hasValue(20);
  }

  /** "At least 26" is better supported than "97" only because it says less. */
  @Test
  void aFigureWithAnUpperEndIsBetterThanALowerBound() {
    claim("bound", Grade.CONFIRMED, 15, "count: {min: 26}");
    claim("figure", Grade.FAIR, 9, "count: {min: 97, max: 97}");

    assertThat(toll().get(0).low()).isEqualTo(26);
    assertThat(toll().get(0).best()).isEqualTo(97);
    assertThat(toll().get(0).high()).isEmpty();
  }

  /** One man's thousand is not better than two that are admitted. */
  @Test
  void aLowerBoundThatIsFarBetterSupportedIsTheBest() {
    claim("figure", Grade.FAIR, 8, "count: {min: 1000, max: 1000}");
    claim("bound", Grade.CONFIRMED, 15, "count: {min: 2}");

    assertThat(toll().get(0).best()).isEqualTo(2);
  }

  @Test
  void aFigureThatIsRevisedGivesWayButStaysInTheRange() {
    claim("first", Grade.FAIR, 9, "count: {min: 5, max: 5}");
    claim("later", Grade.FAIR, 5, "count: {min: 9, max: 9}, supersedes: 'first'");

    Toll toll = toll().get(0);
    assertThat(toll.low()).isEqualTo(5);
    assertThat(toll.best()).isEqualTo(9);
    assertThat(toll.high()).hasValue(9);
    assertThat(toll.claims()).containsExactly("first", "later");
  }

  @Test
  void whatOnlyOthersSayReplacesAFigureDoesNotReplaceIt() {
    claim("first", Grade.FAIR, 9, "count: {min: 5, max: 5}");
    claim("others", Grade.FAIR, 5, "count: {min: 90, max: 90}, supersedes: 'first'");

    assertThat(toll().get(0).best()).isEqualTo(5);
    assertThat(toll().get(0).high()).hasValue(90);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"several | 2 |", "dozens | 12 |", "une dizaine | 9 | 11", "nobody | 0 | 0"})
  void wordsCountForTheLeastAndTheMostThatTheyCanMean(String words, int least, Integer most) {
    claim("a", Grade.FAIR, 5, "count: {words: '" + words + "'}");

    assertThat(toll().get(0).low()).isEqualTo(least);
    assertThat(toll().get(0).best()).isEqualTo(least);
    assertThat(toll().get(0).high())
        .isEqualTo(most == null ? OptionalInt.empty() : OptionalInt.of(most));
  }

  @Test
  void aRevisionThatDoesNotCountDoesNotRevise() {
    claim("first", Grade.FAIR, 9, "count: {min: 5, max: 5}");
    claim("later", Grade.WEAK, 5, "count: {min: 9, max: 9}, supersedes: 'first'");

    assertThat(toll().get(0).best()).isEqualTo(5);
    assertThat(toll().get(0).claims()).containsExactly("first");
  }

  @Test
  void anOpenFigureLeavesTheTollOpen() {
    claim("a", Grade.FAIR, 5, "count: {min: 13, max: 13}");
    claim("b", Grade.FAIR, 1, "count: {min: 2, words: 'several'}");

    Toll toll = toll().get(0);
    assertThat(toll.low()).isEqualTo(2);
    assertThat(toll.best()).isEqualTo(13);
    assertThat(toll.high()).isEmpty();
  }

  @Test
  void aClaimWithoutLeastNumberDoesNotCount() {
    claim("a", Grade.FAIR, 5, "count: {words: 'untold'}");
    claim("d", Grade.FAIR, 5, "count: {words: 'up to ten'}");
    claim("b", Grade.FAIR, 5, "count: {max: 9}");
    claim("c", Grade.FAIR, 5, "");

    assertThat(toll()).isEmpty();
  }

  @Test
  void nobodyIsATollToo() {
    claim("a", Grade.FAIR, 5, "count: {min: 0, max: 0}");

    assertThat(toll())
        .containsExactly(
            new Toll(Harm.KILLED, Victims.UNKNOWN, 0, 0, OptionalInt.of(0), List.of("a")));
  }

  @Test
  void harmsAndStatusesAreCountedApart() {
    claim("a", Grade.FAIR, 5, "victims: 'civilian', count: {min: 3, max: 3}");
    claim("b", Grade.FAIR, 5, "victims: 'combatant', count: {min: 4, max: 4}");
    claim("c", Grade.FAIR, 5, "victims: 'unknown', count: {min: 5, max: 5}");
    claim("d", Grade.FAIR, 5, "count: {min: 6, max: 6}");
    claim("e", Grade.FAIR, 5, "harm: 'injured', victims: 'civilian', count: {min: 7, max: 7}");

    assertThat(toll())
        .extracting(Toll::harm, Toll::victims, Toll::low, t -> t.high().getAsInt())
        .containsExactlyInAnyOrder(
            tuple(Harm.KILLED, Victims.CIVILIAN, 3, 3),
            tuple(Harm.KILLED, Victims.COMBATANT, 4, 4),
            tuple(Harm.KILLED, Victims.UNKNOWN, 5, 6),
            tuple(Harm.INJURED, Victims.CIVILIAN, 7, 7));
  }
}
