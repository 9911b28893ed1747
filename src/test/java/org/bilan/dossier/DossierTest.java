package org.bilan.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.dossier.Documents.set;
import static org.bilan.dossier.Documents.small;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was known when, and the order of lists. */
class DossierTest {

  private static final Instant LATER = Instant.parse("2024-03-19T00:00:00Z");

  @Test
  void isKnownUntilTheLastReportThatTakesAStance() {
    ObjectNode document = small();
    set(document, "/incident/actions", "[]");
    set(document, "/reports/0/publishedAt", "\"2024-03-18T10:00:00Z\"");
    assertKnownUntil("2024-03-18T10:00:00Z", document);
    set(document, "/reports/1/publishedAt", "\"2024-03-19\"");
    assertKnownUntil("2024-03-19T23:59:59.999999Z", document);
    set(document, "/reports/1/stances", "[]");
    assertKnownUntil("2024-03-18T10:00:00Z", document);
  }

  @Test
  void isKnownUntilTheLastThingThatBearsOnAClaim() {
    ObjectNode document = small();
    set(document, "/incident/actions", "[]");
    set(document, "/reports/0/publishedAt", "\"2024-03-18T10:00:00Z\"");
    set(
        document,
        "/reports/-",
        "{\"id\": \"late\", \"source\": \"staff\", \"publishedAt\": \"2024-03-21T00:00:00Z\"}");
    assertKnownUntil("2024-03-18T10:00:00Z", document);
    // It tells of an action; it is cited; it shows what supports a claim.
    String action = "[{\"party\": \"army\", \"status\": \"likely\", \"report\": \"late\"}]";
    assertKnownUntil("2024-03-21T00:00:00Z", set(document.deepCopy(), "/incident/actions", action));
    assertKnownUntil(
        "2024-03-21T00:00:00Z", set(document.deepCopy(), "/reports/0/cites", "[\"late\"]"));
    ObjectNode shown = set(document.deepCopy(), "/media/0/report", "\"late\"");
    assertKnownUntil("2024-03-21T00:00:00Z", shown);
    assertKnownUntil("2024-03-18T10:00:00Z", set(shown, "/media/0/supports", "[]"));
    // A picture that was seen later still.
    set(document, "/media/0/firstSeenAt", "\"2024-03-22T00:00:00Z\"");
    assertKnownUntil("2024-03-22T00:00:00Z", document);
    assertKnownUntil("2024-03-18T10:00:00Z", set(document, "/media/0/supports", "[]"));
  }

  @Test
  void withoutDatedReportsIsKnownUntilTheEndOfTheIncident() {
    ObjectNode document = small();
    assertThat(Documents.read(document).knownUntil())
        .isEqualTo(Instant.parse("2024-03-17T23:59:59.999999Z"));
    set(document, "/incident/date/to", "\"2024-03-20T12:00:00Z\"");
    assertThat(Documents.read(document).knownUntil())
        .isEqualTo(Instant.parse("2024-03-20T12:00:00Z"));
  }

  @Test
  void whatWasPublishedLaterIsNotKnown() {
    ObjectNode document = dated();
    Dossier then = Documents.read(document).asOf(LATER);
    assertThat(then.reports()).extracting(Report::id).containsExactly("call");
    assertThat(then.sources()).isEqualTo(Documents.read(document).sources());
  }

  @Test
  void whatHangsOnALaterReportIsNotKnown() {
    ObjectNode document = dated();
    set(document, "/media/-", "{\"id\": \"film\", \"report\": \"statement\", \"kind\": \"video\"}");
    Dossier then = Documents.read(document).asOf(LATER);
    // The claim that it alone spoke of, the action that it declared, the film that it showed.
    assertThat(then.claims()).extracting(Claim::id).containsExactly("civilians");
    assertThat(then.incident().actions()).isEmpty();
    assertThat(then.media()).extracting(Media::id).containsExactly("picture");
    assertThat(then.incident().parties()).hasSize(2);
  }

