package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bilan.archive.RulesetOrigin;
import org.bilan.archive.Rulesets;
import org.bilan.archive.StoredRuleset;
import org.bilan.assess.RulesetInForce;
import org.bilan.assessment.Language;
import org.bilan.ledger.Actor;
import org.bilan.people.Role;
import org.bilan.ruleset.CardNumber;
import org.bilan.ruleset.NumberChange;
import org.bilan.ruleset.RulesetFiles;
import org.bilan.tuning.DossierTrials;
import org.bilan.tuning.RulesReplaced;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other numbers would do to one dossier, told before anything is drafted. */
@QuarkusTest
class TrialTest {

  private static final String RULE = "independence.first-origin";
  private static final String PATH = "/dossiers/tried/trial";

  @Inject Rulesets rulesets;
  @Inject RulesetInForce inForce;
  @Inject DossierTrials trials;

  private Someone editor;
  private int weight;
  private int most;

  @BeforeEach
  void keep() {
    given().delete("/dossiers/tried");
    given()
        .contentType("application/json")
        .body(Sample.of("tried").bytes())
        .put("/dossiers/tried")
        .then()
        .statusCode(201);
    editor = Someone.with(Role.EDITOR);
    Response card = given().get("/rules/" + RULE);
    weight = card.path("weight.value");
    most = card.path("weight.most");
    assertThat(weight).isLessThan(most);
  }

  private Response post(String language, Map<String, ?> body) {
    return editor
        .asks()
        .header("Accept-Language", language)
        .contentType("application/json")
        .body(body)
        .post(PATH);
  }

  private static Map<String, Object> change(String rule, String number, Object value) {
    return Map.of("rule", rule, "number", number, "value", value);
  }

  private static Map<String, Object> changes(Object... changes) {
    return Map.of("changes", List.of(changes));
  }

  @Test
  void anotherWeightMovesTheClaimByAsMuchAndChangesNothing() {
    String stood = given().get("/dossiers/tried/assessment").asString();
    long rules = total("/rulesets");
    long history = total("/dossiers/tried/assessments");
    long ledger = total("/ledger");

    Response tried = post("en", changes(change(RULE, "weight", weight + 1)));
    tried
        .then()
        .statusCode(200)
        .header("Content-Language", "en")
        .body("incident", equalTo("tried"))
        .body("changed", equalTo(true))
        .body("before.version", equalTo(1))
        .body("before.ruleset", equalTo(inForce.get().revision()));
    assertThat((String) tried.path("after.ruleset")).isNotEqualTo(inForce.get().revision());
    assertThat((List<Integer>) tried.path("claims[0].findings.moved.flatten().after.weight"))
        .contains(weight + 1);

    Response same = post("en", changes(change(RULE, "weight", weight)));
    same.then().body("changed", equalTo(false));
    assertThat((String) same.path("after.ruleset")).isEqualTo(inForce.get().revision());

    assertThat(given().get("/dossiers/tried/assessment").asString()).isEqualTo(stood);
    assertThat(total("/rulesets")).isEqualTo(rules);
    assertThat(total("/dossiers/tried/assessments")).isEqualTo(history);
    assertThat(total("/ledger")).isEqualTo(ledger);
  }

  private static long total(String path) {
    return ((Number) given().get(path).path("total")).longValue();
  }

  /** A number that the question reads, the prior, and a rung of the ladder: all are looked at. */
  @Test
  void numbersOfQuestionsAndSettingsCount() {
    Response number = post("en", changes(change("independence.second-origin", "origins", 3)));
    number.then().statusCode(200);
    Response prior = post("en", changes(change("ruleset", "prior", -10)));
    prior.then().body("after.prior", equalTo(-10)).body("changed", equalTo(true));
    Response many =
        post("en", changes(change("ruleset", "prior", -5), change(RULE, "weight", weight + 1)));
    many.then().body("after.prior", equalTo(-5));
  }

  /** The same as what a draft of these numbers is said to do, to the byte. */
  @Test
  void aDraftIsTriedByItsId() {
    List<Map<String, Object>> numbers =
        List.of(change(RULE, "weight", most), change("ruleset", "prior", -9));
    Response drafted =
        editor
            .asks()
            .contentType("application/json")
            .body(Map.of("why", "For a trial", "changes", numbers))
            .post("/rulesets");
    // Contents are kept once, and the database outlives a test run.
    assertThat(drafted.statusCode()).isIn(201, 409);
    Response byNumbers = post("fr", Map.of("changes", numbers));
    String revision = byNumbers.path("after.ruleset");
    long id = rulesets.find(revision).get(0).id();
    for (Object named : List.of(id, String.valueOf(id), revision)) {
      Response byRuleset = post("fr", Map.of("ruleset", named));
      byRuleset.then().statusCode(200).header("Content-Language", "fr");
      assertThat(byRuleset.asString()).isEqualTo(byNumbers.asString());
      assertThat(byRuleset.asString()).contains("Origines");
    }
  }

