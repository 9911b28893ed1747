package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.bilan.archive.OwnerAccess;
import org.bilan.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An entry that cannot be written: what it would tell of is not done either. */
@QuarkusTest
class LedgerFailsTest {

  @BeforeEach
  void begin() {
    given().delete("/dossiers/unwritten");
  }

  private static void ledgerFails() throws SQLException {
    OwnerAccess.execute(
        "create or replace function test_ledger_fails() returns trigger language plpgsql as"
            + " $$ begin raise exception 'made to fail by a test'; end $$");
    OwnerAccess.execute(
        "create trigger test_ledger_fails before insert on ledger"
            + " for each row execute function test_ledger_fails()");
  }

  @AfterEach
  void ledgerWorks() throws SQLException {
    OwnerAccess.execute("drop trigger if exists test_ledger_fails on ledger");
    OwnerAccess.execute("drop function if exists test_ledger_fails()");
  }

  private static Response put(String title) {
    return given()
        .contentType("application/json")
        .body(Sample.of("unwritten").title(title).bytes())
        .put("/dossiers/unwritten");
  }

  private static void assertFault(Response answer) {
    answer
        .then()
        .statusCode(500)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:bilan:problem:internal-fault"));
  }

  @Test
  void noDossierIsKept() throws SQLException {
    ledgerFails();
    assertFault(put("first"));
    given().get("/dossiers/unwritten").then().statusCode(404);
    given().get("/dossiers/unwritten/assessments").then().statusCode(404);
    ledgerWorks();
    put("first").then().statusCode(201);
    given().get("/dossiers/unwritten").then().body("incident.title", equalTo("first"));
    intact();
  }

  @Test
  void noDossierIsReplacedOrDeleted() throws SQLException {
    String tag = put("first").header("ETag");
    ledgerFails();
    assertFault(put("second"));
    assertFault(given().delete("/dossiers/unwritten"));
    given()
        .get("/dossiers/unwritten")
        .then()
        .statusCode(200)
        .header("ETag", tag)
        .body("incident.title", equalTo("first"));
    given().get("/dossiers/unwritten/assessments").then().body("total", equalTo(1));
    ledgerWorks();
    put("second").then().statusCode(200);
    given().get("/dossiers/unwritten/assessments").then().body("total", equalTo(2));
    given().delete("/dossiers/unwritten").then().statusCode(204);
    intact();
  }

  @Test
  void noGradeIsGivenOrWithdrawn() throws SQLException {
    put("first").then().statusCode(201);
    String path = "/dossiers/unwritten/claims/fighters/override";
    Map<String, String> body = Map.of("grade", "fair", "reason", "Two have called the village.");
    ledgerFails();
    assertFault(given().contentType("application/json").body(body).put(path));
    given().get(path + "s").then().body("total", equalTo(0));
    ledgerWorks();
    given().contentType("application/json").body(body).put(path).then().statusCode(201);
    ledgerFails();
    assertFault(post(path + "/withdrawal", Map.of("reason", "It was somebody else.")));
    given().get(path + "s").then().body("items.inForce", equalTo(List.of(true)));
    ledgerWorks();
    intact();
    given().delete("/dossiers/unwritten");
  }

  @Test
  void nobodyIsLetInOrPutOut() throws SQLException {
    Someone ana = Someone.with(Role.REPORTER);
    String token = ana.token();
    ledgerFails();
    assertFault(post("/users", Map.of("name", "u" + ana.name())));
    assertFault(ana.logsIn());
    assertFault(given().delete("/tokens/" + token.split("_")[1]));
    assertFault(
        given()
            .contentType("application/json")
            .body(Map.of("disabled", true))
            .patch("/users/" + ana.name()));
    assertFault(
        ana.asks().contentType("application/json").body(Map.of("label", "x")).post("/tokens"));
    assertFault(post("/users/" + ana.name() + "/password", Map.of()));
    given().get("/users/u" + ana.name()).then().statusCode(404);
    Someone.bearing(token).get("/rules").then().statusCode(200);
    ana.asks().get("/tokens").then().statusCode(200).body("label", equalTo(List.of("t")));
    ledgerWorks();
    post("/users", Map.of("name", "u" + ana.name())).then().statusCode(201);
    ana.logsIn().then().statusCode(200);
    intact();
  }

  private static Response post(String path, Map<String, ?> body) {
    return given().contentType("application/json").body(body).post(path);
  }

  private static void intact() {
    given().get("/ledger/verification").then().body("intact", equalTo(true));
  }
}
