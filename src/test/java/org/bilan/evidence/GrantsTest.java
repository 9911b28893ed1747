package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.dossier.Proposition.HARM;
import static org.bilan.dossier.Proposition.RESPONSIBILITY;
import static org.bilan.dossier.Proposition.STATUS;

import java.util.Set;
import org.bilan.dossier.DossierBuilder;
import org.bilan.evidence.Contradictions.CountContradiction;
import org.bilan.evidence.Grants.PartGranted;
import org.bilan.evidence.Grants.PartialAdmission;
import org.bilan.evidence.Grants.PartialLosses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantsTest {

  private final DossierBuilder dossier =
      new DossierBuilder()
          .party("army", "jnim")
          .party("jnim")
          .claim(
              "c", "killed", "victims: 'civilian', responsible: 'army', count: {min: 14, max: 14}");

  private Derived derived() {
    return Derived.of("c", dossier);
  }

  private DossierBuilder said(String harm, String fields) {
    return dossier
        .says("resident", "resident", "", "c asserts")
        .claim("said", harm, fields)
        .says("staff", "military", "party: 'army'", "said asserts");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "killed; victims: 'civilian', responsible: 'army', count: {min: 1, words: 'some'}; 1",
        "killed; victims: 'civilian', responsible: 'army'; 1",
        "killed; victims: 'mixed', responsible: 'army', count: {min: 3, max: 3}; 0",
        "killed-or-injured; victims: 'civilian', responsible: 'army', count: {min: 5, max: 5}; 0",
        "injured; victims: 'civilian', responsible: 'army', count: {min: 3, max: 3}; 0",
        "killed; victims: 'civilian', responsible: 'army', count: {min: 0, max: 5}; 0",
        "killed; victims: 'civilian', responsible: 'army', count: {min: 13, max: 13}; 0",
        "killed; victims: 'civilian', responsible: 'army', count: {min: 40, max: 40}; 0",
        "killed; victims: 'civilian', responsible: 'jnim', count: {min: 3, max: 3}; 0",
        "killed; victims: 'combatant', responsible: 'army', count: {min: 3, max: 3}; 0"
      })
  void whatThePartyThatIsBlamedAdmits(String harm, String fields, int people) {
    said(harm, fields);

    assertThat(derived().fact(PartialAdmission.class).people()).isEqualTo(people);
  }

  @Test
  void aLowerFigureOfTheAccusedIsNoIndependentContradiction() {
    said("killed", "victims: 'civilian', responsible: 'army', count: {min: 3, max: 3}");

    assertThat(derived().fact(CountContradiction.class).independentOrigins()).isZero();
    assertThat(derived().fact(CountContradiction.class).interestedOrigins()).isEqualTo(1);
  }

  @Test
  void aHigherFigureOfTheAccusedIsOne() {
    said("killed", "victims: 'civilian', responsible: 'army', count: {min: 40, max: 40}");

    assertThat(derived().fact(CountContradiction.class).independentOrigins()).isEqualTo(1);
  }

  @Test
  void aLowerFigureOfSomebodyElseStillContradicts() {
    dossier
        .says("resident", "resident", "", "c asserts")
        .claim("said", "killed", "count: {min: 3, max: 3}")
        .says("ngo", "ngo", "", "said asserts");

    assertThat(derived().fact(CountContradiction.class).independentOrigins()).isEqualTo(1);
  }

  @Test
  void whoDoesNotSayWhomItHitHasAdmittedNothingYet() {
    said("killed", "responsible: 'army', count: {min: 3, max: 3}");

    assertThat(derived().missing(PartialAdmission.class)).isEqualTo(Set.of("claims.victims"));
  }

  @ParameterizedTest
  @CsvSource({"army, jnim", "jnim, army"})
  void ownLossesAreALowerBoundForEitherParty(String hit, String by) {
    String fields = "victims: 'combatant', victimsParty: '" + hit + "', responsible: '" + by + "'";
    DossierBuilder losses =
        new DossierBuilder()
            .party("army", "jnim")
            .party("jnim")
            .claim("c", "killed", fields, "count: {min: 10, max: 10}")
            .claim("few", "killed", fields, "count: {min: 3, max: 3}")
            .says("a", "armed-group", "party: '" + by + "'", "c asserts")
            .says("b", "military", "party: '" + hit + "'", "few asserts");

    assertThat(Derived.of("c", losses).fact(PartialLosses.class).people()).isEqualTo(3);
    assertThat(Derived.of("c", losses).fact(CountContradiction.class).independentOrigins())
        .isZero();
  }

  @Test
  void aPartIsGrantedWhereAnotherIsDisputed() {
    said("killed", "victims: 'civilian', responsible: 'army', count: {min: 3, max: 3}");

    assertThat(derived().fact(PartGranted.class, RESPONSIBILITY).parties()).containsExactly("ARMY");
    assertThat(derived().fact(PartGranted.class, STATUS).granted()).isTrue();
    assertThat(derived().fact(PartGranted.class, HARM).granted()).isFalse();
  }

  @Test
  void whoOnlySaysLessExactlyDisputesNothing() {
    said("killed", "victims: 'civilian', responsible: 'army', count: {min: 1, words: 'some'}");

    assertThat(derived().fact(PartGranted.class, STATUS).granted()).isFalse();
  }
}
