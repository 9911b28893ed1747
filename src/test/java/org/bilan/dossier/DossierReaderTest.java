package org.bilan.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.bilan.dossier.Documents.problems;
import static org.bilan.dossier.Documents.set;
import static org.bilan.dossier.Documents.small;
import static org.bilan.dossier.Documents.with;
import static org.bilan.dossier.Documents.without;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is read, and one test for every code of a problem. */
class DossierReaderTest {

  @Test
  void readsWhatWasReported() {
    Dossier dossier = Documents.read(small());
    assertThat(dossier.incident().id()).isEqualTo("incident");
    assertThat(dossier.incident().date().from()).isEqualTo(Moment.parse("2024-03-17").get());
    assertThat(dossier.incident().parties()).extracting(Party::id).contains("army", "rebels");
    assertThat(dossier.incident().access()).contains(Access.DENIED);
    assertThat(dossier.incident().communications()).contains(Communications.CUT);
    Claim claim =
        dossier.claims().stream().filter(c -> c.id().equals("civilians")).findFirst().get();
    assertThat(claim.harm()).isEqualTo(Harm.KILLED);
    assertThat(claim.count().get().min()).isEqualTo(OptionalInt.of(13));
    assertThat(claim.responsible()).contains("army");
    assertThat(claim.victims()).isEmpty();
    assertThat(dossier.media()).singleElement().extracting(Media::kind).isEqualTo(MediaKind.PHOTO);
  }

  @Test
  void readsEverySeed() {
    assertThat(Documents.seeds()).hasSize(6).allSatisfy(Documents::read);
  }

  @Test
  void readsWholeNumbersHoweverTheyAreSpelt() {
    assertThat(Documents.read(with("/claims/0/count/min", "1.3e1")))
        .isEqualTo(Documents.read(small()));
    assertThat(Documents.read(with("/claims/0/count/max", "14.0")))
        .isEqualTo(Documents.read(small()));
  }

  @Test
  void anAbsentListIsEmpty() {
    assertThat(Documents.read(without("/media")).media()).isEmpty();
  }

  @Test
  void refusesWhatIsNoJson() {
    Problem problem = only(problems("{\"incident\": nope}"));
    expect(problem, "json.syntax", "", "nope (column 14)", "well-formed JSON");
    expect(only(problems("")), "json.syntax", "", "nothing", "a JSON object");
    expect(only(problems(small() + " {}")), "json.syntax", "", "{ (column", "well-formed JSON");
    String cut = small().toString();
    expect(
        only(problems(cut.substring(0, cut.length() - 1))), "json.syntax", "", "", "well-formed");
  }

  @Test
  void refusesAFieldThatIsGivenTwice() {
    Problem problem = only(problems("{\"incident\": {\"id\": \"a\", \"id\": \"b\"}}"));
    expect(problem, "json.duplicate-field", "", "'id'", "each field once");
  }

  @Test
  void refusesNestingAndNamesAndNumbersBeyondTheLimit() {
    String deep = "[".repeat(Limits.DEPTH + 1) + "]".repeat(Limits.DEPTH + 1);
    expect(only(problems(deep)), "json.limit", "", "nesting of more than 16", "at most 16 levels");
    String name = "{\"" + "n".repeat(50_001) + "\": 1}";
    expect(only(problems(name)), "json.limit", "", "a name", "1000 characters");
    String number = "{\"n\": " + "9".repeat(1_001) + "}";
    expect(only(problems(number)), "json.limit", "", "a number", "1000 characters");
    String small = "[" + "{\"a\":1},".repeat(700_000) + "1]";
    expect(only(problems(small)), "json.limit", "", "more than 2500000 names", "2500000 names");
  }

  @Test
  void nestingWithinTheLimitIsAProblemOfItsPlace() {
    String lists = "[".repeat(Limits.DEPTH - 3) + "]".repeat(Limits.DEPTH - 3);
    expect(
        only(problems(with("/claims/0/text", lists))),
        "value.type",
        "/claims/0/text",
        "a list",
        "a text");
  }

  @Test
  void refusesMoreBytesThanTheLimit() {
    byte[] large = new byte[Limits.BYTES + 1];
    expect(only(problems(large)), "json.too-large", "", "10485761 bytes", "at most 10485760 bytes");
  }

