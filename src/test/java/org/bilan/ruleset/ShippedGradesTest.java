package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.dossier.DossierBuilder;
import org.junit.jupiter.api.Test;

/** What the ladder of the shipped rules makes of whole dossiers. */
class ShippedGradesTest {

  /** Airwars: contested is about who did it, not about whether people died. */
  @Test
  void rivalClaimsOfWitnessesOnWhoDidItAreContestedHoweverManySupportThem() throws Exception {
    DossierBuilder dossier =
        new DossierBuilder()
            .party("army")
            .party("jnim")
            .action("party: 'army', status: 'likely'")
            .action("party: 'jnim', status: 'likely'")
            .claim("army", "killed", "victims: 'civilian', responsible: 'army'")
            .claim("jnim", "killed", "victims: 'civilian', responsible: 'jnim'");
    for (int i = 0; i < 3; i++) {
      dossier.says("a" + i, "resident", "proximity: 'first-hand'", "army asserts firm witnessed");
    }
    try (Ruleset ruleset = Ruleset.load(Path.of("rules"))) {
      assertThat(ruleset.judge(dossier.build(), Language.EN).claims())
          .filteredOn(claim -> claim.claim().equals("army"))
          .extracting(ClaimAssessment::grade)
          .containsExactly(Grade.FAIR);

      for (int i = 0; i < 2; i++) {
        dossier.says("j" + i, "resident", "proximity: 'first-hand'", "jnim asserts firm witnessed");
      }
      assertThat(ruleset.judge(dossier.build(), Language.EN).claims())
          .extracting(ClaimAssessment::grade)
          .containsOnly(Grade.CONTESTED);
    }
  }

  /** An admitted strike does not make every figure that is told of it confirmed. */
  @Test
  void aFigureThatTheAdmittingPartyDeniesIsNotConfirmed() throws Exception {
    DossierBuilder dossier =
        new DossierBuilder()
            .party("army")
            .action("party: 'army', status: 'declared'")
            .claim(
                "admitted", "killed", "victims: 'civilian', responsible: 'army', count: {min: 20}")
            .claim(
                "told",
                "killed",
                "victims: 'civilian', responsible: 'army', count: {min: 90, max: 90}")
            .says("a", "resident", "proximity: 'first-hand'", "told asserts firm witnessed")
            .says("b", "ngo", "", "told asserts firm interviews")
            .says("army", "military", "party: 'army'", "admitted asserts");
    try (Ruleset ruleset = Ruleset.load(Path.of("rules"))) {
      assertThat(grades(ruleset, dossier))
          .containsExactlyInAnyOrder("admitted CONFIRMED", "told FAIR");

      dossier.says("army2", "military", "party: 'army'", "told denies");
      assertThat(grades(ruleset, dossier))
          .containsExactlyInAnyOrder("admitted CONFIRMED", "told FAIR");
    }
  }

  /** "At least two", an army admits: that does not confirm the thousand of a nameless account. */
  @Test
  void aFigureThatOnlyUnnamedSourcesGiveIsNotConfirmedByALesserAdmission() throws Exception {
    DossierBuilder dossier =
        new DossierBuilder()
            .party("army")
            .action("party: 'army', status: 'declared'")
            .claim("two", "killed", "victims: 'civilian', responsible: 'army', count: {min: 2}")
            .claim(
                "thousand",
                "killed",
                "victims: 'civilian', responsible: 'army', count: {min: 1000, max: 1000}")
            .says("army", "military", "party: 'army'", "two asserts")
            .says("x", "social-account", "anonymous: true", "thousand asserts firm witnessed");
    try (Ruleset ruleset = Ruleset.load(Path.of("rules"))) {
      assertThat(grades(ruleset, dossier))
          .containsExactlyInAnyOrder("two CONFIRMED", "thousand WEAK");
    }
  }

  /** What is disputed decides, and who supports it, not how low the score is. */
  @Test
  void discountedIsWhatIsDisputedAndNobodyWithoutAStakeSupports() throws Exception {
    DossierBuilder dossier =
        new DossierBuilder()
            .party("army", "jnim")
            .party("jnim")
            .claim(
                "fighters",
                "killed",
                "victims: 'combatant', victimsParty: 'jnim', responsible: 'army'")
            .claim("civilians", "killed", "victims: 'civilian', responsible: 'army'")
            .says("army", "military", "party: 'army'", "fighters asserts")
            .says("b", "resident", "proximity: 'first-hand'", "civilians asserts firm witnessed");
    try (Ruleset ruleset = Ruleset.load(Path.of("rules"))) {
      assertThat(grades(ruleset, dossier))
          .containsExactlyInAnyOrder("fighters DISCOUNTED", "civilians WEAK");

      dossier.says("c", "resident", "proximity: 'first-hand'", "fighters asserts firm witnessed");
      assertThat(grades(ruleset, dossier))
          .containsExactlyInAnyOrder("fighters CONTESTED", "civilians CONTESTED");
    }
  }

  /** Who has not said it firmly takes no claim out of the toll. */
  @Test
  void aNamelessHedgedVoiceContestsNothing() throws Exception {
    DossierBuilder dossier =
        new DossierBuilder()
            .party("army", "jnim")
            .party("jnim")
            .action("party: 'army', status: 'likely'")
            .claim("army", "killed", "victims: 'civilian', responsible: 'army'")
            .claim("jnim", "killed", "victims: 'civilian', responsible: 'jnim'")
            .says("a", "ngo", "", "army asserts firm interviews")
            .says("b", "monitor", "", "army asserts firm records")
            .says("c", "resident", "proximity: 'first-hand'", "army asserts firm witnessed")
            .says("d", "social-account", "anonymous: true", "jnim asserts hedged");
    try (Ruleset ruleset = Ruleset.load(Path.of("rules"))) {
      assertThat(grades(ruleset, dossier)).contains("army FAIR");

      dossier.says("e", "resident", "proximity: 'first-hand'", "jnim asserts firm witnessed");
      assertThat(grades(ruleset, dossier)).contains("army CONTESTED");
    }
  }

  /** Three say that ten were civilians, three that the same ten were fighters. */
  @Test
  void twoClaimsThatExcludeEachOtherAreNeverBothFair() throws Exception {
    DossierBuilder dossier =
        new DossierBuilder()
            .party("army", "jnim")
            .party("jnim")
            .action("party: 'army', status: 'likely'")
            .claim("c", "killed", "victims: 'civilian', responsible: 'army'")
            .claim(
                "f", "killed", "victims: 'combatant', victimsParty: 'jnim', responsible: 'army'");
    for (int i = 0; i < 3; i++) {
      dossier
          .says("c" + i, "resident", "proximity: 'first-hand'", "c asserts firm witnessed")
          .says("f" + i, "resident", "proximity: 'first-hand'", "f asserts firm witnessed");
    }
    try (Ruleset ruleset = Ruleset.load(Path.of("rules"))) {
      assertThat(grades(ruleset, dossier)).containsExactlyInAnyOrder("c CONTESTED", "f CONTESTED");
    }
  }

  private static List<String> grades(Ruleset ruleset, DossierBuilder dossier) throws Exception {
    return ruleset.judge(dossier.build(), Language.EN).claims().stream()
        .map(claim -> claim.claim() + " " + claim.grade())
        .toList();
  }
}
