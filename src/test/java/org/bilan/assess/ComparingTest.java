package org.bilan.assess;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bilan.rest.Sample;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison of two assessments over HTTP: of the history, and of two moments. */
@QuarkusTest
class ComparingTest {

  private static final Path RULES = Path.of("rules");
  private static final String CARD = "independence/first-origin.yaml";
  private static final String RULE = "independence.first-origin";

  @Inject RulesetInForce inForce;
  @TempDir Path folder;

  @AfterEach
  void putTheOldRulesInForceAgain() throws InvalidRuleset {
    inForce.put(Ruleset.load(RULES));
  }

  @Test
  void aTunedWeightIsAFindingThatMoved() throws Exception {
    put("compare-revisions", Sample.of("compare-revisions").bytes());
    String first = inForce.get().revision();
    String second = tuned();
    compare("compare-revisions", Map.of())
        .body("changed", equalTo(true))
        .body("before.ruleset", equalTo(first))
        .body("after.ruleset", equalTo(second))
        .body("before.version", equalTo(1))
        .body("after.version", equalTo(1))
        .body("claims.findAll { it.changed }.claim", hasItem("civilians-14"))
        .body(
            "claims.findings.moved.flatten().findAll { it != null }.after.rule",
            everyItem(equalTo(RULE)))
        .body(
            "claims.findings.moved.flatten().findAll { it != null }.changed",
            everyItem(equalTo(List.of("weight"))))
        .body(
            "claims.findings.moved.flatten().findAll { it != null }.before.weight",
            everyItem(equalTo(4)))
        .body(
            "claims.findings.moved.flatten().findAll { it != null }.after.weight",
            everyItem(equalTo(3)))
        .body("claims.findings.came.flatten().findAll { it != null }", hasSize(0))
        .body("claims.findings.went.flatten().findAll { it != null }", hasSize(0));

    // Back to the first: what stands now is again the older entry.
    inForce.put(Ruleset.load(RULES));
    compare("compare-revisions", Map.of())
        .body("before.ruleset", equalTo(second))
        .body("after.ruleset", equalTo(first));
    compare("compare-revisions", Map.of("toRuleset", second.substring(0, 12)))
        .body("before.ruleset", equalTo(first))
        .body("after.ruleset", equalTo(second));
  }

  @Test
  void theReasonsOfAnOldRevisionAreTranslatedWhereTheRulesInForceSayTheSame() throws Exception {
    put("compare-language", Sample.of("compare-language").bytes());
    tuned();
    given()
        .header("Accept-Language", "fr")
        .get("/dossiers/compare-language/comparison")
        .then()
        .statusCode(200)
        .header("Content-Language", "fr")
        .body("before.language", equalTo("fr"))
        .body("after.language", equalTo("fr"))
        .body("claims.findings.moved.flatten().findAll { it != null }", not(hasSize(0)))
        .body(
            "claims.findings.moved.flatten().findAll { it != null }.before.because.text",
            everyItem(startsWith("Origines indépendantes")));
  }

  @Test
  void theReasonsOfAnOldRevisionOfOtherWordsStayInEnglishAndThatMovesNothingElse()
      throws Exception {
    put("compare-words", Sample.of("compare-words").bytes());
    changed(card -> card.replaceFirst("en: ([\"']?)Independent origins", "en: $1Origins apart"));
    given()
        .header("Accept-Language", "fr")
        .get("/dossiers/compare-words/comparison")
        .then()
        .statusCode(200)
        .header("Content-Language", "en, fr")
        .header("Vary", "Accept-Language")
        .body("before.language", equalTo("en"))
        .body("after.language", equalTo("fr"))
        .body("claims.findings.moved.flatten().findAll { it != null }", not(hasSize(0)))
        .body(
            "claims.findings.moved.flatten().findAll { it != null }.changed",
            everyItem(equalTo(List.of("reason"))))
        .body(
            "claims.findings.moved.flatten().findAll { it != null }.before.because.text",
            everyItem(startsWith("Independent")))
        .body(
            "claims.findings.moved.flatten().findAll { it != null }.after.because.text",
            everyItem(startsWith("Origines indépendantes")));
  }

  @Test
  void versionsOfADossierAreCompared() {
    Sample sample = Sample.of("compare-versions");
    put("compare-versions", sample.bytes());
    String one = sample.json();
    String two = one.replace("\"civilians-14\"", "\"civilians-15\"");
    replace("compare-versions", two);
    replace("compare-versions", two.replace("2024-03-18T09:30:00Z", "2024-03-18T09:31:00Z"));
    compare("compare-versions", Map.of("fromVersion", "1", "toVersion", "2"))
        .body("before.version", equalTo(1))
        .body("after.version", equalTo(2))
        .body("claims.find { it.claim == 'civilians-15' }.present", equalTo("after"))
        .body("claims.find { it.claim == 'civilians-15' }.before", nullValue())
        .body("claims.find { it.claim == 'civilians-14' }.present", equalTo("before"))
        .body("claims.find { it.claim == 'civilians-14' }.after", nullValue());
    compare("compare-versions", Map.of())
        .body("before.version", equalTo(2))
        .body("after.version", equalTo(3))
        .body("changed", equalTo(false));
    compare("compare-versions", Map.of("fromVersion", "3"))
        .body("before.version", equalTo(3))
        .body("after.version", equalTo(3))
        .body("changed", equalTo(false));
    compare("compare-versions", Map.of("toVersion", "1")).body("before.version", equalTo(3));
  }