  @Test
  void refusesAnEncodingThatIsNone() {
    byte[] utf32 = {0, 0, (byte) 0xfe, (byte) 0xff, 0, 0x11, 0, 0};
    expect(only(problems(utf32)), "json.encoding", "", "", "UTF-8");
    byte[] latin1 =
        with("/claims/0/text", "\"tués\"").toString().getBytes(StandardCharsets.ISO_8859_1);
    expect(only(problems(latin1)), "json.encoding", "", "0xE9, byte ", "UTF-8");
  }

  @Test
  void readsEveryUnicodeEncodingOfJson() {
    Dossier dossier = Documents.read(with("/claims/0/text", "\"tués — قتلى 💥\""));
    String json = with("/claims/0/text", "\"tués — قتلى 💥\"").toString();
    for (byte[] bytes :
        List.of(
            json.getBytes(StandardCharsets.UTF_16BE),
            json.getBytes(StandardCharsets.UTF_16LE),
            json.getBytes(StandardCharsets.UTF_16),
            ("\uFEFF" + json).getBytes(StandardCharsets.UTF_8))) {
      assertThat(problems(bytes)).isEmpty();
      assertThat(dossier).isEqualTo(readBytes(bytes));
    }
  }

  @Test
  void refusesAnUnknownFieldAndGuessesWhichWasMeant() {
    Problem problem = only(problems(with("/claims/0/responsable", "\"army\"")));
    expect(problem, "field.unknown", "/claims/0/responsable", "\"responsable\"", "one of count, ");
    assertThat(problem.advice()).isEqualTo("Did you mean \"responsible\"?");
    assertThat(only(problems(with("/claims/0/victims_party", "\"army\""))).advice())
        .isEqualTo("Did you mean \"victimsParty\"?");
    assertThat(only(problems(with("/weather", "\"dry\""))).advice()).startsWith("Leave it out");
  }

  @Test
  void spellsThePointerOfAnyNameByTheStandard() {
    assertThat(only(problems(with("/claims/0/a~1b~0c", "1"))).pointer())
        .isEqualTo("/claims/0/a~1b~0c");
  }

  @Test
  void refusesAMissingField() {
    expect(
        only(problems(without("/claims/1/harm"))),
        "field.missing",
        "/claims/1/harm",
        "nothing",
        "one of killed, ");
    expect(
        only(problems(without("/incident/date"))),
        "field.missing",
        "/incident/date",
        "nothing",
        "an object");
    expect(
        only(problems(without("/incident/date/from"))),
        "field.missing",
        "/incident/date/from",
        "nothing",
        "a date");
    expect(
        only(problems(without("/reports/0/stances/0/claim"))),
        "field.missing",
        "/reports/0/stances/0/claim",
        "nothing",
        "an id");
    assertThat(only(problems(without("/media/0/kind"))).advice()).isEqualTo("Add \"kind\".");
  }

  @Test
  void aMissingListIsOneProblemWhateverLeadsIntoIt() {
    expect(only(problems(without("/sources"))), "field.missing", "/sources", "nothing", "a list");
    expect(only(problems(without("/claims"))), "field.missing", "/claims", "nothing", "a list");
    expect(only(problems(without("/reports"))), "field.missing", "/reports", "nothing", "a list");
    expect(
        only(problems(without("/incident"))), "field.missing", "/incident", "nothing", "an object");
    expect(
        only(problems(with("/incident", "[]"))), "value.type", "/incident", "a list", "an object");
  }

