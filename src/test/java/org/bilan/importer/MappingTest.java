package org.bilan.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.SourceKind;
import org.bilan.dossier.Victims;
import org.junit.jupiter.api.Test;

class MappingTest {

  private static final String MAPPING =
      """
      separator: ";"
      date: dd/MM/yyyy
      incident:
        id: Ref
        date: Day
        place: {name: Town, country: =ML, lat: Lat}
      source: {name: Who, kind: =ngo, confidential: Secret, party: For}
      outlet:
        name: Paper
      report: {publishedAt: Printed, url: Link, stance: Says}
      claims:
        - {harm: =killed, victims: =civilian, count: Dead, responsible: By}
        - {harm: =injured, min: Hurt at least, max: Hurt at most}
      """;

  private static final String HEADER =
      "Ref;Day;Town;Lat;Who;Secret;For;Paper;Printed;Link;Says;Dead;By;Hurt at least;Hurt at most\n";

  private static List<Archives.Read> read(String mapping, String rows)
      throws IOException, InvalidMapping {
    Reading reading =
        new Reading(Format.AUTO, Optional.of(Mapping.read("m.yaml", mapping)), Optional.empty());
    return Archives.read((HEADER + rows).getBytes(StandardCharsets.UTF_8), "t.csv", reading);
  }

  @Test
  void eachFieldIsWhereTheMappingSays() throws Exception {
    String row =
        "a1;03/05/2020;Aba;12.5;Aid;yes;Reds;Gazette;04/05/2020;https://a.b/c;denies;4;Blues;2;5\n";
    Dossier dossier = read(MAPPING, row).get(0).dossier();
    assertThat(dossier.incident().id()).isEqualTo("a1");
    assertThat(dossier.incident().place().orElseThrow().country()).hasValue("ML");
    assertThat(dossier.incident().parties())
        .extracting(p -> p.name().orElseThrow())
        .containsExactlyInAnyOrder("Reds", "Blues");
    assertThat(dossier.claims())
        .anySatisfy(
            claim -> {
              assertThat(claim.victims()).hasValue(Victims.CIVILIAN);
              assertThat(claim.count().orElseThrow().max()).hasValue(4);
              assertThat(claim.responsible()).isPresent();
            })
        .anySatisfy(
            claim -> {
              assertThat(claim.count().orElseThrow().min()).hasValue(2);
              assertThat(claim.count().orElseThrow().max()).hasValue(5);
            });
    assertThat(dossier.sources())
        .filteredOn(s -> s.id().equals("source"))
        .allMatch(s -> s.kind() == SourceKind.NGO && s.confidential().orElse(false));
    assertThat(dossier.reports().get(0).via()).hasValue("outlet");
    assertThat(dossier.reports().get(0).stances()).allMatch(s -> s.kind().word().equals("denies"));
  }

  @Test
  void aDayThatDoesNotExistIsNoDay() throws Exception {
    String row = "a1;%s;Aba;12.5;Aid;yes;Reds;Gazette;%s;;denies;4;Blues;2;5\n";
    assertThat(read(MAPPING, row.formatted("29/02/2020", "01/03/2020")).get(0).refused()).isFalse();
    assertThat(read(MAPPING, row.formatted("31/02/2020", "01/03/2020")).get(0).refused()).isTrue();
    assertThat(read(MAPPING, row.formatted("29/02/2020", "31/04/2020")).get(0).codes())
        .anyMatch(code -> code.contains("Printed"));
    for (String pattern : List.of("dd/MM/uuuu", "dd/MM/yyyy", "d/M/yy")) {
      String mapping = MAPPING.replace("dd/MM/yyyy", pattern);
      String day = pattern.endsWith("/yy") ? "1/2/20" : "01/02/2020";
      assertThat(read(mapping, row.formatted(day, day)).get(0).dossier().incident().date().from())
          .extracting(from -> from.earliest().toString())
          .isEqualTo("2020-02-01T00:00:00Z");
    }
  }

  @Test
  void whatCannotSeparateCellsIsRefused() {
    for (String separator : List.of("\\\"", "\\n", "\\r", ";;")) {
      assertThat(
              catchThrowableOfType(
                  InvalidMapping.class,
                  () -> Mapping.read("m", MAPPING.replace("\";\"", "\"" + separator + "\""))))
          .as(separator)
          .hasMessageContaining("separator is one character");
    }
  }

