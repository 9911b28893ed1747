package org.bilan.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.bilan.dossier.Problem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real rows: UCDP GED (Sundberg & Melander 2013; Davies et al.), CC BY 4.0. */
class GedSampleTest {

  private static List<Archives.Read> rows;

  @BeforeAll
  static void read() throws IOException {
    InputStream sample = GedSampleTest.class.getResourceAsStream("ged-sample-1000.csv");
    rows = Archives.read(sample, "ged-sample-1000.csv", Reading.AS_FOUND);
  }

  @Test
  void eachRowIsTaken() {
    assertThat(rows).hasSize(1_000).noneMatch(Archives.Read::refused);
    Map<String, Integer> notes = new TreeMap<>();
    for (Archives.Read row : rows) {
      for (Problem note : row.taken().notes()) {
        notes.merge(note.code(), 1, Integer::sum);
      }
    }
    assertThat(notes)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("figures.order", 13, "article.before-incident", 21));
  }

  @Test
  void whatIsWrittenIsReadAgainAsTheSameDossier() throws InvalidDossier {
    Set<String> ids = new HashSet<>();
    for (Archives.Read row : rows) {
      assertThat(DossierReader.read(row.taken().line())).isEqualTo(row.dossier());
      ids.add(row.dossier().incident().id());
    }
    assertThat(ids).hasSize(1_000);
  }

  @Test
  void nobodyIsBlamedButForOneSidedViolence() {
    long blamed =
        rows.stream()
            .map(Archives.Read::dossier)
            .filter(d -> d.claims().stream().anyMatch(c -> c.responsible().isPresent()))
            .peek(d -> assertThat(d.incident().parties()).hasSize(1))
            .count();
    assertThat(blamed).isBetween(1L, 160L);
  }

  @Test
  void eachCountryIsKnown() {
    assertThat(rows)
        .allMatch(r -> r.dossier().incident().place().orElseThrow().country().isPresent());
  }

  @Test
  void eachDossierHasAClaimAndASourceThatAssertsIt() {
    for (Archives.Read row : rows) {
      Dossier dossier = row.dossier();
      assertThat(dossier.claims()).as(row.place()).isNotEmpty();
      assertThat(dossier.reports())
          .as(row.place())
          .anyMatch(r -> r.stances().stream().anyMatch(s -> s.kind().word().equals("asserts")));
    }
  }
}
