package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bilan.assessment.AssessmentJson;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.explain.Explainer;
import org.bilan.explain.ExplanationJson;
import org.bilan.ruleset.Ruleset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code score --explain}. */
class ExplainTest {

  private static final String SEED = "seeds/danderesso.json";

  @Test
  void theTableHasTheExplanationBelowEachClaimAndElseTheSameLines() {
    String plain = Cli.run("score", SEED).text();
    Cli run = Cli.run("score", "--explain", SEED);
    assertThat(run.code()).isZero();
    String explained = run.text();
    assertThat(explained.lines().toList()).containsSubsequence(plain.lines().toList());
    assertThat(explained.split("What would change the grade, of what was tried:")).hasSize(3);
    String words = explained.replaceAll("\\s+", " ");
    assertThat(words)
        .contains(
            "If one resident, named and with no stake in it, who was there, firmly denied it, from"
                + " what they saw: contested (33 → 14)")
        .contains(
            "If one more outlet repeated a report (r-jnim) and added nothing: no change, weak")
        .contains(
            "HSR A third independent origin [independence.third-origin]: independent"
                + " origins that support it: at least 3 asked for (origins), 0 seen: no")
        .contains("in percent of the most: at most 10 asked for (spread), 0 seen: yes")
        .contains("[access.denied]: incident.access");
    assertThat(explained.lines()).allMatch(line -> line.length() <= 100);
    // A rule that fired on every proposition that it asked of has nothing to explain.
    assertThat(words.substring(words.indexOf("Why rules stayed quiet")))
        .doesNotContain("[imagery.shows-status]: usable");
  }

  @Test
  void theTableExplainsInFrench() {
    String explained = Cli.run("score", "--explain", "--lang", "fr", SEED).text();
    assertThat(explained.replaceAll("\\s+", " "))
        .contains("Ce qui changerait la cote, parmi ce qui a été essayé :")
        .contains(
            "Si un habitant, nommé et sans intérêt dans l'affaire, présent sur place, le niait")
        .contains("pas de changement, faible (33 → 91)")
        .contains("d'après ce qu'il a vu : contesté (33 → 14)")
        .contains("origines indépendantes à l'appui : demandé au moins 3 (origins), vu 0 : non")
        .containsPattern("TSR [^\\[]+ \\[independence.third-origin] : origines")
        .doesNotContain("TSR independence.third-origin");
  }

  @Test
  void theLinesAreThoseOfTheService() throws Exception {
    Cli run = Cli.run("score", "--explain", "--format", "jsonl", "--lang", "fr", SEED);
    Dossier dossier = DossierReader.read(Files.readAllBytes(Path.of(SEED)));
    try (Ruleset ruleset = Ruleset.load(Path.of("rules"))) {
      var assessment = ruleset.judge(dossier, Language.FR);
      byte[] expected =
          ExplanationJson.with(
              AssessmentJson.write(assessment),
              Explainer.explain(ruleset, dossier, Optional.empty(), assessment, Language.FR));
      assertThat(run.text()).isEqualTo(new String(expected, StandardCharsets.UTF_8) + "\n");
    }
    ObjectNode tree = (ObjectNode) new JsonMapper().readTree(run.out());
    for (JsonNode claim : tree.get("claims")) {
      assertThat(((ObjectNode) claim).remove("explanation").get("whatIf")).isNotEmpty();
    }
    assertThat(tree + "\n")
        .isEqualTo(Cli.run("score", "--format", "jsonl", "--lang", "fr", SEED).text());
  }

  @Test
  void whatIsKnownByAMomentIsExplained() throws Exception {
    String line =
        Cli.run("score", "--explain", "--format", "jsonl", "--as-of", "2024-03-16", SEED).text();
    JsonNode claims = new JsonMapper().readTree(line).get("claims");
    assertThat(claims).hasSize(1);
    JsonNode whatIf = claims.get(0).at("/explanation/whatIf/0");
    assertThat(whatIf.at("/before/score")).isEqualTo(claims.get(0).get("score"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cli/explanation", "explain/what-if", "ruleset/answer", "ruleset/fact"})
  void bothLanguagesHaveTheSameWords(String bundle) throws IOException {
    Properties english = words(bundle + ".properties");
    Properties french = words(bundle + "_fr.properties");
    assertThat(english).isNotEmpty();
    assertThat(new TreeSet<>(french.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
    for (String key : english.stringPropertyNames()) {
      assertThat(values(french, key)).as(key).isEqualTo(values(english, key));
      assertThat(french.getProperty(key)).as(key).isNotBlank();
      for (Properties words : Set.of(english, french)) {
        assertThat(words.getProperty(key).replace("''", "")).as(key).doesNotContain("'");
      }
    }
  }

  private static Set<String> values(Properties words, String key) {
    return Pattern.compile("\\{[0-9]}")
        .matcher(words.getProperty(key))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties words(String file) throws IOException {
    Properties words = new Properties();
    try (Reader reader =
        new InputStreamReader(
            ExplainTest.class.getResourceAsStream("/org/bilan/" + file), StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
