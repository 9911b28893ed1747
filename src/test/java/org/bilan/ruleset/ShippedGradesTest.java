package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
}