  @Test
  void whatPointedAtSomethingLaterPointsNoMore() {
    ObjectNode document = dated();
    set(document, "/claims/0/supersedes", "\"fighters\"");
    set(document, "/media/0/supports", "[\"civilians\", \"fighters\"]");
    ((ObjectNode) document.at("/reports/1")).remove("cites");
    set(document, "/reports/0/cites", "[\"statement\"]");
    Dossier then = Documents.read(document).asOf(LATER);
    assertThat(then.claims()).singleElement().matches(claim -> claim.supersedes().isEmpty());
    assertThat(then.media())
        .singleElement()
        .matches(m -> m.supports().equals(List.of("civilians")));
    assertThat(then.reports()).singleElement().matches(report -> report.cites().isEmpty());
  }

  @Test
  void aPictureFirstSeenLaterIsNotKnown() {
    Dossier dossier = Documents.read(set(small(), "/media/0/firstSeenAt", "\"2024-03-20\""));
    assertThat(dossier.asOf(LATER).media()).isEmpty();
    assertThat(dossier.asOf(Instant.parse("2024-03-20T00:00:00Z")).media()).hasSize(1);
  }

  @Test
  void aDateIsNotLaterThanAMomentOfItsDay() {
    Dossier dossier = Documents.read(dated());
    assertThat(dossier.asOf(Instant.parse("2024-03-20T00:00:00Z"))).isEqualTo(dossier);
    assertThat(dossier.asOf(Instant.parse("2024-03-19T23:59:59Z"))).isNotEqualTo(dossier);
  }

  @Test
  void whatHasNoDateIsNotLater() {
    Dossier dossier = Documents.read(small());
    assertThat(dossier.asOf(Instant.parse("1990-01-01T00:00:00Z"))).isEqualTo(dossier);
  }

  @Test
  void aClaimThatNobodyEverSpokeOfIsKnownAlways() {
    ObjectNode document = dated();
    set(document, "/claims/-", "{\"id\": \"missing\", \"harm\": \"missing\"}");
    assertThat(Documents.read(document).asOf(LATER).claims())
        .extracting(Claim::id)
        .contains("missing");
  }

  @Test
  void whatIsKnownOnlyGrowsAndEndsWithAll() {
    for (ObjectNode seed : Documents.seeds()) {
      Dossier dossier = Documents.read(seed);
      Dossier earlier = dossier.asOf(Instant.parse("2024-03-15T00:00:00Z"));
      for (int day = 16; day <= 20; day++) {
        Dossier later = dossier.asOf(Instant.parse("2024-03-%dT00:00:00Z".formatted(day)));
        assertThat(later.reports()).extracting(Report::id).containsAll(ids(earlier.reports()));
        assertThat(later.asOf(Instant.parse("2024-03-15T00:00:00Z")))
            .isEqualTo(dossier.asOf(Instant.parse("2024-03-15T00:00:00Z")));
        earlier = later;
      }
      assertThat(dossier.asOf(dossier.knownUntil())).isEqualTo(dossier);
    }
  }

