package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.bilan.dossier.DossierBuilder;
import org.junit.jupiter.api.Test;

class OwnWordsTest {

  private final DossierBuilder dossier =
      new DossierBuilder().claim("c", "killed").claim("d", "injured");

  @Test
  void whoAssertsOrDeniesOnHisOwnAccountHasSaidSo() {
    dossier.says("a", "resident", "", "c asserts", "d denies");

    assertThat(OwnWords.of(dossier.build()))
        .containsExactlyInAnyOrder(new OwnWords("a", "c", true), new OwnWords("a", "d", false));
  }

  @Test
  void whoRelaysOrCitesOrDoubtsHasNot() {
    dossier.says("a", "resident", "", "c asserts");
    dossier.says("b", "wire-agency", "", "c relays");
    dossier.source("e", "wire-agency").report("e", "e", "cites: ['a']", "c asserts");
    dossier.says("f", "ngo", "", "c doubts");

    assertThat(OwnWords.of(dossier.build())).containsExactly(new OwnWords("a", "c", true));
  }

  @Test
  void whoHasChangedHisMindHasTheLastWord() {
    dossier
        .source("a", "resident")
        .report("r1", "a", "publishedAt: '2024-03-17'", "c asserts")
        .report("r2", "a", "publishedAt: '2024-03-19'", "c denies");
    dossier
        .source("b", "ngo")
        .report("r3", "b", "publishedAt: '2024-03-18'", "c denies")
        .report("r4", "b", "publishedAt: '2024-03-19'", "c asserts");
    dossier
        .source("e", "medical")
        .report("r5", "e", "", "c denies")
        .report("r6", "e", "publishedAt: '2024-03-19'", "c asserts");

    assertThat(OwnWords.of(dossier.build()))
        .containsExactlyInAnyOrder(new OwnWords("a", "c", false), new OwnWords("b", "c", true));
  }
}
