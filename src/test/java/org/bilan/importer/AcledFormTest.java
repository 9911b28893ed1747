package org.bilan.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Precision;
import org.bilan.dossier.SourceKind;
import org.bilan.dossier.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows are made up: ACLED's terms forbid its own. */
class AcledFormTest {

  private static Archives.Read read(Table table) throws IOException {
    List<Archives.Read> rows = Archives.read(table.text(1), "export");
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  @Test
  void fatalitiesAreAClaimOfAnOriginThatIsNotNamed() throws IOException {
    Dossier dossier = read(Table.acled()).dossier();
    assertThat(dossier.incident().id()).isEqualTo("acled-FRE12");
    assertThat(dossier.incident().conflict()).isEmpty(); // a country is none
    Claim claim = dossier.claims().get(0);
    assertThat(claim.count().orElseThrow().min()).hasValue(5);
    assertThat(claim.count().orElseThrow().max()).hasValue(5);
    assertThat(claim.status()).isEmpty();
    assertThat(claim.responsible()).hasValue("actor-1");
    assertThat(claim.text()).hasValue("On 3 December, Reds killed five people at Aba.");
    assertThat(dossier.reports())
        .filteredOn(r -> r.stances().get(0).kind() == Stance.Kind.ASSERTS)
        .hasSize(1);
    assertThat(dossier.sources())
        .hasSize(3)
        .allMatch(source -> source.kind() == SourceKind.UNKNOWN);
  }

  @Test
  void whoDidItIsOpenButForViolenceAgainstCivilians() throws IOException {
    Table table = Table.acled().with("event_type", "Battles").with("actor2", "Army of Freedonia");
    Dossier dossier = read(table.with("inter2", "State Forces")).dossier();
    assertThat(dossier.claims().get(0).responsible()).isEmpty();
    assertThat(dossier.incident().parties()).hasSize(2).allMatch(p -> p.adversaries().size() == 1);
  }

  /** Two that sign an agreement, or that are allies, are no adversaries. */
  @ParameterizedTest
  @CsvSource({
    "Battles, 1",
    "Battle-No change of territory, 1",
    "Explosions/Remote violence, 1",
    "Remote violence, 1",
    "Violence against civilians, 0",
    "Strategic developments, 0",
    "Riots, 0",
    "Protests, 0",
    "'', 0"
  })
  void onlyWhoFightsIsAnAdversary(String type, int adversaries) throws IOException {
    Table table = Table.acled().with("event_type", type).with("actor2", "Army of Freedonia");
    assertThat(read(table.with("inter2", "State Forces")).dossier().incident().parties())
        .hasSize(2)
        .allMatch(party -> party.adversaries().size() == adversaries);
  }

  @Test
  void noFatalitiesMayMeanThatNobodyToldANumber() throws IOException {
    Archives.Read row = read(Table.acled().with("fatalities", "0"));
    assertThat(row.dossier().claims()).isEmpty();
    assertThat(row.codes()).containsExactly("figures.none /fatalities");
  }

  @Test
  void otherLayoutsAreKnown() throws IOException {
    Dossier newer = read(Table.acled().with("event_date", "2020-12-03")).dossier();
    Dossier older =
        read(Table.acled()
                .with("event_date", "03 December 2020")
                .with("data_id", "8001")
                .separatedBy(';'))
            .dossier();
    assertThat(older).isEqualTo(newer);
    assertThat(read(Table.acled().renamed("event_id_cnty", "data_id")).dossier().incident().id())
        .isEqualTo("acled-FRE12");
  }

  @Test
  void daysAreAsPreciseAsTheRowSays() throws IOException {
    assertThat(days("1")).isEqualTo("2020-12-03 2020-12-03");
    assertThat(days("2")).isEqualTo("2020-11-27 2020-12-09");
    assertThat(days("3")).isEqualTo("2020-12-01 2020-12-31");
    assertThat(read(Table.acled()).dossier().incident().place().orElseThrow().precision())
        .hasValue(Precision.DISTRICT);
  }

  @Test
  void aDayThatDoesNotExistIsNoDay() throws IOException {
    for (String day : List.of("31 April 2020", "2020-04-31", "30 February 2020")) {
      assertThat(read(Table.acled().with("event_date", day)).refused()).as(day).isTrue();
    }
  }

  private static String days(String precision) throws IOException {
    var date = read(Table.acled().with("time_precision", precision)).dossier().incident().date();
    return date.from().earliest().toString().substring(0, 10)
        + " "
        + date.end().earliest().toString().substring(0, 10);
  }

  @Test
  void whatIsWrongIsTold() throws IOException {
    assertThat(read(Table.acled().with("event_date", "12/03/2020").with("fatalities", "x")).codes())
        .containsExactlyInAnyOrder("value.no-date /event_date", "value.not-whole /fatalities");
  }
}
