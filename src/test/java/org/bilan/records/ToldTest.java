package org.bilan.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.bilan.assessment.Grade;
import org.bilan.dossier.DossierBuilder;
import org.bilan.evaluation.HumanGrades.HumanGrade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldTest {

  private final DossierBuilder dossier = new DossierBuilder().claim("c", "killed");

  private Told told(Grade grade, String claim, Terms terms) {
    return Told.of(
        dossier.build(), new HumanGrade(grade, Optional.ofNullable(claim), Map.of()), terms);
  }

  private Told told(Grade grade) {
    return told(grade, "c", Terms.USUAL);
  }

  @ParameterizedTest
  @CsvSource({
    "CONFIRMED, RIGHT, WRONG",
    "FAIR, RIGHT, WRONG",
    "WEAK, UNKNOWN, UNKNOWN",
    "CONTESTED, UNKNOWN, UNKNOWN",
    "DISCOUNTED, WRONG, RIGHT"
  })
  void whoAssertedItAndWhoDeniedItAreRightOrWrongByTheGrade(
      Grade grade, Verdict asserting, Verdict denying) {
    dossier.says("a", "resident", "", "c asserts").says("b", "military", "", "c denies");

    assertThat(told(grade).verdicts())
        .containsExactlyInAnyOrderEntriesOf(Map.of("a", asserting, "b", denying));
  }

  @Test
  void whichGradesAreWrongCanBeChosen() {
    dossier.says("a", "resident", "", "c asserts");
    Terms terms = new Terms(Identity.ID, EnumSet.of(Grade.WEAK), 0);

    assertThat(told(Grade.WEAK, "c", terms).verdicts()).containsEntry("a", Verdict.WRONG);
    assertThat(told(Grade.DISCOUNTED, "c", terms).verdicts()).containsEntry("a", Verdict.UNKNOWN);
  }

  @Test
  void whoOnlyRepeatsOthersHasJudgedNothing() {
    dossier
        .says("a", "resident", "", "c asserts")
        .says("b", "wire-agency", "", "c relays")
        .source("d", "ngo")
        .report("d", "d", "cites: ['a']", "c asserts");

    assertThat(told(Grade.FAIR).verdicts()).containsOnlyKeys("a");
  }

  @Test
  void aGradeOfTheIncidentIsOfItsOnlyClaimOfPeopleKilled() {
    dossier.claim("i", "injured").says("a", "resident", "", "c asserts", "i denies");
    assertThat(told(Grade.FAIR, null, Terms.USUAL).verdicts()).containsEntry("a", Verdict.RIGHT);

    dossier.claim("d", "killed");
    assertThat(told(Grade.FAIR, null, Terms.USUAL)).isEqualTo(Told.NOTHING);
    assertThat(told(Grade.FAIR, "none", Terms.USUAL)).isEqualTo(Told.NOTHING);
  }

  @Test
  void byNameTheNamelessAreNobodyAndTwoEntriesOfOneNameThatDisagreeSayNothing() {
    dossier
        .says("a", "resident", "", "c asserts")
        .says("b", "ngo", "name: 'Watch'", "c asserts")
        .says("d", "ngo", "name: 'Watch'", "c denies")
        .says("e", "ngo", "name: 'Bell'", "c asserts");
    Terms terms = new Terms(Identity.NAME, EnumSet.of(Grade.DISCOUNTED), 0);

    assertThat(told(Grade.FAIR, "c", terms).verdicts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("Watch", Verdict.UNKNOWN, "Bell", Verdict.RIGHT));
  }

  // Figures.

  private DossierBuilder figures() {
    return new DossierBuilder()
        .claim("three", "killed", "count: {min: 3, max: 3}")
        .claim("five", "killed", "count: {min: 5, max: 5}")
        .claim("hurt", "injured", "count: {min: 3, max: 3}")
        .says("a", "resident", "", "three asserts", "hurt asserts")
        .says("b", "ngo", "", "three asserts")
        .says("d", "wire-agency", "", "five relays")
        .says("e", "independent-media", "", "five asserts")
        .says("f", "medical", "", "five asserts", "three asserts")
        .says("g", "military", "", "three denies");
  }

  private static Map<SourcePair, Shared> pairs(DossierBuilder dossier, Grade grade, String claim) {
    return Told.of(
            dossier.build(), new HumanGrade(grade, Optional.of(claim), Map.of()), Terms.USUAL)
        .pairs();
  }

  @Test
  void whoGivesTheFigureThatPeopleFoundSupportedSharesARightOneAndOthersAWrongOne() {
    Shared different = new Shared(0, 0, 1);
    assertThat(pairs(figures(), Grade.FAIR, "three"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                new SourcePair("a", "b"), new Shared(1, 0, 0),
                new SourcePair("d", "e"), new Shared(0, 1, 0),
                new SourcePair("a", "d"), different,
                new SourcePair("a", "e"), different,
                new SourcePair("b", "d"), different,
                new SourcePair("b", "e"), different));
  }

  /** The figure "5 to 8" is supported; two others give another one, from least to most. */
  @ParameterizedTest
  @CsvSource({"5, 5, 0", "8, 12, 0", "1, 5, 0", "6, 7, 0", "1, 20, 0", "9, 9, 1", "4, 4, 1"})
  void onlyAFigureOutsideOfTheSupportedOneIsAnError(int least, int most, int wrong) {
    DossierBuilder ranges =
        new DossierBuilder()
            .claim("range", "killed", "count: {min: 5, max: 8}")
            .claim("other", "killed", "count: {min: %d, max: %d}".formatted(least, most))
            .says("a", "ngo", "", "range asserts")
            .says("b", "resident", "", "other asserts")
            .says("d", "resident", "", "other asserts");

    assertThat(
            pairs(ranges, Grade.FAIR, "range")
                .getOrDefault(new SourcePair("b", "d"), Shared.NOTHING))
        .isEqualTo(new Shared(0, wrong, 0));
  }

  @Test
  void whereAFigureIsDiscountedNobodyKnowsOfAnother() {
    assertThat(pairs(figures(), Grade.DISCOUNTED, "three"))
        .containsEntry(new SourcePair("a", "b"), new Shared(0, 1, 0))
        .containsEntry(new SourcePair("a", "d"), new Shared(0, 0, 1))
        .doesNotContainKey(new SourcePair("d", "e"));
  }

  @Test
  void nothingIsSharedWhereTheGradeTellsNothingOrAllSayTheSame() {
    assertThat(pairs(figures(), Grade.WEAK, "three")).isEmpty();
    DossierBuilder alike =
        new DossierBuilder()
            .claim("three", "killed", "count: {min: 3, max: 3}")
            .says("a", "resident", "", "three asserts")
            .says("b", "ngo", "", "three asserts");
    assertThat(pairs(alike, Grade.FAIR, "three")).isEmpty();
  }

  @Test
  void aTollThatHasRisenSinceIsNoSharedError() {
    DossierBuilder risen =
        figures()
            .claim("four", "killed", "count: {min: 4, max: 4}")
            .claim("six", "killed", "count: {min: 6, max: 6}, supersedes: 'four'")
            .says("h", "ngo", "", "four asserts")
            .says("k", "ngo", "", "four asserts");

    assertThat(pairs(risen, Grade.FAIR, "three")).doesNotContainKey(new SourcePair("h", "k"));
    assertThat(pairs(risen, Grade.FAIR, "four")).isEmpty();
  }

  @Test
  void otherVictimsAreAnotherMatter() {
    DossierBuilder fighters =
        figures()
            .claim("fighters", "killed", "count: {min: 9, max: 9}, victims: 'combatant'")
            .says("h", "ngo", "", "fighters asserts")
            .says("k", "ngo", "", "fighters asserts");

    assertThat(pairs(fighters, Grade.FAIR, "three").keySet())
        .noneMatch(pair -> pair.one().equals("h") || pair.other().equals("k"));
  }
}
