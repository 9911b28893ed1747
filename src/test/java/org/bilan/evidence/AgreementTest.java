package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.dossier.Proposition.HARM;
import static org.bilan.dossier.Proposition.RESPONSIBILITY;
import static org.bilan.dossier.Proposition.STATUS;

import org.bilan.dossier.Claim;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierBuilder;
import org.bilan.dossier.Proposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {

  private static Agreement of(String claim, String said, Proposition proposition) {
    Dossier dossier =
        new DossierBuilder()
            .source("s", "resident")
            .party("army", "jnim")
            .party("jnim")
            .claim("claim", "killed", claim)
            .claim("said", "killed", said)
            .build();
    return Agreement.of(find(dossier, "claim"), find(dossier, "said"), proposition);
  }

  private static Claim find(Dossier dossier, String id) {
    return dossier.claims().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private static String count(String text) {
    if (text.equals("-")) {
      return "text: 'no figure'";
    }
    String[] ends = text.split("[.][.]", -1);
    String min = ends[0].isEmpty() ? "" : "min: " + ends[0];
    String max = ends[ends.length - 1].isEmpty() ? "" : "max: " + ends[ends.length - 1];
    return "count: {" + min + (min.isEmpty() || max.isEmpty() ? "" : ", ") + max + "}";
  }

  @Test
  void aClaimSupportsItself() {
    Dossier dossier =
        new DossierBuilder().source("s", "resident").claim("claim", "killed", "").build();
    Claim claim = find(dossier, "claim");

    assertThat(Agreement.of(claim, claim, HARM)).isEqualTo(Agreement.SUPPORTS);
  }

  @ParameterizedTest(name = "{0} when somebody says {1}: {2}")
  @CsvSource({
    "13, 13, SUPPORTS",
    "13, 14, SUPPORTS",
    "14, 13, SUPPORTS",
    "1, 2, SUPPORTS",
    "1, 3, CONTRADICTS",
    "20, 22, SUPPORTS",
    "20, 23, CONTRADICTS",
    "100, 110, SUPPORTS",
    "100, 112, CONTRADICTS",
    "10..20, 15, SUPPORTS",
    "15, 10..20, SUPPORTS",
    "10..14, 14..20, SUPPORTS",
    "10..14, 15..20, SUPPORTS",
    "10..14, 17..20, CONTRADICTS",
    "17..20, 10..14, CONTRADICTS",
    "5.., 14, SUPPORTS",
    "14, 5.., SILENT",
    "5.., 3, CONTRADICTS",
    "3, 5.., CONTRADICTS",
    "13, 14.., SILENT",
    "14.., 13, SILENT",
    "5.., 7.., SUPPORTS",
    "7.., 5.., SILENT",
    "-, 14, SUPPORTS",
    "14, -, SILENT",
    "-, -, SUPPORTS",
    "..5, 3, SUPPORTS",
    "3, ..5, SILENT",
    "900, 1..1000, SILENT",
    "12, 10..20, SUPPORTS",
    "..5, 9, CONTRADICTS",
    "0, 0, SUPPORTS",
    "0, 1, CONTRADICTS",
    "1, 0, CONTRADICTS",
    "0, -, CONTRADICTS",
    "-, 0, CONTRADICTS",
    "0, 2.., CONTRADICTS",
    "0..3, 2, SUPPORTS",
    "10000000, 9000000, SUPPORTS",
    "10000000, 8000000, CONTRADICTS",
  })
  void comparesFigures(String claim, String said, Agreement expected) {
    assertThat(of(count(claim), count(said), HARM)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1} when somebody says {2} {3}: {4}")
  @CsvSource({
    "killed, 5, injured, 7, SILENT",
    "killed, 5, missing, 5, SILENT",
    "killed, 5, captured, 5, SILENT",
    "missing, 5, missing, 5, SUPPORTS",
    "killed, 5, killed-or-injured, 5, SILENT",
    "killed, 5, killed-or-injured, 20, SILENT",
    "killed, 5, killed-or-injured, 2, SILENT",
    "killed, 5, killed-or-injured, 0, CONTRADICTS",
    "killed, 0, killed-or-injured, 0, SUPPORTS",
    "killed, 0, killed-or-injured, 3, SILENT",
    "injured, 0, killed-or-injured, 3, SILENT",
    "killed-or-injured, 5, killed, 3, SILENT",
    "killed-or-injured, 3, killed, 9, CONTRADICTS",
    "killed-or-injured, 13, killed, 14, SILENT",
    "killed-or-injured, 3.., killed, 5, SUPPORTS",
    "killed-or-injured, -, killed, 5, SUPPORTS",
    "killed-or-injured, 0, killed, 5, CONTRADICTS",
    "killed-or-injured, 0, killed, 0, SILENT",
    "killed-or-injured, 5, killed, 0, SILENT",
    "killed-or-injured, 5, captured, 5, SILENT",
  })
  void comparesKindsOfHarm(
      String harm, String claim, String saidHarm, String said, Agreement expected) {
    assertThat(
            of(
                "harm: '" + harm + "', " + count(claim),
                "harm: '" + saidHarm + "', " + count(said),
                HARM))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} when somebody says {1}: {2}")
  @CsvSource({
    "civilian, civilian, SUPPORTS",
    "civilian, combatant, CONTRADICTS",
    "combatant, civilian, CONTRADICTS",
    "civilian, mixed, SILENT",
    "mixed, combatant, SILENT",
    "mixed, mixed, SUPPORTS",
    "civilian, unknown, SILENT",
    "unknown, civilian, SILENT",
  })
  void comparesStatus(String claim, String said, Agreement expected) {
    String victims = "victims: '%s'";

    assertThat(of(victims.formatted(claim), victims.formatted(said), STATUS)).isEqualTo(expected);
  }

  @Test
  void statusOfNobodyAndOfOtherHarmIsNotCompared() {
    String civilians = "victims: 'civilian'";
    String fighters = "victims: 'combatant'";

    assertThat(of(civilians, fighters + ", count: {max: 0}", STATUS)).isEqualTo(Agreement.SILENT);
    assertThat(of(civilians + ", count: {max: 0}", fighters, STATUS)).isEqualTo(Agreement.SILENT);
    assertThat(of(civilians, fighters + ", harm: 'captured'", STATUS)).isEqualTo(Agreement.SILENT);
    assertThat(of(civilians, fighters + ", harm: 'killed-or-injured'", STATUS))
        .isEqualTo(Agreement.CONTRADICTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // the claim | what is said
        "words: 'several' | words: 'dozens' | SUPPORTS",
        "words: 'dozens' | min: 3, max: 3 | CONTRADICTS",
        "words: 'dozens' | min: 14, max: 14 | SUPPORTS",
        "words: 'une vingtaine' | min: 17, max: 17 | SUPPORTS",
        "words: 'une vingtaine' | min: 40, max: 40 | CONTRADICTS",
        "words: 'up to 10' | min: 30, max: 30 | CONTRADICTS",
        "words: 'up to 10' | min: 8, max: 8 | SUPPORTS",
        "words: 'nobody' | min: 8, max: 8 | CONTRADICTS",
        "words: 'عشرات' | max: 0 | CONTRADICTS",
        "words: 'untold' | min: 8, max: 8 | SUPPORTS",
      })
  void vagueWordsAreComparedByWhatTheyCanMean(String claim, String said, Agreement expected) {
    assertThat(of("count: {" + claim + "}", "count: {" + said + "}", HARM)).isEqualTo(expected);
  }

  @Test
  void whereStatusIsDisputedFiguresDoNotContradict() {
    assertThat(
            of(
                "victims: 'civilian', count: {min: 14, max: 14}",
                "victims: 'combatant', count: {min: 3, max: 3}",
                HARM))
        .isEqualTo(Agreement.SILENT);
    assertThat(
            of(
                "victims: 'civilian', count: {min: 14, max: 14}",
                "victims: 'combatant', count: {min: 14, max: 14}",
                HARM))
        .isEqualTo(Agreement.SUPPORTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "victims: 'combatant', 10..10; victims: 'civilian', 0..0; SILENT", // no civilians
        "10..10; victims: 'civilian', 0..0; SILENT",
        "victims: 'civilian', 10..10; 0..0; CONTRADICTS", // nobody at all
        "victims: 'civilian', 10..10; victims: 'civilian', 0..0; CONTRADICTS",
        "victims: 'civilian', 14..14; 24..24; SILENT", // a total
        "24..24; victims: 'combatant', 10..10; SILENT",
        "victims: 'civilian', 24..24; 10..10; CONTRADICTS" // too few in all
      })
  void aPartOfTheVictimsIsNotAllOfThem(String claim, String said, Agreement expected) {
    assertThat(of(figure(claim), figure(said), HARM)).isEqualTo(expected);
    assertThat(of(figure(said), figure(claim), HARM)).isEqualTo(expected);
  }

  private static String figure(String text) {
    int comma = text.lastIndexOf(", ");
    return (comma < 0 ? "" : text.substring(0, comma + 2))
        + count(text.substring(comma + 1).strip());
  }

  @Test
  void comparesWhoIsBlamed() {
    assertThat(of("responsible: 'army'", "responsible: 'army'", RESPONSIBILITY))
        .isEqualTo(Agreement.SUPPORTS);
    assertThat(of("responsible: 'army'", "responsible: 'jnim'", RESPONSIBILITY))
        .isEqualTo(Agreement.CONTRADICTS);
    assertThat(of("responsible: 'army'", "", RESPONSIBILITY)).isEqualTo(Agreement.SILENT);
    assertThat(of("", "responsible: 'army'", RESPONSIBILITY)).isEqualTo(Agreement.SILENT);
    assertThat(of("responsible: 'army'", "harm: 'injured', responsible: 'jnim'", RESPONSIBILITY))
        .isEqualTo(Agreement.SILENT);
  }

  @Test
  void whoTookPrisonersHasNotTherebyKilled() {
    assertThat(of("responsible: 'army'", "harm: 'captured', responsible: 'jnim'", RESPONSIBILITY))
        .isEqualTo(Agreement.SILENT);
  }

  @Test
  void whoseActHurtNobodyDoesNotAnswerForThoseHurt() {
    assertThat(of("responsible: 'army'", "count: {max: 0}, responsible: 'jnim'", RESPONSIBILITY))
        .isEqualTo(Agreement.SILENT);
  }

  @Test
  void fightersOfTwoPartiesAreNotTheSameDead() {
    String ofJnim = "victims: 'combatant', victimsParty: 'jnim', count: {min: 10, max: 10}";
    String ofArmy = "victims: 'combatant', victimsParty: 'army', count: {min: 3, max: 3}";

    for (Proposition proposition : Proposition.values()) {
      assertThat(of(ofJnim, ofArmy, proposition)).isEqualTo(Agreement.SILENT);
    }
  }

  @Test
  void thoseWhomAPartyKilledAreNotItsOwnDead() {
    String killedByArmy = "victims: 'civilian', responsible: 'army', count: {min: 10, max: 10}";
    String ofArmy =
        "victims: 'combatant', victimsParty: 'army', responsible: 'jnim', count: {min: 3, max: 3}";

    for (Proposition proposition : Proposition.values()) {
      assertThat(of(killedByArmy, ofArmy, proposition)).isEqualTo(Agreement.SILENT);
      assertThat(of(ofArmy, killedByArmy, proposition)).isEqualTo(Agreement.SILENT);
    }
  }

  @Test
  void theSameDeadMayBeCalledCiviliansOrFighters() {
    String civilians = "victims: 'civilian', responsible: 'army'";
    String fighters = "victims: 'combatant', victimsParty: 'jnim', responsible: 'army'";

    assertThat(of(civilians, fighters, HARM)).isEqualTo(Agreement.SUPPORTS);
    assertThat(of(civilians, fighters, STATUS)).isEqualTo(Agreement.CONTRADICTS);
    assertThat(of(civilians, fighters, RESPONSIBILITY)).isEqualTo(Agreement.SUPPORTS);
  }
}
