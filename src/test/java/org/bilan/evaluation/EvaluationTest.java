package org.bilan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
      without.put("good", new GradedClaim.Standing(grade(evidence - 8), evidence - 8));
    }
    if (noisy) {
      findings.add(finding("noise", 2));
      without.put("noise", new GradedClaim.Standing(grade(evidence - 2), evidence - 2));
    }
    return new GradedClaim(
        "i" + number,
        "killed",
        supported ? Grade.FAIR : number == 9 ? Grade.CONTESTED : Grade.WEAK,
        grade(evidence),
        evidence,
        50,
        findings,
        number < 3 ? Map.of("corpus", "one") : Map.of(),
        without);
  }

  private static Grade grade(int evidence) {
    return evidence > 0 ? Grade.FAIR : Grade.WEAK;
  }

  private static Finding finding(String rule, int weight) {
    return new Finding(
        rule, "topic", Proposition.HARM, weight, new Because("so", Map.of()), List.of("r"));
  }

  private static Evaluation evaluation(List<GradedClaim> claims) {
    return Evaluation.of(
        "r", claims, List.of("idle", "noise", "good"), List.of("corpus"), BOOTSTRAP, List.of(), 0);
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
            Grade.FAIR,
            12,
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
    assertThat(told.at("/all/reliability")).hasSize(10);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePageIsWellFormedAndNothingInItRuns(Language language) throws Exception {
    GradedClaim hostile =
        new GradedClaim(
            "<script>alert(1)</script>\u202E",
            "a&b",
            Grade.DISCOUNTED,
            Grade.FAIR,
            20,
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
    assertThat(page).contains(WebPage.escaped(new Words(language).text("title")));
  }
}
