package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bilan.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person's grade stands above the machine's, beside it, until it is withdrawn. */
@QuarkusTest
class OverridesTest {

  private static final String ID = "override-case";
  private static final String CLAIM = "civilians-14";
  private static final String PATH = "/dossiers/" + ID + "/claims/" + CLAIM + "/override";
  private static final String REASON = "Two colleagues have called the village.";

  @BeforeEach
  void keepOne() {
    given().delete("/dossiers/" + ID);
    put(Sample.of(ID).in("QO")).then().statusCode(201);
  }

  /** Others' tests list all claims. */
  @AfterEach
  void forgetIt() {
    given().delete("/dossiers/" + ID);
  }

  private static Response put(Sample sample) {
    return given().contentType("application/json").body(sample.bytes()).put("/dossiers/" + ID);
  }

  private static Response grade(RequestSpecification who, String grade, String reason) {
    return who.contentType("application/json")
        .body(Map.of("grade", grade, "reason", reason))
        .put(PATH);
  }

  private static Response withdraw(RequestSpecification who, String reason) {
    return who.contentType("application/json")
        .body(Map.of("reason", reason))
        .post(PATH + "/withdrawal");
  }

  private static ValidatableResponse history() {
    return given().get(PATH + "s").then().statusCode(200);
  }

  /** The claim as GET /claims lists it. */
  private static Map<String, Object> listed() {
    return given()
        .get("/claims?size=500")
        .path("items.find { it.incident == '%s' && it.claim == '%s' }".formatted(ID, CLAIM));
  }

  private static Map<String, Object> reported(String query) {
    return given()
        .get("/overrides?size=500" + query)
        .path("items.find { it.incident == '%s' }".formatted(ID));
  }

  private static String machine() {
    return (String) listed().get("grade");
  }

  private static String other() {
    return machine().equals("confirmed") ? "weak" : "confirmed";
  }

  @Test
  void aPersonsGradeIsShownBesideTheMachines() {
    Map<String, Object> before = listed();
    assertThat(before).doesNotContainKey("override");
    byte[] assessment = given().get("/dossiers/" + ID + "/assessment").asByteArray();
    Someone ana = Someone.with(Role.EDITOR);
    grade(ana.asks(), other(), REASON)
        .then()
        .statusCode(201)
        .body("grade", equalTo(other()))
        .body("by", equalTo(ana.name()))
        .body("reason", equalTo(REASON))
        .body("number", equalTo(1))
        .body("version", equalTo(1))
        .body("inForce", equalTo(true))
        .body("at", not(nullValue()));
    Map<String, Object> after = new HashMap<>(listed());
    Map<?, ?> override = (Map<?, ?>) after.remove("override");
    assertThat(after).isEqualTo(before);
    assertThat(override.get("grade")).isEqualTo(other());
    assertThat(override.get("by")).isEqualTo(ana.name());
    assertThat(override.get("reason")).isEqualTo(REASON);
    assertThat(override.get("at")).isNotNull();
    assertThat(inDossiers()).isEqualTo(override);
    assertThat(given().get("/dossiers/" + ID + "/assessment").asByteArray()).isEqualTo(assessment);
  }

  private static Map<String, Object> inDossiers() {
    List<Map<String, Object>> claims = given().get("/dossiers?country=QO").path("items[0].claims");
    assertThat(claims).hasSize(2);
    assertThat(claims.get(1)).doesNotContainKey("override");
    assertThat(claims.get(0).get("grade")).isEqualTo(machine());
    @SuppressWarnings("unchecked")
    Map<String, Object> override = (Map<String, Object>) claims.get(0).get("override");
    return override;
  }

