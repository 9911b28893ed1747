package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bilan.assessment.Answer;
import org.bilan.assessment.Language;
import org.bilan.dossier.Claim;
import org.bilan.dossier.DossierBuilder;
import org.bilan.dossier.Proposition;
import org.bilan.evidence.Aspect;
import org.bilan.evidence.ClaimEvidence;
import org.bilan.evidence.Evidence;
import org.bilan.evidence.Independence;
import org.bilan.evidence.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a question may look at has plain words, and an answer is told in nothing else. */
class FactWordsTest {

  /** What only programmers read: {@code independentOrigins}, {@code >=}, {@code true}. */
  private static final Pattern CODE =
      Pattern.compile("\\b[a-z]+[A-Z]\\w*|[<>=&|{}]|\\btrue\\b|(seen|vu) false");

  @ParameterizedTest
  @ValueSource(strings = {"fact.properties", "fact_fr.properties"})
  void everyPropertyThatMayBeComparedHasWordsAndNothingElseHas(String file) throws IOException {
    Properties words = words(file);
    assertThat(new TreeSet<>(words.stringPropertyNames())).isEqualTo(comparable());
    for (String key : words.stringPropertyNames()) {
      assertThat(words.getProperty(key)).as(key).isNotBlank().doesNotContainPattern(CODE);
    }
  }

  /** Whole numbers and yes-or-noes: {@link QuestionReader} takes nothing else. */
  private static Set<String> comparable() {
    Set<String> keys = new TreeSet<>();
    for (Class<? extends Aspect> fact : Evidence.FACT_TYPES) {
      Arrays.stream(fact.getRecordComponents())
          .filter(c -> c.getType() == int.class || c.getType() == boolean.class)
          .forEach(c -> keys.add(fact.getSimpleName() + "." + c.getName()));
    }
    assertThat(keys).hasSizeGreaterThan(Evidence.FACT_TYPES.size());
    return keys;
  }

  @ParameterizedTest
  @ValueSource(strings = {"fact.properties", "fact_fr.properties"})
  void whatTheShippedQuestionsLookAtHasWords(String file) throws Exception {
    Set<String> words = words(file).stringPropertyNames();
    Map<RuleCard, Question> rules = ShippedRules.read().rules();
    assertThat(rules).hasSizeGreaterThan(60);
    for (Question question : rules.values()) {
      assertThat(question.looksAt())
          .as(question.id())
          .isNotEmpty()
          .allSatisfy(p -> assertThat(words).contains(question.fact().getSimpleName() + "." + p));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noAnswerSpeaksInCode(Language language) throws InvalidRuleset {
    Set<String> told = new HashSet<>();
    try (Ruleset ruleset = Ruleset.load(Path.of("rules"))) {
      for (int seed = 0; seed < 40; seed++) {
        ruleset
            .answers(new GeneratedDossier(seed).read(), language)
            .values()
            .forEach(
                answers ->
                    answers.forEach(
                        answer ->
                            answer
                                .asked()
                                .forEach(a -> a.conditions().forEach(c -> told.add(c.text())))));
      }
    }
    assertThat(told).hasSizeGreaterThan(100);
    assertThat(told).allSatisfy(text -> assertThat(text).doesNotContainPattern(CODE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ">= | at least 2 | au moins 2 | at least | au moins autant que",
        "<= | at most 2 | au plus 2 | at most | au plus autant que",
        ">  | more than 2 | plus de 2 | more than | plus que",
        "<  | fewer than 2 | moins de 2 | fewer than | moins que",
        "== | exactly 2 | exactement 2 | equal to | autant que"
      })
  void operatorsAreWords(String operator, String number, String nombre, String than, String que)
      throws Exception {
    String asked = "independentOrigins " + operator + " $card.number(\"origins\")";
    assertThat(told(Language.EN, asked))
        .startsWith("independent origins that support it: " + number + " asked for (origins), 3");
    assertThat(told(Language.FR, asked))
        .startsWith("origines indépendantes à l'appui : demandé " + nombre + " (origins), vu 3");
    String two = "origins " + operator + " independentOrigins";
    assertThat(told(Language.EN, two))
        .startsWith(
            "“origins that support it, also those with a stake in it” (4 seen), asked to be "
                + than
                + " “independent origins that support it” (3 seen): ");
    assertThat(told(Language.FR, two))
        .startsWith(
            "« origines à l'appui, y compris celles qui y ont un intérêt » (vu 4), demandé "
                + que
                + " « origines indépendantes à l'appui » (vu 3) : ");
  }

  @Test
  void whetherItHeldIsToldOfEachAndJointsAreWords() throws Exception {
    String conditions =
        "origins == independentOrigins && origins > $card.number(\"origins\")"
            + " || uncertainOrigins <= $card.number(\"origins\")";
    assertThat(told(Language.EN, conditions))
        .contains("(3 seen): no; and origins that support it", "4 seen: yes; or origins that would")
        .endsWith("at most 2 asked for (origins), 1 seen: yes");
    assertThat(told(Language.FR, conditions))
        .contains("(vu 3) : non ; et origines à l'appui", "vu 4 : oui ; ou origines qui seraient")
        .endsWith("demandé au plus 2 (origins), vu 1 : oui");
  }

  @Test
  void yesOrNoIsComparedInWords() throws Exception {
    Aspect hedging = new Wording.Hedging("c", Proposition.HARM, true, 0, List.of());
    assertThat(told(Language.EN, "allHedged == true", hedging)).endsWith(" hedge: seen yes");
    assertThat(told(Language.FR, "allHedged == true", hedging))
        .endsWith(" conditionnel : demandé oui, vu oui");
    Aspect ratings = new Wording.Ratings("c", Proposition.HARM, 2, false, List.of());
    assertThat(told(Language.EN, "all == all", ratings))
        .endsWith(
            "(seen no), asked to be the same as “the leading source of each origin that"
                + " supports it has a rating other than F” (seen no): yes");
    assertThat(told(Language.FR, "all == all", ratings))
        .contains(" » (vu non), demandé pareil à « ")
        .endsWith(" » (vu non) : oui");
  }

  private static String told(Language language, String conditions) throws InvalidRuleset {
    return told(
        language,
        conditions,
        new Independence.Corroboration("c", Proposition.HARM, 4, 3, 1, List.of()));
  }

  /** What a question of one condition is told to have seen in a fact. */
  private static String told(Language language, String conditions, Aspect fact)
      throws InvalidRuleset {
    String id = "independence.second-origin";
    RuleProblems problems = new RuleProblems();
    Question question =
        QuestionReader.read(
            id,
            "f",
            "rule \"%s\" when $card : RuleCard( id == \"%s\" ) $f : %s( %s ) then insert( $card.finds( $f ) ); end"
                .formatted(id, id, fact.getClass().getSimpleName(), conditions),
            problems);
    assertThat(problems.all()).isEmpty();
    RuleCard card =
        ShippedRules.read().rules().keySet().stream()
            .filter(c -> c.id().equals(id))
            .findFirst()
            .orElseThrow();
    Claim claim =
        new DossierBuilder()
            .claim("c", "killed", "")
            .source("s", "resident")
            .build()
            .claims()
            .get(0);
    ClaimEvidence evidence =
        new ClaimEvidence(claim, List.of(fact), Map.of(), List.of(), List.of(), 0, List.of());
    Answer answer = new Asking(language).answer(card, question, evidence);
    return answer.asked().get(0).conditions().get(0).text();
  }

  private static Properties words(String file) throws IOException {
    Properties words = new Properties();
    try (Reader reader =
        new InputStreamReader(
            AnswerWords.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
