package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.rest.Evaluated.grade;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bilan.archive.OwnerAccess;
import org.bilan.people.Role;
import org.bilan.tuning.Evaluations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How rules agree with people on dossiers of the archive. */
@QuarkusTest
class EvaluationsTest {

  private static final String CSV = "id,grade,desk\nevaluated-0,fair,one\nevaluated-1,Weak,two\n";

  private Someone editor;

  @BeforeEach
  void logIn() {
    editor = Someone.with(Role.EDITOR);
    Evaluated.keep(2);
  }

  private Response ask(Object body) {
    return json(editor).body(body).post("/evaluations");
  }

  private static RequestSpecification json(Someone who) {
    return who.asks().contentType("application/json");
  }

  @Test
  void keptDossiersAreJudgedAndNothingIsKept() {
    int before = history();
    Map<String, Object> question =
        Map.of(
            "grades",
            List.of(
                grade("evaluated-0", "fair", "one"),
                grade("evaluated-1", "weak", "two"),
                grade("evaluated-nowhere", "fair", "one")),
            "split",
            List.of("desk"),
            "resamples",
            50,
            "seed",
            3);
    Response told = ask(question);
    told.then()
        .statusCode(200)
        .contentType("application/json")
        .header("Content-Language", "en")
        .body("ruleset", equalTo(given().get("/rules").path("ruleset")))
        .body("all.claims", equalTo(2))
        .body("all.propositions.harm.claims", equalTo(2))
        .body("bootstrap", equalTo(Map.of("resamples", 50, "seed", 3)))
        .body("split.desk.value", equalTo(List.of("one", "two")))
        .body("rules.size()", greaterThan(80))
        .body("misjudged[0].findings.because", not(empty()))
        .body("missing", equalTo(List.of("evaluated-nowhere")));
    assertThat(ask(question).asByteArray()).isEqualTo(told.asByteArray());
    assertThat(history()).isEqualTo(before);
  }

  private static int history() {
    return given().get("/dossiers/evaluated-0/assessments").path("total");
  }

  @Test
  void aTableIsTakenAndAPageGiven() {
    Map<String, Object> question =
        Map.of(
            "grades",
            List.of(grade("evaluated-0", "fair", "one"), grade("evaluated-1", "weak", "two")),
            "resamples",
            50,
            "split",
            List.of("desk", "year"));
    String table = "/evaluations?resamples=50&split=desk,year";
    assertThat(editor.asks().contentType("text/csv").body(CSV).post(table).asByteArray())
        .isEqualTo(ask(question).asByteArray());
    editor
        .asks()
        .contentType("text/csv")
        .accept("text/html")
        .header("Accept-Language", "fr")
        .body(CSV)
        .post(table)
        .then()
        .statusCode(200)
        .contentType("text/html;charset=UTF-8")
        .header("Content-Language", "fr")
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .body(containsString("<html lang=\"fr\">"), containsString("evaluated-0"));
    editor
        .asks()
        .contentType("application/json")
        .accept("application/pdf")
        .body(question)
        .post("/evaluations")
        .then()
        .statusCode(406);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    ask(Map.of(
            "grades",
            List.of(
                grade("evaluated-0", "fairr", "one"),
                grade("evaluated-1", "weak", "one"),
                grade("evaluated-1", "weak", "two")),
            "resamples",
            5,
            "rulset",
            1))
        .then()
        .statusCode(422)
        .body(
            "problems.pointer",
            hasItems("/grades/0/grade", "/grades/2/incident", "/resamples", "/rulset"))
        .body("problems.advice", hasItems("\"fairr\" is no grade. Did you mean \"fair\"?"));
    ask(Map.of(
            "grades",
            List.of(grade("evaluated-0", "fair", "one"), grade("no id", "fair", "one")),
            "split",
            List.of("dsk")))
        .then()
        .statusCode(422)
        .body("problems.code", equalTo(List.of("incident.malformed", "field.not-allowed")))
        .body("problems[1].advice", equalTo("Did you mean \"desk\"?"));
    ask(Map.of("grades", List.of())).then().statusCode(422);
    ask(Map.of("grades", List.of(Map.of("incident", "a", "grade", 1))))
        .then()
        .statusCode(422)
        .body("problems.pointer", hasItems("/grades/0/grade"));
    ask(Map.of()).then().statusCode(422).body("problems.pointer", equalTo(List.of("/grades")));
    editor
        .asks()
        .contentType("text/csv")
        .body("id,grade\na,fairr\na,weak\n")
        .post("/evaluations?split=year")
        .then()
        .statusCode(422)
        .body("problems.size()", equalTo(2))
        .body("problems[0].advice", containsString("row 2: "));
    editor
        .asks()
        .contentType("text/csv")
        .body(CSV)
        .post("/evaluations?split=dsk")
        .then()
        .statusCode(422)
        .body("problems[0].parameter", equalTo("split"));
    ask(Map.of("grades", List.of(grade("evaluated-nowhere", "fair", "one"))))
        .then()
        .statusCode(409)
        .body("detail", containsString("none of these incidents"));
  }

