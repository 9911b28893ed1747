package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.bilan.dossier.DossierBuilder;
import org.bilan.evidence.Dispersion.AgreeingFigures;
import org.bilan.evidence.Dispersion.ScatteredFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispersionTest {

  private final DossierBuilder dossier = new DossierBuilder().party("army", "jnim").party("jnim");

  private Derived derived() {
    return Derived.of("c", dossier);
  }

  private void figure(String id, String count) {
    dossier.claim(id, "killed", "count: {" + count + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // the claim's figure | another's | spread | gap
        "min: 10, max: 10 | min: 10, max: 10 | 0 | 0",
        "min: 10, max: 10 | min: 9, max: 9 | 10 | 10",
        "min: 10, max: 10 | min: 8, max: 12 | 33 | 0",
        "min: 20, max: 20 | min: 10, max: 10 | 50 | 50",
        "min: 10, max: 10 | min: 20, max: 40 | 75 | 50",
        "max: 0 | min: 4, max: 4 | 100 | 100",
        "min: 10, max: 10 | words: 'dozens' | 0 | 16",
        "min: 10, max: 10 | words: 'several' | 0 | 0",
      })
  void spreadAndGapAreMeasuredWithTheClaimsOwnFigure(
      String own, String other, int spread, int gap) {
    figure("c", own);
    figure("d", other);
    dossier.says("a", "resident", "", "c asserts").says("b", "medical", "", "d asserts");

    assertThat(derived().fact(AgreeingFigures.class).spreadPercent()).isEqualTo(spread);
    assertThat(derived().fact(ScatteredFigures.class).gapPercent()).isEqualTo(gap);
  }

  @Test
  void eachIndependentOriginCountsOnce() {
    figure("c", "min: 10, max: 10");
    figure("d", "min: 9, max: 9");
    dossier
        .says("a", "resident", "", "c asserts")
        .says("b", "medical", "", "d asserts")
        .source("e", "independent-media")
        .report("echo", "e", "cites: ['a']", "c relays")
        .claim("blames", "killed", "responsible: 'army'")
        .says("enemy", "armed-group", "party: 'jnim'", "d asserts", "blames asserts");

    assertThat(derived().fact(AgreeingFigures.class).origins()).isEqualTo(3);
    assertThat(derived().fact(AgreeingFigures.class).facts()).contains("a", "b");
  }

  @Test
  void whoAssertsTheClaimMovesNothingApart() {
    figure("c", "min: 40, max: 40");
    figure("d", "min: 10, max: 10");
    dossier.says("b", "medical", "", "d asserts");
    ScatteredFigures before = derived().fact(ScatteredFigures.class);

    dossier.says("new", "witness", "proximity: 'first-hand'", "c asserts");

    assertThat(derived().fact(ScatteredFigures.class)).isEqualTo(before);
    assertThat(before.gapPercent()).isEqualTo(75);
    assertThat(before.others()).isEqualTo(1);
    assertThat(before.least()).isEqualTo(10);
    assertThat(before.most()).isEqualTo(40);
  }

  @Test
  void whoOnlyDeniesGivesNoFigure() {
    figure("c", "min: 40, max: 40");
    dossier.says("a", "resident", "", "c asserts").says("b", "medical", "", "c denies");

    assertThat(derived().fact(ScatteredFigures.class).others()).isZero();
    assertThat(derived().fact(AgreeingFigures.class).origins()).isEqualTo(1);
  }

  @Test
  void otherHarmAndOtherStatusAreOtherFigures() {
    dossier
        .claim("c", "killed", "victims: 'civilian', count: {min: 10, max: 10}")
        .claim("d", "killed", "victims: 'combatant', count: {min: 10, max: 10}")
        .claim("e", "killed-or-injured", "victims: 'civilian', count: {min: 0, max: 0}")
        .says("a", "resident", "", "c asserts")
        .says("b", "medical", "", "d asserts")
        .says("f", "ngo", "", "e asserts");

    assertThat(derived().fact(AgreeingFigures.class).origins()).isEqualTo(1);
    assertThat(derived().fact(ScatteredFigures.class).others()).isZero();
  }

  @Test
  void withoutFigureOrSpeakerNothingIsCompared() {
    dossier.source("s", "resident").claim("c", "killed");
    assertThat(derived().missing(AgreeingFigures.class)).isEqualTo(Set.of("reports.stances"));

    dossier.says("a", "resident", "", "c asserts");
    assertThat(derived().missing(AgreeingFigures.class)).isEqualTo(Set.of("claims.count"));
    assertThat(derived().missing(ScatteredFigures.class)).isEqualTo(Set.of("claims.count"));
  }
}
