package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.dossier.Proposition.RESPONSIBILITY;
import static org.bilan.dossier.Proposition.STATUS;

import java.util.Set;
import org.bilan.dossier.DossierBuilder;
import org.bilan.evidence.Contradictions.CountContradiction;
import org.bilan.evidence.Contradictions.ResponsibilityContradiction;
import org.bilan.evidence.Rivals.DenialByAccusedSide;
import org.bilan.evidence.Rivals.EventContradiction;
import org.bilan.evidence.Rivals.InterestedRivals;
import org.bilan.evidence.Rivals.RivalOfAccused;
import org.bilan.evidence.Rivals.StatusBalance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RivalsTest {

  private final DossierBuilder dossier =
      new DossierBuilder()
          .party("army", "jnim")
          .party("jnim")
          .claim(
              "c", "killed", "victims: 'civilian', responsible: 'army', count: {min: 14, max: 14}");

  private Derived derived() {
    return Derived.of("c", dossier);
  }

  @BeforeEach
  void somebodySaysSo() {
    dossier.says("resident", "resident", "", "c asserts");
  }

  @Test
  void nobodyHurtIsAnotherMatterThanAnotherFigure() {
    dossier
        .claim("none", "killed", "count: {min: 0, max: 0}")
        .claim("forty", "killed", "victims: 'civilian', count: {min: 40, max: 40}")
        .says("ngo", "ngo", "", "none asserts")
        .says("medic", "medical", "", "forty asserts");

    assertThat(derived().fact(EventContradiction.class).speakers()).containsExactly("ngo");
    assertThat(derived().fact(CountContradiction.class).speakers()).containsExactly("medic");
    assertThat(Derived.of("none", dossier).fact(EventContradiction.class).independentOrigins())
        .isEqualTo(2);
  }

  @Test
  void nobodyHurtSaidByTheAccusedIsShownAndNotCounted() {
    dossier
        .claim("none", "killed", "responsible: 'army', count: {min: 0, max: 0}")
        .says("staff", "military", "party: 'army'", "none asserts");

    assertThat(derived().fact(EventContradiction.class).independentOrigins()).isZero();
    assertThat(derived().fact(InterestedRivals.class).only()).isTrue();
    assertThat(derived().fact(RivalOfAccused.class).given()).isTrue();
  }

  @Test
  void whoIsAccusedAndBlamesAThirdThatItDoesNotFightIsNotDisinterested() {
    dossier
        .party("militia")
        .claim("other", "killed", "victims: 'civilian', responsible: 'militia'")
        .says("staff", "military", "party: 'army'", "other asserts");

    Derived derived = derived();
    assertThat(derived.fact(ResponsibilityContradiction.class, RESPONSIBILITY).independentOrigins())
        .isZero();
    assertThat(derived.fact(InterestedRivals.class, RESPONSIBILITY).only()).isTrue();
  }

  @Test
  void oneWithoutAStakeMakesARivalAccountMoreThanInterested() {
    dossier
        .claim("f", "killed", "victims: 'combatant', responsible: 'army'")
        .says("staff", "military", "party: 'army'", "f asserts");
    assertThat(derived().fact(InterestedRivals.class, STATUS).speakers()).containsExactly("staff");

    dossier.says("ngo", "ngo", "", "f asserts");
    assertThat(derived().fact(InterestedRivals.class, STATUS).only()).isFalse();
  }

  @Test
  void aLocalOfficialOfTheAccusedSideGainsByADenialAndNotByAConfirmation() {
    dossier.says("mayor", "local-official", "party: 'army'", "c denies");

    assertThat(derived().fact(DenialByAccusedSide.class).speakers()).containsExactly("mayor");
    assertThat(derived().fact(Contradictions.Denial.class).independentOrigins()).isZero();
  }

  @Test
  void theVoiceOfTheAccusedIsNotItsSide() {
    dossier.says("staff", "military", "party: 'army'", "c denies");

    assertThat(derived().fact(DenialByAccusedSide.class).made()).isFalse();
  }

  @Test
  void onlyOriginsWithoutAStakeCountForTheStatus() {
    dossier
        .claim("f", "killed", "victims: 'combatant', responsible: 'army'")
        .says("staff", "military", "party: 'army'", "f asserts")
        .says("ngo", "ngo", "", "f asserts")
        .says("medic", "medical", "", "f asserts")
        .source("rfi", "independent-media")
        .report("rfi", "rfi", "cites: ['ngo']", "f relays");

    StatusBalance fact = derived().fact(StatusBalance.class, STATUS);
    assertThat(fact.others()).isEqualTo(2);
    assertThat(fact.own()).isEqualTo(1);
    assertThat(fact.margin()).isEqualTo(1);
  }

  @Test
  void whereNobodySpeaksNothingIsJudged() {
    dossier.claim("silent", "injured", "victims: 'civilian', responsible: 'army'");

    Derived silent = Derived.of("silent", dossier);
    assertThat(silent.missing(EventContradiction.class)).isEqualTo(Set.of("reports.stances"));
  }
}
