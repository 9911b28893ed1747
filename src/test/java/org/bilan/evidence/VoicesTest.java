package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.dossier.Proposition.HARM;
import static org.bilan.dossier.Proposition.RESPONSIBILITY;
import static org.bilan.dossier.Proposition.STATUS;

import java.util.Set;
import org.bilan.dossier.DossierBuilder;
import org.bilan.evidence.Stakes.AdversaryAgreement;
import org.bilan.evidence.Stakes.OwnLosses;
import org.bilan.evidence.Stakes.SelfServing;
import org.bilan.evidence.Voices.EnemyAccusation;
import org.bilan.evidence.Voices.MemberClaim;
import org.bilan.evidence.Voices.OfficialAgreement;
import org.bilan.evidence.Voices.OwnMediaOnly;
import org.bilan.evidence.Voices.SympathisersOnly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoicesTest {

  private final DossierBuilder dossier =
      new DossierBuilder()
          .party("army", "jnim")
          .party("jnim")
          .claim(
              "c", "killed", "victims: 'civilian', responsible: 'army', count: {min: 14, max: 14}");

  private Derived derived() {
    return Derived.of("c", dossier);
  }

  @ParameterizedTest
  @CsvSource({
    "army, military, state-media",
    "jnim, armed-group, social-account",
    "jnim, armed-group, independent-media"
  })
  void anyPartysOwnMediaAreItsOwnVoice(String party, String official, String outlet) {
    dossier
        .says("staff", official, "party: '" + party + "'", "c asserts")
        .says("tv", outlet, "party: '" + party + "'", "c asserts");

    OwnMediaOnly fact = derived().fact(OwnMediaOnly.class);
    assertThat(fact.only()).isTrue();
    assertThat(fact.media()).containsExactly("tv");
  }

  @Test
  void anEchoOfStateTelevisionDoesNotSupportIt() {
    dossier
        .says("staff", "military", "party: 'army'", "c asserts")
        .says("tv", "state-media", "party: 'army'", "c asserts")
        .source("rfi", "independent-media")
        .report("rfi", "rfi", "cites: ['tv']", "c relays");

    assertThat(derived().fact(OwnMediaOnly.class).only()).isTrue();
  }

  @Test
  void mediaOfAnotherPartyAreNotItsOwn() {
    dossier
        .says("staff", "military", "party: 'army'", "c asserts")
        .says("tv", "state-media", "party: 'jnim'", "c asserts");

    assertThat(derived().fact(OwnMediaOnly.class).only()).isFalse();
  }

  @Test
  void whoBelongsToASideIsNoSympathiser() {
    dossier.says("a", "social-account", "party: 'jnim', alignedWith: ['jnim']", "c asserts");

    assertThat(derived().fact(SympathisersOnly.class).only()).isFalse();
  }

  @Test
  void aSympathiserWhoGainsNothingIsNotCounted() {
    dossier.says("a", "social-account", "alignedWith: ['army']", "c asserts");

    assertThat(derived().fact(SympathisersOnly.class).only()).isFalse();
    assertThat(derived().fact(SympathisersOnly.class).speakers()).isEmpty();
  }

  @Test
  void whomAWitnessFavoursIsNotKnownByHisSilence() {
    dossier.says("a", "resident", "", "c asserts");

    assertThat(derived().missing(SympathisersOnly.class)).isEqualTo(Set.of("sources.alignedWith"));
  }

  @Test
  void anAccusationOfAnEnemyIsToldOfResponsibilityOnly() {
    dossier.says("spokesman", "armed-group", "party: 'jnim'", "c asserts");

    assertThat(derived().fact(EnemyAccusation.class, RESPONSIBILITY).parties())
        .containsExactly("JNIM");
    assertThat(derived().find(EnemyAccusation.class, HARM)).isEmpty();
  }

  @Test
  void anOfficialWhoDrawsOnThePartyConfirmsNothing() {
    dossier
        .says("spokesman", "armed-group", "party: 'jnim'", "c asserts")
        .source("un", "international-organisation")
        .report("un", "un", "cites: ['spokesman']", "c asserts");

    assertThat(derived().fact(OfficialAgreement.class).agree()).isFalse();
  }

  @Test
  void theAccusedIsNoNeutralOfficial() {
    dossier
        .says("spokesman", "armed-group", "party: 'jnim'", "c asserts")
        .says("staff", "military", "party: 'army'", "c asserts");

    assertThat(derived().fact(OfficialAgreement.class).agree()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"army, jnim, military, armed-group", "jnim, army, armed-group, military"})
  void toCallTheDeadOnesOwnCorroboratesNoStatusUnlessTheEnemyAgrees(
      String hit, String by, String voice, String enemy) {
    DossierBuilder own =
        new DossierBuilder()
            .party("army", "jnim")
            .party("jnim")
            .claim(
                "c",
                "killed",
                "victims: 'combatant', victimsParty: '" + hit + "', responsible: '" + by + "'")
            .says("own", voice, "party: '" + hit + "'", "c asserts");
    Derived alone = Derived.of("c", own);

    assertThat(alone.fact(MemberClaim.class, STATUS).made()).isTrue();
    assertThat(alone.independent(STATUS)).isZero();
    assertThat(alone.fact(SelfServing.class, STATUS).only()).isFalse();
    assertThat(alone.fact(OwnLosses.class, STATUS).admitted()).isFalse();
    assertThat(alone.fact(OwnLosses.class, HARM).admitted()).isTrue();

    own.says("enemy", enemy, "party: '" + by + "'", "c asserts");
    assertThat(Derived.of("c", own).fact(AdversaryAgreement.class, STATUS).agree()).isTrue();
  }
}