  @Test
  void refusesAValueOfTheWrongType() {
    expect(only(problems("[]")), "value.type", "", "a list", "an object");
    expect(only(problems("null")), "value.type", "", "null", "an object");
    expect(
        only(problems(with("/sources/0/anonymous", "\"yes\""))),
        "value.type",
        "/sources/0/anonymous",
        "\"yes\"",
        "true or false");
    expect(
        only(problems(with("/sources/0/confidential", "\"yes\""))),
        "value.type",
        "/sources/0/confidential",
        "\"yes\"",
        "true or false");
    expect(only(problems(with("/media/0", "7"))), "value.type", "/media/0", "7", "an object");
    expect(only(problems(with("/sources", "{}"))), "value.type", "/sources", "an object", "a list");
    expect(
        only(problems(with("/claims/0/harm", "1"))),
        "value.type",
        "/claims/0/harm",
        "1",
        "one of killed");
    expect(
        only(problems(with("/claims/0/count/min", "1.5"))),
        "value.type",
        "/claims/0/count/min",
        "1.5",
        "a whole number");
    expect(
        only(problems(with("/claims/0/count/min", "\"1\""))),
        "value.type",
        "/claims/0/count/min",
        "\"1\"",
        "a whole number");
    expect(
        only(problems(with("/incident/place/lat", "\"16\""))),
        "value.type",
        "/incident/place/lat",
        "\"16\"",
        "a number");
    expect(
        only(problems(with("/incident/date/from", "2024"))),
        "value.type",
        "/incident/date/from",
        "2024",
        "a date");
    expect(
        only(problems(with("/reports/1/cites/0", "1"))),
        "value.type",
        "/reports/1/cites/0",
        "1",
        "an id");
    expect(
        only(problems(with("/incident/title", "true"))),
        "value.type",
        "/incident/title",
        "true",
        "a text");
  }

  @Test
  void nullIsNoWayToSayUnknown() {
    Problem problem = only(problems(with("/claims/0/victims", "null")));
    expect(problem, "value.type", "/claims/0/victims", "null", "one of civilian");
    assertThat(problem.advice()).isEqualTo("Leave the field out if it is not known.");
  }

  @Test
  void refusesAWordThatIsNotAllowedAndGuessesWhichWasMeant() {
    Problem problem = only(problems(with("/claims/0/victims", "\"civillian\"")));
    expect(
        problem,
        "value.not-allowed",
        "/claims/0/victims",
        "\"civillian\"",
        "one of civilian, combatant, mixed, unknown");
    assertThat(problem.advice()).isEqualTo("Did you mean \"civilian\"?");
    assertThat(only(problems(with("/sources/0/proximity", "\"First_Hand\""))).advice())
        .isEqualTo("Did you mean \"first-hand\"?");
    assertThat(only(problems(with("/claims/0/victims", "\"aliens\""))).advice())
        .isEqualTo("Leave it out if it is not known.");
  }

  @Test
  void refusesAValueOfTheWrongForm() {
    expect(
        only(problems(with("/incident/id", "\"a b\""))),
        "value.pattern",
        "/incident/id",
        "\"a b\"",
        "an id");
    expect(
        only(problems(with("/incident/id", "\"a\\n\""))),
        "value.pattern",
        "/incident/id",
        "",
        "an id");
    expect(
        only(problems(with("/incident/place/country", "\"Mali\""))),
        "value.pattern",
        "/incident/place/country",
        "\"Mali\"",
        "ISO 3166-1");
    expect(
        only(problems(with("/media/0/sha256", "\"ABC\""))),
        "value.pattern",
        "/media/0/sha256",
        "\"ABC\"",
        "64 hexadecimal digits");
    expect(
        only(problems(with("/media/0/perceptualHash", "\"\""))),
        "value.pattern",
        "/media/0/perceptualHash",
        "\"\"",
        "16 hexadecimal digits");
    expect(
        only(problems(with("/reports/0/language", "\"French\""))),
        "value.pattern",
        "/reports/0/language",
        "\"French\"",
        "fr, ar, en-GB");
    expect(
        only(problems(with("/reports/0/url", "\"www.rfi.fr\""))),
        "value.pattern",
        "/reports/0/url",
        "\"www.rfi.fr\"",
        "https://");
    expect(
        only(problems(with("/reports/0/archiveUrl", "\"https://a b\""))),
        "value.pattern",
        "/reports/0/archiveUrl",
        "a b",
        "https://");
  }

  @Test
  void refusesANumberOutOfRange() {
    expect(
        only(problems(with("/claims/0/count/min", "-1"))),
        "value.range",
        "/claims/0/count/min",
        "-1",
        "0 to 10000000");
    expect(
        only(problems(with("/claims/0/count/max", "10000001"))),
        "value.range",
        "/claims/0/count/max",
        "10000001",
        "0 to 10000000");
    expect(
        only(problems(with("/claims/0/namedVictims", "1e400"))),
        "value.range",
        "/claims/0/namedVictims",
        "Infinity",
        "0 to 10000000");
    expect(
        only(problems(with("/incident/place/lat", "90.01"))),
        "value.range",
        "/incident/place/lat",
        "90.01",
        "-90 to 90");
    expect(
        only(problems(with("/incident/place/lon", "-181"))),
        "value.range",
        "/incident/place/lon",
        "-181",
        "-180 to 180");
  }