  /** One that came with other questions is compiled first: takes some seconds. */
  @Test
  void aRulesetWithOtherQuestionsIsTriedToo() {
    String question = "independence/second-origin.drl";
    RulesetFiles files = inForce.get().files();
    RulesetFiles blank = files.with(Map.of(question, files.texts().get(question) + "\n".repeat(3)));
    post("en", Map.of("ruleset", stored(blank).revision()))
        .then()
        .statusCode(200)
        .body("changed", equalTo(false))
        .body("after.ruleset", equalTo(blank.revision()));

    RulesetFiles unread =
        files.with(Map.of("independence/second-origin.yaml", "title: {en: No more}"));
    post("en", Map.of("ruleset", stored(unread).revision()))
        .then()
        .statusCode(409)
        .body("problems.code", hasItem("key.missing"));
    RulesetFiles both = unread.with(Map.of(question, files.texts().get(question) + "\n".repeat(4)));
    given().delete("/dossiers/tried");
    // Nothing is compiled for nobody: that would refuse it.
    post("en", Map.of("ruleset", stored(both).revision())).then().statusCode(404);
  }

  private StoredRuleset stored(RulesetFiles files) {
    return rulesets.find(files.revision()).stream()
        .findFirst()
        .orElseGet(
            () ->
                rulesets.draft(
                    files,
                    "Tried",
                    RulesetOrigin.FOLDER,
                    rulesets.inForce().orElseThrow().id(),
                    Actor.SERVICE,
                    "For a test"));
  }

  @Test
  void allFaultsAreToldAsOfADraft() {
    post(
            "en",
            changes(
                change("independence.frist-origin", "weight", 1),
                change(RULE, "wieght", 1),
                change(RULE, "weight", most + 1),
                change(RULE, "weight", weight),
                Map.of("rule", RULE, "number", "weight", "worth", 3)))
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:bilan:problem:bad-fields"))
        .body(
            "problems.pointer",
            containsInAnyOrder(
                "/changes/0/rule",
                "/changes/1/number",
                "/changes/2/value",
                "/changes/3/number",
                "/changes/4/value",
                "/changes/4/worth"))
        .body("problems[0].advice", containsString(RULE));
    post("en", Map.of()).then().statusCode(422).body("problems.code", contains("field.missing"));
    one("field.missing", "/changes", Map.of("changes", List.of()));
    one(
        "field.conflict",
        "/ruleset",
        Map.of("ruleset", "1", "changes", List.of(change(RULE, "weight", weight))));
    // What is given and cannot be read is one problem.
    one("field.not-allowed", "/ruleset", Map.of("ruleset", "zz"));
    one("field.not-allowed", "/ruleset", Map.of("ruleset", List.of(7)));
    one("field.number", "/changes/0/value", changes(change(RULE, "weight", "much")));
    post("en", Map.of("ruleset", 9999999)).then().statusCode(404);
    post("en", Map.of("ruleset", "9999999")).then().statusCode(404);
    given().delete("/dossiers/tried");
    post("en", changes(change(RULE, "weight", weight))).then().statusCode(404);
  }

  private void one(String code, String pointer, Map<String, ?> body) {
    post("en", body)
        .then()
        .statusCode(422)
        .body("problems.code", contains(code))
        .body("problems.pointer", contains(pointer));
  }

  @Test
  void moreProblemsThanAreToldAreCounted() {
    Object[] many = new Object[60];
    Arrays.fill(many, change(RULE, "wieght", 1));
    post("en", changes(many))
        .then()
        .statusCode(422)
        .body("problems", hasSize(50))
        .body("detail", containsString("119 problems"));
  }

  @Test
  void whatIsTriedIsMeasuredAsJudging() {
    double before = judged();
    post("en", changes(change(RULE, "weight", weight + 1))).then().statusCode(200);
    assertThat(judged() - before).isGreaterThanOrEqualTo(2);
  }

  /** The numbers were read by rules that are not in force any more. */
  @Test
  void numbersThatTheRulesInForceLackAreAConflict() {
    NumberChange gone = new NumberChange(new CardNumber.Address(RULE, "gone"), 1);
    assertThatThrownBy(() -> trials.of("tried", List.of(gone), true, Language.EN))
        .isInstanceOf(RulesReplaced.class);
    given()
        .get("/test/fault/replaced")
        .then()
        .statusCode(409)
        .body("detail", containsString("were replaced meanwhile"));
  }

  private static double judged() {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("bilan_judging_seconds_count"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  /** Also in reasons that another ruleset words. */
  @Test
  void confidentialSourcesAreToldByPseudonyms() {
    ObjectNode dossier = Sample.of("tried").tree();
    dossier
        .withArray("sources")
        .addObject()
        .put("id", "src-zzyzx")
        .put("name", "Moktar Ag Zzyzx")
        .put("kind", "witness")
        .put("confidential", true);
    dossier
        .withArray("reports")
        .addObject()
        .put("id", "rep-zzyzx")
        .put("source", "src-zzyzx")
        .withArray("stances")
        .addObject()
        .put("claim", "civilians-14")
        .put("stance", "asserts")
        .put("basis", "witnessed");
    given().contentType("application/json").body(dossier.toString()).put("/dossiers/tried");
    Map<String, Object> body = changes(change(RULE, "weight", weight + 1));
    assertThat(post("en", body).asString()).contains("civilians-14").doesNotContain("zzyzx");
    String seen =
        Someone.with(Role.APPROVER, Role.CONFIDANT)
            .asks()
            .contentType("application/json")
            .body(body)
            .post(PATH)
            .asString();
    assertThat(seen).contains("zzyzx");
  }
}
