package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.dossier.Proposition.RESPONSIBILITY;

import java.util.Set;
import org.bilan.dossier.DossierBuilder;
import org.bilan.evidence.Blame.BlameBalance;
import org.bilan.evidence.Blame.CompetingBlame;
import org.bilan.evidence.Blame.MutualBlame;
import org.bilan.evidence.Blame.OtherAdmission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlameTest {

  private final DossierBuilder dossier =
      new DossierBuilder()
          .party("army", "jnim")
          .party("jnim")
          .party("militia", "army")
          .claim("c", "killed", "victims: 'civilian', responsible: 'army'")
          .claim("j", "killed", "victims: 'civilian', responsible: 'jnim'")
          .claim("m", "killed", "victims: 'civilian', responsible: 'militia'");

  private <T extends Aspect> T fact(Class<T> type) {
    return Derived.of("c", dossier).fact(type, RESPONSIBILITY);
  }

  @Test
  void partiesAreCountedAndNotThoseWhoBlameThem() {
    dossier
        .says("a", "resident", "", "c asserts")
        .says("b", "ngo", "", "j asserts")
        .says("d", "medical", "", "j asserts");
    assertThat(fact(CompetingBlame.class).parties()).isEqualTo(2);

    dossier.says("e", "monitor", "", "m asserts");
    assertThat(fact(CompetingBlame.class).names()).containsExactly("ARMY", "JNIM", "MILITIA");
  }

  @Test
  void whoAssertsBothMakesNoRivals() {
    dossier.says("a", "resident", "", "c asserts", "j asserts");

    assertThat(fact(CompetingBlame.class).parties()).isEqualTo(1);
    assertThat(fact(BlameBalance.class).margin()).isNegative();
  }

  @Test
  void interestedVoicesNameNoPartyIndependently() {
    dossier
        .says("a", "resident", "", "c asserts")
        .says("staff", "military", "party: 'army'", "j asserts");

    assertThat(fact(CompetingBlame.class).parties()).isEqualTo(1);
  }

  @Test
  void otherHarmIsNotTheSameEvent() {
    dossier
        .says("a", "resident", "", "c asserts")
        .claim("captured", "captured", "responsible: 'jnim'")
        .says("b", "ngo", "", "captured asserts");

    assertThat(fact(CompetingBlame.class).parties()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"c asserts, j asserts, true", "j asserts, c asserts, false"})
  void eachBlamesTheOther(String ofJnim, String ofArmy, boolean mutual) {
    dossier
        .says("spokesman", "armed-group", "party: 'jnim'", ofJnim)
        .says("staff", "military", "party: 'army'", ofArmy);

    assertThat(fact(MutualBlame.class).mutual()).isEqualTo(mutual);
  }

  @Test
  void whoDeniesAndBlamesBackBlamesBack() {
    dossier
        .says("spokesman", "armed-group", "party: 'jnim'", "c asserts")
        .says("staff", "military", "party: 'army'", "c denies", "j asserts");

    assertThat(fact(MutualBlame.class).parties()).containsExactly("ARMY", "JNIM");
    assertThat(fact(MutualBlame.class).facts()).containsExactlyInAnyOrder("spokesman", "staff");
  }

  @Test
  void anotherPartyAdmitsIt() {
    dossier
        .says("a", "resident", "", "c asserts")
        .says("spokesman", "armed-group", "party: 'jnim'", "j asserts");

    assertThat(fact(OtherAdmission.class).parties()).containsExactly("JNIM");
    assertThat(Derived.of("j", dossier).fact(OtherAdmission.class, RESPONSIBILITY).made())
        .isFalse();
  }

  @Test
  void aBoastIsNoAdmission() {
    dossier
        .says("a", "resident", "", "c asserts")
        .claim("boast", "killed", "victims: 'combatant', responsible: 'jnim'")
        .says("spokesman", "armed-group", "party: 'jnim'", "boast asserts");

    assertThat(fact(OtherAdmission.class).made()).isFalse();
  }

  @Test
  void theOtherPartyThatMostBlameIsTheMeasure() {
    dossier
        .says("a", "resident", "", "c asserts")
        .says("b", "ngo", "", "j asserts")
        .says("d", "medical", "", "j asserts")
        .says("e", "monitor", "", "m asserts");

    BlameBalance fact = fact(BlameBalance.class);
    assertThat(fact.others()).isEqualTo(2);
    assertThat(fact.own()).isEqualTo(1);
    assertThat(fact.margin()).isEqualTo(1);
    assertThat(fact.parties()).containsExactly("JNIM");
  }

  @Test
  void oneOriginWithTwoClaimsThatBlameOnePartyIsOne() {
    dossier
        .says("a", "resident", "", "c asserts")
        .claim("j2", "injured", "victims: 'civilian', responsible: 'jnim'")
        .says("b", "ngo", "", "j asserts", "j2 asserts");

    assertThat(fact(BlameBalance.class).others()).isEqualTo(1);
  }

  @Test
  void whoMightAdmitItMustBeKnown() {
    dossier.says("a", "resident", "", "c asserts").says("x", "military", "", "j asserts");

    assertThat(Derived.of("c", dossier).missing(OtherAdmission.class))
        .isEqualTo(Set.of("sources.party"));
    assertThat(Derived.of("c", dossier).missing(MutualBlame.class))
        .isEqualTo(Set.of("sources.party"));
  }
}
