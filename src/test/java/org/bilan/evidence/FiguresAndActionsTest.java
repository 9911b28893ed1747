package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.dossier.Proposition.HARM;
import static org.bilan.dossier.Proposition.RESPONSIBILITY;

import java.util.Set;
import org.bilan.dossier.DossierBuilder;
import org.bilan.evidence.Actions.NearAction;
import org.bilan.evidence.Figures.Figure;
import org.bilan.evidence.Figures.FigureRange;
import org.bilan.evidence.Figures.NamedExcess;
import org.bilan.evidence.Figures.NamedShare;
import org.bilan.evidence.Figures.NamedVictims;
import org.bilan.evidence.Figures.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresAndActionsTest {

  private final DossierBuilder dossier =
      new DossierBuilder().party("army").party("jnim").source("s", "resident");

  private Derived derived() {
    return Derived.of("c", dossier);
  }

  private Derived claim(String fields) {
    dossier.claim("c", "killed", fields);
    return derived();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "words: 'several' | true",
        "min: 2, words: 'several' | true",
        "min: 2 | true",
        "min: 2, max: 2 | false",
        "max: 5 | false",
        "max: 0 | false",
        "min: 2, max: 5, words: 'a few' | false"
      })
  void aFigureWithoutUpperEndIsOpen(String count, boolean open) {
    assertThat(claim("count: {" + count + "}").fact(Figure.class).open()).isEqualTo(open);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "count: {}"})
  void noFigureIsMissing(String fields) {
    assertThat(claim(fields).missing(Figure.class)).isEqualTo(Set.of("claims.count"));
    assertThat(derived().missing(FigureRange.class))
        .isEqualTo(Set.of("claims.count.min", "claims.count.max"));
    assertThat(derived().missing(NamedVictims.class)).isEqualTo(Set.of("claims.namedVictims"));
    assertThat(derived().missing(Revision.class)).isEqualTo(Set.of("claims.supersedes"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "14, 14, 0",
    "13, 14, 7",
    "10, 20, 50",
    "0, 20, 100",
    "0, 10000000, 100",
    "9000000, 10000000, 10"
  })
  void aRangeIsAsWideAsItsShareOfTheUpperEnd(int min, int max, int percent) {
    assertThat(
            claim("count: {min: " + min + ", max: " + max + "}")
                .fact(FigureRange.class)
                .spreadPercent())
        .isEqualTo(percent);
  }

  @Test
  void halfARangeIsNone() {
    assertThat(claim("count: {max: 5}").missing(FigureRange.class))
        .isEqualTo(Set.of("claims.count.min", "claims.count.max"));
  }

  @Test
  void namedVictimsAreCountedAlsoWhereThereAreNone() {
    assertThat(claim("namedVictims: 0").fact(NamedVictims.class).named()).isZero();
  }

  private void figures() {
    dossier
        .claim("c", "killed", "count: {min: 4, max: 4}")
        .claim("later", "killed", "count: {min: 40, max: 40}, supersedes: 'c'")
        .claim("other", "injured");
  }

  @Test
  void aClaimIsSupersededWhereItsOwnSourceRevisesIt() {
    figures();
    dossier.report("r1", "s", "", "c asserts").report("r2", "s", "", "later asserts");

    assertThat(derived().fact(Revision.class).superseded()).isTrue();
    assertThat(derived().fact(Revision.class).by()).containsExactly("later");
    assertThat(derived().evidence().givenWayTo()).containsExactly("later");
    assertThat(Derived.of("later", dossier).fact(Revision.class).superseded()).isFalse();
    assertThat(Derived.of("other", dossier).fact(Revision.class).superseded()).isFalse();
  }

  @Test
  void kinRevise() {
    figures();
    dossier
        .says("daily", "independent-media", "owner: 'House'", "c asserts")
        .says("evening", "independent-media", "owner: 'House'", "later asserts");

    assertThat(derived().fact(Revision.class).superseded()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"later asserts", "later relays", "c relays"})
  void whatOnlyAnotherSaysSupersedesIsAnotherFigure(String stance) {
    figures();
    dossier
        .report("r1", "s", "", "c asserts")
        .says("rival", "armed-group", "party: 'jnim'", stance);

    assertThat(derived().fact(Revision.class).superseded()).isFalse();
    assertThat(derived().fact(Revision.class).by()).isEmpty();
    assertThat(derived().evidence().givenWayTo()).isEmpty();
  }

  @Test
  void anotherFigureContradictsAndARevisionDoesNot() {
    figures();
    dossier.report("r1", "s", "", "c asserts").report("r2", "s", "", "later asserts");
    assertThat(derived().fact(Contradictions.CountContradiction.class).independentOrigins())
        .isZero();

    dossier.says("rival", "monitor", "", "later asserts");
    assertThat(derived().fact(Contradictions.CountContradiction.class).independentOrigins())
        .isEqualTo(1);
  }

  @Test
  void aClaimThatAnIndependentOriginStandsByIsNotSuperseded() {
    figures();
    dossier
        .report("r1", "s", "", "c asserts")
        .report("r2", "s", "", "later asserts")
        .report("echo", "s", "cites: ['r1']", "c asserts");
    assertThat(derived().fact(Revision.class).superseded()).isTrue();

    dossier.says("hospital", "medical", "", "c asserts");
    assertThat(derived().fact(Revision.class).superseded()).isFalse();
    assertThat(derived().fact(Revision.class).by()).containsExactly("later");
    assertThat(derived().evidence().givenWayTo()).isEmpty();
  }

  @Test
  void aRevisionReachesBackThroughOthers() {
    figures();
    dossier
        .claim("latest", "killed", "count: {min: 50, max: 50}, supersedes: 'later'")
        .report("r1", "s", "", "c asserts")
        .says("other", "monitor", "", "later asserts")
        .report("r2", "s", "", "latest asserts");

    assertThat(derived().fact(Revision.class).by()).containsExactly("latest");
    assertThat(Derived.of("later", dossier).fact(Revision.class).by()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"4, 4, 4, 100, 0", "4, 3, 4, 75, 0", "4, 6, 4, 150, 2", "0, 1, 0, 0, 1"})
  void namesAreComparedWithTheFigure(int figure, int named, int least, int percent, int excess) {
    claim("count: {min: " + figure + ", max: " + figure + "}, namedVictims: " + named);

    assertThat(derived().fact(NamedShare.class).least()).isEqualTo(least);
    assertThat(derived().fact(NamedShare.class).percent()).isEqualTo(percent);
    assertThat(derived().fact(NamedExcess.class).excess()).isEqualTo(excess);
  }

  @Test
  void namesWithoutAFigureAreNotCompared() {
    claim("namedVictims: 3");
    assertThat(derived().missing(NamedShare.class)).isEqualTo(Set.of("claims.count.min"));
    assertThat(derived().missing(NamedExcess.class)).isEqualTo(Set.of("claims.count.max"));
  }

  @Test
  void wordsThatAreNotKnownAreNoFigure() {
    assertThat(claim("count: {words: 'untold'}").missing(Figure.class))
        .isEqualTo(Set.of("claims.count"));
  }

  @ParameterizedTest
  @CsvSource({"une dizaine, false", "up to 5, false", "dozens, true", "at least 5, true"})
  void wordsAreOpenWhereTheyHaveNoMost(String words, boolean open) {
    assertThat(claim("count: {words: '" + words + "'}").fact(Figure.class).open()).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "declared, true",
    "likely, true",
    "contested, false",
    "denied, false",
  })
  void anActionIsEstablishedWhereDeclaredOrLikely(String status, boolean established) {
    dossier.action("party: 'army', status: '" + status + "'");

    assertThat(claim("").fact(NearAction.class).established()).isEqualTo(established);
  }

  @Test
  void noActionAndOneOfUnknownStatusAreMissing() {
    assertThat(claim("").missing(NearAction.class)).isEqualTo(Set.of("incident.actions"));

    dossier.action("party: 'army', status: 'unknown'");
    assertThat(derived().missing(NearAction.class)).isEqualTo(Set.of("incident.actions"));
  }

  @Test
  void onlyTheActionOfTheBlamedCanHaveDoneIt() {
    dossier
        .action("party: 'army', status: 'declared', report: 'r'")
        .report("r", "s", "")
        .claim("d", "killed", "responsible: 'jnim'");

    NearAction blamed = claim("responsible: 'army'").fact(NearAction.class, RESPONSIBILITY);
    assertThat(blamed.established()).isTrue();
    assertThat(blamed.parties()).containsExactly("ARMY");
    assertThat(blamed.facts()).containsExactly("r");
    assertThat(derived().fact(NearAction.class, HARM).established()).isTrue();
    assertThat(Derived.of("d", dossier).fact(NearAction.class, HARM).established()).isFalse();
    assertThat(Derived.of("d", dossier).fact(NearAction.class, RESPONSIBILITY).established())
        .isFalse();
  }

  @Test
  void whereNobodyIsBlamedAnyActionCanHaveDoneIt() {
    dossier
        .action("party: 'jnim', status: 'likely'")
        .action("party: 'army', status: 'declared'")
        .action("party: 'army', status: 'likely', kind: 'artillery'");

    assertThat(claim("").fact(NearAction.class).parties()).containsExactly("ARMY", "JNIM");
    assertThat(derived().find(NearAction.class, RESPONSIBILITY)).isEmpty();
  }
}
