package org.bilan.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFaultTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"incident\": nope}        | nope (column 14)",
        "{\"é\": \"é\", b}           | b (column 12)",
        "{a: 1}                      | a (column 2)",
        "{\"a\": 1 \"b\": 2}         | \"b (column 9)",
        "{\"a\": 1, }                | } (column 10)",
        "{\"a\": 01}                 | 01 (column 7)",
        "{\"a\": NaN}                | NaN (column 7)",
        "{\"a\": 1x}                 | 1x (column 7)",
        "{\"a\": \"\\x\"}            | \\x (column 8)",
        "{\"a\": \"\\ud8zz\"}        | \\ud8zz (column 8)",
        "{\"a\": 1]                  | ] (column 8)",
        "{\"a\": 😀}                  | 😀 (column 7)",
        "{\"a\": \"😀\", 😀x}         | 😀x (column 12)",
        "{\"a\": 𝒜b}                  | 𝒜b (column 7)",
        "{\"a\": t𝒜}                  | t𝒜 (column 7)",
        "{\"a\": €}                   | € (column 7)",
        "{\"a\": é}                   | é (column 7)",
        "{} é                        | more after the document's end: é (column 4)",
        "{\"a\": 1😀}                 | 😀 (column 8)",
        "{} 😀                        | more after the document's end: 😀 (column 4)",
        "oh no                       | oh (column 1)",
        "{\"a\": \"bc                | the end, too early (column 10)",
        "{\"a\": 1                   | the end, too early (column 8)",
        "{\"a\": 1} x                | more after the document's end: x (column 10)",
        "{\"a\": \"}{\\\"\"} {}      | more after the document's end: { (column 15)",
        "{\"a\": 1, \"a\": 2}        | the field 'a' again (column 13)",
      })
  void saysWhatWasFoundAndWhere(String json, String found) {
    assertThat(problem(json).found()).isEqualTo(found);
  }

  @Test
  void countsLinesWhereThereAreSeveral() {
    assertThat(problem("{\n  \"a\": 1\n}\n\n{\n  \"a\": 2\n}\n").found())
        .isEqualTo("more after the document's end: { (line 5, column 1)");
    assertThat(problem("{\r\n  \"a\": nope\r\n}").found()).isEqualTo("nope (line 2, column 8)");
    assertThat(problem("{\"a\": \"b\nc\"}").found())
        .isEqualTo("the end of a line within a text (line 1, column 9)");
    assertThat(problem("{\"a\": 1\n").found()).startsWith("the end, too early (");
  }

  @Test
  void namesControlCharacters() {
    assertThat(problem("\0").found()).isEqualTo("a control character, U+0000 (column 1)");
    assertThat(problem("{\"a\": \"\u0007\"}").found())
        .isEqualTo("a control character, U+0007 (column 8)");
  }

  @Test
  void aByteOrderMarkIsNoColumn() {
    assertThat(problem("\uFEFFnope").found()).isEqualTo("nope (column 1)");
  }

  @Test
  void givesAdvice() {
    assertThat(problem("{} {}").advice()).isEqualTo("Give one document at a time.");
    assertThat(problem("{").advice()).isEqualTo("The document is cut off: give it whole.");
    assertThat(problem("[,]").advice()).isEqualTo("Mend it there.");
  }

  @Test
  void speaksInOurOwnWords() {
    String deep = "[".repeat(Limits.DEPTH + 1) + "]".repeat(Limits.DEPTH + 1);
    String name = "{\"" + "n".repeat(50_001) + "\": 1}";
    List<String> broken =
        List.of("nope", "{} {}", "{", "{a}", "[1,]", "//x", "{\"a\":+1}", "'a'", deep, name);
    for (String json : broken) {
      for (byte[] bytes :
          List.of(
              json.getBytes(StandardCharsets.UTF_8), json.getBytes(StandardCharsets.UTF_16BE))) {
        assertThat(problem(bytes).toString())
            .doesNotContain("StreamRead", "Unexpected", "token", "Feature", "com.fasterxml")
            .doesNotContain("code ", "exceeds", "[Source");
      }
    }
  }

  private static Problem problem(String json) {
    return problem(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Problem problem(byte[] json) {
    InvalidDossier refused =
        catchThrowableOfType(InvalidDossier.class, () -> DossierReader.read(json));
    assertThat(refused.problems()).hasSize(1);
    return refused.problems().get(0);
  }
}
