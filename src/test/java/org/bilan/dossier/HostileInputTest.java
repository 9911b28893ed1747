package org.bilan.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.bilan.dossier.Documents.problems;
import static org.bilan.dossier.Documents.small;
import static org.bilan.dossier.Documents.with;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Inputs made to break a reader are refused or read, and soon: nothing but {@link InvalidDossier}
 * is thrown, which {@link Documents#problems} alone catches. What would take hours if done badly
 * shows as a build that does not end.
 */
class HostileInputTest {

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[{\"incident\":", "{\"incident\":{\"place\":"})
  void deepNestingIsRefused(String opening) {
    assertThat(problems(opening.repeat(100_000)))
        .extracting(Problem::code)
        .containsExactly("json.limit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e400",
        "-1e400",
        "1e999999999",
        "-1e999999999",
        "1e-999999999",
        "0.1e99999999999",
        "123456789012345678901234567890",
        "9223372036854775808",
        "4.9e-324",
        "0e999999999"
      })
  void hugeAndTinyNumbersAreReadOrRefused(String number) {
    for (String pointer :
        List.of(
            "/claims/0/namedVictims",
            "/claims/0/count/min",
            "/incident/place/lat",
            "/incident/title")) {
      // As text, since a tree of numbers would spell them anew.
      String json = with(pointer, "\"@\"").toString().replace("\"@\"", number);
      assertThat(problems(json))
          .allSatisfy(
              p -> {
                assertThat(p.pointer()).isIn(pointer, "/claims/0/count");
                assertThat(p.code()).isIn("value.type", "value.range", "count.min-over-max");
              });
    }
  }

  @Test
  void aWordThatIsNoNumberOfJsonIsRefused() {
    for (String number :
        List.of("NaN", "Infinity", "-Infinity", "+1", "01", ".5", "0x10", "1_000")) {
      String json = with("/claims/0/namedVictims", "\"@\"").toString().replace("\"@\"", number);
      assertThat(problems(json)).extracting(Problem::code).containsExactly("json.syntax");
    }
  }

  @Test
  void nulBytesAreRefused() {
    assertThat(problems("\0")).extracting(Problem::code).containsExactly("json.syntax");
    assertThat(problems(new byte[100_000])).isNotEmpty();
    assertThat(problems(small() + "\0")).isNotEmpty();
    assertThat(problems(small().toString().replace("resident", "resi\0dent"))).isNotEmpty();
  }

  @Test
  void whateverIsNoUtf8IsRefused() {
    byte[] json = with("/incident/title", "\"XXXX\"").toString().getBytes(StandardCharsets.UTF_8);
    int at = new String(json, StandardCharsets.ISO_8859_1).indexOf("XXXX");
    int[][] sequences = {
      {0x80},
      {0xc3},
      {0xc0, 0xaf},
      {0xe2, 0x82},
      {0xed, 0xa0, 0x80},
      {0xf5, 0x80, 0x80, 0x80},
      {0xfe},
      {0xff}
    };
    for (int[] sequence : sequences) {
      byte[] bad = json.clone();
      for (int i = 0; i < sequence.length; i++) {
        bad[at + i] = (byte) sequence[i];
      }
      assertThat(problems(bad)).as(Arrays.toString(sequence)).isNotEmpty();
    }
  }

  @Test
  void aProblemCanAlwaysBeWrittenDown() {
    String half = "\\ud83d";
    for (String json :
        List.of(
            "{\"" + half + "\": 1}",
            "{\"a\": 1, \"a" + half + "\": 1, \"a" + half + "\": 1}",
            with("/claims/0/harm", "\"" + half + "\"").toString(),
            with("/claims/0/id", "\"" + half + "\"").toString(),
            with("/claims/0/count", "\"" + half + "\"").toString(),
            with("/reports/0/publishedAt", "\"" + half + "\"").toString())) {
      String escaped = json.replace("\ud83d", half);
      assertThat(problems(escaped))
          .isNotEmpty()
          .allSatisfy(
              problem ->
                  assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(problem.toString()))
                      .as("%s", problem)
                      .isTrue());
    }
  }

  /** Words for millions of problems that nobody is told keep a processor busy. */
  @Test
  void onlyWhatIsListedIsPutIntoWords() {
    Problems problems = new Problems(Locale.FRENCH);
    for (int i = 0; i < Limits.PROBLEMS; i++) {
      String expected = problems.say("a-list");
      assertThat(expected).isNotEmpty();
      problems.add("value.type", Pointer.ROOT, "1", expected, "");
    }
    assertThat(problems.say("a-list")).isEmpty();
    problems.add("value.type", Pointer.ROOT, "1", "", "");
    assertThat(problems.all())
        .hasSize(Limits.PROBLEMS + 1)
        .allSatisfy(problem -> assertThat(problem.expected()).isNotEmpty());
    assertThat(Problems.untold().say("a-list")).isEmpty();
  }

  @Test
  void aLongNameIsAProblemOrALimit() {
    assertThat(problems("{\"" + "n".repeat(5_000_000) + "\": 1}")).isNotEmpty();
    assertThat(problems(with("/" + "n".repeat(900), "1")))
        .singleElement()
        .extracting(Problem::code)
        .isEqualTo("field.unknown");
  }

  @Test
  void aLongTextOfAFixedFormIsReadWithoutADeepStack() {
    String tag = "\"fr" + "-a".repeat(Limits.NAME / 2 - 1) + "\"";
    assertThat(problems(with("/reports/0/language", tag))).isEmpty();
    assertThat(problems(with("/reports/0/language", tag.replace("-a\"", "-é\""))))
        .extracting(Problem::code)
        .containsExactly("value.pattern");
    String url = "\"https://" + "a".repeat(Limits.NAME - 8) + "\"";
    assertThat(problems(with("/reports/0/url", url))).isEmpty();
    assertThat(problems(with("/incident/id", "\"" + "a".repeat(1_000_000) + "\"")))
        .extracting(Problem::code)
        .containsExactly("value.pattern");
    assertThat(problems(with("/reports/0/publishedAt", "\"" + "2".repeat(1_000_000) + "\"")))
        .extracting(Problem::code)
        .containsExactly("time.invalid");
  }

  @Test
  void aLongChainOfCitationsIsNoProblem() {
    assertThat(problems(chain(Limits.REPORTS))).isEmpty();
  }

  @Test
  void aLongCircleOfCitationsIsOneProblem() {
    ObjectNode document = chain(Limits.REPORTS);
    ((ObjectNode) document.at("/reports/0")).putArray("cites").add("r" + (Limits.REPORTS - 1));
    assertThat(problems(document))
        .singleElement()
        .extracting(Problem::code)
        .isEqualTo("cites.cycle");
  }

  @Test
  void aLongCircleOfRevisionsIsOneProblem() {
    ObjectNode document = small();
    ArrayNode claims = document.withArray("claims");
    int before = claims.size();
    for (int i = before; i < Limits.CLAIMS; i++) {
      int next = i + 1 == Limits.CLAIMS ? before : i + 1;
      claims.addObject().put("id", "c" + i).put("harm", "killed").put("supersedes", "c" + next);
    }
    assertThat(problems(document))
        .singleElement()
        .extracting(Problem::code)
        .isEqualTo("supersedes.cycle");
  }

  @Test
  void everyReportCitingEveryOtherIsRefused() {
    int reports = 1_000;
    StringBuilder cites = new StringBuilder();
    for (int i = 0; i < reports; i++) {
      cites.append(i == 0 ? "" : ",").append('"').append(i).append('"');
    }
    ObjectNode document = small();
    document.putArray("media");
    ((ObjectNode) document.get("incident")).putArray("actions");
    ArrayNode list = document.putArray("reports");
    for (int i = 0; i < reports; i++) {
      list.addObject().put("id", "" + i).put("source", "staff").put("cites", "@");
    }
    String json = document.toString().replace("\"@\"", "[" + cites + "]");
    List<Problem> problems = problems(json);
    assertThat(problems).hasSize(Limits.PROBLEMS + 1);
    assertThat(problems).extracting(Problem::code).startsWith("dossier.too-large", "cites.cycle");
  }

  @Test
  void aMillionIdsThatLeadNowhereAreCounted() {
    int each = 1_000;
    String ids = "\"abcdef\",".repeat(each - 1) + "\"abcdef\"";
    ObjectNode document = small();
    ArrayNode reports = document.withArray("reports");
    while (reports.size() < 1_002) {
      reports
          .addObject()
          .put("id", "abcdefgh-" + reports.size())
          .put("source", "staff")
          .put("cites", "@");
    }
    String json = document.toString().replace("\"@\"", "[" + ids + "]");
    List<Problem> problems = problems(json);
    assertThat(problems).hasSize(Limits.PROBLEMS + 1);
    assertThat(problems.get(Limits.PROBLEMS).found()).isEqualTo("999801 more problems");
  }

  @Test
  void aMillionUnknownFieldsAreCounted() {
    StringBuilder json = new StringBuilder("{\"a\":1");
    for (int i = 0; i < 700_000; i++) {
      json.append(",\"x").append(Integer.toString(i, 36)).append("\":1");
    }
    List<Problem> problems = problems(json.append('}').toString());
    assertThat(problems).hasSize(Limits.PROBLEMS + 1);
  }

  @Test
  void noiseIsRefusedAndNothingElseIsThrown() {
    Random random = new Random(20240317);
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[random.nextInt(64)];
      random.nextBytes(noise);
      assertThatCode(() -> assertThat(problems(noise)).isNotEmpty())
          .as("%s", Arrays.toString(noise))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void aSeedWithDamagedBytesIsReadOrRefusedAndNothingElseIsThrown() {
    Random random = new Random(20240318);
    List<ObjectNode> seeds = Documents.seeds();
    for (int i = 0; i < 5_000; i++) {
      byte[] damaged = Documents.bytes(seeds.get(i % seeds.size()));
      for (int n = random.nextInt(4); n >= 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      byte[] json =
          random.nextInt(4) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
      assertThatCode(() -> problems(json))
          .as("%s", new String(json, StandardCharsets.ISO_8859_1))
          .doesNotThrowAnyException();
    }
  }

  private static ObjectNode chain(int length) {
    ObjectNode document = small();
    document.putArray("media");
    ((ObjectNode) document.get("incident")).putArray("actions");
    ArrayNode reports = document.putArray("reports");
    for (int i = 0; i < length; i++) {
      ObjectNode report = reports.addObject().put("id", "r" + i).put("source", "resident");
      if (i > 0) {
        report.putArray("cites").add("r" + (i - 1));
      }
    }
    return document;
  }
}
