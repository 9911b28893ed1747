package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.bilan.dossier.DossierBuilder;
import org.bilan.evidence.Retractions.DeathsOfWounds;
import org.bilan.evidence.Retractions.Retraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetractionsTest {

  private final DossierBuilder dossier =
      new DossierBuilder()
          .source("s", "medical", "name: 'Hospital'")
          .claim("c", "killed", "count: {min: 14, max: 14}")
          .claim("none", "killed", "count: {max: 0}");

  private Derived derived() {
    return Derived.of("c", dossier);
  }

  private RetractionsTest on(int day, String id, String... stances) {
    dossier.report(id, "s", "publishedAt: '2024-03-" + day + "'", stances);
    return this;
  }

  @Test
  void whoDeniesLaterWhatHeSaidTakesItBack() {
    on(17, "r1", "c asserts").on(18, "r2", "c denies");

    Retraction retraction = derived().fact(Retraction.class);
    assertThat(retraction.made()).isTrue();
    assertThat(retraction.speakers()).containsExactly("Hospital");
    assertThat(retraction.facts()).containsExactly("r2");
  }

  @Test
  void whoSaysLaterThatNobodyWasHarmedTakesItBackAndTheReverse() {
    on(17, "r1", "c asserts").on(18, "r2", "none asserts");
    assertThat(derived().fact(Retraction.class).made()).isTrue();
    assertThat(Derived.of("none", dossier).fact(Retraction.class).made()).isFalse();

    dossier.source("t", "military");
    dossier.report("r3", "t", "publishedAt: '2024-03-17'", "none asserts");
    dossier.report("r4", "t", "publishedAt: '2024-03-18'", "c asserts");
    assertThat(Derived.of("none", dossier).fact(Retraction.class).facts()).containsExactly("r4");
  }

  @Test
  void anotherFigureIsNoRetraction() {
    dossier.claim("c9", "killed", "count: {min: 9, max: 9}");
    on(17, "r1", "c asserts").on(18, "r2", "c9 asserts");

    assertThat(derived().fact(Retraction.class).made()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"c relays, c denies", "c asserts, c doubts", "c asserts, none relays"})
  void onlyWhatIsSaidOnTheOwnAccountIsTakenBack(String before, String after) {
    on(17, "r1", before).on(18, "r2", after);
    dossier.says("a", "resident", "", "c asserts");

    assertThat(derived().fact(Retraction.class).made()).isFalse();
  }

  @Test
  void theLastWordCounts() {
    on(17, "r1", "c denies").on(18, "r2", "c asserts").on(19, "r3", "c denies");
    assertThat(derived().fact(Retraction.class).made()).isTrue();
    assertThat(derived().fact(Retraction.class).facts()).containsExactly("r3");

    on(20, "r4", "c asserts");
    assertThat(derived().fact(Retraction.class).made()).isFalse();
  }

  @Test
  void whoGainsByTakingItBackHasChangedItsDefence() {
    DossierBuilder dossier =
        new DossierBuilder()
            .party("army")
            .claim("blamed", "killed", "victims: 'civilian', responsible: 'army'")
            .source("staff", "military", "party: 'army'")
            .report("r1", "staff", "publishedAt: '2024-03-17'", "blamed asserts")
            .report("r2", "staff", "publishedAt: '2024-03-18'", "blamed denies");

    assertThat(Derived.of("blamed", dossier).fact(Retraction.class).made()).isFalse();
  }

  @Test
  void whoCorrectsAFigureTakesNothingElseBack() {
    dossier.claim("more", "killed", "count: {min: 40, max: 40}, supersedes: 'c'");
    on(17, "r1", "c asserts").on(18, "r2", "c denies", "more asserts");

    assertThat(derived().fact(Retraction.class).made()).isFalse();
  }

  @Test
  void whoMerelyRepeatedItHasNothingToTakeBack() {
    dossier
        .source("a", "resident")
        .report("a", "a", "publishedAt: '2024-03-16'", "c asserts")
        .source("outlet", "independent-media")
        .report("o1", "outlet", "publishedAt: '2024-03-17', cites: ['a']", "c asserts")
        .report("o2", "outlet", "publishedAt: '2024-03-18'", "c denies");

    assertThat(derived().fact(Retraction.class).made()).isFalse();
  }

  @Test
  void withoutDatesItIsNotKnown() {
    dossier.report("r1", "s", "", "c asserts").report("r2", "s", "", "c denies");
    assertThat(derived().missing(Retraction.class)).isEqualTo(Set.of("reports.publishedAt"));
  }

  @Test
  void ofTheSameDayItIsNoRetraction() {
    on(17, "r1", "c asserts").on(17, "r2", "c denies");
    assertThat(derived().fact(Retraction.class).made()).isFalse();
  }

  @Test
  void whereNobodyAssertsItNothingIsTakenBack() {
    on(17, "r1", "c denies");
    assertThat(derived().missing(Retraction.class)).isEqualTo(Set.of("reports.stances"));
    assertThat(derived().missing(DeathsOfWounds.class)).isEqualTo(Set.of("reports.stances"));
  }

  private void wounded(int before, int after) {
    String figure = "count: {min: %d, max: %d}";
    dossier
        .claim("c13", "killed", figure.formatted(13, 13))
        .claim("before", "injured", figure.formatted(before, before))
        .claim("after", "injured", figure.formatted(after, after));
    on(17, "r1", "c13 asserts", "before asserts").on(18, "r2", "c asserts", "after asserts");
  }

  @ParameterizedTest
  @CsvSource({"6, 5, true", "5, 5, false", "5, 6, false"})
  void aRiseInKilledWithAFallInInjuredLooksLikeDeathsOfWounds(
      int before, int after, boolean found) {
    wounded(before, after);

    assertThat(derived().fact(DeathsOfWounds.class).found()).isEqualTo(found);
    assertThat(Derived.of("c13", dossier).fact(DeathsOfWounds.class).found()).isFalse();
    assertThat(Derived.of("before", dossier).fact(DeathsOfWounds.class).found()).isFalse();
  }

  @Test
  void twoSourcesAreNoSeries() {
    dossier
        .claim("c13", "killed", "count: {min: 13, max: 13}")
        .claim("before", "injured", "count: {min: 6, max: 6}")
        .claim("after", "injured", "count: {min: 5, max: 5}")
        .says("other", "resident", "", "c asserts", "after asserts");
    on(17, "r1", "c13 asserts", "before asserts");

    assertThat(derived().fact(DeathsOfWounds.class).found()).isFalse();
  }

  @Test
  void whatIsSaidBeforeTheIncidentCountsForNothing() {
    on(10, "r1", "c asserts").on(18, "r2", "c denies");
    assertThat(derived().missing(Retraction.class)).isEqualTo(Set.of("reports.stances"));
  }
}