  @Test
  void twoMomentsAreComparedInTheLanguageAskedFor() {
    put("compare-moments", Sample.of("compare-moments").bytes());
    compare("compare-moments", Map.of("fromAsOf", "2024-03-17", "toAsOf", "2024-03-18"))
        .body("before.asOf", equalTo("2024-03-17T23:59:59.999999Z"))
        .body("after.asOf", equalTo("2024-03-18T23:59:59.999999Z"))
        .body("claims.findings.came.flatten().facts.flatten()", hasItem("r-resident"));
    given()
        .header("Accept-Language", "fr")
        .queryParam("fromAsOf", "2024-03-17")
        .get("/dossiers/compare-moments/comparison")
        .then()
        .statusCode(200)
        .header("Content-Language", "fr")
        .body("before.language", equalTo("fr"))
        .body("after.asOf", equalTo("2024-03-18T09:30:00Z"))
        .body(
            "claims.findings.came.flatten().find { it != null && it.rule == '%s' }.because.text"
                .formatted(RULE),
            startsWith("Origines indépendantes"));
    // After all that is known: that is known until then, and no side is later than the other.
    compare("compare-moments", Map.of("fromAsOf", "2999-01-01"))
        .body("changed", equalTo(false))
        .body("before.asOf", equalTo("2024-03-18T09:30:00Z"))
        .body("after.asOf", equalTo("2024-03-18T09:30:00Z"));
    given().get("/dossiers/compare-moments/assessments").then().body("total", equalTo(1));
  }

  @Test
  void whatCannotBeComparedIsRefusedWithAllProblems() {
    put("compare-refused", Sample.of("compare-refused").bytes());
    given()
        .get("/dossiers/compare-refused/comparison")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", containsString("judged only once"));
    given()
        .get("/dossiers/compare-refused/comparison?fromVersion=7")
        .then()
        .statusCode(404)
        .body("detail", containsString("fromVersion"));
    given()
        .get("/dossiers/compare-refused/comparison?toRuleset=00000000")
        .then()
        .statusCode(404)
        .body("detail", containsString("toVersion"));
    given().get("/dossiers/nobody/comparison").then().statusCode(404);
    given().get("/dossiers/nobody/comparison?fromAsOf=2024-03-17").then().statusCode(404);
    refused("fromVersion=0&fromRuleset=xyz&toAsOf=then&from=1")
        .body(
            "problems.code",
            equalTo(
                List.of(
                    "parameter.number",
                    "parameter.pattern",
                    "parameter.time",
                    "parameter.conflict",
                    "parameter.conflict",
                    "parameter.missing",
                    "parameter.unknown")));
    refused("fromAsOf=2024-03-19&toAsOf=2024-03-18")
        .body("problems.code", equalTo(List.of("parameter.order")));
    refused("toAsOf=2024-03-18")
        .body("problems.code", equalTo(List.of("parameter.missing")))
        .body("problems.parameter", equalTo(List.of("fromAsOf")));
    refused("fromAsOf=2024-03-18&toVersion=1")
        .body("problems.code", equalTo(List.of("parameter.conflict")))
        .body("problems.parameter", equalTo(List.of("toVersion")));
  }

  private static ValidatableResponse refused(String query) {
    return given()
        .get("/dossiers/compare-refused/comparison?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  private static ValidatableResponse compare(String id, Map<String, String> query) {
    return given()
        .queryParams(query)
        .get("/dossiers/" + id + "/comparison")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("incident", equalTo(id));
  }

  private static void put(String id, byte[] document) {
    given().delete("/dossiers/" + id);
    given()
        .contentType("application/json")
        .body(document)
        .put("/dossiers/" + id)
        .then()
        .statusCode(201);
  }

  private static void replace(String id, String document) {
    given()
        .contentType("application/json")
        .body(document)
        .put("/dossiers/" + id)
        .then()
        .statusCode(200);
  }

  /** Puts a copy of the rules in force of which one weight has changed. Returns its revision. */
  private String tuned() throws IOException, InvalidRuleset {
    return changed(card -> card.replaceFirst("(weight:\\s*\\{?\\s*value: )4", "$13"));
  }

  /** Puts a copy of the rules in force of which one card has changed. Returns its revision. */
  private String changed(UnaryOperator<String> change) throws IOException, InvalidRuleset {
    try (Stream<Path> walk = Files.walk(RULES)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(RULES.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Path card = folder.resolve(CARD);
    String former = Files.readString(card);
    String changed = change.apply(former);
    assertThat(changed).isNotEqualTo(former);
    Files.writeString(card, changed);
    inForce.put(Ruleset.load(folder));
    return inForce.get().revision();
  }
}