  @Test
  void refusesATextThatIsTooLongAndCountsCharactersAsPeopleDo() {
    String title = "\"" + "💥".repeat(501) + "\"";
    expect(
        only(problems(with("/incident/title", title))),
        "value.too-long",
        "/incident/title",
        "501 characters",
        "at most 500");
    assertThat(problems(with("/incident/title", "\"" + "💥".repeat(500) + "\""))).isEmpty();
  }

  @Test
  void refusesATextThatCannotBeWrittenDown() {
    Problem problem = only(problems(with("/incident/title", "\"a\\ud83d b\"")));
    expect(problem, "value.character", "/incident/title", "U+D83D", "half");
    expect(
        only(problems(with("/sources/0/name", "\"\\udca5\""))),
        "value.character",
        "/sources/0/name",
        "U+DCA5",
        "half");
    assertThat(problems(with("/incident/title", "\"\\ud83d\\udca5\""))).isEmpty();
  }

  @Test
  void refusesAListThatIsTooLong() {
    ObjectNode document = small();
    ArrayNode parties = (ArrayNode) document.at("/incident/parties");
    while (parties.size() <= Limits.PARTIES) {
      parties.addObject().put("id", "party-" + parties.size());
    }
    expect(
        only(problems(document)),
        "list.too-long",
        "/incident/parties",
        "101 entries",
        "at most 100");
  }

  @Test
  void refusesADossierInWhichNobodySpeaks() {
    ObjectNode document = set(set(small(), "/sources", "[]"), "/reports", "[]");
    set(set(document, "/media", "[]"), "/incident/actions", "[]");
    expect(only(problems(document)), "list.too-short", "/sources", "0 entries", "at least 1");
  }

  @Test
  void refusesATimeThatIsNone() {
    for (String time :
        List.of("2024-02-30", "17/03/2024", "2024-03-17T06:30", "2024-03-17T25:00Z", "")) {
      expect(
          only(problems(with("/reports/0/publishedAt", "\"" + time + "\""))),
          "time.invalid",
          "/reports/0/publishedAt",
          "\"" + time + "\"",
          "2024-03-17T06:30:00Z");
    }
  }

  @Test
  void refusesAnIdThatIsUsedTwice() {
    Problem problem =
        only(problems(with("/claims/-", "{\"id\": \"civilians\", \"harm\": \"injured\"}")));
    expect(problem, "id.duplicate", "/claims/2/id", "\"civilians\"", "an id of its own");
    assertThat(problem.advice()).contains("/claims/0");
    for (String entry : List.of("/sources", "/reports", "/media", "/incident/parties")) {
      JsonNode first = small().at(entry + "/0");
      ObjectNode document = with(entry + "/-", first.toString());
      assertThat(only(problems(document)).code()).isEqualTo("id.duplicate");
    }
  }

  @Test
  void oneIdMayServeInSeveralLists() {
    ObjectNode document = with("/media/0/id", "\"civilians\"");
    assertThat(problems(document)).isEmpty();
  }

  @Test
  void refusesAnIdThatLeadsNowhere() {
    Problem problem = only(problems(with("/reports/0/stances/0/claim", "\"civilian\"")));
    expect(
        problem,
        "id.dangling",
        "/reports/0/stances/0/claim",
        "\"civilian\"",
        "an id from this dossier's claims");
    assertThat(problem.advice()).isEqualTo("Did you mean \"civilians\"?");
    assertThat(only(problems(with("/claims/0/responsible", "\"navy-seals\""))).advice())
        .isEqualTo("Add it, or name one that is there.");
    for (String pointer :
        List.of(
            "/incident/parties/1/adversaries/0",
            "/incident/actions/0/party",
            "/incident/actions/0/report",
            "/sources/1/party",
            "/sources/0/alignedWith/0",
            "/claims/0/responsible",
            "/claims/1/victimsParty",
            "/claims/1/supersedes",
            "/reports/0/source",
            "/reports/0/via",
            "/reports/1/cites/0",
            "/media/0/report",
            "/media/0/supports/0")) {
      expect(
          only(problems(with(pointer, "\"nobody-knows\""))),
          "id.dangling",
          pointer,
          "\"nobody-knows\"",
          "an id from");
    }
  }