  /** Who sends tables is a person; JSON is of programs. */
  @Test
  void aTableIsRefusedInTheLanguageOfWhoSendsIt() {
    refusedInFrench("id,grade\na,fairr\na,weak\n", "")
        .body("title", startsWith("Pas un tableau de cotes"))
        .body("detail", startsWith("2 problèmes"))
        .body("problems[0].advice", startsWith("ligne 2 : « fairr » n'est pas une cote. Vouliez-"))
        .body("problems[1].advice", startsWith("ligne 3 : « a » a déjà une cote."));
    refusedInFrench(CSV, "?split=dsk&resamples=9999")
        .body("problems[0].advice", equalTo("Vouliez-vous dire « desk » ?"))
        .body("detail", startsWith("1 problème dans"));
    editor
        .asks()
        .contentType("text/csv")
        .body("id,mark\na,fair\n")
        .post("/evaluations")
        .then()
        .header("Content-Language", "en")
        .body("problems[0].advice", startsWith("row 1: there is no column \"grade\"."));
    ask(Map.of("grades", List.of(Map.of("incident", "a", "grade", "fairr"))))
        .then()
        .body("type", equalTo("urn:bilan:problem:bad-fields"));
  }

  private ValidatableResponse refusedInFrench(String table, String query) {
    return editor
        .asks()
        .contentType("text/csv")
        .header("Accept-Language", "fr")
        .body(table)
        .post("/evaluations" + query)
        .then()
        .statusCode(422)
        .header("Content-Language", "fr")
        .body("type", equalTo("urn:bilan:problem:invalid-grades"));
  }

  @Test
  void aFieldWithTooManyValuesIsRefused() throws Exception {
    List<Map<String, String>> grades = new ArrayList<>();
    StringBuilder table = new StringBuilder("id,grade,desk\n");
    for (int i = 0; i < 51; i++) {
      grades.add(grade("evaluated-many-" + i, "fair", "d" + i));
      table.append("evaluated-many-").append(i).append(",fair,d").append(i).append('\n');
    }
    String found = "problems.find { it.code == 'field.too-many-values' }";
    ask(Map.of("grades", grades, "split", List.of("desk", "desk")))
        .then()
        .statusCode(422)
        .body("problems.size()", equalTo(1))
        .body(found + ".pointer", equalTo("/split"))
        .body(found + ".found", equalTo("desk"))
        .body(found + ".advice", containsString("It has 51."));
    editor
        .asks()
        .contentType("text/csv")
        .body(table.toString())
        .post("/evaluations?split=desk")
        .then()
        .statusCode(422)
        .body(found + ".parameter", equalTo("split"));
    // The 51st value is that of the dossier whose row has none: it is known only when all are
    // judged.
    grades.set(50, Map.of("incident", "evaluated-many-50", "grade", "fair"));
    for (int i = 0; i < 51; i++) {
      String incident = "evaluated-many-" + i;
      given()
          .contentType("application/json")
          .body(Sample.of(incident).bytes())
          .put("/dossiers/" + incident)
          .then()
          .statusCode(201);
    }
    try {
      ask(Map.of("grades", grades, "split", List.of("desk"), "resamples", 39))
          .then()
          .statusCode(422)
          .body(found + ".pointer", equalTo("/split"));
    } finally {
      IntStream.range(0, 51).forEach(i -> given().delete("/dossiers/evaluated-many-" + i));
    }
  }

  @Test
  void asMuchIsTakenAsARequestHasTimeFor() {
    List<Map<String, String>> grades = new ArrayList<>();
    IntStream.range(0, Evaluations.MOST_GRADES)
        .forEach(i -> grades.add(grade("i" + i, "fair", "")));
    ask(Map.of("grades", grades)).then().statusCode(409);
    ask(Map.of("grades", grades, "resamples", 101))
        .then()
        .statusCode(422)
        .body("problems[0].expected", equalTo("at most 50 of 10000 grades"));
    grades.add(grade("one-more", "fair", ""));
    ask(Map.of("grades", grades)).then().statusCode(422);
    editor
        .asks()
        .contentType("text/csv")
        .body("id,grade\n" + "x".repeat(EvaluationQuestions.MOST_BYTES))
        .post("/evaluations")
        .then()
        .statusCode(413);
  }

