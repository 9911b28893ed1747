package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.bilan.dossier.DossierBuilder;
import org.bilan.evidence.Wording.Anonymity;
import org.bilan.evidence.Wording.FirstHand;
import org.bilan.evidence.Wording.Grounds;
import org.bilan.evidence.Wording.Hedging;
import org.bilan.evidence.Wording.Ratings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

  private final DossierBuilder dossier =
      new DossierBuilder()
          .party("army", "jnim")
          .party("jnim")
          .claim("c", "killed", "responsible: 'army', victims: 'civilian'");

  private Derived derived() {
    return Derived.of("c", dossier);
  }

  @Test
  void whereNobodySpeaksForItNothingIsJudged() {
    dossier.says("a", "resident", "", "c denies firm witnessed");

    for (var type :
        Set.of(Hedging.class, Grounds.class, FirstHand.class, Anonymity.class, Ratings.class)) {
      assertThat(derived().missing(type)).isEqualTo(Set.of("reports.stances"));
    }
  }

  @Test
  void whatIsNotSaidOfASourceIsMissing() {
    dossier.says("a", "resident", "", "c asserts");

    assertThat(derived().missing(Hedging.class)).isEqualTo(Set.of("reports.stances.hedged"));
    assertThat(derived().missing(Grounds.class)).isEqualTo(Set.of("reports.stances.basis"));
    assertThat(derived().missing(FirstHand.class)).isEqualTo(Set.of("sources.proximity"));
    assertThat(derived().missing(Anonymity.class)).isEqualTo(Set.of("sources.anonymous"));
    assertThat(derived().missing(Ratings.class)).isEqualTo(Set.of("sources.reliability"));
  }

  @Test
  void whereAllHedgeItIsHedged() {
    dossier
        .says("a", "resident", "", "c asserts hedged")
        .says("b", "medical", "", "c asserts hedged");

    assertThat(derived().fact(Hedging.class).allHedged()).isTrue();
    assertThat(derived().fact(Hedging.class).firmOrigins()).isZero();
    assertThat(derived().fact(Hedging.class).facts()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void oneFirmVoiceIsEnough() {
    dossier
        .says("a", "resident", "", "c asserts hedged")
        .says("b", "medical", "", "c asserts firm")
        .says("d", "ngo", "", "c asserts");

    assertThat(derived().fact(Hedging.class).allHedged()).isFalse();
    assertThat(derived().fact(Hedging.class).firmOrigins()).isEqualTo(1);
    assertThat(derived().fact(Hedging.class).facts()).containsExactly("b");
  }

  @Test
  void oneHedgedAndOneUnknownVoiceLeaveItOpen() {
    dossier.says("a", "resident", "", "c asserts hedged").says("b", "medical", "", "c asserts");

    assertThat(derived().missing(Hedging.class)).isEqualTo(Set.of("reports.stances.hedged"));
  }

  @Test
  void theFirmVoiceOfAPartyWithAStakeIsNotCounted() {
    dossier.says("spokesman", "armed-group", "party: 'jnim'", "c asserts firm records");

    assertThat(derived().fact(Hedging.class).allHedged()).isFalse();
    assertThat(derived().fact(Hedging.class).firmOrigins()).isZero();
    assertThat(derived().fact(Grounds.class).onlyHearsay()).isFalse();
    assertThat(derived().fact(Grounds.class).groundedOrigins()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "witnessed, 1, false",
    "interviews, 1, false",
    "records, 1, false",
    "imagery, 1, false",
    "hearsay, 0, true",
    "none-given, 0, true"
  })
  void groundsAreWhatWasSeenAskedOrKept(String basis, int grounded, boolean hearsay) {
    dossier.says("a", "resident", "", "c asserts " + basis);

    assertThat(derived().fact(Grounds.class).groundedOrigins()).isEqualTo(grounded);
    assertThat(derived().fact(Grounds.class).onlyHearsay()).isEqualTo(hearsay);
  }

  @Test
  void hearsayAndUnknownGroundsLeaveItOpen() {
    dossier.says("a", "resident", "", "c asserts hearsay").says("b", "medical", "", "c asserts");

    assertThat(derived().missing(Grounds.class)).isEqualTo(Set.of("reports.stances.basis"));
  }

  @ParameterizedTest
  @CsvSource({"first-hand, 1", "second-hand, 0", "remote, 0"})
  void countsWhoSpeaksAtFirstHand(String proximity, int origins) {
    dossier.says("a", "resident", "proximity: '" + proximity + "'", "c asserts");

    assertThat(derived().fact(FirstHand.class).origins()).isEqualTo(origins);
  }

  @Test
  void aProximityCalledUnknownIsMissing() {
    dossier.says("a", "resident", "proximity: 'unknown'", "c asserts");

    assertThat(derived().missing(FirstHand.class)).isEqualTo(Set.of("sources.proximity"));
  }

  @Test
  void anEchoIsNoFirstHand() {
    dossier
        .says("a", "resident", "proximity: 'first-hand'", "c asserts")
        .source("b", "witness", "proximity: 'first-hand'")
        .report("b", "b", "cites: ['a']", "c asserts");

    assertThat(derived().fact(FirstHand.class).origins()).isEqualTo(1);
  }

  @Test
  void aPartyThatFightsTheBlamedIsNoFirstHand() {
    dossier.says("x", "armed-group", "party: 'jnim', proximity: 'first-hand'", "c asserts");

    assertThat(derived().fact(FirstHand.class).origins()).isZero();
  }

  @Test
  void unnamedAreAllOnlyWhereThatIsKnownOfAll() {
    dossier
        .says("a", "resident", "anonymous: true", "c asserts")
        .says("b", "medical", "anonymous: true", "c asserts");
    assertThat(derived().fact(Anonymity.class).all()).isTrue();
    assertThat(derived().fact(Anonymity.class).facts()).containsExactlyInAnyOrder("a", "b");

    dossier.says("d", "ngo", "", "c asserts");
    assertThat(derived().missing(Anonymity.class)).isEqualTo(Set.of("sources.anonymous"));

    dossier.says("e", "monitor", "anonymous: false", "c asserts");
    assertThat(derived().fact(Anonymity.class).all()).isFalse();
    assertThat(derived().fact(Anonymity.class).facts()).isEmpty();
  }

  @Test
  void theBestRatingCounts() {
    dossier
        .says("a", "resident", "reliability: 'D'", "c asserts")
        .says("b", "medical", "reliability: 'B'", "c asserts");

    assertThat(derived().fact(Ratings.class).best()).isEqualTo(2);
    assertThat(derived().fact(Ratings.class).all()).isTrue();
    assertThat(derived().fact(Ratings.class).facts()).containsExactly("b");
  }

  @Test
  void whoIsNotRatedLeavesTheRatingIncomplete() {
    dossier
        .says("a", "resident", "reliability: 'E'", "c asserts")
        .says("b", "medical", "reliability: 'F'", "c asserts");

    assertThat(derived().fact(Ratings.class).best()).isEqualTo(5);
    assertThat(derived().fact(Ratings.class).all()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "reliability: 'F'"})
  void thatNobodyIsRatedIsMissing(String rating) {
    dossier.says("a", "resident", rating, "c asserts");

    assertThat(derived().missing(Ratings.class)).isEqualTo(Set.of("sources.reliability"));
  }
}
