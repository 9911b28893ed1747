package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bilan.assessment.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folder that Bilan comes with. */
class ShippedRulesTest {

  private static final Path RULES = Path.of("rules");

  private static Ruleset ruleset;

  @BeforeAll
  static void load() throws InvalidRuleset {
    ruleset = Ruleset.load(RULES);
  }

  @AfterAll
  static void close() {
    ruleset.close();
  }

  private static List<RuleCard> cards() throws InvalidRuleset {
    try (Ruleset shipped = Ruleset.load(RULES)) {
      return shipped.cards();
    }
  }

  @Test
  void holdsAtLeastTwentyLiveRulesOverTheTopicsOfTheDesign() {
    List<RuleCard> live =
        ruleset.cards().stream().filter(card -> card.status() == RuleCard.Status.LIVE).toList();

    assertThat(live).hasSizeGreaterThanOrEqualTo(20);
    assertThat(live.stream().map(RuleCard::topic).collect(Collectors.toSet()))
        .contains(
            "independence",
            "imagery",
            "contradiction",
            "interest",
            "wording",
            "toll",
            "proximity",
            "responsibility");
  }

  @ParameterizedTest
  @MethodSource("cards")
  void everyRuleSpeaksEnglishAndFrenchAndNamesItsGround(RuleCard card) {
    for (Language language : Language.values()) {
      assertThat(card.title().get(language)).as("title").isNotBlank();
      assertThat(card.why().get(language)).as("why").isNotBlank();
      assertThat(card.sentence().get(language)).as("sentence").isNotBlank();
      assertThat(card.numbers().values())
          .allSatisfy(number -> assertThat(number.meaning().get(language)).isNotBlank());
    }
    assertThat(card.title().get(Language.FR)).isNotEqualTo(card.title().get(Language.EN));
    assertThat(card.why().get(Language.FR)).isNotEqualTo(card.why().get(Language.EN));
    assertThat(card.reference()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("cards")
  void bothLanguagesTellTheSameValues(RuleCard card) {
    assertThat(Sentence.names(card.sentence().get(Language.FR)))
        .isEqualTo(Sentence.names(card.sentence().get(Language.EN)));
  }

  @ParameterizedTest
  @MethodSource("cards")
  void everyRuleHasCasesOfAllOutcomes(RuleCard card) throws IOException {
    RuleProblems problems = new RuleProblems();
    String file = card.id().replace('.', '/') + ".cases.yaml";

    List<Case> cases = CaseReader.read(file, Files.readString(RULES.resolve(file)), problems);

    assertThat(problems.all()).isEmpty();
    assertThat(cases).extracting(Case::expect).contains(Case.Outcome.values());
    assertThat(cases).extracting(Case::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("cards")
  void everyNumberHasAUnitAndRoomToTune(RuleCard card) {
    assertThat(card.weight().least()).isLessThan(card.weight().most());
    assertThat(card.numbers().values())
        .allSatisfy(
            number -> {
              assertThat(number.unit()).isNotBlank();
              assertThat(number.least()).isLessThan(number.most());
            });
  }

  @Test
  void noRuleMayBeTunedToSpeakForTheOtherSide() {
    assertThat(ruleset.cards())
        .allSatisfy(
            card ->
                assertThat((long) card.weight().least() * card.weight().most())
                    .as(card.id())
                    .isNotNegative());
  }

  @Test
  void everyFileBelongsToARuleAndEveryRuleHasItsThreeFiles() throws IOException {
    Set<String> expected = new TreeSet<>(Set.of("ruleset.yaml"));
    for (RuleCard card : ruleset.cards()) {
      String stem = card.id().replace('.', '/');
      expected.addAll(Set.of(stem + ".yaml", stem + ".drl", stem + ".cases.yaml"));
    }
    try (Stream<Path> files = Files.walk(RULES)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> RULES.relativize(file).toString().replace('\\', '/'))
                  .filter(file -> !file.endsWith(".md")))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void noQuestionHoldsALiteralNumberOrANegation() throws IOException {
    try (Stream<Path> files = Files.walk(RULES)) {
      for (Path question : files.filter(f -> f.toString().endsWith(".drl")).toList()) {
        String code = Files.readString(question).replaceAll("//[^\n]*|\"[^\"]*\"", "");
        assertThat(code).as(question.toString()).doesNotContainPattern("\\b[0-9]|!|salience");
      }
    }
  }

  @Test
  void aSentenceOfAnUnknownRuleIsEmpty() {
    assertThat(ruleset.sentence("independence.none", Language.EN, Map.of())).isEmpty();
    assertThat(ruleset.sentence("independence.second-origin", Language.FR, Map.of("origins", 2)))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("2"));
  }
}
