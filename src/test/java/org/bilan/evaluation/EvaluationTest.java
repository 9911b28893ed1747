package org.bilan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bilan.assessment.Because;
import org.bilan.assessment.Finding;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.dossier.Proposition;
import org.bilan.page.WebPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/**
 * Ten incidents: people found five supported. The rule "good" fires on these and adds 8, the rule
 * "noise" on every other of all and adds 2, the rule "idle" never.
 */
class EvaluationTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 7);

  private static GradedClaim claim(int number) {
    boolean supported = number < 5;
    boolean noisy = number % 2 == 0;
    int evidence = -4 + (supported ? 8 : 0) + (noisy ? 2 : 0);
    Map<String, GradedClaim.Standing> without = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    if (supported) {
      findings.add(finding("good", 8));
      without.put("good", standing(evidence - 8));
    }
    if (noisy) {
      findings.add(finding("noise", 2));
      without.put("noise", standing(evidence - 2));
    }
    return new GradedClaim(
        "i" + number,
        "killed",
        supported ? Grade.FAIR : number == 9 ? Grade.CONTESTED : Grade.WEAK,
        standing(evidence),
        50,
        findings,
        number < 3 ? Map.of("corpus", "one") : Map.of(),
        without);
  }

  private static Grade grade(int evidence) {
    return evidence > 0 ? Grade.FAIR : Grade.WEAK;
  }

  /** Harm is the weakest; who did it is known as well of all; of status nothing is said. */
  private static GradedClaim.Standing standing(int evidence) {
    return new GradedClaim.Standing(
        grade(evidence),
        evidence,
        Map.of(Proposition.HARM, evidence, Proposition.RESPONSIBILITY, 20));
  }

  private static Finding finding(String rule, int weight) {
    return new Finding(
        rule, "topic", Proposition.HARM, weight, new Because("so", Map.of()), List.of("r"));
  }

  private static Evaluation evaluation(List<GradedClaim> claims) {
    return evaluation(claims, Progress.UNSEEN);
  }

  private static Evaluation evaluation(List<GradedClaim> claims, Progress progress) {
    return Evaluation.of(
        "r",
        claims,
        List.of("idle", "noise", "good"),
        List.of("corpus"),
        BOOTSTRAP,
        List.of("m"),
        List.of("f"),
        0,
        progress);
  }

  /** The claims, of which each has a desk of its own if there are no more than so many desks. */
  private static Evaluation byDesk(int claims, int desks) {
    List<GradedClaim> all = new ArrayList<>();
    for (int i = 0; i < claims; i++) {
      all.add(
          new GradedClaim(
              "i" + i,
              "killed",
              Grade.FAIR,
              standing(4),
              70,
              List.of(),
              Map.of("desk", "d" + i % desks),
              Map.of()));
    }
    return Evaluation.of(
        "r",
        all,
        List.of(),
        List.of("desk", "desk"),
        new Bootstrap(39, 1),
        List.of(),
        List.of(),
        0,
        Progress.UNSEEN);
  }

  @Test
  void whatIsSplitHasAsManyValuesAsPeopleRead() {
    assertThat(byDesk(60, 50).split().get("desk")).hasSize(50);
    Split.TooManyValues many =
        catchThrowableOfType(Split.TooManyValues.class, () -> byDesk(60, 51));
    assertThat(many.field()).isEqualTo("desk");
    assertThat(many.values()).isEqualTo(51);
  }

  @Test
  void howMuchIsMeasuredIsToldPartByPart() {
    List<String> told = new ArrayList<>();
    Evaluation seen =
        evaluation(claims(), (stage, done, of) -> told.add(stage + " " + done + "/" + of));
    // All claims, each corpus, and the three rules.
    int of = 1 + seen.split().get("corpus").size() + 3;
    assertThat(told)
        .isEqualTo(
            IntStream.rangeClosed(0, of).mapToObj(done -> "MEASURING " + done + "/" + of).toList());
    assertThat(EvaluationJson.write(seen)).isEqualTo(EvaluationJson.write(evaluation(claims())));
  }

  /** Harm is the weakest of all claims, and hides it. */
  @Test
  void whatARuleDoesForAPropositionThatIsHiddenIsToldAllTheSame() {
    List<GradedClaim> claims = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      boolean supported = i < 5;
      GradedClaim.Standing with =
          new GradedClaim.Standing(
              Grade.WEAK, -4, Map.of(Proposition.HARM, -4, Proposition.STATUS, supported ? 6 : 0));
      GradedClaim.Standing without =
          new GradedClaim.Standing(
              Grade.WEAK, -4, Map.of(Proposition.HARM, -4, Proposition.STATUS, 0));
      claims.add(
          new GradedClaim(
              "i" + i,
              "killed",
              supported ? Grade.FAIR : Grade.WEAK,
              with,
              28,
              List.of(),
              Map.of(),
              supported ? Map.of("good", without) : Map.of()));
    }
    RuleAccount good =
        evaluation(claims).rules().stream()
            .filter(rule -> rule.rule().equals("good"))
            .findFirst()
            .orElseThrow();
    assertThat(good.idle()).isTrue();
    assertThat(value(good.without(), "status.auc.supported")).isEqualTo(0.5);
    assertThat(value(good.without(), "auc.supported")).isZero();
  }

  private static List<GradedClaim> claims() {
    return Stream.iterate(0, i -> i + 1).limit(10).map(EvaluationTest::claim).toList();
  }

  @Test
  void whoAgreesIsToldByGrade() {
    Agreement all = evaluation(claims()).all();
    assertThat(all.claims()).isEqualTo(10);
    assertThat(all.matrix().count(Grade.FAIR, Grade.FAIR)).isEqualTo(5);
    assertThat(all.matrix().count(Grade.WEAK, Grade.WEAK)).isEqualTo(4);
    assertThat(all.matrix().count(Grade.CONTESTED, Grade.WEAK)).isEqualTo(1);
    assertThat(value(all.measures(), "auc.supported")).isEqualTo(1);
    assertThat(value(all.measures(), "auc.fair.weak")).isEqualTo(1);
    assertThat(value(all.measures(), "accuracy")).isEqualTo(0.9);
    assertThat(value(all.measures(), "precision.weak")).isEqualTo(0.8);
    assertThat(all.measures().get("recall.confirmed").value()).isEmpty();
    assertThat(all.measures().get("accuracy").interval().orElseThrow().low()).isLessThan(0.9);
  }

  @Test
  void whatEachPropositionTellsIsToldAndHowOftenItHidesTheOthers() {
    Map<Proposition, Agreement.OfProposition> told = evaluation(claims()).all().propositions();
    assertThat(told.keySet()).containsExactly(Proposition.HARM, Proposition.RESPONSIBILITY);
    Agreement.OfProposition harm = told.get(Proposition.HARM);
    assertThat(harm.claims()).isEqualTo(10);
    assertThat(harm.weakest()).isEqualTo(10);
    assertThat(value(harm.measures(), "auc.supported")).isEqualTo(1);
    assertThat(value(harm.measures(), "auc.fair.weak")).isEqualTo(1);
    Agreement.OfProposition responsibility = told.get(Proposition.RESPONSIBILITY);
    assertThat(responsibility.weakest()).isZero();
    // It is known as well of all, and tells nothing apart.
    assertThat(value(responsibility.measures(), "auc.supported")).isEqualTo(0.5);
  }

  /** The claims are told apart; the stated probabilities are only far from 0 and 1. */
  @Test
  void whatIsOnlyAMatterOfCalibrationGoesByCalibratingOnOtherIncidents() {
    Agreement all = evaluation(claims()).all();
    assertThat(value(all.measures(), "brier")).isBetween(0.05, 0.25);
    assertThat(value(all.measures(), "brier.calibrated")).isLessThan(0.05);
    assertThat(all.calibrated().orElseThrow().brier().score())
        .isEqualTo(value(all.measures(), "brier.calibrated"));
    Agreement one = evaluation(claims().subList(0, 1)).all();
    assertThat(one.calibrated()).as("with no other incident to learn from").isEmpty();
    assertThat(one.measures().get("brier.calibrated").value()).isEmpty();
  }

  private static double value(Map<String, Bootstrap.Estimate> measures, String name) {
    return measures.get(name).value().orElseThrow();
  }

  @Test
  void theRuleThatHelpsMostComesFirstAndOneThatDoesNothingSaysSo() {
    List<RuleAccount> rules = evaluation(claims()).rules();
    assertThat(rules).extracting(RuleAccount::rule).containsExactly("good", "idle", "noise");
    RuleAccount good = rules.get(0);
    assertThat(good.fires()).isEqualTo(Map.of(Grade.FAIR, 5L));
    assertThat(good.moves()).isEqualTo(5);
    // Without it noise alone tells claims apart: in 0.6 of the pairs, ties counted half.
    assertThat(good.gain()).isCloseTo(0.4, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(rules.get(1).without()).isEmpty();
    assertThat(rules).extracting(RuleAccount::idle).containsExactly(false, true, false);
    assertThat(rules.get(1).moves()).isZero();
    assertThat(rules.get(2).gain()).isZero();
    assertThat(rules.get(2).moves()).isEqualTo(5);
  }

  @Test
  void itIsTheSameInAnyOrderOfClaims() {
    List<GradedClaim> shuffled = new ArrayList<>(claims());
    Collections.shuffle(shuffled, new Random(3));
    assertThat(EvaluationJson.write(evaluation(shuffled)))
        .isEqualTo(EvaluationJson.write(evaluation(claims())));
  }

  @Test
  void splitsHoldThoseOfEachValueAndThoseWithoutOne() {
    Map<String, Agreement> corpora = evaluation(claims()).split().get("corpus");
    assertThat(corpora.keySet()).containsExactly("", "one");
    assertThat(corpora.get("one").claims()).isEqualTo(3);
    assertThat(corpora.get("").claims()).isEqualTo(7);
    assertThat(corpora.get("one").measures().get("auc.fair.weak").value()).isEmpty();
  }

  @Test
  void whereMachineAndPeopleDifferMostComesFirst() throws Exception {
    GradedClaim odd =
        new GradedClaim(
            "odd",
            "killed",
            Grade.WEAK,
            standing(12),
            94,
            List.of(finding("good", 16)),
            Map.of(),
            Map.of());
    List<GradedClaim> claims = new ArrayList<>(claims());
    claims.add(odd);
    Evaluation evaluation = evaluation(claims);
    assertThat(evaluation.misjudged().get(0).claim()).isEqualTo(odd);
    assertThat(evaluation.misjudged().get(0).by()).isBetween(0.94, 0.95);
    JsonNode told = new ObjectMapper().readTree(EvaluationJson.write(evaluation));
    assertThat(told.at("/misjudged/0/findings/0/rule").textValue()).isEqualTo("good");
    assertThat(told.at("/all/matrix/weak/fair").intValue()).isEqualTo(1);
    assertThat(told.at("/rules/0/gain/auc.supported/low").isNumber()).isTrue();
    assertThat(told.at("/missing/0").textValue()).isEqualTo("m");
    assertThat(told.at("/failed/0").textValue()).isEqualTo("f");
    assertThat(told.at("/all/forecasts/stated/reliability")).hasSize(10);
    assertThat(told.at("/all/forecasts/calibrated/brier/score").isNumber()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePageIsWellFormedAndNothingInItRuns(Language language) throws Exception {
    GradedClaim hostile =
        new GradedClaim(
            "<script>alert(1)</script>\u202E",
            "a&b",
            Grade.DISCOUNTED,
            standing(20),
            99,
            List.of(finding("good", 24)),
            Map.of("corpus", "</td><img src=x>"),
            Map.of());
    List<GradedClaim> claims = new ArrayList<>(claims());
    claims.add(hostile);
    String page = EvaluationPage.of(evaluation(claims), language);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getElementsByTagName("img").getLength()).isZero();
    assertThat(document.getElementsByTagName("svg").getLength()).isGreaterThan(10);
    assertThat(page).contains("good", "a&amp;b").doesNotContain("http:", "https:", "{0}");
    Words words = new Words(language);
    assertThat(page)
        .contains(
            WebPage.escaped(words.text("title")),
            WebPage.escaped(words.named("missing", List.of("m"), 1)),
            WebPage.escaped(words.named("failed", List.of("f"), 1)));
  }
}
