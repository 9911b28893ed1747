package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.dossier.Proposition.HARM;
import static org.bilan.dossier.Proposition.RESPONSIBILITY;
import static org.bilan.dossier.Proposition.STATUS;
import static org.bilan.evidence.Interest.AGAINST;
import static org.bilan.evidence.Interest.EITHER;
import static org.bilan.evidence.Interest.MIXED;
import static org.bilan.evidence.Interest.NEUTRAL;
import static org.bilan.evidence.Interest.SERVES;
import static org.bilan.evidence.Interest.UNKNOWN;

import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierBuilder;
import org.bilan.dossier.Proposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterestTest {

  private static final String CIVILIANS_BY_ARMY = "victims: 'civilian', responsible: 'army'";
  private static final String FIGHTERS_BY_ARMY =
      "victims: 'combatant', victimsParty: 'jnim', responsible: 'army'";

  /** Army and JNIM fight each other; the UN mission fights bandits; of the militia none knows. */
  private static DossierBuilder war() {
    return new DossierBuilder()
        .party("army", "jnim")
        .party("jnim")
        .party("mission", "bandits")
        .party("bandits")
        .party("militia");
  }

  private static Interest interest(String kind, String fields, String claim, Proposition on) {
    return interest(war(), kind, fields, claim, on);
  }

  private static Interest interest(
      DossierBuilder builder, String kind, String fields, String claim, Proposition on) {
    Dossier dossier = builder.source("s", kind, fields).claim("c", "killed", claim).build();
    Index index = new Index(dossier);
    return Interest.of(
        index,
        dossier.sources().get(0),
        dossier.claims().stream().filter(c -> c.id().equals("c")).findFirst().orElseThrow(),
        on);
  }

  private static Interest ofParty(String party, String claim, Proposition on) {
    return interest("unknown", "party: '" + party + "'", claim, on);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", CIVILIANS_BY_ARMY, FIGHTERS_BY_ARMY, "count: {max: 0}"})
  void whoHasNoSideHasNoStake(String claim) {
    assertThat(interest("resident", "", claim, HARM)).isEqualTo(NEUTRAL);
    assertThat(interest("ngo", "", claim, HARM)).isEqualTo(NEUTRAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"military", "government", "state-media", "armed-group", "security-official"})
  void theStakeOfAnOfficialVoiceWithoutPartyIsUnknown(String kind) {
    assertThat(interest(kind, "", CIVILIANS_BY_ARMY, HARM)).isEqualTo(UNKNOWN);
  }

  @Test
  void toBeBlamedForCiviliansIsAgainstOnesInterest() {
    assertThat(ofParty("army", CIVILIANS_BY_ARMY, HARM)).isEqualTo(AGAINST);
    assertThat(ofParty("army", CIVILIANS_BY_ARMY, STATUS)).isEqualTo(AGAINST);
    assertThat(ofParty("army", CIVILIANS_BY_ARMY, RESPONSIBILITY)).isEqualTo(AGAINST);
    assertThat(ofParty("army", "victims: 'mixed', responsible: 'army'", HARM)).isEqualTo(AGAINST);
  }

  @Test
  void deadOfUnknownStatusMayBeABoastOrAnAdmission() {
    assertThat(ofParty("army", "responsible: 'army'", HARM)).isEqualTo(UNKNOWN);
    assertThat(ofParty("army", "victims: 'unknown', responsible: 'army'", HARM)).isEqualTo(UNKNOWN);
  }

  @Test
  void toBeBlamedForFightersServes() {
    assertThat(ofParty("army", FIGHTERS_BY_ARMY, HARM)).isEqualTo(SERVES);
    assertThat(ofParty("army", FIGHTERS_BY_ARMY, STATUS)).isEqualTo(SERVES);
    assertThat(ofParty("army", FIGHTERS_BY_ARMY, RESPONSIBILITY)).isEqualTo(SERVES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "victimsParty: 'jnim', responsible: 'army'",
        "victims: 'unknown', victimsParty: 'jnim', responsible: 'army'"
      })
  void whereAPartyIsNamedAsHitItsFightersAreMeant(String claim) {
    assertThat(ofParty("army", claim, HARM)).isEqualTo(SERVES);
    assertThat(ofParty("jnim", claim, HARM)).isEqualTo(AGAINST);
  }

  @Test
  void ownLossesAreAgainstOnesInterestButTheirStatusMayBePropaganda() {
    assertThat(ofParty("jnim", FIGHTERS_BY_ARMY, HARM)).isEqualTo(AGAINST);
    assertThat(ofParty("jnim", FIGHTERS_BY_ARMY, STATUS)).isEqualTo(EITHER);
    assertThat(ofParty("jnim", FIGHTERS_BY_ARMY, RESPONSIBILITY)).isEqualTo(SERVES);
  }

  @Test
  void whoWasHitAndBlamesNobodyOrNoEnemyGainsNothing() {
    String unblamed = "victims: 'combatant', victimsParty: 'jnim'";

    assertThat(ofParty("jnim", unblamed, HARM)).isEqualTo(AGAINST);
    assertThat(ofParty("jnim", unblamed + ", responsible: 'mission'", RESPONSIBILITY))
        .isEqualTo(NEUTRAL);
  }

  @ParameterizedTest
  @CsvSource({"HARM", "STATUS", "RESPONSIBILITY"})
  void civiliansKilledByTheEnemyServe(Proposition on) {
    assertThat(ofParty("jnim", CIVILIANS_BY_ARMY, on)).isEqualTo(SERVES);
    assertThat(ofParty("army", CIVILIANS_BY_ARMY.replace("army", "jnim"), on)).isEqualTo(SERVES);
  }

  @Test
  void theEnemysDeadServeWhoeverKilledThem() {
    String byMission = FIGHTERS_BY_ARMY.replace("army", "mission");

    assertThat(ofParty("army", byMission, HARM)).isEqualTo(SERVES);
    assertThat(ofParty("army", byMission, STATUS)).isEqualTo(SERVES);
    assertThat(ofParty("army", byMission, RESPONSIBILITY)).isEqualTo(NEUTRAL);
    assertThat(ofParty("army", "victims: 'combatant', victimsParty: 'jnim'", HARM))
        .isEqualTo(SERVES);
  }

  @Test
  void whoFightsSomebodyElseGainsNothing() {
    assertThat(ofParty("mission", CIVILIANS_BY_ARMY, HARM)).isEqualTo(NEUTRAL);
    assertThat(ofParty("mission", FIGHTERS_BY_ARMY.replace("jnim", "army"), HARM))
        .isEqualTo(NEUTRAL);
  }

  @Test
  void whereItIsNotKnownWhomAPartyFightsItsStakeIsUnknown() {
    assertThat(ofParty("militia", "victims: 'civilian', responsible: 'mission'", HARM))
        .isEqualTo(UNKNOWN);
    assertThat(ofParty("militia", CIVILIANS_BY_ARMY, HARM))
        .as("whom others fight tells nothing of it")
        .isEqualTo(UNKNOWN);
    assertThat(ofParty("militia", "victims: 'civilian'", HARM)).isEqualTo(NEUTRAL);
  }

  @Test
  void itIsEnoughThatOneOfTwoEnemiesNamesTheOther() {
    for (String blamed : new String[] {"army", "jnim"}) {
      String speaker = blamed.equals("army") ? "jnim" : "army";
      assertThat(ofParty(speaker, "victims: 'civilian', responsible: '" + blamed + "'", HARM))
          .isEqualTo(SERVES);
    }
  }

  @Test
  void thatNobodyWasHurtServesTheBlamedAndTheHitAlone() {
    String nobody = "count: {min: 0, max: 0}, responsible: 'jnim', victimsParty: 'army'";

    assertThat(ofParty("jnim", nobody, HARM)).isEqualTo(SERVES);
    assertThat(ofParty("army", nobody, HARM)).isEqualTo(SERVES);
    assertThat(ofParty("mission", nobody, HARM)).isEqualTo(NEUTRAL);
    assertThat(ofParty("jnim", nobody, RESPONSIBILITY)).isEqualTo(SERVES);
    assertThat(ofParty("army", nobody.replace(", victimsParty: 'army'", ""), HARM))
        .as("the enemy's rockets hurt nobody")
        .isEqualTo(NEUTRAL);
  }

  @ParameterizedTest
  @CsvSource({
    "military, army, armed-group, jnim",
    "armed-group, army, military, jnim",
    "government, army, government, jnim",
  })
  void aStateAndAnArmedGroupAreMeasuredAlike(
      String kind, String party, String otherKind, String other) {
    for (Proposition on : Proposition.values()) {
      for (String claim : new String[] {CIVILIANS_BY_ARMY, FIGHTERS_BY_ARMY, "count: {max: 0}"}) {
        String mirrored = claim.replace("army", "X").replace("jnim", "army").replace("X", "jnim");
        assertThat(interest(kind, "party: '" + party + "'", claim, on))
            .isEqualTo(interest(otherKind, "party: '" + other + "'", mirrored, on));
      }
    }
  }

  @Test
  void whoFavoursACauseHasItsStakes() {
    assertThat(interest("unknown", "alignedWith: ['jnim']", CIVILIANS_BY_ARMY, HARM))
        .isEqualTo(SERVES);
    assertThat(interest("unknown", "alignedWith: ['army']", CIVILIANS_BY_ARMY, HARM))
        .isEqualTo(AGAINST);
    assertThat(interest("unknown", "alignedWith: ['army']", FIGHTERS_BY_ARMY, HARM))
        .isEqualTo(SERVES);
    assertThat(
            interest(
                "unknown",
                "alignedWith: ['militia']",
                "victims: 'civilian', responsible: 'mission'",
                HARM))
        .isEqualTo(UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"['a', 'b']", "['b', 'a']"})
  void ofSeveralCausesTheOneThatGainsDecidesInAnyOrder(String aligned) {
    DossierBuilder builder = new DossierBuilder().party("a").party("b", "x").party("x");

    assertThat(
            interest(
                builder,
                "unknown",
                "alignedWith: " + aligned,
                "victims: 'civilian', responsible: 'x'",
                HARM))
        .isEqualTo(SERVES);
  }

  @Test
  void anAllyOfWhomNothingIsKnownTakesNothingFromAnAdmission() {
    assertThat(
            interest(
                "military", "party: 'army', alignedWith: ['militia']", CIVILIANS_BY_ARMY, HARM))
        .isEqualTo(AGAINST);
  }

  @Test
  void whoIsOnBothSidesGainsAndLoses() {
    assertThat(
            interest(
                "local-official", "party: 'army', alignedWith: ['jnim']", CIVILIANS_BY_ARMY, HARM))
        .isEqualTo(MIXED);
    assertThat(interest("unknown", "alignedWith: ['army', 'jnim']", CIVILIANS_BY_ARMY, HARM))
        .isEqualTo(MIXED);
    assertThat(
            interest(
                "local-official",
                "party: 'mission', alignedWith: ['jnim']",
                CIVILIANS_BY_ARMY,
                HARM))
        .isEqualTo(SERVES);
  }

  @Test
  void toDenyIsTheOppositeOfToSay() {
    assertThat(AGAINST.opposite()).isEqualTo(SERVES);
    assertThat(SERVES.opposite()).isEqualTo(AGAINST);
    assertThat(NEUTRAL.opposite()).isEqualTo(NEUTRAL);
    assertThat(UNKNOWN.opposite()).isEqualTo(UNKNOWN);
    assertThat(MIXED.opposite()).isEqualTo(MIXED);
  }

  @Test
  void onlyWhoGainsNothingCorroborates() {
    assertThat(Interest.values())
        .filteredOn(Interest::disinterested)
        .containsExactlyInAnyOrder(AGAINST, NEUTRAL);
  }
}
