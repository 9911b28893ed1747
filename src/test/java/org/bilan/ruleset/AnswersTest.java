package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bilan.assessment.Answer;
import org.bilan.assessment.Answer.Outcome;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.Finding;
import org.bilan.assessment.Language;
import org.bilan.assessment.Unjudged;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierBuilder;
import org.bilan.dossier.Proposition;
import org.bilan.evidence.Aspect;
import org.bilan.evidence.ClaimEvidence;
import org.bilan.evidence.Evidence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a question is what Drools makes of it. */
class AnswersTest {

  private static final int DOSSIERS = 300;

  private static Ruleset ruleset;

  @BeforeAll
  static void load() throws InvalidRuleset {
    ruleset = Ruleset.load(Path.of("rules"));
  }

  @AfterAll
  static void close() {
    ruleset.close();
  }

  @Test
  void aRuleIsSaidToFireQuietOrUnjudgedWhereItIs() {
    Map<Outcome, Integer> outcomes = new HashMap<>();
    for (int seed = 0; seed < DOSSIERS; seed++) {
      Dossier dossier = new GeneratedDossier(seed).read();
      Map<String, List<Answer>> answers = ruleset.answers(dossier, Language.EN);
      for (ClaimAssessment claim : ruleset.judge(dossier, Language.EN).claims()) {
        List<Answer> all = answers.get(claim.claim());
        assertThat(all).hasSameSizeAs(ruleset.cards());
        assertThat(held(all)).as("seed " + seed).isEqualTo(found(claim));
        assertThat(
                all.stream()
                    .filter(a -> a.outcome() == Outcome.CANNOT_JUDGE)
                    .map(a -> new Unjudged(a.rule(), a.missing())))
            .isEqualTo(claim.unjudged());
        for (Answer answer : all) {
          outcomes.merge(answer.outcome(), 1, Integer::sum);
          boolean fired = held(List.of(answer)).containsKey(answer.rule());
          assertThat(answer.outcome() == Outcome.FIRED).isEqualTo(fired);
          assertThat(answer.asked().isEmpty()).isEqualTo(answer.outcome() == Outcome.CANNOT_JUDGE);
        }
      }
    }
    assertThat(outcomes.keySet())
        .containsExactlyInAnyOrder(Outcome.FIRED, Outcome.QUIET, Outcome.CANNOT_JUDGE);
  }

  private static Map<String, Set<Proposition>> held(List<Answer> answers) {
    Map<String, Set<Proposition>> held = new TreeMap<>();
    for (Answer answer : answers) {
      answer.asked().stream()
          .filter(Answer.Asked::held)
          .forEach(asked -> note(answer.rule(), asked.proposition(), held));
    }
    return held;
  }

  private static Map<String, Set<Proposition>> found(ClaimAssessment claim) {
    Map<String, Set<Proposition>> found = new TreeMap<>();
    for (Finding finding : claim.findings()) {
      note(finding.rule(), finding.proposition(), found);
    }
    return found;
  }

  private static void note(String rule, Proposition on, Map<String, Set<Proposition>> all) {
    all.computeIfAbsent(rule, r -> EnumSet.noneOf(Proposition.class)).add(on);
  }