  @Test
  void theOrderOfListsIsGone() {
    Random random = new Random(20240317);
    List<ObjectNode> documents = new ArrayList<>(Documents.seeds());
    documents.add(crowded());
    for (ObjectNode document : documents) {
      Dossier dossier = Documents.read(document);
      for (int i = 0; i < 200; i++) {
        ObjectNode shuffled = document.deepCopy();
        shuffle(shuffled, random);
        assertThat(Documents.read(shuffled)).as("%s", shuffled).isEqualTo(dossier);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "/sources | name | 'x'",
        "/sources | alignedWith | ['army']",
        "/sources | party | 'army'",
        "/sources | owner | 'x'",
        "/sources | anonymous | true",
        "/sources | proximity | 'remote'",
        "/sources | reliability | 'A'",
        "/claims | victims | 'mixed'",
        "/claims | victimsParty | 'rebels'",
        "/claims | count | {'min': 3}",
        "/claims | count | {'max': 3}",
        "/claims | count | {'words': 'some'}",
        "/claims | responsible | 'army'",
        "/claims | namedVictims | 3",
        "/claims | supersedes | 'fighters'",
        "/claims | text | 'x'",
        "/reports | via | 'staff'",
        "/reports | publishedAt | '2024-03-17'",
        "/reports | cites | ['call']",
        "/reports | url | 'https://example.org'",
        "/reports | archiveUrl | 'https://example.org'",
        "/reports | author | 'x'",
        "/reports | language | 'fr'",
        "/reports | text | 'x'",
        "/reports | stances | [{'claim': 'fighters', 'stance': 'doubts'}]",
        "/media | report | 'statement'",
        "/media | sha256 | '0000000000000000000000000000000000000000000000000000000000000000'",
        "/media | perceptualHash | '0000000000000000'",
        "/media | capturedAt | '2024-03-17'",
        "/media | firstSeenAt | '2024-03-17'",
        "/media | place | {'lat': 16}",
        "/media | chronolocated | true",
        "/media | shows | ['damage']",
        "/media | credentials | 'valid'",
        "/media | manipulation | 'suspected'",
        "/media | supports | ['fighters']",
      })
  void idsDoNotOrderWhatDiffersOtherwise(String list, String field, String value) {
    assertThat(firstOfTwo(list, field, value, "aaa", "zzz"))
        .isNotEqualTo(firstOfTwo(list, field, value, "zzz", "aaa"));
  }

  /** Which of two entries comes first that differ in their ids and in one field of the first. */
  private static String firstOfTwo(
      String list, String field, String value, String one, String other) {
    ObjectNode document = small();
    ObjectNode plain = (ObjectNode) document.at(list + "/0").deepCopy();
    plain.retain("kind", "harm", "source");
    ObjectNode marked = plain.deepCopy().put("id", one);
    marked.set(field, Documents.parse(value.replace('\'', '"')));
    set(document, list + "/-", marked.toString());
    set(document, list + "/-", plain.put("id", other).toString());
    Dossier dossier = Documents.read(document);
    Stream<String> ids =
        switch (list) {
          case "/sources" -> dossier.sources().stream().map(Source::id);
          case "/claims" -> dossier.claims().stream().map(Claim::id);
          case "/reports" -> dossier.reports().stream().map(Report::id);
          default -> dossier.media().stream().map(Media::id);
        };
    return ids.filter(id -> id.equals(one) || id.equals(other)).findFirst().orElseThrow();
  }

  /** Every list of the contract, with at least three entries that are alike but for their ids. */
  private static ObjectNode crowded() {
    ObjectNode document = small();
    for (int i = 0; i < 3; i++) {
      String n = "-" + i;
      set(
          document,
          "/incident/parties/-",
          "{\"id\": \"p%s\", \"adversaries\": [\"army\", \"rebels\"]}".formatted(n));
      set(
          document,
          "/sources/-",
          "{\"id\": \"s%s\", \"kind\": \"ngo\", \"alignedWith\": [\"rebels\", \"army\", \"p%s\"]}"
              .formatted(n, n));
      set(
          document,
          "/claims/-",
          "{\"id\": \"c%s\", \"harm\": \"injured\", \"responsible\": \"p%s\"}".formatted(n, n));
      set(
          document,
          "/incident/actions/-",
          "{\"party\": \"p%s\", \"status\": \"likely\", \"report\": \"call\"}".formatted(n));
      set(
          document,
          "/reports/-",
          """
          {"id": "r%s", "source": "s%s", "cites": ["call", "statement"], "stances": [
            {"claim": "c-0", "stance": "asserts"}, {"claim": "c-0", "stance": "relays"},
            {"claim": "c-0", "stance": "asserts", "basis": "hearsay"}, {"claim": "civilians", "stance": "denies"}]}
          """
              .formatted(n, n));
      set(
          document,
          "/media/-",
          """
          {"id": "m%s", "kind": "photo", "shows": ["victims", "damage", "weapons", "damage"],
           "supports": ["c-0", "civilians", "fighters"]}
          """
              .formatted(n));
    }
    return document;
  }

  private static void assertKnownUntil(String instant, ObjectNode document) {
    assertThat(Documents.read(document).knownUntil()).isEqualTo(Instant.parse(instant));
  }

  private static ObjectNode dated() {
    ObjectNode document = small();
    set(document, "/reports/0/publishedAt", "\"2024-03-18\"");
    return set(document, "/reports/1/publishedAt", "\"2024-03-20\"");
  }

  private static List<String> ids(List<Report> reports) {
    return reports.stream().map(Report::id).toList();
  }

  private static void shuffle(JsonNode node, Random random) {
    if (node instanceof ArrayNode list) {
      List<JsonNode> entries = new ArrayList<>();
      list.forEach(entries::add);
      Collections.shuffle(entries, random);
      list.removeAll();
      list.addAll(entries);
    }
    node.forEach(child -> shuffle(child, random));
  }
}