  @Test
  void anotherRulesetJudgesIfItIsFit() {
    Map<String, Object> grades =
        Map.of("grades", List.of(grade("evaluated-0", "fair", "one")), "resamples", 50);
    String revision = given().get("/rules").path("ruleset");
    Map<String, String> files = given().get("/rulesets/" + revision + "/files").as(Map.class);
    String settings = files.get("ruleset.yaml");
    int prior = drafted(settings.replace("prior:\n  value: -4\n", "prior:\n  value: -8\n"));
    int before = ask(grades).path("misjudged[0].evidence");
    json(editor)
        .body(Map.of("grades", grades.get("grades"), "ruleset", prior))
        .post("/evaluations")
        .then()
        .statusCode(200)
        .body("misjudged[0].evidence", equalTo(before - 4))
        .body("ruleset", not(equalTo(revision)));
    int unfit = drafted(settings.replace("prior:\n  value: -4\n", "prior:\n  value: -4000\n"));
    json(editor)
        .body(Map.of("grades", grades.get("grades"), "ruleset", unfit))
        .post("/evaluations")
        .then()
        .statusCode(409)
        .body("detail", containsString("not fit to judge"));
    json(editor)
        .body(Map.of("grades", grades.get("grades"), "ruleset", "0123456789abcdef"))
        .post("/evaluations")
        .then()
        .statusCode(404);
  }

  /** Nobody has drafted it before, thanks to a comment. */
  private int drafted(String settings) {
    Response drafted =
        json(editor)
            .body(
                Map.of(
                    "why",
                    "To see how it agrees",
                    "files",
                    Map.of("ruleset.yaml", settings + "\n# " + System.nanoTime() + "\n")))
            .post("/rulesets");
    drafted.then().statusCode(201);
    return drafted.path("id");
  }

  /** It was taken once, and no longer fits: by another version of Bilan, say. */
  @Test
  void aDossierThatCannotBeJudgedIsToldAndSpoilsNothing() throws Exception {
    given()
        .contentType("application/json")
        .body(Sample.of("evaluated-spoilt").bytes())
        .put("/dossiers/evaluated-spoilt")
        .then()
        .statusCode(201);
    OwnerAccess.execute(
        "update dossier_version set document = 'x' where incident = 'evaluated-spoilt'");
    try {
      ask(Map.of(
              "grades",
              List.of(
                  grade("evaluated-0", "fair", "one"), grade("evaluated-spoilt", "fair", "one")),
              "resamples",
              50))
          .then()
          .statusCode(200)
          .body("missing", empty())
          .body("failed", equalTo(List.of("evaluated-spoilt")));
      // Nobody is told that the archive holds none.
      ask(Map.of("grades", List.of(grade("evaluated-spoilt", "fair", "one"))))
          .then()
          .statusCode(500);
    } finally {
      given().delete("/dossiers/evaluated-spoilt").then().statusCode(204);
    }
  }

  @Test
  void whoDoesNotSeeConfidentialSourcesReadsNoneOfTheirNames() throws Exception {
    Someone confidant = Someone.with(Role.REPORTER, Role.EDITOR, Role.CONFIDANT);
    ObjectNode document =
        (ObjectNode) new JsonMapper().readTree(Path.of("seeds/amasrakad.json").toFile());
    ((ObjectNode) document.get("incident")).put("id", "evaluated-hidden");
    document
        .get("sources")
        .forEach(
            source ->
                ((ObjectNode) source)
                    .put("confidential", true)
                    .put("name", "Moussa Zzyvanti " + source.get("id").asText()));
    ((ObjectNode) document.at("/sources/0")).put("name", "Idrissa Qwollyx");
    String own = "said-by-idrissa-qwollyx";
    confidant.asks().delete("/dossiers/evaluated-hidden");
    json(confidant)
        .body(document.toString().replace("\"civilians-14\"", "\"" + own + "\""))
        .put("/dossiers/evaluated-hidden")
        .then()
        .statusCode(201);
    Map<String, Object> whole =
        Map.of("grades", List.of(grade("evaluated-hidden", "weak", "one")), "resamples", 50);
    String open = json(confidant).body(whole).post("/evaluations").asString();
    assertThat(open).containsIgnoringCase("qwollyx").contains("Zzyvanti");
    for (String form : List.of("application/json", "text/html")) {
      Response told = json(editor).accept(form).body(whole).post("/evaluations");
      assertThat(told.statusCode()).isEqualTo(200);
      assertThat(told.asString())
          .contains("evaluated-hidden")
          .doesNotContainIgnoringCase("qwollyx")
          .doesNotContainIgnoringCase("zzyvanti");
    }
    // A claim is asked for by what it is called for who asks: else whoever tries ids finds names.
    String called = ask(whole).path("misjudged[0].claim");
    assertThat(called).isNotEqualTo(own);
    assertThat(claims(editor, called)).isEqualTo(200);
    assertThat(claims(editor, own)).isEqualTo(409);
    assertThat(claims(confidant, own)).isEqualTo(200);
    confidant.asks().delete("/dossiers/evaluated-hidden").then().statusCode(204);
  }

  private static int claims(Someone who, String claim) {
    return json(who)
        .body(
            Map.of(
                "grades",
                List.of(Map.of("incident", "evaluated-hidden", "grade", "weak", "claim", claim)),
                "resamples",
                50))
        .post("/evaluations")
        .statusCode();
  }
}