  /** The shipped rules join nothing but by commas: these may, and Drools must agree. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "origins > independentOrigins",
        "origins == independentOrigins",
        "origins < $card.number(\"origins\") || independentOrigins >= $card.number(\"origins\")",
        "origins >= $card.number(\"origins\") && independentOrigins < $card.number(\"origins\")",
        "origins == independentOrigins || origins > $card.number(\"origins\") && independentOrigins <= $card.number(\"origins\")",
        "origins > $card.number(\"origins\") && independentOrigins <= $card.number(\"origins\") || origins == independentOrigins, origins >= $card.number(\"origins\")"
      })
  void joinedConditionsAreToldAsDroolsJudgesThem(String conditions) {
    String id = "independence.second-origin";
    RuleProblems problems = new RuleProblems();
    Question question =
        QuestionReader.read(
            id,
            "f",
            "rule \"%s\" when $card : RuleCard( id == \"%s\" ) $f : Corroboration( %s ) then insert( $card.finds( $f ) ); end"
                .formatted(id, id, conditions),
            problems);
    assertThat(problems.none()).isTrue();
    RuleCard card = card(id);
    Set<Boolean> answers = new HashSet<>();
    try (Engine engine = Engine.compile(List.of(question))) {
      for (int seed = 0; seed < DOSSIERS; seed++) {
        for (ClaimEvidence claim : Evidence.of(new GeneratedDossier(seed).read())) {
          List<Aspect> facts = claim.facts().stream().filter(question.fact()::isInstance).toList();
          Set<Proposition> fired =
              engine.run(List.of(card), facts).stream()
                  .map(c -> c.fact().proposition())
                  .collect(Collectors.toCollection(() -> EnumSet.noneOf(Proposition.class)));
          Answer answer = new Asking(Language.EN).answer(card, question, claim);
          for (Answer.Asked asked : answer.asked()) {
            assertThat(asked.held()).isEqualTo(fired.contains(asked.proposition()));
            answers.add(asked.held());
          }
        }
      }
    }
    assertThat(answers).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void aConditionTellsWhatWasWantedAndWhatWasSeen() {
    Dossier dossier =
        new DossierBuilder()
            .claim("c", "killed")
            .source("s", "resident")
            .report("r", "s", "", "c asserts")
            .build();
    assertThat(texts(dossier, Language.EN, "independence.second-origin"))
        .containsExactly(
            "independent origins that support it: at least 2 asked for (origins), 1 seen: no");
    assertThat(texts(dossier, Language.FR, "independence.second-origin"))
        .containsExactly(
            "origines indépendantes à l'appui : demandé au moins 2 (origins), vu 1 : non");
    assertThat(texts(dossier, Language.EN, "contradiction.denied"))
        .containsExactly(
            "independent origins that call the claim false: at least 1 asked for (origins), 0 seen: no");
    assertThat(texts(dossier, Language.EN, "interest.self-serving-only"))
        .containsExactly(
            "the leading report of each origin that supports it is from a side that gains by it:"
                + " seen no");
    assertThat(texts(dossier, Language.FR, "interest.self-serving-only"))
        .containsExactly(
            "le premier rapport de chaque origine à l'appui vient d'un camp qui y gagne :"
                + " demandé oui, vu non");
  }

  private static List<String> texts(Dossier dossier, Language language, String rule) {
    List<String> texts = new ArrayList<>();
    ruleset.answers(dossier, language).get("c").stream()
        .filter(answer -> answer.rule().equals(rule))
        .forEach(
            answer ->
                answer.asked().forEach(a -> a.conditions().forEach(c -> texts.add(c.text()))));
    return texts;
  }

  private static RuleCard card(String id) {
    return ruleset.cards().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  /** What is asked is told as what is answered, without what was seen. */
  @Test
  void aQuestionIsToldInWords() {
    String question = "independence/uncertain-origin.drl";
    String other =
        """
        rule "independence.uncertain-origin" when
          $card : RuleCard( id == "independence.uncertain-origin" )
          $fact : Corroboration( %s )
        then insert( $card.finds( $fact ) ); end
        """;
    Map<String, String> asked =
        Map.of(
            "origins > independentOrigins", "“%2$s”: more than “%1$s”",
            "origins == independentOrigins", "“%2$s”: the same as “%1$s”",
            "origins > independentOrigins || uncertainOrigins >= $card.number(\"origins\")",
                "“%2$s”: more than “%1$s”; or %3$s: at least 7 (origins)");
    String own = "independent origins that support it";
    String all = "origins that support it, also those with a stake in it";
    String uncertain =
        "origins that would be independent, but for signs that they may go back to others";
    RuleCard card =
        ruleset.cards().stream()
            .filter(c -> c.id().equals("independence.second-origin"))
            .findFirst()
            .orElseThrow()
            .with(Map.of("origins", 7));
    asked.forEach(
        (conditions, words) -> {
          RuleProblems problems = new RuleProblems();
          Question read =
              QuestionReader.read(
                  "independence.uncertain-origin", question, other.formatted(conditions), problems);
          assertThat(problems.all()).isEmpty();
          assertThat(new Asking(Language.EN).asks(card, read))
              .containsExactly(words.formatted(own, all, uncertain));
        });
    assertThat(ruleset.asks(Language.FR)).hasSameSizeAs(ruleset.cards());
    ruleset
        .asks(Language.FR)
        .forEach((rule, asks) -> assertThat(asks).as(rule).isNotEmpty().doesNotContain(""));
  }
}
