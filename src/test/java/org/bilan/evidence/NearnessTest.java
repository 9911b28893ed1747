package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.dossier.Proposition.STATUS;

import java.util.Set;
import org.bilan.dossier.DossierBuilder;
import org.bilan.evidence.Nearness.Investigation;
import org.bilan.evidence.Nearness.NobodyNear;
import org.bilan.evidence.Nearness.Records;
import org.bilan.evidence.Setting.PlacePrecision;
import org.bilan.evidence.Setting.TimePrecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearnessTest {

  private final DossierBuilder dossier =
      new DossierBuilder()
          .party("army", "jnim")
          .party("jnim")
          .source("s", "resident")
          .claim("c", "killed", "victims: 'civilian', responsible: 'army'");

  private Derived derived() {
    return Derived.of("c", dossier);
  }

  @ParameterizedTest
  @CsvSource({
    "monitor, interviews, 1",
    "ngo, records, 1",
    "international-organisation, imagery, 1",
    "ngo, witnessed, 0",
    "ngo, hearsay, 0",
    "ngo, none-given, 0",
    "resident, interviews, 0",
    "independent-media, interviews, 0"
  })
  void whoInvestigatesIsToldByKindAndGrounds(String kind, String basis, int origins) {
    dossier.says("a", kind, "", "c asserts " + basis);

    assertThat(derived().fact(Investigation.class).origins()).isEqualTo(origins);
  }

  @Test
  void anEchoDoesNotInvestigate() {
    dossier
        .says("a", "resident", "", "c asserts witnessed")
        .source("n", "ngo")
        .report("echo", "n", "cites: ['a']", "c asserts records");

    assertThat(derived().fact(Investigation.class).origins()).isZero();
    assertThat(derived().fact(Records.class).origins()).isZero();
  }

  @Test
  void recordsOfAPartyWithAStakeDoNotCount() {
    dossier.says("a", "armed-group", "party: 'jnim'", "c asserts records");

    assertThat(derived().fact(Records.class).origins()).isZero();
  }

  @Test
  void aDocumentThatAnOriginPublishesIsARecordOfTheHarmOnly() {
    dossier
        .says("a", "medical", "", "c asserts")
        .photo("m", "kind: 'document', report: 'a', supports: ['c']");

    assertThat(derived().fact(Records.class).origins()).isEqualTo(1);
    assertThat(derived().find(Records.class, STATUS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: 'photo', report: 'a', supports: ['c']",
        "kind: 'document', report: 'a'",
        "kind: 'document', report: 'a', supports: ['c'], manipulation: 'established'",
        "kind: 'document', report: 'a', supports: ['c'], firstSeenAt: '2020-01-01'",
      })
  void whatIsNoUsableDocumentIsNoRecord(String fields) {
    dossier.says("a", "medical", "", "c asserts").photo("m", fields);

    assertThat(derived().missing(Records.class)).isEqualTo(Set.of("reports.stances.basis"));
  }

  @ParameterizedTest
  @CsvSource({"second-hand, true", "remote, true", "first-hand, false"})
  void nobodyIsNearWhereAllAreKnownToBeFar(String proximity, boolean known) {
    dossier
        .says("a", "resident", "proximity: 'remote'", "c asserts")
        .says("b", "resident", "proximity: '" + proximity + "'", "c asserts");

    assertThat(derived().fact(NobodyNear.class).known()).isEqualTo(known);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "proximity: 'unknown'"})
  void oneOfWhomItIsNotKnownLeavesItOpen(String fields) {
    dossier
        .says("a", "resident", "proximity: 'remote'", "c asserts")
        .says("b", "resident", fields, "c asserts");

    assertThat(derived().missing(NobodyNear.class)).isEqualTo(Set.of("sources.proximity"));
  }

  @Test
  void whereNobodySpeaksForItNothingIsJudged() {
    dossier.says("a", "resident", "", "c denies records");

    for (var type : Set.of(Investigation.class, Records.class, NobodyNear.class)) {
      assertThat(derived().missing(type)).isEqualTo(Set.of("reports.stances"));
    }
  }

  @ParameterizedTest
  @CsvSource({"exact, 1", "village, 4", "province, 7", "country, 8"})
  void placesStandOnALadder(String precision, int rung) {
    dossier.incident("place: {precision: '" + precision + "'}");
    assertThat(derived().fact(PlacePrecision.class).rung()).isEqualTo(rung);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-16, 2024-03-16, 1",
    "2024-03-16, 2024-03-17, 2",
    "2024-03-16T22:00:00Z, 2024-03-17T04:00:00Z, 1",
    "2024-03-16T22:00:00Z, 2024-03-16T22:00:00Z, 1",
    "2024-03-01, 2024-03-31, 31"
  })
  void begunDaysAreCounted(String from, String to, int days) {
    dossier.incident("date: {from: '" + from + "', to: '" + to + "'}");
    assertThat(derived().fact(TimePrecision.class).days()).isEqualTo(days);
  }

  @Test
  void whatIsNotRecordedOfPlaceAndTimeIsMissing() {
    assertThat(derived().missing(PlacePrecision.class))
        .isEqualTo(Set.of("incident.place.precision"));
    assertThat(derived().missing(TimePrecision.class)).isEqualTo(Set.of("incident.date.to"));
  }
}
