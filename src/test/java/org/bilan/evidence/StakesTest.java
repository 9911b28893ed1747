package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.dossier.Proposition.HARM;
import static org.bilan.dossier.Proposition.RESPONSIBILITY;
import static org.bilan.dossier.Proposition.STATUS;

import java.util.List;
import java.util.Set;
import org.bilan.dossier.DossierBuilder;
import org.bilan.dossier.Proposition;
import org.bilan.evidence.Accused.Acknowledgement;
import org.bilan.evidence.Accused.Admission;
import org.bilan.evidence.Accused.StatusGround;
import org.bilan.evidence.Stakes.AdversaryAgreement;
import org.bilan.evidence.Stakes.Insiders;
import org.bilan.evidence.Stakes.OwnLosses;
import org.bilan.evidence.Stakes.PartyAndLocals;
import org.bilan.evidence.Stakes.SelfServing;
import org.bilan.evidence.Stakes.VictimStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StakesTest {

  private final DossierBuilder dossier = new DossierBuilder().party("army", "jnim").party("jnim");

  private Derived derived() {
    return Derived.of("c", dossier);
  }

  private DossierBuilder civilians(String by) {
    return dossier.claim("c", "killed", "victims: 'civilian', responsible: '" + by + "'");
  }

  private DossierBuilder fighters(String of, String by) {
    return dossier.claim(
        "c",
        "killed",
        "victims: 'combatant', victimsParty: '" + of + "', responsible: '" + by + "'");
  }

  private DossierBuilder army(String... stances) {
    return dossier.says("staff", "military", "party: 'army'", stances);
  }

  private DossierBuilder jnim(String... stances) {
    return dossier.says("spokesman", "armed-group", "party: 'jnim'", stances);
  }

  private DossierBuilder resident(String... stances) {
    return dossier.says("resident", "resident", "", stances);
  }

  @ParameterizedTest
  @CsvSource({"military", "armed-group", "social-account", "unknown"})
  void whomAPartyDoesNotNameIsNotItsVoice(String kind) {
    civilians("army").says("he", kind, "party: 'army', anonymous: true", "c asserts");

    assertThat(derived().fact(Admission.class, RESPONSIBILITY).made()).isFalse();
    assertThat(derived().fact(Insiders.class).insiders()).isEqualTo(1);
  }

  @Test
  void aPartyThatCallsTheDeadCiviliansHasNotAdmittedItsLosses() {
    fighters("jnim", "army");
    jnim("civilians asserts").claim("civilians", "killed", "victims: 'civilian'");

    assertThat(derived().fact(OwnLosses.class).admitted()).isFalse();
  }

  @Test
  void ofPartiesThatAgreeThoseAreNamedThatFight() {
    dossier.party("mission");
    army("c asserts").claim("c", "killed", "victims: 'civilian'");
    jnim("c asserts").says("m", "military", "party: 'mission'", "c asserts");

    assertThat(derived().fact(AdversaryAgreement.class).parties()).containsExactly("ARMY", "JNIM");
    assertThat(derived().fact(AdversaryAgreement.class).facts())
        .containsExactlyInAnyOrder("staff", "spokesman");
  }

  @ParameterizedTest
  @CsvSource({"jnim, true", "neighbour, false"})
  void onlyAPartyToItAgreesWithLocals(String party, boolean agree) {
    dossier.party("neighbour", "bandits").party("bandits");
    civilians("army");
    resident("c asserts");
    dossier.says("official", "government", "party: '" + party + "'", "other asserts");
    dossier.claim("other", "killed", "victims: 'civilian'");

    assertThat(derived().fact(PartyAndLocals.class).agree()).isEqualTo(agree);
  }

  @Test
  void whereNobodyWasHurtNobodyIsSaidToBeACivilian() {
    dossier.claim("c", "killed", "victims: 'civilian', count: {min: 0, max: 0}");
    resident("c asserts");

    assertThat(derived().fact(VictimStatus.class, STATUS).civilian()).isFalse();
  }

  @Test
  void whoBelongsToOneSideAndFavoursTheOtherIsNoInsider() {
    civilians("army")
        .says("o", "security-official", "party: 'army', alignedWith: ['jnim']", "c asserts");

    assertThat(derived().fact(Insiders.class).insiders()).isZero();
    assertThat(derived().independent()).isZero();
    assertThat(derived().fact(SelfServing.class).only()).isTrue();
  }

  @Test
  void whoBelongsToAPartyAndHarmsAnotherThatHeFavoursIsNoInsider() {
    dossier.party("mission", "bandits").party("bandits");
    civilians("army")
        .says("o", "security-official", "party: 'mission', alignedWith: ['army']", "c asserts");

    assertThat(derived().fact(Insiders.class).insiders()).isZero();
    assertThat(derived().independent()).isEqualTo(1);
  }

  @Test
  void whereNobodySpeaksNobodysStakeIsKnown() {
    civilians("army").source("s", "resident");

    for (var type :
        Set.of(SelfServing.class, Insiders.class, AdversaryAgreement.class, PartyAndLocals.class)) {
      assertThat(derived().missing(type)).isEqualTo(Set.of("reports.stances"));
    }
  }

  @ParameterizedTest
  @CsvSource({"army, jnim, staff", "jnim, army, spokesman"})
  void onlyTheEnemyOfTheBlamedSaysSo(String speaker, String blamed, String report) {
    civilians(blamed);
    if (speaker.equals("army")) {
      army("c asserts");
    } else {
      jnim("c asserts");
    }

    SelfServing fact = derived().fact(SelfServing.class);
    assertThat(fact.only()).isTrue();
    assertThat(fact.facts()).containsExactly(report);
  }

  @Test
  void oneWhoHasNoStakeIsEnoughForNotOnlySelfServing() {
    civilians("army");
    jnim("c asserts");
    resident("c asserts");

    assertThat(derived().fact(SelfServing.class).only()).isFalse();
    assertThat(derived().fact(SelfServing.class).speakers()).containsExactly("spokesman");
  }

  @Test
  void aVoiceWithoutPartyLeavesItsStakeOpen() {
    civilians("army").says("x", "military", "", "c asserts");

    assertThat(derived().missing(SelfServing.class)).isEqualTo(Set.of("sources.party"));
    assertThat(derived().missing(Insiders.class)).isEqualTo(Set.of("sources.party"));
    assertThat(derived().missing(Admission.class)).isEqualTo(Set.of("sources.party"));
    assertThat(derived().missing(Acknowledgement.class)).isEqualTo(Set.of("sources.party"));
    assertThat(derived().missing(AdversaryAgreement.class)).isEqualTo(Set.of("sources.party"));
    assertThat(derived().missing(PartyAndLocals.class)).isEqualTo(Set.of("sources.party"));
    assertThat(derived().independent()).isZero();
  }

  @Test
  void partiesOfWhichNoEnemyIsKnownLeaveTheirStakeOpen() {
    dossier
        .party("x")
        .party("y")
        .claim("c", "killed", "victims: 'civilian', responsible: 'y'")
        .says("voice", "armed-group", "party: 'x'", "c asserts");

    assertThat(derived().missing(SelfServing.class))
        .isEqualTo(Set.of("incident.parties.adversaries"));
    assertThat(derived().missing(PartyAndLocals.class))
        .isEqualTo(Set.of("incident.parties.adversaries"));
    assertThat(derived().fact(AdversaryAgreement.class).agree()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Proposition.class)
  void aPartyThatSaysItKilledCiviliansAdmitsIt(Proposition on) {
    civilians("army");
    army("c asserts");

    assertThat(derived().fact(Admission.class, on).made()).isTrue();
    assertThat(derived().fact(Admission.class, on).party()).isEqualTo("ARMY");
    assertThat(derived().fact(Admission.class, on).facts()).containsExactly("staff");
    assertThat(derived().independent(on)).isEqualTo(1);
  }

  @Test
  void aPartyThatBoastsOfFightersAdmitsNothing() {
    fighters("jnim", "army");
    army("c asserts");

    assertThat(derived().fact(Admission.class).made()).isFalse();
    assertThat(derived().fact(SelfServing.class).only()).isTrue();
  }

  /** "Our strike may have killed civilians" is not yet "it did"; who says so later has admitted. */
  @Test
  void whoHedgesHasNotAdmittedUntilHeSaysItWithout() {
    civilians("army")
        .source("staff", "military", "party: 'army'")
        .report("r1", "staff", "publishedAt: '2024-03-18'", "c asserts hedged");

    assertThat(derived().fact(Admission.class).made()).isFalse();

    dossier.report("r2", "staff", "publishedAt: '2024-03-19'", "c asserts firm");

    assertThat(derived().fact(Admission.class).made()).isTrue();
  }

  @Test
  void aBoastIsNoAdmissionWhereOnlyTheStatusIsLeftOut() {
    dossier.claim("c", "killed", "victimsParty: 'jnim', responsible: 'army'");
    army("c asserts");

    assertThat(derived().missing(Admission.class)).contains("claims.victims");
  }

  @Test
  void aPersonOfThePartyDoesNotAdmitForIt() {
    civilians("army").says("officer", "security-official", "party: 'army'", "c asserts");

    assertThat(derived().fact(Admission.class).made()).isFalse();
    assertThat(derived().fact(Insiders.class).insiders()).isEqualTo(1);
    assertThat(derived().fact(Insiders.class).speakers()).containsExactly("officer");
  }

  @Test
  void whereNobodyIsBlamedNothingIsAdmitted() {
    dossier.claim("c", "killed", "victims: 'civilian'");
    army("c asserts");

    assertThat(derived().missing(Admission.class)).isEqualTo(Set.of("claims.responsible"));
    assertThat(derived().missing(Acknowledgement.class)).isEqualTo(Set.of("claims.responsible"));
  }

  @Test
  void anInsiderWhoSaysWhatServesTheOwnSideIsNoWitnessAgainstIt() {
    civilians("jnim").says("officer", "security-official", "party: 'army'", "c asserts");

    assertThat(derived().fact(Insiders.class).insiders()).isZero();
    assertThat(derived().independent()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"army, military", "jnim, armed-group"})
  void aPartyThatSpeaksOfItsOwnDeadAdmitsLosses(String party, String kind) {
    fighters(party, party.equals("army") ? "jnim" : "army")
        .says("voice", kind, "party: '" + party + "'", "c asserts");

    assertThat(derived().fact(OwnLosses.class, HARM).admitted()).isTrue();
    assertThat(derived().fact(OwnLosses.class, RESPONSIBILITY).admitted()).isFalse();
    assertThat(derived().independent(HARM)).isEqualTo(1);
    assertThat(derived().independent(RESPONSIBILITY)).isZero();
  }

  @Test
  void theEnemysDeadAreNoOwnLosses() {
    fighters("jnim", "army");
    army("c asserts");

    assertThat(derived().fact(OwnLosses.class).admitted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'',claims.victimsParty", "victims: 'unknown',claims.victimsParty"})
  void ownLossesAreUnknownWhereWhoWasHitIsNot(String victims, String missing) {
    dossier.claim("c", "killed", victims == null ? "" : victims);
    army("c asserts");

    assertThat(derived().missing(OwnLosses.class)).isEqualTo(Set.of(missing));
  }

  @Test
  void civiliansAreNobodysLosses() {
    civilians("jnim");
    army("c asserts");

    assertThat(derived().fact(OwnLosses.class).admitted()).isFalse();
  }

  @Test
  void twoEnemiesWhoSayTheSameAgree() {
    civilians("army");
    army("c asserts");
    jnim("c asserts");

    assertThat(derived().fact(AdversaryAgreement.class).agree()).isTrue();
    assertThat(derived().fact(AdversaryAgreement.class).parties()).containsExactly("ARMY", "JNIM");
    assertThat(derived().fact(AdversaryAgreement.class).facts())
        .containsExactlyInAnyOrder("staff", "spokesman");
  }

  /** Both gain by saying so, but they are the two whom it concerns. */
  @Test
  void whoClaimsADeedThatItsEnemyLaysToItAgreesWithIt() {
    dossier.claim("c", "killed", "victims: 'combatant', victimsParty: 'army', responsible: 'jnim'");
    army("c asserts");
    jnim("c asserts");

    assertThat(derived().fact(AdversaryAgreement.class, RESPONSIBILITY).agree()).isTrue();
  }

  @Test
  void twoVoicesOfOnePartyOrOfPartiesAtPeaceDoNotMakeAdversariesAgree() {
    dossier.party("mission", "jnim");
    civilians("jnim");
    army("c asserts");
    dossier
        .says("ortm", "state-media", "party: 'army'", "c asserts")
        .says("mission", "international-organisation", "party: 'mission'", "c asserts");

    assertThat(derived().fact(AdversaryAgreement.class).agree()).isFalse();
  }

  @Test
  void aPartyThatGainsNothingAndLocalsAgree() {
    dossier.claim("c", "killed", "count: {max: 0}, responsible: 'jnim'");
    army("c asserts");
    resident("c asserts");

    assertThat(derived().fact(PartyAndLocals.class).agree()).isTrue();
    assertThat(derived().fact(PartyAndLocals.class).parties()).containsExactly("ARMY");
  }

  @Test
  void aPartyThatGainsAndLocalsDoNotAgreeInThisSense() {
    civilians("jnim");
    army("c asserts");
    resident("c asserts");

    assertThat(derived().fact(PartyAndLocals.class).agree()).isFalse();
    assertThat(derived().fact(PartyAndLocals.class).facts()).isEmpty();
  }

  @Test
  void aLocalWhoBelongsToAPartyIsNotTheVoiceOfThePlace() {
    dossier.claim("c", "killed", "count: {max: 0}, responsible: 'jnim'");
    army("c asserts");
    dossier.says("prefect", "local-official", "party: 'army'", "c asserts");

    assertThat(derived().fact(PartyAndLocals.class).agree()).isFalse();
  }

  @Test
  void onlyTheBlamedCallTheVictimsFighters() {
    fighters("jnim", "army");
    army("c asserts");
    dossier.says("friend", "social-account", "alignedWith: ['army']", "c asserts");

    assertThat(derived().fact(StatusGround.class, STATUS).perpetratorOnly()).isTrue();
    assertThat(derived().fact(StatusGround.class, STATUS).party()).isEqualTo("ARMY");
  }

  @Test
  void oneOtherWhoCallsThemFightersIsGroundForIt() {
    fighters("jnim", "army");
    army("c asserts");
    resident("c asserts");

    assertThat(derived().fact(StatusGround.class, STATUS).perpetratorOnly()).isFalse();
  }

  @Test
  void groundForTheStatusIsUnknownWithoutBlamedSpeakerOrParty() {
    dossier.claim("c", "killed", "victims: 'combatant'");
    army("c asserts");
    assertThat(derived().missing(StatusGround.class)).isEqualTo(Set.of("claims.responsible"));

    dossier.claim("silent", "killed", "victims: 'combatant', responsible: 'jnim', harm: 'missing'");
    assertThat(Derived.of("silent", dossier).missing(StatusGround.class))
        .isEqualTo(Set.of("reports.stances"));

    dossier
        .claim("odd", "captured", "victims: 'combatant', responsible: 'army'")
        .says("x", "military", "", "odd asserts");
    assertThat(Derived.of("odd", dossier).missing(StatusGround.class))
        .isEqualTo(Set.of("sources.party"));
  }

  @ParameterizedTest
  @CsvSource({"civilian, true", "combatant, false", "mixed, false"})
  void victimsAreSaidToBeCivilians(String victims, boolean civilian) {
    dossier.source("s", "resident").claim("c", "killed", "victims: '" + victims + "'");

    assertThat(derived().fact(VictimStatus.class, STATUS).civilian()).isEqualTo(civilian);
    assertThat(derived().find(VictimStatus.class, HARM)).isEmpty();
  }

  @Test
  void statusIsUnknownWhereLeftOpen() {
    dossier.source("s", "resident").claim("c", "killed", "victims: 'unknown'");

    assertThat(derived().missing(VictimStatus.class)).isEqualTo(Set.of("claims.victims"));
    assertThat(derived().missing(StatusGround.class)).isEqualTo(Set.of("claims.victims"));
  }

  @Test
  void thePartyBlamedSaysItselfThatItActed() {
    fighters("jnim", "army");
    army("c asserts");

    assertThat(derived().fact(Acknowledgement.class, RESPONSIBILITY).made()).isTrue();
    assertThat(derived().fact(Acknowledgement.class, RESPONSIBILITY).facts())
        .isEqualTo(List.of("staff"));
  }

  @Test
  void anotherPartyDoesNotAcknowledgeForIt() {
    fighters("jnim", "army");
    jnim("c asserts");

    assertThat(derived().fact(Acknowledgement.class, RESPONSIBILITY).made()).isFalse();
  }

  @Test
  void aPartyAcknowledgesByAnotherClaimThatItActed() {
    civilians("army")
        .claim("own", "killed", "victims: 'combatant', victimsParty: 'jnim', responsible: 'army'");
    army("own asserts");
    resident("c asserts");

    assertThat(derived().fact(Acknowledgement.class, RESPONSIBILITY).made()).isTrue();
    assertThat(derived().fact(Admission.class, RESPONSIBILITY).made()).isFalse();
  }
}