  @Test
  void aByteOrderMarkSaysMoreThanAWish() throws Exception {
    Reading reading =
        new Reading(
            Format.AUTO,
            Optional.of(Mapping.read("m.yaml", MAPPING)),
            Optional.of(java.nio.charset.Charset.forName("windows-1252")));
    String row =
        "a1;03/05/2020;Gb\u00e9r\u00e9;12.5;Aid;;Reds;Gazette;04/05/2020;;denies;4;Blues;2;5\n";
    byte[] marked = ("\ufeff" + HEADER + row).getBytes(StandardCharsets.UTF_8);
    assertThat(Archives.read(marked, "t.csv", reading).get(0).dossier().incident().place())
        .hasValueSatisfying(place -> assertThat(place.name()).hasValue("Gb\u00e9r\u00e9"));
  }

  @Test
  void withAMappingATableMayBeNarrowAndNeedsNoName() throws Exception {
    String narrow = "incident: {id: A, date: B}\nclaims: [{harm: =killed}]\n";
    Reading reading =
        new Reading(Format.AUTO, Optional.of(Mapping.read("m", narrow)), Optional.empty());
    byte[] table = "A,B\na1,2020-05-03\n".getBytes(StandardCharsets.UTF_8);
    assertThat(Archives.read(table, "-", reading)).hasSize(1).noneMatch(Archives.Read::refused);
  }

  @Test
  void anEmptyCellSaysNothing() throws Exception {
    Dossier dossier = read(MAPPING, "a1;03/05/2020;;;;;;;;;;3;;;\n").get(0).dossier();
    assertThat(dossier.claims()).hasSize(1);
    assertThat(dossier.sources()).hasSize(1).allMatch(s -> s.name().isEmpty());
    assertThat(dossier.incident().parties()).isEmpty();
  }

  @Test
  void aBadRowIsToldAndTheNextIsTaken() throws Exception {
    List<Archives.Read> rows =
        read(
            MAPPING,
            "a1;2020;;;;perhaps;;;;;;x;;;\n;03/05/2020;;;;;;;;;;3;;;\na3;03/05/2020;;;;;;;;;;3;;;\n");
    assertThat(rows.get(0).codes())
        .containsExactlyInAnyOrder(
            "value.no-date /Day", "value.not-allowed /Secret", "value.not-whole /Dead");
    assertThat(rows.get(1).codes()).containsExactly("field.missing /incident/id");
    assertThat(rows.get(2).refused()).isFalse();
  }

  @Test
  void aColumnThatIsNotThereIsNamedWithTheMappingsLine() throws Exception {
    Archives.Read read = read(MAPPING.replace("Dead", "Deads"), "a;b\n").get(0);
    assertThat(read.codes()).containsExactly("mapping.column ");
    assertThat(((Outcome.Refused) read.outcome()).problems().get(0).toString())
        .contains("\"Deads\" in line 12 of m.yaml", "Did you mean \"dead\"?");
  }

  private static List<String> problems(String yaml) {
    return catchThrowableOfType(InvalidMapping.class, () -> Mapping.read("m.yaml", yaml))
        .problems();
  }

  @Test
  void allThatIsWrongWithAMappingIsToldWithItsLine() {
    assertThat(
            problems(
                """
                seperator: ";"
                charset: klingon
                date: "qqqqqqq"
                incident: {title: T, date: D}
                source: {kind: =ngoo}
                report: hm
                claims:
                  - {victims: =civilian, count: =3}
                """))
        .anyMatch(p -> p.startsWith("m.yaml:1: key.unknown") && p.contains("\"separator\""))
        .anyMatch(p -> p.startsWith("m.yaml:2: value.not-allowed"))
        .anyMatch(p -> p.startsWith("m.yaml:3: value.not-allowed"))
        .anyMatch(p -> p.startsWith("m.yaml:5: value.not-allowed") && p.contains("\"ngo\""))
        .anyMatch(p -> p.startsWith("m.yaml:6: mapping.form"))
        .anyMatch(p -> p.startsWith("m.yaml:8: field.missing") && p.contains("harm"))
        .anyMatch(p -> p.startsWith("m.yaml:8: value.not-allowed") && p.contains("count"))
        .anyMatch(p -> p.startsWith("m.yaml:1: field.missing: incident.id"))
        .hasSize(8);
    assertThat(problems("incident: {id: A\nclaims")).allMatch(p -> p.contains("yaml.syntax"));
    assertThat(problems("")).anyMatch(p -> p.contains("mapping.form"));
    assertThat(problems("a: &a [*a]")).anyMatch(p -> p.contains("key.unknown"));
  }
}