  @Test
  void filtersGoByTheGradeThatStands() {
    String machine = machine();
    List<String> grades = grades();
    String person =
        List.of("fair", "confirmed", "weak").stream()
            .filter(grade -> !grades.contains(grade))
            .findFirst()
            .orElseThrow();
    assertThat(found(machine)).contains(CLAIM);
    assertThat(found(person)).isEmpty();
    grade(given(), person, REASON).then().statusCode(201);
    assertThat(found(machine)).doesNotContain(CLAIM);
    assertThat(found(person)).containsExactly(CLAIM);
    assertThat(dossiersWith(person)).isEqualTo(1);
    // The score is the machine's.
    given()
        .get("/dossiers?country=QO&grade=" + person + "&minScore=" + (1 + score()))
        .then()
        .body("total", equalTo(0));
    withdraw(given(), REASON).then().statusCode(200);
    assertThat(found(machine)).contains(CLAIM);
    assertThat(dossiersWith(person)).isZero();
  }

  /** No claim but the one that is graded may make a dossier found. */
  @Test
  void aDossierIsNotFoundByAGradeThatNoLongerStands() {
    Sample alone = Sample.of(ID).in("QO");
    ((ArrayNode) alone.tree().get("claims")).remove(1);
    alone
        .tree()
        .get("reports")
        .forEach(
            report -> {
              ArrayNode stances = (ArrayNode) report.get("stances");
              for (int i = stances.size() - 1; i >= 0; i--) {
                if (stances.get(i).get("claim").textValue().equals("fighters")) {
                  stances.remove(i);
                }
              }
            });
    put(alone).then().statusCode(200);
    String machine = machine();
    assertThat(dossiersWith(machine)).isEqualTo(1);
    grade(given(), other(), REASON).then().statusCode(201);
    assertThat(dossiersWith(machine)).isZero();
    assertThat(dossiersWith(other())).isEqualTo(1);
  }

  private static List<String> grades() {
    return given().get("/dossiers?country=QO").path("items[0].claims.grade");
  }

  private static int score() {
    return (int) listed().get("score");
  }

  private static List<String> found(String grade) {
    return given()
        .queryParam("grade", grade)
        .queryParam("size", 500)
        .get("/claims")
        .path("items.findAll { it.incident == '%s' }.claim".formatted(ID));
  }

  private static int dossiersWith(String... grades) {
    return given()
        .queryParam("country", "QO")
        .queryParam("grade", (Object[]) grades)
        .get("/dossiers")
        .path("total");
  }