  @Test
  void refusesACountWhoseLeastIsMoreThanItsMost() {
    expect(
        only(problems(with("/claims/0/count/min", "15"))),
        "count.min-over-max",
        "/claims/0/count",
        "min 15, max 14",
        "min at most max");
    assertThat(problems(with("/claims/0/count/min", "14"))).isEmpty();
  }

  @Test
  void refusesACountWhoseWordsAndNumbersCannotBothBeRight() {
    expect(
        only(problems(with("/claims/0/count/words", "\"at least twenty\""))),
        "count.words-against-numbers",
        "/claims/0/count",
        "\"at least twenty\", min 13, max 14",
        "numbers that the words can mean");
    assertThat(problems(with("/claims/0/count/words", "\"dozens\""))).isEmpty();
    assertThat(problems(with("/claims/0/count/words", "\"untold\""))).isEmpty();
  }

  @Test
  void refusesAPeriodThatEndsBeforeItBegins() {
    expect(
        only(problems(with("/incident/date/to", "\"2024-03-16\""))),
        "date.from-after-to",
        "/incident/date",
        "2024-03-17",
        "from not after to");
    assertThat(problems(with("/incident/date/to", "\"2024-03-17T00:00:00Z\""))).isEmpty();
  }

  @Test
  void refusesReportsThatCiteEachOtherInACircle() {
    Problem problem = only(problems(with("/reports/0/cites", "[\"statement\"]")));
    expect(problem, "cites.cycle", "/reports/1/cites", "call -> statement -> call", "no way back");
    expect(
        only(problems(with("/reports/0/cites", "[\"call\"]"))),
        "cites.cycle",
        "/reports/0/cites",
        "call -> call",
        "no way back");
  }

  @Test
  void refusesAClaimThatSupersedesItself() {
    expect(
        only(problems(with("/claims/0/supersedes", "\"civilians\""))),
        "supersedes.cycle",
        "/claims/0/supersedes",
        "civilians -> civilians",
        "no way back");
    ObjectNode both =
        set(with("/claims/0/supersedes", "\"fighters\""), "/claims/1/supersedes", "\"civilians\"");
    expect(
        only(problems(both)),
        "supersedes.cycle",
        "/claims/1/supersedes",
        "civilians -> fighters -> civilians",
        "no way back");
  }

  @Test
  void refusesAReportThatSaysYesAndNo() {
    Problem problem =
        only(
            problems(
                with(
                    "/reports/0/stances/-", "{\"claim\": \"civilians\", \"stance\": \"denies\"}")));
    expect(
        problem,
        "stance.conflict",
        "/reports/0/stances/1",
        "asserts and denies of \"civilians\"",
        "one stance");
    assertThat(
            problems(
                with("/reports/0/stances/-", "{\"claim\": \"civilians\", \"stance\": \"relays\"}")))
        .isEmpty();
  }

  @Test
  void refusesAPartyThatFightsItself() {
    expect(
        only(problems(with("/incident/parties/0/adversaries", "[\"army\"]"))),
        "party.own-adversary",
        "/incident/parties/0/adversaries",
        "\"army\"",
        "other parties");
  }

  @Test
  void countsTheProblemsThatAreTooManyToList() {
    ObjectNode document = small();
    for (int i = 0; i < Limits.PROBLEMS + 34; i++) {
      document.put("unknown" + i, i);
    }
    List<Problem> problems = problems(document);
    assertThat(problems).hasSize(Limits.PROBLEMS + 1);
    assertThat(problems.subList(0, Limits.PROBLEMS))
        .allMatch(p -> p.code().equals("field.unknown"));
    expect(problems.get(Limits.PROBLEMS), "problems.more", "", "34 more problems", "at most 200");
  }

