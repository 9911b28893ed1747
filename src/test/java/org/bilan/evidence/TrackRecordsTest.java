package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.bilan.dossier.DossierBuilder;
import org.bilan.evidence.TrackRecords.BestRecord;
import org.bilan.evidence.TrackRecords.PoorRecords;
import org.junit.jupiter.api.Test;

class TrackRecordsTest {

  private static final String GOOD = record(18, 2);
  private static final String POOR = record(2, 18);

  private final DossierBuilder dossier =
      new DossierBuilder()
          .party("army", "jnim")
          .party("jnim")
          .claim("c", "killed", "responsible: 'jnim', victims: 'civilian'");

  private static String record(int right, int wrong) {
    return "record: {right: %d, wrong: %d, unknown: 7, usual: 60, asOf: '2024-03-15'}"
        .formatted(right, wrong);
  }

  private BestRecord best() {
    return Derived.of("c", dossier).fact(BestRecord.class);
  }

  private PoorRecords poor() {
    return Derived.of("c", dossier).fact(PoorRecords.class);
  }

  @Test
  void withoutRecordsNothingIsJudged() {
    dossier.says("a", "resident", "", "c asserts");
    dossier.says("b", "ngo", GOOD, "c denies");

    assertThat(Derived.of("c", dossier).missing(BestRecord.class))
        .isEqualTo(Set.of("sources.record"));
    assertThat(Derived.of("c", dossier).missing(PoorRecords.class))
        .isEqualTo(Set.of("sources.record"));
  }

  @Test
  void whereNobodySpeaksForItNothingIsJudged() {
    dossier.says("b", "ngo", GOOD, "c denies");

    assertThat(Derived.of("c", dossier).missing(BestRecord.class))
        .isEqualTo(Set.of("reports.stances"));
    assertThat(Derived.of("c", dossier).missing(PoorRecords.class))
        .isEqualTo(Set.of("reports.stances"));
  }

  @Test
  void theRecordThatIsMostCertainlyGoodCounts() {
    dossier.says("a", "resident", POOR, "c asserts");
    dossier.says("b", "ngo", GOOD, "c asserts");
    dossier.says("d", "medical", record(2, 0), "c asserts");

    assertThat(best().percent()).isEqualTo(68);
    assertThat(best().aboveUsual()).isEqualTo(8);
    assertThat(best().cases()).isEqualTo(20);
    assertThat(best().facts()).containsExactly("b");
  }

  @Test
  void whoGainsByItOrRepeatsItDoesNotLendItHisRecord() {
    dossier.says("a", "resident", POOR, "c asserts");
    dossier.says("staff", "military", GOOD + ", party: 'army'", "c asserts");
    dossier.source("b", "ngo", GOOD).report("b", "b", "cites: ['a']", "c relays");

    assertThat(best().facts()).containsExactly("a");
    assertThat(best().aboveUsual()).isEqualTo(5 - 60);
  }

  @Test
  void theRecordOfAConfidentialSourceIsAsIfAbsent() {
    dossier.says("a", "resident", "confidential: true, " + GOOD, "c asserts");
    assertThat(Derived.of("c", dossier).missing(BestRecord.class))
        .isEqualTo(Set.of("sources.record"));
    assertThat(Derived.of("c", dossier).missing(PoorRecords.class))
        .isEqualTo(Set.of("sources.record"));

    dossier.says("b", "ngo", POOR, "c asserts");
    assertThat(best().facts()).containsExactly("b");
    assertThat(poor().all()).isFalse();
  }

  @Test
  void recordsArePoorOnlyWhereAllAre() {
    dossier.says("a", "resident", POOR, "c asserts");
    assertThat(poor())
        .isEqualTo(new PoorRecords("c", poor().proposition(), true, 36, 24, 20, List.of("a")));

    dossier.says("b", "resident", record(0, 2), "c asserts");
    assertThat(poor().all()).isTrue();
    assertThat(poor().belowUsual()).isNegative();
    assertThat(poor().cases()).isEqualTo(2);
    assertThat(poor().facts()).containsExactlyInAnyOrder("a", "b");

    dossier.says("d", "resident", "", "c asserts");
    assertThat(poor().all()).isFalse();
  }
}