  @Test
  void anotherGradeReplacesItAndStaysInTheHistory() {
    Someone ana = Someone.with(Role.EDITOR);
    Someone ben = Someone.with(Role.EDITOR);
    grade(ana.asks(), "fair", REASON).then().statusCode(201);
    grade(ben.asks(), "weak", "Nobody there has answered\nour calls.").then().statusCode(200);
    history()
        .body("total", equalTo(2))
        .body("items.number", equalTo(List.of(2, 1)))
        .body("items.grade", equalTo(List.of("weak", "fair")))
        .body("items.by", equalTo(List.of(ben.name(), ana.name())))
        .body("items.reason", equalTo(List.of("Nobody there has answered\nour calls.", REASON)))
        .body("items.inForce", equalTo(List.of(true, false)));
    given()
        .get(PATH + "s?size=1&page=1")
        .then()
        .body("items.number", equalTo(List.of(1)))
        .body("items.inForce", equalTo(List.of(false)));
    assertThat(reported("").get("override"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("grade", "weak")
        .containsEntry("by", ben.name());
  }

  @Test
  void whoHasNotSeenTheNewestGradeReplacesNothing() {
    Someone ana = Someone.with(Role.EDITOR);
    Someone ben = Someone.with(Role.EDITOR);
    Map<String, Object> first = Map.of("grade", other(), "reason", REASON, "after", 0);
    ana.asks().contentType("application/json").body(first).put(PATH).then().statusCode(201);
    Map<String, Object> unseen = Map.of("grade", "discounted", "reason", REASON, "after", 0);
    ben.asks().contentType("application/json").body(unseen).put(PATH).then().statusCode(409);
    ben.asks()
        .contentType("application/json")
        .body(Map.of("reason", REASON, "after", 7))
        .post(PATH + "/withdrawal")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:bilan:problem:changed-meanwhile"));
    history().body("total", equalTo(1)).body("items[0].by", equalTo(ana.name()));
    Map<String, Object> seen = Map.of("grade", "discounted", "reason", REASON, "after", 1);
    ben.asks().contentType("application/json").body(seen).put(PATH).then().statusCode(200);
    history().body("total", equalTo(2)).body("items[0].by", equalTo(ben.name()));
    // Who takes back what somebody else has taken back is told so; who has seen that, that none is.
    withdraw(ben.asks(), REASON).then().statusCode(200);
    for (int after : new int[] {2, 3}) {
      ana.asks()
          .contentType("application/json")
          .body(Map.of("reason", REASON, "after", after))
          .post(PATH + "/withdrawal")
          .then()
          .statusCode(after == 2 ? 409 : 404);
    }
  }

  /** A client whose answer was lost sends it again. */
  @Test
  void theSameOnceMoreIsTheSame() {
    Someone ana = Someone.with(Role.EDITOR);
    grade(ana.asks(), "fair", REASON).then().statusCode(201);
    grade(ana.asks(), "fair", REASON).then().statusCode(200).body("number", equalTo(1));
    history().body("total", equalTo(1));
    grade(Someone.with(Role.EDITOR).asks(), "fair", REASON).then().body("number", equalTo(2));
    grade(ana.asks(), "fair", REASON).then().body("number", equalTo(3));
    withdraw(ana.asks(), REASON).then().statusCode(200);
    grade(ana.asks(), "fair", REASON).then().statusCode(201).body("number", equalTo(5));
  }

  @Test
  void whatIsWithdrawnStaysInTheHistory() {
    Someone ana = Someone.with(Role.EDITOR);
    grade(given(), other(), REASON).then().statusCode(201);
    withdraw(ana.asks(), "The caller was somebody else.")
        .then()
        .statusCode(200)
        .body("number", equalTo(2))
        .body("grade", nullValue())
        .body("inForce", equalTo(false));
    assertThat(listed()).doesNotContainKey("override");
    assertThat(reported("")).isNull();
    history()
        .body("items.grade", equalTo(java.util.Arrays.asList(null, other())))
        .body("items.by", equalTo(List.of(ana.name(), LoggedIn.NAME)))
        .body("items.inForce", equalTo(List.of(false, false)));
    withdraw(ana.asks(), REASON).then().statusCode(404);
    grade(given(), other(), REASON).then().statusCode(201);
    assertThat(listed()).containsKey("override");
  }

  @Test
  void aNewVersionOfTheDossierDoesNotTouchIt() {
    grade(given(), other(), REASON).then().statusCode(201);
    Object override = listed().get("override");
    String before = machine();
    put(contradicted()).then().statusCode(200);
    assertThat(machine()).isNotEqualTo(before);
    assertThat(listed().get("override")).isEqualTo(override);
    // Asked for anew, it is not changed either.
    given().get("/dossiers/" + ID + "/assessment").then().statusCode(200);
    assertThat(listed().get("override")).isEqualTo(override);
    history().body("total", equalTo(1));
  }

  /** Somebody with no stake in it denies it: the machine grades otherwise then. */
  private static Sample contradicted() {
    Sample sample = Sample.of(ID).in("QO");
    sample.tree().withArray("sources").addObject().put("id", "un").put("kind", "monitor");
    ObjectNode report = sample.tree().withArray("reports").addObject();
    report.put("id", "r-un").put("source", "un").put("publishedAt", "2024-03-19");
    report.withArray("stances").addObject().put("claim", CLAIM).put("stance", "denies");
    return sample;
  }

  @Test
  void whereBothDisagreeIsAReport() {
    String machine = machine();
    grade(given(), machine, REASON).then().statusCode(201);
    assertThat(reported("&disagreeing=true")).isNull();
    assertThat(reported("&disagreeing=false"))
        .containsEntry("claim", CLAIM)
        .containsEntry("grade", machine)
        .containsEntry("score", score())
        .containsEntry("evidence", listed().get("evidence"))
        .containsEntry("ruleset", listed().get("ruleset"))
        .containsEntry("override", listed().get("override"))
        .containsEntry("disagrees", false)
        .containsEntry("claimGone", false);
    // The machine changes its mind; nobody has touched the override.
    put(contradicted()).then().statusCode(200);
    assertThat(reported("&disagreeing=false")).isNull();
    assertThat(reported("&disagreeing=true"))
        .containsEntry("grade", machine())
        .containsEntry("override", listed().get("override"))
        .containsEntry("disagrees", true);
    assertThat(reported("")).isEqualTo(reported("&disagreeing=true"));
    int all = given().get("/overrides").path("total");
    int others = given().get("/overrides?disagreeing=true").path("total");
    int same = given().get("/overrides?disagreeing=false").path("total");
    assertThat(others).isPositive();
    assertThat(others + same).isEqualTo(all);
  }

  @Test
  void oneIncidentsAreAskedForByItsId() {
    grade(given(), other(), REASON).then().statusCode(201);
    given()
        .get("/overrides?incident=" + ID)
        .then()
        .statusCode(200)
        .body("total", equalTo(1))
        .body("items.claim", hasItem(CLAIM));
    given().get("/overrides?disagreeing=false&incident=" + ID).then().body("total", equalTo(0));
    given().get("/overrides?incident=of-no-dossier").then().body("total", equalTo(0));
    given()
        .get("/overrides?incident=%20")
        .then()
        .statusCode(400)
        .body("problems.parameter", hasItem("incident"));
  }

  @Test
  void aClaimThatIsGoneKeepsItsOverrideAndSaysSo() {
    grade(given(), other(), REASON).then().statusCode(201);
    Sample without = Sample.of(ID).in("QO");
    without.tree().withArray("claims").removeAll();
    without.tree().get("reports").forEach(report -> ((ObjectNode) report).remove("stances"));
    put(without).then().statusCode(200);
    assertThat(reported(""))
        .containsEntry("claimGone", true)
        .containsEntry("disagrees", false)
        .containsKey("override")
        .doesNotContainKeys("grade", "score", "evidence", "ruleset");
    assertThat(reported("&disagreeing=true")).isNull();
    assertThat(reported("&disagreeing=false")).isNull();
    history().body("total", equalTo(1));
    // There is nothing to be graded, but what was said can be taken back.
    grade(given(), "weak", REASON).then().statusCode(404);
    put(Sample.of(ID).in("QO")).then().statusCode(200);
    assertThat(listed()).containsKey("override");
    put(without).then().statusCode(200);
    withdraw(given(), REASON).then().statusCode(200);
    assertThat(reported("")).isNull();
    history().body("total", equalTo(2));
    put(Sample.of(ID).in("QO")).then().statusCode(200);
    assertThat(listed()).doesNotContainKey("override");
  }

  @Test
  void whoDeletesTheDossierDeletesItButNotItsTrace() {
    grade(given(), other(), REASON).then().statusCode(201);
    given().delete("/dossiers/" + ID).then().statusCode(204);
    given().get(PATH + "s").then().statusCode(404);
    assertThat(reported("")).isNull();
    put(Sample.of(ID).in("QO")).then().statusCode(201);
    assertThat(listed()).doesNotContainKey("override");
    history().body("items", empty());
    given()
        .get("/ledger?object=dossier:" + ID)
        .then()
        .body("items[2].action", equalTo("override-made"));
  }

  @Test
  void theLedgerTellsWhoWhenAndWhatButNotWhy() throws Exception {
    Someone ana = Someone.with(Role.EDITOR);
    grade(ana.asks(), "fair", REASON).then().statusCode(201);
    withdraw(ana.asks(), "It was a mistake of ours.").then().statusCode(200);
    Response entries = given().get("/ledger?size=2&object=dossier:" + ID);
    entries
        .then()
        .body("items.action", equalTo(List.of("override-withdrawn", "override-made")))
        .body("items.actor.name", equalTo(List.of(ana.name(), ana.name())));
    assertThat(entries.asString())
        .contains(sha256(REASON), sha256("It was a mistake of ours."), sha256(CLAIM))
        .contains("fair")
        .doesNotContain(REASON, CLAIM);
    given().get("/ledger/verification").then().body("intact", equalTo(true));
  }

  static String sha256(String text) throws Exception {
    return java.util.HexFormat.of()
        .formatHex(
            java.security.MessageDigest.getInstance("SHA-256")
                .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  @RepeatedTest(3)
  void ofThoseThatGradeAtOnceOneStandsAndAllAreKept() throws Exception {
    List<Callable<Integer>> calls =
        IntStream.range(0, 8)
            .<Callable<Integer>>mapToObj(i -> () -> grade(given(), "fair", REASON + i).statusCode())
            .toList();
    List<Integer> statuses = together(calls);
    assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
    history()
        .body("items.number", equalTo(List.of(8, 7, 6, 5, 4, 3, 2, 1)))
        .body("items.reason.toSet().size()", equalTo(8))
        .body("items.findAll { it.inForce }.number", equalTo(List.of(8)));
    assertThat(
            given()
                .get("/overrides?size=500")
                .<List<?>>path("items.findAll { it.incident == '%s' }".formatted(ID)))
        .hasSize(1);
    assertThat(
            given()
                .get("/claims?size=500")
                .<List<?>>path("items.findAll { it.incident == '%s' }".formatted(ID)))
        .hasSize(2);
    // Of those that take it back at once, one does.
    assertThat(
            together(
                java.util.Collections.nCopies(8, () -> withdraw(given(), REASON).statusCode())))
        .containsOnlyOnce(200)
        .containsOnly(200, 404);
  }

  @RepeatedTest(3)
  void thoseThatGradeReplaceAndDeleteAtOnceSeeNoFault() throws Exception {
    List<Callable<Integer>> calls =
        IntStream.range(0, 12)
            .<Callable<Integer>>mapToObj(
                i ->
                    () ->
                        switch (i % 4) {
                          case 0 -> grade(given(), "fair", REASON + i).statusCode();
                          case 1 -> put(Sample.of(ID).in("QO")).statusCode();
                          case 2 -> given().get("/overrides?size=500").statusCode();
                          default -> given().delete("/dossiers/" + ID).statusCode();
                        })
            .toList();
    assertThat(together(calls)).allMatch(status -> status < 500);
    given().get("/ledger/verification").then().body("intact", equalTo(true));
  }

  private static List<Integer> together(List<Callable<Integer>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      CyclicBarrier start = new CyclicBarrier(calls.size());
      List<Future<Integer>> answers = new ArrayList<>();
      for (Callable<Integer> call : calls) {
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
      return statuses;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whoIsNoEditorReadsAndChangesNothing() {
    Someone reporter = Someone.with(Role.REPORTER, Role.APPROVER, Role.ADMIN, Role.CONFIDANT);
    grade(reporter.asks(), "fair", REASON).then().statusCode(403);
    grade(given(), "fair", REASON).then().statusCode(201);
    withdraw(reporter.asks(), REASON).then().statusCode(403);
    Someone.with(Role.READER).asks().get(PATH + "s").then().body("total", equalTo(1));
    Someone.bearing(Someone.with(Role.EDITOR, Role.READER).token(Role.READER))
        .contentType("application/json")
        .body(Map.of("reason", REASON))
        .post(PATH + "/withdrawal")
        .then()
        .statusCode(403);
    assertThat(listed()).containsKey("override");
  }

  @Test
  void whatIsNotThereIsNotGraded() {
    for (String path :
        new String[] {
          "/dossiers/none-such/claims/" + CLAIM + "/override",
          "/dossiers/" + ID + "/claims/none-such/override",
          "/dossiers/" + ID + "/claims/-/override",
          "/dossiers/" + ID + "/claims/%27%20or%201=1%20--/override"
        }) {
      given()
          .urlEncodingEnabled(false)
          .contentType("application/json")
          .body(Map.of("grade", "fair", "reason", REASON))
          .put(path)
          .then()
          .statusCode(404);
      given()
          .urlEncodingEnabled(false)
          .contentType("application/json")
          .body(Map.of("reason", REASON))
          .post(path + "/withdrawal")
          .then()
          .statusCode(404);
      given().urlEncodingEnabled(false).get(path + "s").then().statusCode(404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "too short",
        "               ",
        "a b c d e f g h i         ",
        "\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B\u200B",
        "no \u0000 null bytes in here",
        "no \u001B[31m escapes in here",
        "no \r returns in here",
        "no \u0085 next lines in here",
        "no \u202E turning around in here",
        "no \u2066 isolation in here",
        "no \u200F marks in here",
        "no \uD800 halves in here"
      })
  void aReasonHasWordsAndNothingThatIsNotSeen(String reason) {
    String body =
        Sample.parse("{\"grade\":\"fair\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .put("reason", reason)
            .toString()
            .replace("\uD800", "\\ud800");
    given()
        .contentType("application/json")
        .body(body)
        .put(PATH)
        .then()
        .statusCode(422)
        .body("problems.pointer", equalTo(List.of("/reason")));
    history().body("total", equalTo(0));
  }

  @Test
  void aReasonIsKeptAsItWasWritten() {
    List<String> reasons = new ArrayList<>(InjectionTest.SQL);
    reasons.add("<script>alert(1)</script>");
    reasons.add("شهود من القرية أكدوا العدد\nثم نفاه الجيش 🕊️");
    reasons.add("۱۲۳ نفر را می‌گویند");
    reasons.add("x".repeat(2_000));
    reasons.add("🕊".repeat(2_000));
    for (String reason : reasons) {
      String whole = reason.length() < 30 ? reason + " and so it is" : reason;
      grade(given(), "fair", whole).then().statusCode(org.hamcrest.Matchers.oneOf(200, 201));
      history().body("items[0].reason", equalTo(whole));
      assertThat(((Map<?, ?>) listed().get("override")).get("reason")).isEqualTo(whole);
    }
    grade(given(), "fair", "x".repeat(2_001)).then().statusCode(422);
    grade(given(), "fair", "🕊".repeat(2_001)).then().statusCode(422);
    given().get("/ledger/verification").then().body("intact", equalTo(true));
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    given()
        .contentType("application/json")
        .body("{\"grade\":\"fairr\",\"reason\":7,\"by\":\"eve\",\"at\":\"2020-01-01T00:00:00Z\"}")
        .put(PATH)
        .then()
        .statusCode(422)
        .body("problems.pointer", equalTo(List.of("/grade", "/reason", "/by", "/at")))
        .body("problems.advice", hasItem("Did you mean \"fair\"?"));
    given()
        .contentType("application/json")
        .body("{}")
        .put(PATH)
        .then()
        .statusCode(422)
        .body("problems.code", equalTo(List.of("field.missing", "field.missing")));
    for (String body : new String[] {"", "[]", "{", "null", "\"fair\""}) {
      given().contentType("application/json").body(body).put(PATH).then().statusCode(400);
    }
    given().contentType("text/plain").body("fair").put(PATH).then().statusCode(415);
    given().get("/overrides?disagreeing=yes&sise=3").then().statusCode(400);
    given().get("/overrides?disagreeing=true&disagreeing=false").then().statusCode(400);
    given().get("/overrides?size=501").then().statusCode(400);
    given().get(PATH + "s?size=101").then().statusCode(400);
    history().body("total", equalTo(0));
  }
}
