package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.dossier.Proposition.RESPONSIBILITY;

import java.util.Set;
import org.bilan.dossier.DossierBuilder;
import org.bilan.evidence.Circumstances.Blackout;
import org.bilan.evidence.Circumstances.InvestigatorAccess;
import org.bilan.evidence.Circumstances.SeveralActed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircumstancesTest {

  private final DossierBuilder dossier =
      new DossierBuilder()
          .party("army", "jnim")
          .party("jnim")
          .claim("c", "killed", "responsible: 'army'")
          .source("resident", "resident");

  private Derived derived() {
    return Derived.of("c", dossier);
  }

  @ParameterizedTest
  @CsvSource({"granted, false, false", "restricted, false, true", "denied, true, false"})
  void access(String access, boolean denied, boolean restricted) {
    dossier.incident("access: '" + access + "'");

    assertThat(derived().fact(InvestigatorAccess.class).denied()).isEqualTo(denied);
    assertThat(derived().fact(InvestigatorAccess.class).restricted()).isEqualTo(restricted);
  }

  @ParameterizedTest
  @CsvSource({"working, false, false", "disrupted, false, true", "cut, true, false"})
  void communications(String heard, boolean cut, boolean disrupted) {
    dossier.incident("communications: '" + heard + "'");

    assertThat(derived().fact(Blackout.class).cut()).isEqualTo(cut);
    assertThat(derived().fact(Blackout.class).disrupted()).isEqualTo(disrupted);
  }

  @Test
  void unknownIsAsAbsent() {
    assertThat(derived().missing(InvestigatorAccess.class)).isEqualTo(Set.of("incident.access"));
    dossier.incident("access: 'unknown', communications: 'unknown'");

    assertThat(derived().missing(InvestigatorAccess.class)).isEqualTo(Set.of("incident.access"));
    assertThat(derived().missing(Blackout.class)).isEqualTo(Set.of("incident.communications"));
  }

  @Test
  void onePartyThatActedTwiceIsOne() {
    dossier
        .action("party: 'army', kind: 'air-strike', status: 'declared'")
        .action("party: 'army', kind: 'artillery', status: 'likely'")
        .action("party: 'jnim', status: 'contested'");

    assertThat(derived().fact(SeveralActed.class, RESPONSIBILITY).names()).containsExactly("ARMY");
  }
}
