package org.bilan.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Count;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Precision;
import org.bilan.dossier.Report;
import org.bilan.dossier.Source;
import org.bilan.dossier.SourceKind;
import org.bilan.dossier.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GedFormTest {

  private static Archives.Read read(Table table) throws IOException {
    List<Archives.Read> rows = Archives.read(table.text(1), "ged.csv");
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static String claims(Dossier dossier) {
    return String.join(
        " ",
        dossier.claims().stream()
            .map(
                c ->
                    c.id()
                        + "="
                        + c.count().map(Count::min).orElseThrow().getAsInt()
                        + ".."
                        + c.count().map(Count::max).orElseThrow().getAsInt())
            .sorted()
            .toList());
  }

  @Test
  void eachPartOfTheDeadIsAClaim() throws IOException {
    Dossier dossier = read(Table.ged()).dossier();
    assertThat(claims(dossier))
        .isEqualTo("civilians=4..4 side-a-fighters=2..2 side-b-fighters=3..3");
    assertThat(dossier.claims()).allMatch(claim -> claim.responsible().isEmpty());
    assertThat(dossier.claims())
        .filteredOn(claim -> claim.id().startsWith("side-"))
        .allMatch(c -> c.victimsParty().equals(Optional.of(c.id().substring(0, 6))));
  }

  @Test
  void whereTheSumsDifferAPartIsAsUncertainAsTheyAre() throws IOException {
    assertThat(claims(read(Table.ged().with("low", "7").with("high", "12")).dossier()))
        .isEqualTo("civilians=2..7 side-a-fighters=0..5 side-b-fighters=1..6");
    Table one = Table.ged().with("deaths_a", "0").with("deaths_b", "0").with("best", "4");
    assertThat(claims(read(one.with("low", "1").with("high", "6")).dossier()))
        .isEqualTo("civilians=1..6");
  }

  @Test
  void whereNoPartIsCountedTheSumsAreTheClaim() throws IOException {
    Table table = Table.ged().with("deaths_a", "0").with("deaths_b", "0");
    table.with("deaths_civilians", "0").with("best", "0").with("low", "0").with("high", "5");
    assertThat(claims(read(table).dossier())).isEqualTo("all=0..5");
  }

  @Test
  void minusOneIsUnknown() throws IOException {
    Table table = Table.ged().with("deaths_a", "-1").with("best", "7");
    table.with("low", "-1").with("high", "-1");
    assertThat(claims(read(table).dossier())).isEqualTo("civilians=4..4 side-b-fighters=3..3");
    for (String column : List.of("deaths_b", "deaths_civilians", "deaths_unknown", "best")) {
      table.with(column, "-1");
    }
    assertThat(read(table).codes()).containsExactly("figures.none /best");
  }

  @Test
  void oddFiguresAreNotedAndTheWidestTaken() throws IOException {
    Archives.Read row = read(Table.ged().with("low", "11").with("high", "8"));
    assertThat(row.codes()).containsExactly("figures.order /best");
    assertThat(claims(row.dossier()))
        .isEqualTo("civilians=3..6 side-a-fighters=1..4 side-b-fighters=2..5");
  }

  /** Else each part would be exact, though the row says that others died too, or fewer. */
  @Test
  void whoIsInNoPartMayBelongToAny() throws IOException {
    Archives.Read fewer = read(Table.ged().with("deaths_b", "1"));
    assertThat(fewer.codes()).containsExactly("figures.sum /best");
    assertThat(claims(fewer.dossier()))
        .isEqualTo("civilians=4..6 side-a-fighters=2..4 side-b-fighters=1..3");
    assertThat(claims(read(Table.ged().with("deaths_b", "5")).dossier()))
        .isEqualTo("civilians=2..4 side-a-fighters=0..2 side-b-fighters=3..5");
    Table doubted = Table.ged().with("deaths_b", "1").with("low", "8").with("high", "10");
    assertThat(claims(read(doubted).dossier()))
        .isEqualTo("civilians=3..7 side-a-fighters=1..5 side-b-fighters=0..4");
  }

  @Test
  void oneSidedViolenceHasOnePartyWhichIsBlamedForCivilians() throws IOException {
    Table table = Table.ged().with("type_of_violence", "3").with("side_a", "Reds");
    Dossier dossier = read(table.with("side_b", "Civilians")).dossier();
    assertThat(dossier.incident().parties()).extracting("id").containsExactly("side-a");
    assertThat(dossier.claims())
        .filteredOn(claim -> claim.responsible().isPresent())
        .extracting(Claim::id)
        .containsExactly("civilians");
  }

  @Test
  void outletsRelayWhatTheOriginSays() throws IOException {
    Table table =
        Table.ged()
            .with(
                "source_article",
                "\"Gazette,2020-05-04,Nine die; more, perhaps\";\"Reuters News,2020-05-05,\"\"Nine\"\" die\"");
    Dossier dossier = read(table).dossier();
    Source origin = source(dossier, "police");
    assertThat(origin.kind()).isEqualTo(SourceKind.SECURITY_OFFICIAL);
    assertThat(origin.party()).isEmpty();
    assertThat(source(dossier, "Reuters News").kind()).isEqualTo(SourceKind.WIRE_AGENCY);
    Report said = report(dossier, origin);
    assertThat(said.stances()).hasSize(3).allMatch(s -> s.kind() == Stance.Kind.ASSERTS);
    Report printed = report(dossier, source(dossier, "Gazette"));
    assertThat(printed.text()).hasValue("Nine die; more, perhaps");
    assertThat(printed.publishedAt()).isPresent();
    assertThat(printed.cites()).containsExactly(said.id());
    assertThat(printed.stances()).hasSize(3).allMatch(s -> s.kind() == Stance.Kind.RELAYS);
  }

  @Test
  void anOutletThatIsTheOriginItselfHasOneReport() throws IOException {
    Table table = Table.ged().with("source_original", "SOHR");
    Dossier dossier = read(table.with("source_article", "\"SOHR,2020-05-04,Clashes\"")).dossier();
    assertThat(dossier.sources()).hasSize(1);
    assertThat(dossier.reports()).hasSize(1);
    assertThat(dossier.reports().get(0).stances()).allMatch(s -> s.kind() == Stance.Kind.ASSERTS);
  }

  @Test
  void withoutAnOriginTheOutletsShareOneThatIsNotNamed() throws IOException {
    Table table = Table.ged().with("source_original", "");
    Dossier dossier =
        read(table.with("source_article", "\"A,2020-05-04,x\";\"B,2020-05-04,y\"")).dossier();
    assertThat(dossier.reports())
        .filteredOn(r -> r.stances().get(0).kind() == Stance.Kind.ASSERTS)
        .hasSize(1)
        .allMatch(r -> r.source().equals("origin"));
    assertThat(dossier.sources()).hasSize(3);
  }

  @Test
  void aSourceSpeaksForAPartyOnlyByItsName() throws IOException {
    assertThat(origin("Reds spokesman").party()).hasValue("side-b");
    assertThat(origin("Reds spokesman").kind()).isEqualTo(SourceKind.ARMED_GROUP);
    assertThat(origin("government of Freedonia").party()).hasValue("side-a");
    assertThat(origin("officials who oppose the Reds").party()).isEmpty();
    assertThat(origin("government of Sylvania").party()).isEmpty();
  }

  private static Source origin(String name) throws IOException {
    return source(read(Table.ged().with("source_original", name)).dossier(), name);
  }

  /** Outlet, date and text of the first article, and how many there are. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Reuters 2020-05-04 \"Nine die\"|Reuters|2020-05-04|Nine die|1",
        "EFE 18 July 2020 \"Army kills four, captures six|EFE|2020-07-18|Army kills four, captures six|1",
        "\"A, B and C,2020-05-04,x; y, z\";\"D,2020-05-05,\"|A, B and C|2020-05-04|x; y, z|2",
        "A,2020-05-04,x;B,2020-05-05,y; z|A|2020-05-04|x|2",
        "\"AFP,2020-5-4\"|AFP|2020-05-04||1",
        "A report in a library|||A report in a library|1",
      })
  void articlesAreTakenApart(String cell, String outlet, String day, String text, int many)
      throws IOException {
    Dossier dossier = read(Table.ged().with("source_article", cell)).dossier();
    List<Report> printed = dossier.reports().stream().filter(r -> !r.cites().isEmpty()).toList();
    assertThat(printed).hasSize(many);
    assertThat(printed)
        .anySatisfy(
            first -> {
              assertThat(first.text()).isEqualTo(Optional.ofNullable(text));
              assertThat(first.publishedAt().map(m -> m.earliest().toString().substring(0, 10)))
                  .isEqualTo(Optional.ofNullable(day));
              assertThat(
                      dossier.sources().stream()
                          .filter(s -> s.id().equals(first.source()))
                          .findFirst()
                          .orElseThrow()
                          .name())
                  .isEqualTo(Optional.ofNullable(outlet));
            });
  }

  @Test
  void anArticleBeforeTheIncidentIsNoted() throws IOException {
    Table table = Table.ged().with("source_article", "\"A,2020-05-01,x\";\"B,2020-02-31,y\"");
    assertThat(read(table).codes())
        .containsExactlyInAnyOrder(
            "article.before-incident /source_article", "article.no-date /source_article");
  }

  @Test
  void anOlderLayoutIsKnownByItsColumns() throws IOException {
    Table table =
        Table.ged()
            .without("source_article", "date_prec", "dyad_name")
            .with("source_office", "Gazette;Radio One")
            .renamed("best", "best_est")
            .renamed("low", "low_est")
            .renamed("high", "high_est")
            .with("date_start", "2020-05-03 00:00:00.000")
            .with("active_year", "TRUE")
            .with("deaths_a", "2.0");
    Dossier dossier = read(table).dossier();
    assertThat(claims(dossier))
        .isEqualTo("civilians=4..4 side-a-fighters=2..2 side-b-fighters=3..3");
    assertThat(dossier.reports()).hasSize(3);
  }

  @Test
  void placesAreAsPreciseAsTheRowSays() throws IOException {
    assertThat(precision("1", "Aba village")).hasValue(Precision.VILLAGE);
    assertThat(precision("1", "Aba")).hasValue(Precision.TOWN);
    assertThat(precision("3", "Aba district")).hasValue(Precision.DISTRICT);
    assertThat(precision("4", "North")).hasValue(Precision.PROVINCE);
    assertThat(precision("6", "Mali")).hasValue(Precision.COUNTRY);
    assertThat(precision("7", "the sea")).isEmpty();
    Dossier dossier = read(Table.ged().with("country", "Nowhere")).dossier();
    assertThat(dossier.incident().place().orElseThrow().country()).isEmpty();
  }

  private static Optional<Precision> precision(String code, String name) throws IOException {
    Table table = Table.ged().with("where_prec", code).with("where_coordinates", name);
    return read(table).dossier().incident().place().orElseThrow().precision();
  }

  @Test
  void allThatIsWrongWithARowIsToldAtOnce() throws IOException {
    Archives.Read row =
        read(
            Table.ged()
                .with("type_of_violence", "4")
                .with("date_start", "3/5/2020")
                .with("deaths_a", "some")
                .with("side_a", ""));
    assertThat(row.refused()).isTrue();
    assertThat(row.codes())
        .containsExactlyInAnyOrder(
            "value.not-allowed /type_of_violence",
            "value.no-date /date_start",
            "value.not-whole /deaths_a",
            "cell.empty /side_a");
    assertThat(((Outcome.Refused) row.outcome()).record()).isEqualTo("77");
    assertThat(read(Table.ged().with("id", "7 7")).codes())
        .containsExactly("value.pattern /incident/id");
  }

  private static Source source(Dossier dossier, String name) {
    return dossier.sources().stream()
        .filter(s -> s.name().equals(Optional.of(name)))
        .findFirst()
        .orElseThrow();
  }

  private static Report report(Dossier dossier, Source source) {
    return dossier.reports().stream()
        .filter(r -> r.source().equals(source.id()))
        .findFirst()
        .orElseThrow();
  }
}
