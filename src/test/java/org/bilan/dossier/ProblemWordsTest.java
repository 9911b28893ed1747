package org.bilan.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Problems that a form can meet, told in English and in French. */
class ProblemWordsTest {

  private static final Pattern VALUE = Pattern.compile("\\{\\d}");

  /** Of each kind of problem one or more. */
  private static final String WRONG =
      """
      {"incident": {"id": "a b", "date": {"from": "2024-03-17", "to": "2024-03-01"},
         "titel": "x", "place": {"country": "Mali", "lat": 99, "lon": "east"},
         "parties": [{"id": "army", "adversaries": ["army", "arny"]}]},
       "sources": [{"id": "s", "kind": "milttary", "name": 7, "anonymous": "yes",
         "record": {"right": 1, "wrong": 1, "unknown": 0, "usual": 50, "asOf": "2024-03-18"},
         "copies": [{"source": "s", "percent": 1, "shared": 2, "asOf": "2024-03-01"}]},
         {"id": "s", "kind": "zzz", "party": null}],
       "claims": [{"id": "c", "harm": "killed", "count": {"min": 3, "max": 2}},
         {"id": "d", "harm": "killed", "count": {"min": 1.5, "words": "dozens", "max": 3},
          "supersedes": "d"}],
       "reports": [{"id": "r", "source": "nobody", "cites": ["r"], "url": "example",
         "publishedAt": "yesterday", "language": "French", "text": "half \\ud800",
         "stances": [{"claim": "c", "stance": "asserts"}, {"claim": "c", "stance": "denies"},
           {"claim": "c"}]}],
       "media": [{"id": "m", "kind": "image", "sha256": "ABC", "supports": "c"}]}
      """;

  private static List<Problem> problems(String json, Locale language) {
    return catchThrowableOfType(
            InvalidDossier.class,
            () -> DossierReader.read(json.getBytes(StandardCharsets.UTF_8), language))
        .problems();
  }

  @Test
  void eachIsToldInTheLanguageAskedFor() {
    List<Problem> english = problems(WRONG, Locale.ENGLISH);
    List<Problem> french = problems(WRONG, Locale.FRENCH);
    assertThat(english).hasSizeGreaterThan(25);
    assertThat(french).extracting(Problem::code).isEqualTo(codes(english));
    assertThat(problems(WRONG, Locale.GERMAN)).isEqualTo(english);
    for (int i = 0; i < english.size(); i++) {
      Problem told = french.get(i);
      assertThat(told.pointer()).isEqualTo(english.get(i).pointer());
      assertThat(told.expected()).as(told.code()).isNotBlank();
      assertThat(told.expected()).isNotEqualTo(english.get(i).expected());
      if (!english.get(i).advice().isEmpty()) {
        assertThat(told.advice()).isNotBlank().isNotEqualTo(english.get(i).advice());
      }
    }
    assertThat(french)
        .contains(
            new Problem(
                "value.not-allowed",
                "/sources/0/kind",
                "\"milttary\"",
                english.stream()
                    .filter(p -> p.pointer().equals("/sources/0/kind"))
                    .findFirst()
                    .orElseThrow()
                    .expected()
                    .replace("one of ", "un de ces mots : "),
                "Vouliez-vous dire « military » ?"));
  }

  private static List<String> codes(List<Problem> problems) {
    return problems.stream().map(Problem::code).toList();
  }

  /** Every key is said in both, with the same values in it. */
  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    Properties english = words("problem.properties");
    Properties french = words("problem_fr.properties");
    assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(values(french.getProperty(key)))
          .as(key)
          .isEqualTo(values(english.getProperty(key)));
      for (Properties words : List.of(english, french)) {
        // Single, it would swallow the values behind it.
        assertThat(words.getProperty(key).replace("''", "")).as(key).doesNotContain("'");
      }
    }
  }

  private static List<String> values(String pattern) {
    return VALUE.matcher(pattern).results().map(found -> found.group()).sorted().toList();
  }

  private static Properties words(String file) throws IOException {
    Properties words = new Properties();
    try (Reader reader =
        new InputStreamReader(
            ProblemWordsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
