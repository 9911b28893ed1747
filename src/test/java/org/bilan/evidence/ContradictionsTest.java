package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.dossier.Proposition.HARM;
import static org.bilan.dossier.Proposition.RESPONSIBILITY;
import static org.bilan.dossier.Proposition.STATUS;

import java.util.List;
import java.util.Set;
import org.bilan.dossier.DossierBuilder;
import org.bilan.evidence.Contradictions.CountContradiction;
import org.bilan.evidence.Contradictions.Denial;
import org.bilan.evidence.Contradictions.DenialByAccused;
import org.bilan.evidence.Contradictions.Doubt;
import org.bilan.evidence.Contradictions.InsiderContradiction;
import org.bilan.evidence.Contradictions.ResponsibilityContradiction;
import org.bilan.evidence.Contradictions.StatusContradiction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContradictionsTest {

  private final DossierBuilder dossier =
      new DossierBuilder()
          .party("army", "jnim")
          .party("jnim")
          .claim("c", "killed", "victims: 'civilian', responsible: 'army'")
          .claim(
              "fighters",
              "killed",
              "victims: 'combatant', victimsParty: 'jnim', responsible: 'army'");

  private Derived derived() {
    return Derived.of("c", dossier);
  }

  @Test
  void whereNobodySpeaksNothingIsJudged() {
    dossier.source("s", "resident");

    for (var type :
        Set.of(
            CountContradiction.class,
            StatusContradiction.class,
            ResponsibilityContradiction.class,
            InsiderContradiction.class,
            Denial.class,
            DenialByAccused.class,
            Doubt.class)) {
      assertThat(derived().missing(type)).isEqualTo(Set.of("reports.stances"));
    }
  }

  /** "They were civilians, and that they fought is doubtful" says more than its first half. */
  @Test
  void whoDoubtsAClaimAndAssertsItsContraryContradictsIt() {
    dossier
        .says("army", "military", "party: 'army'", "fighters asserts")
        .says("a", "ngo", "", "c asserts", "fighters doubts");

    Derived fighters = Derived.of("fighters", dossier);

    assertThat(fighters.fact(StatusContradiction.class, STATUS).independentOrigins()).isOne();
    assertThat(fighters.fact(Doubt.class, STATUS).independentOrigins()).isZero();
  }

  /** "People were killed, but jihadists did it" does not deny that the ten were killed. */
  @Test
  void whoDeniesAClaimAndBlamesAnotherDeniesWhoDidItAndNotTheDeaths() {
    dossier
        .claim("ten", "killed", "count: {min: 10, max: 10}, responsible: 'army'")
        .claim("jnim", "killed", "responsible: 'jnim'")
        .claim("nobody", "killed", "count: {min: 0, max: 0}, responsible: 'jnim'")
        .says("w", "witness", "", "ten asserts")
        .says("a", "resident", "", "ten denies", "jnim asserts");

    assertThat(Derived.of("ten", dossier).fact(Denial.class, HARM).independentOrigins()).isZero();
    assertThat(Derived.of("ten", dossier).fact(Denial.class, RESPONSIBILITY).independentOrigins())
        .isOne();

    dossier.says("b", "resident", "", "ten denies", "nobody asserts");
    assertThat(Derived.of("ten", dossier).fact(Denial.class, HARM).independentOrigins()).isOne();
  }

  /** "They may have been fighters" leaves it open. */
  @ParameterizedTest
  @CsvSource({"hedged, 0, 1", "firm, 1, 0", "'', 1, 0"})
  void whoHedgesTheContraryDoubts(String how, int contradicting, int doubting) {
    dossier.says("a", "resident", "", "c asserts").says("b", "ngo", "", "fighters asserts " + how);

    assertThat(derived().fact(StatusContradiction.class, STATUS).independentOrigins())
        .isEqualTo(contradicting);
    assertThat(derived().fact(Doubt.class, STATUS).independentOrigins()).isEqualTo(doubting);
  }

  @Test
  void silenceIsNoContradiction() {
    dossier.says("a", "resident", "", "c asserts").says("b", "medical", "");

    assertThat(derived().fact(Denial.class).independentOrigins()).isZero();
    assertThat(derived().fact(CountContradiction.class).independentOrigins()).isZero();
    assertThat(derived().fact(CountContradiction.class).interestedOrigins()).isZero();
    assertThat(derived().fact(Doubt.class).independentOrigins()).isZero();
  }

  @Test
  void whoCallsThemFightersContradictsTheirStatusAndNothingElse() {
    dossier.says("a", "resident", "", "fighters asserts");

    assertThat(derived().fact(StatusContradiction.class, STATUS).independentOrigins()).isEqualTo(1);
    assertThat(derived().fact(StatusContradiction.class, STATUS).speakers()).containsExactly("a");
    assertThat(derived().fact(CountContradiction.class).independentOrigins()).isZero();
    assertThat(derived().fact(Denial.class, STATUS).independentOrigins()).as("denials").isZero();
    assertThat(
            derived().fact(ResponsibilityContradiction.class, RESPONSIBILITY).independentOrigins())
        .isZero();
  }

  @Test
  void theAccusedWhoCallsThemFightersIsCountedApart() {
    dossier.says("staff", "military", "party: 'army'", "fighters asserts");

    StatusContradiction fact = derived().fact(StatusContradiction.class, STATUS);
    assertThat(fact.independentOrigins()).isZero();
    assertThat(fact.interestedOrigins()).isEqualTo(1);
    assertThat(fact.facts()).containsExactly("staff");
  }

  @Test
  void anotherFigureContradictsHarm() {
    dossier
        .claim("ten", "injured", "count: {min: 10, max: 10}")
        .claim("fifty", "injured", "count: {min: 50, max: 50}")
        .says("a", "resident", "", "fifty asserts");

    assertThat(Derived.of("ten", dossier).fact(CountContradiction.class).independentOrigins())
        .isEqualTo(1);
  }

  @Test
  void anotherCulpritContradictsResponsibility() {
    dossier
        .claim("rival", "killed", "victims: 'civilian', responsible: 'jnim'")
        .says("a", "resident", "", "rival asserts")
        .says("staff", "military", "party: 'army'", "rival asserts");

    ResponsibilityContradiction fact =
        derived().fact(ResponsibilityContradiction.class, RESPONSIBILITY);
    assertThat(fact.independentOrigins()).isEqualTo(1);
    assertThat(fact.interestedOrigins()).isEqualTo(1);
    assertThat(fact.speakers()).as("those without a stake").containsExactly("a");
  }

  @Test
  void whoAssertsTwoClaimsTellsPartsOfOneStory() {
    dossier
        .claim("rival", "killed", "victims: 'civilian', responsible: 'jnim'")
        .says("a", "resident", "", "rival asserts")
        .says("b", "monitor", "", "c asserts", "rival asserts");
    assertThat(
            derived().fact(ResponsibilityContradiction.class, RESPONSIBILITY).independentOrigins())
        .as("one voice dissolves no contest")
        .isEqualTo(1);

    dossier.says("d", "ngo", "", "c asserts", "rival asserts");
    assertThat(
            derived().fact(ResponsibilityContradiction.class, RESPONSIBILITY).independentOrigins())
        .isZero();
  }

  /** Who shares errors with an echo may have it from whom that goes back to: a sign of nothing. */
  @ParameterizedTest
  @CsvSource({"', cites: [''a'']', asserts, 0", "'', relays, 0", "'', asserts, 2"})
  void anEchoWithWhomWitnessesShareErrorsTakesNoStoryFromThem(
      String fields, String says, int contradicting) {
    dossier
        .claim("rival", "killed", "victims: 'civilian', responsible: 'jnim'")
        .says("a", "resident", "", "rival asserts")
        .source("echo", "wire-agency")
        .report("echo", "echo", "publishedAt: '2024-03-17'" + fields, "rival " + says);
    for (String witness : List.of("b", "d")) {
      dossier
          .source(
              witness,
              "independent-media",
              "copies: [{source: 'echo', percent: 99, shared: 3, asOf: '2024-03-15'}]")
          .report(witness, witness, "publishedAt: '2024-03-18'", "c asserts", "rival asserts");
    }

    assertThat(
            derived().fact(ResponsibilityContradiction.class, RESPONSIBILITY).independentOrigins())
        .isEqualTo(contradicting);
  }

  @ParameterizedTest
  @CsvSource({
    "resident, publishedAt: '2023-03-16'",
    "resident, cites: ['a']",
    "military, ''",
  })
  void whoKnowsNothingOfItOrRepeatsOrTakesSidesReconcilesNothing(String kind, String fields) {
    dossier
        .claim("rival", "killed", "victims: 'civilian', responsible: 'jnim'")
        .says("a", "resident", "", "rival asserts");
    for (String id : new String[] {"x", "y", "z"}) {
      dossier
          .source(id, kind, kind.equals("military") ? "party: 'army'" : "")
          .report(id, id, fields, "c asserts", "rival asserts");
    }

    assertThat(
            derived().fact(ResponsibilityContradiction.class, RESPONSIBILITY).independentOrigins())
        .isEqualTo(1);
  }

  @Test
  void aPressReviewOfTwoVersionsDoesNotReconcileThem() {
    dossier
        .claim("rival", "killed", "victims: 'civilian', responsible: 'jnim'")
        .says("a", "resident", "", "rival asserts")
        .source("b", "independent-media")
        .report("b", "b", "cites: ['a']", "c relays", "rival relays");

    assertThat(
            derived().fact(ResponsibilityContradiction.class, RESPONSIBILITY).independentOrigins())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"first, last", "last, first", "first, second", "second, last"})
  void aTollThatIsRevisedDoesNotContradict(String claim, String said) {
    dossier
        .claim("first", "injured", "count: {min: 5, max: 5}")
        .claim("second", "injured", "count: {min: 10, max: 10}, supersedes: 'first'")
        .claim("last", "injured", "count: {min: 20, max: 20}, supersedes: 'second'")
        .says("a", "resident", "", claim + " asserts")
        .report("a-later", "a", "", said + " asserts")
        .source("b", "social-account", "alignedWith: ['jnim']")
        .report("b", "b", "cites: ['a-later']", said + " asserts");
    assertThat(Derived.of(claim, dossier).fact(CountContradiction.class).independentOrigins())
        .isZero();

    dossier.says("c", "monitor", "", said + " asserts");
    assertThat(Derived.of(claim, dossier).fact(CountContradiction.class).independentOrigins())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cites: ['a', 'b']"})
  void whoTakesASideAndAssertsAFigureAndItsRevisionReconcilesNobody(String fields) {
    dossier
        .claim("ten", "injured", "count: {min: 10, max: 10}")
        .claim("three", "injured", "count: {min: 3, max: 3}, supersedes: 'ten'")
        .says("a", "resident", "", "ten asserts")
        .says("b", "monitor", "", "three asserts")
        .source("account", "social-account", "alignedWith: ['jnim']")
        .report("both", "account", fields, "ten asserts", "three asserts");

    for (String claim : new String[] {"ten", "three"}) {
      Derived derived = Derived.of(claim, dossier);
      assertThat(derived.fact(CountContradiction.class).independentOrigins()).isEqualTo(1);
    }
  }

  @Test
  void aDenialIsNoRivalAccount() {
    dossier.says("a", "resident", "", "c denies");

    assertThat(derived().fact(Denial.class).independentOrigins()).isEqualTo(1);
    assertThat(derived().fact(Denial.class, STATUS).independentOrigins()).isEqualTo(1);
    assertThat(derived().fact(CountContradiction.class).independentOrigins()).isZero();
  }

  @Test
  void aDenialByTheAccusedIsNoDenialWithoutStake() {
    dossier.says("staff", "military", "party: 'army'", "c denies");

    assertThat(derived().fact(Denial.class).independentOrigins()).isZero();
    assertThat(derived().fact(DenialByAccused.class).made()).isTrue();
    assertThat(derived().fact(DenialByAccused.class).party()).isEqualTo("ARMY");
  }

  @Test
  void aDenialByAnAllyOfTheAccusedIsNoDenialWithoutStake() {
    dossier.says("ally", "social-account", "alignedWith: ['army']", "c denies");

    assertThat(derived().fact(Denial.class).independentOrigins()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"military, 'party: \"army\"', true", "monitor, '', false"})
  void whoDeniesAClaimAndAssertsAnotherThatAgreesOnAPartDeniesAnotherPart(
      String kind, String fields, boolean granted) {
    dossier.says("s", kind, fields, "c denies", "fighters asserts");

    assertThat(derived().find(Denial.class, HARM).map(Denial::independentOrigins).orElse(0))
        .isZero();
    assertThat(derived().find(Independence.Corroboration.class, HARM).isPresent())
        .isEqualTo(granted);
    assertThat(derived().fact(Accused.Acknowledgement.class, RESPONSIBILITY).made())
        .isEqualTo(granted);
    assertThat(derived().find(Independence.Corroboration.class, STATUS)).isEmpty();
  }

  @Test
  void aDenialByTheEnemyOfTheAccusedWeighsAsIfOfNobody() {
    dossier.says("spokesman", "armed-group", "party: 'jnim'", "c denies");

    assertThat(derived().fact(Denial.class).independentOrigins()).isEqualTo(1);
    assertThat(derived().fact(DenialByAccused.class).made()).isFalse();
  }

  @Test
  void whoIsAccusedMustBeKnown() {
    dossier.claim("open", "injured").says("a", "resident", "", "open denies");

    assertThat(Derived.of("open", dossier).missing(DenialByAccused.class))
        .isEqualTo(Set.of("claims.responsible"));
    assertThat(Derived.of("open", dossier).missing(ResponsibilityContradiction.class))
        .isEqualTo(Set.of("claims.responsible"));
    assertThat(Derived.of("open", dossier).missing(StatusContradiction.class))
        .isEqualTo(Set.of("claims.victims"));
  }

  @Test
  void whoDeniesMustBeKnownToBeTheAccusedOrNot() {
    dossier.says("x", "military", "", "c denies");

    assertThat(derived().missing(DenialByAccused.class)).isEqualTo(Set.of("sources.party"));
    assertThat(derived().missing(InsiderContradiction.class)).isEqualTo(Set.of("sources.party"));
    assertThat(derived().fact(Denial.class).independentOrigins()).isZero();
  }

  @Test
  void aDoubtIsNeitherForNorAgainst() {
    dossier.says("a", "monitor", "", "c doubts");

    assertThat(derived().fact(Doubt.class).independentOrigins()).isEqualTo(1);
    assertThat(derived().fact(Denial.class).independentOrigins()).isZero();
    assertThat(derived().missing(Independence.Corroboration.class))
        .isEqualTo(Set.of("reports.stances"));
  }

  @Test
  void doubtsByTheAccusedDoNotCount() {
    dossier.says("staff", "military", "party: 'army'", "c doubts");

    assertThat(derived().fact(Doubt.class).independentOrigins()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"civilians asserts", "c denies"})
  void anInsiderContradictsTheVoiceOfTheOwnSide(String stance) {
    DossierBuilder both =
        new DossierBuilder()
            .party("army", "jnim")
            .party("jnim")
            .claim("civilians", "killed", "victims: 'civilian', responsible: 'army'")
            .claim("c", "killed", "victims: 'combatant', victimsParty: 'jnim', responsible: 'army'")
            .says("staff", "military", "party: 'army'", "c asserts")
            .says("officer", "security-official", "party: 'army'", stance);

    InsiderContradiction fact = Derived.of("c", both).fact(InsiderContradiction.class, STATUS);
    assertThat(fact.insiders()).isEqualTo(1);
    assertThat(fact.speakers()).containsExactly("officer");
  }

  @Test
  void anInsiderContradictsNobodyWhereTheOwnSideIsSilent() {
    dossier
        .says("a", "resident", "", "fighters asserts")
        .says("officer", "security-official", "party: 'army'", "c asserts");

    assertThat(Derived.of("fighters", dossier).fact(InsiderContradiction.class, STATUS).insiders())
        .isZero();
  }

  @Test
  void echoesOfADenialAreOneDenial() {
    dossier
        .says("a", "monitor", "", "c denies")
        .source("m", "independent-media")
        .report("m", "m", "cites: ['a']", "c denies");

    assertThat(derived().fact(Denial.class, HARM).independentOrigins()).isEqualTo(1);
  }
}
