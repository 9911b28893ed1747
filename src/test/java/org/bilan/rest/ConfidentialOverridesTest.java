package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bilan.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of a grade may name a source, and so may the claim's own id. */
@QuarkusTest
class ConfidentialOverridesTest {

  private static final String ID = "override-confidential";
  private static final String NAME = "Idrissa Qwollyx";
  private static final String CLAIM = "said-by-idrissa-qwollyx";
  private static final String REASON = "I know Idrissa Qwollyx, and src-qwollyx does not lie.";

  @BeforeEach
  void keepOne() {
    given().delete("/dossiers/" + ID);
    put(dossier(NAME, true, true)).then().statusCode(201);
  }

  @AfterEach
  void forgetIt() {
    given().delete("/dossiers/" + ID);
  }

  private static Response put(String dossier) {
    return given()
        .contentType("application/json")
        .body(dossier.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .put("/dossiers/" + ID);
  }

  private static String dossier(String name, boolean marked, boolean withClaim) {
    Sample sample = Sample.of(ID);
    ObjectNode tree = sample.tree();
    tree.withArray("sources")
        .addObject()
        .put("id", "src-qwollyx")
        .put("name", name)
        .put("kind", "witness")
        .put("confidential", marked);
    if (withClaim) {
      ObjectNode claim = ((ObjectNode) tree.at("/claims/0")).deepCopy();
      tree.withArray("claims").add(claim.put("id", CLAIM));
      ObjectNode report =
          tree.withArray("reports").addObject().put("id", "r-q").put("source", "src-qwollyx");
      report
          .withArray("stances")
          .addObject()
          .put("claim", CLAIM)
          .put("stance", "asserts")
          .put("basis", "witnessed");
    }
    return sample.json();
  }

  private static String path(String claim) {
    return "/dossiers/" + ID + "/claims/" + claim + "/override";
  }

  private static Response grade(RequestSpecification who, String claim) {
    return who.contentType("application/json")
        .body(Map.of("grade", "discounted", "reason", REASON))
        .put(path(claim));
  }

  /** What the claim is called for a reader. */
  private static String called(Someone reader) {
    return reader
        .asks()
        .get("/overrides?size=500")
        .path("items.find { it.incident == '%s' }.claim".formatted(ID));
  }

  private static void assertTellsNoName(Response answer) {
    assertThat(answer.statusCode()).isLessThan(500);
    assertThat(answer.asString()).doesNotContainIgnoringCase("qwollyx");
  }

  @Test
  void aReaderGetsPseudonymsByEveryDoor() {
    grade(given(), CLAIM).then().statusCode(201);
    Someone reader = Someone.with(Role.READER, Role.EDITOR, Role.REPORTER, Role.ADMIN);
    String called = called(reader);
    assertThat(called).startsWith("confidential-claim-");
    for (String door :
        new String[] {
          "/claims?size=500",
          "/claims?size=500&grade=discounted",
          "/dossiers?size=500",
          "/overrides?size=500",
          "/exports/claims.csv",
          "/exports/claims.csv?grade=discounted",
          "/exports/claims.geojson",
          "/exports/claims.jsonld",
          path(called) + "s",
          "/ledger?size=500"
        }) {
      Response answer = reader.asks().get(door);
      assertThat(answer.statusCode()).as(door).isEqualTo(200);
      assertTellsNoName(answer);
    }
    reader
        .asks()
        .get(path(called) + "s")
        .then()
        .body("total", equalTo(1))
        .body("items[0].grade", equalTo("discounted"))
        .body("items[0].reason", containsString("I know "))
        .body("items[0].reason", containsString("onfidential source "));
    List<String> listed =
        reader
            .asks()
            .get("/claims?size=500")
            .path(
                "items.findAll { it.override != null && it.incident == '%s' }.claim".formatted(ID));
    assertThat(listed).containsExactly(called);
    assertThat(reader.asks().get("/exports/claims.csv?grade=discounted").asString())
        .contains("," + called + ",", "I know ", "onfidential source ");
  }

  @Test
  void aConfidantReadsItAsItWasWritten() {
    grade(given(), CLAIM).then().statusCode(201);
    Someone confidant = Someone.with(Role.CONFIDANT);
    assertThat(called(confidant)).isEqualTo(CLAIM);
    confidant.asks().get(path(CLAIM) + "s").then().body("items[0].reason", equalTo(REASON));
    assertThat(confidant.asks().get("/claims?size=500").asString()).contains(REASON);
    assertThat(confidant.asks().get("/exports/claims.geojson").asString()).contains(REASON, CLAIM);
  }

  /** Else who tries ids learns which there are. */
  @Test
  void theIdThatHoldsTheNameIsNotFoundByOthers() {
    grade(given(), CLAIM).then().statusCode(201);
    Someone reader = Someone.with(Role.READER, Role.EDITOR);
    Response wrong = reader.asks().get(path("said-by-idrissa-qwollyy") + "s");
    Response right = reader.asks().get(path(CLAIM) + "s");
    assertThat(right.statusCode()).isEqualTo(404);
    assertThat(without(right)).isEqualTo(without(wrong));
    // To grade is refused before it is told what is there.
    for (String claim : new String[] {CLAIM, "said-by-idrissa-qwollyy", called(reader)}) {
      grade(reader.asks(), claim)
          .then()
          .statusCode(403)
          .body("detail", containsString("confidant"));
      reader
          .asks()
          .contentType("application/json")
          .body(Map.of("reason", REASON))
          .post(path(claim) + "/withdrawal")
          .then()
          .statusCode(403)
          .body("detail", containsString("confidant"));
    }
    given().get(path(CLAIM) + "s").then().body("total", equalTo(1));
  }

  private static String without(Response answer) {
    return answer.asString().replaceAll("qwolly[xy]", "");
  }

  @Test
  void anEditorWhoIsAConfidantGrades() {
    Someone both = Someone.with(Role.EDITOR, Role.CONFIDANT);
    grade(both.asks(), CLAIM).then().statusCode(201).body("reason", equalTo(REASON));
  }

  @Test
  void theLedgerConfirmsNoGuess() throws Exception {
    grade(given(), CLAIM).then().statusCode(201);
    Response ledger = given().get("/ledger?size=1&object=dossier:" + ID);
    assertThat(ledger.asString())
        .contains("override-made", "reason-hmac-sha256", "claim-hmac-sha256")
        .doesNotContain(OverridesTest.sha256(REASON), OverridesTest.sha256(CLAIM));
  }

  /**
   * The reason was given before anybody thought of it, of a name and a claim that are gone since.
   */
  @Test
  void aMarkCountsForWhatWasSaidBefore() {
    given().delete("/dossiers/" + ID);
    put(dossier(NAME, false, true)).then().statusCode(201);
    Someone editor = Someone.with(Role.EDITOR);
    grade(editor.asks(), CLAIM).then().statusCode(201);
    assertThat(called(editor)).isEqualTo(CLAIM);
    put(dossier("A neighbour", true, false)).then().statusCode(200);
    String called = called(editor);
    assertThat(called).startsWith("confidential-claim-");
    List<String> doors = new ArrayList<>(List.of("/overrides?size=500", path(called) + "s"));
    doors.forEach(door -> assertTellsNoName(editor.asks().get(door)));
    editor.asks().get(path(called) + "s").then().statusCode(200).body("total", equalTo(1));
    editor.asks().get(path(CLAIM) + "s").then().statusCode(404);
    // The claim comes back, still by the other name.
    put(dossier("A neighbour", true, true)).then().statusCode(200);
    String own = "{ it.incident == '" + ID + "' && it.override != null }.override.reason";
    String inDossiers =
        "items.find { it.incident == '"
            + ID
            + "' }.claims.find { it.override != null }.override.reason";
    for (String reason :
        List.of(
            editor.asks().get("/claims?size=500").<String>path("items.find " + own),
            editor.asks().get("/overrides?size=500").<String>path("items.find " + own),
            editor.asks().get("/dossiers?size=500").<String>path(inDossiers))) {
      assertThat(reason).contains("does not lie").doesNotContainIgnoringCase("qwollyx");
    }
    assertThat(editor.asks().get("/exports/claims.csv").asString())
        .contains("\"I know Confidential source ", " does not lie.\"")
        .doesNotContain("I know Idrissa", "src-qwollyx");
  }
}