  @Test
  void tellsTenDifferentProblemsAtOnce() {
    ObjectNode document = small();
    set(document, "/incident/tilte", "\"a\"");
    set(document, "/incident/place/lat", "91");
    set(document, "/incident/date/to", "\"2024-03-01\"");
    set(document, "/sources/0/kind", "\"inhabitant\"");
    set(document, "/claims/0/count/min", "15");
    set(document, "/claims/1/text", "7");
    set(document, "/claims/1/supersedes", "\"fighters\"");
    set(document, "/reports/0/publishedAt", "\"yesterday\"");
    set(document, "/reports/0/source", "\"residant\"");
    set(document, "/reports/1/language", "\"français\"");
    ((ObjectNode) document.at("/media/0")).remove("kind");
    assertThat(problems(document))
        .extracting(problem -> problem.code() + " " + problem.pointer())
        .containsExactlyInAnyOrder(
            "field.unknown /incident/tilte",
            "value.range /incident/place/lat",
            "date.from-after-to /incident/date",
            "value.not-allowed /sources/0/kind",
            "count.min-over-max /claims/0/count",
            "value.type /claims/1/text",
            "supersedes.cycle /claims/1/supersedes",
            "time.invalid /reports/0/publishedAt",
            "id.dangling /reports/0/source",
            "value.pattern /reports/1/language",
            "field.missing /media/0/kind");
  }

  @Test
  void shortensWhatItFound() {
    String found = only(problems(with("/claims/0/harm", "\"" + "💥".repeat(5_000) + "\""))).found();
    assertThat(found.codePointCount(0, found.length())).isLessThan(90);
  }

  @Test
  void aProblemReadsAsASentence() {
    Problem problem = only(problems(with("/claims/0/harm", "\"kiled\"")));
    assertThat(problem)
        .hasToString(
            "value.not-allowed at /claims/0/harm: found \"kiled\", expected one of killed, injured,"
                + " killed-or-injured, missing, captured. Did you mean \"killed\"?");
    assertThat(only(problems("[]")).toString()).startsWith("value.type at (whole document): found");
  }

  private static Problem only(List<Problem> problems) {
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  private static void expect(
      Problem problem, String code, String pointer, String found, String expected) {
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.pointer()).isEqualTo(pointer);
    assertThat(problem.found()).contains(found);
    assertThat(problem.expected()).contains(expected);
  }

  private static Dossier readBytes(byte[] json) {
    try {
      return DossierReader.read(json);
    } catch (InvalidDossier e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aRecordNeedsAllItsCounts() {
    assertThat(problems(with("/sources/0/record", "{\"right\": -1, \"wrong\": 1.5, \"best\": 2}")))
        .extracting(Problem::code, Problem::pointer)
        .containsExactlyInAnyOrder(
            tuple("value.range", "/sources/0/record/right"),
            tuple("value.type", "/sources/0/record/wrong"),
            tuple("field.missing", "/sources/0/record/unknown"),
            tuple("field.missing", "/sources/0/record/usual"),
            tuple("field.missing", "/sources/0/record/asOf"),
            tuple("field.unknown", "/sources/0/record/best"));
  }

  @Test
  void whatIsOfAPastThatKnowsTheIncidentIsRefused() {
    Problem problem = only(problems(with("/sources/0/record/asOf", "\"2024-03-17\"")));
    expect(
        problem,
        "record.not-before-incident",
        "/sources/0/record/asOf",
        "as of",
        "before the incident");
    assertThat(problem.advice()).contains("bilan records --into");
    assertThat(only(problems(with("/sources/0/copies/0/asOf", "\"2025-01-01\""))).code())
        .isEqualTo("record.not-before-incident");
    assertThat(problems(with("/sources/0/record/asOf", "\"2024-03-16T23:59:59Z\""))).isEmpty();
  }

  @Test
  void whereNobodyKnowsWhenTheIncidentWasNoPastIsBlamed() {
    assertThat(only(problems(with("/incident/date/from", "\"spring\""))).code())
        .isEqualTo("time.invalid");
  }

  @Test
  void aSourceCopiesOtherSourcesOfTheDossierEachOnce() {
    String copying =
        "{\"source\": \"%s\", \"percent\": 50, \"shared\": 2, \"asOf\": \"2024-03-01\"}";
    String copies =
        "["
            + String.join(",", copying, copying, copying, copying)
                .formatted("staff", "staff", "resident", "stff")
            + "]";
    assertThat(problems(with("/sources/0/copies", copies)))
        .extracting(Problem::code, Problem::pointer)
        .containsExactlyInAnyOrder(
            tuple("copies.twice", "/sources/0/copies/1/source"),
            tuple("copies.itself", "/sources/0/copies/2/source"),
            tuple("id.dangling", "/sources/0/copies/3/source"));
  }
}
