package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.bilan.archive.OwnerAccess;
import org.bilan.people.Role;
import org.junit.jupiter.api.Test;

/** Tokens for programs: what they may do, and how they end. */
@QuarkusTest
class TokensTest {

  @Test
  void aRevokedTokenIsRefusedAtOnce() {
    Someone ana = Someone.with(Role.REPORTER);
    String token = ana.token();
    Someone.bearing(token).get("/rules").then().statusCode(200);
    String id = token.split("_")[1];
    ana.asks().delete("/tokens/" + id).then().statusCode(204);
    Someone.bearing(token).get("/rules").then().statusCode(401);
    ana.asks().delete("/tokens/" + id).then().statusCode(204);
    ana.asks()
        .get("/tokens")
        .then()
        .body("[0].revokedAt", not(nullValue()))
        .body("[0].secret", nullValue());
  }

  @Test
  void anExpiredTokenIsRefused() throws SQLException {
    Someone ana = Someone.with(Role.REPORTER);
    String token = ana.token();
    // Nobody but the tables' owner can, and only so.
    OwnerAccess.execute(
        "begin; alter table token disable trigger token_only_revoked; update token set expires_at ="
            + " now() where id = '"
            + token.split("_")[1]
            + "'; alter table token enable trigger token_only_revoked; commit");
    Someone.bearing(token).get("/rules").then().statusCode(401);
  }

  @Test
  void aTokenMayDoNoMoreThanItsPersonOrItself() {
    Someone ana = Someone.with(Role.REPORTER, Role.ADMIN);
    String narrow = ana.token(Role.REPORTER);
    String wide = ana.token();
    Someone.bearing(narrow).get("/users").then().statusCode(403);
    Someone.bearing(wide).get("/users").then().statusCode(200);
    change(ana, Map.of("roles", List.of("reader"))).then().statusCode(200);
    Someone.bearing(wide).get("/users").then().statusCode(403);
    Someone.bearing(narrow).delete("/dossiers/none").then().statusCode(403);
    Someone.bearing(narrow).get("/rules").then().statusCode(200);
    // Neither gets what nobody gave it.
    ana.asks()
        .contentType("application/json")
        .body(Map.of("label", "x", "roles", List.of("admin")))
        .post("/tokens")
        .then()
        .statusCode(422)
        .body("problems[0].expected", containsString("reader"));
    Someone none = Someone.with(Role.REPORTER);
    none.asks()
        .contentType("application/json")
        .body(Map.of("label", "x", "roles", List.of()))
        .post("/tokens")
        .then()
        .statusCode(201)
        .body("roles", equalTo(List.of()));
    change(none, Map.of("roles", List.of())).then().statusCode(422);
  }

  @Test
  void aTokenMakesNoTokensAndChangesNoPassword() {
    Someone ana = Someone.with(Role.ADMIN);
    String token = ana.token();
    Someone.bearing(token)
        .contentType("application/json")
        .body(Map.of("label", "another"))
        .post("/tokens")
        .then()
        .statusCode(403);
    Someone.bearing(token)
        .contentType("application/json")
        .body(Map.of("current", ana.password(), "new", "quite-another-one"))
        .put("/me/password")
        .then()
        .statusCode(403);
  }

  @Test
  void aTokenMakesNothingThatOutlivesIt() {
    Someone ana = Someone.with(Role.ADMIN);
    String token = ana.token();
    Someone.bearing(token)
        .contentType("application/json")
        .body(Map.of("name", "by-token"))
        .post("/users")
        .then()
        .statusCode(403);
    Someone.bearing(token)
        .contentType("application/json")
        .body("{}")
        .post("/users/" + ana.name() + "/password")
        .then()
        .statusCode(403);
  }

  @Test
  void whoManagesLoginsDoesNotTherebySeeSources() {
    Someone confidant = Someone.with(Role.REPORTER, Role.CONFIDANT);
    Someone admin = Someone.with(Role.ADMIN);
    admin
        .asks()
        .contentType("application/json")
        .body(Map.of("label", "x", "person", confidant.name()))
        .post("/tokens")
        .then()
        .statusCode(201)
        .body("roles", equalTo(List.of("reporter")));
    admin
        .asks()
        .contentType("application/json")
        .body(Map.of("label", "x", "person", confidant.name(), "roles", List.of("confidant")))
        .post("/tokens")
        .then()
        .statusCode(403);
  }

  @Test
  void nobodyManagesTheTokensOfOthersButAnAdmin() {
    Someone ana = Someone.with(Role.REPORTER);
    Someone ben = Someone.with(Role.REPORTER);
    String token = ana.token();
    ben.asks().delete("/tokens/" + token.split("_")[1]).then().statusCode(404);
    ben.asks().get("/tokens?person=" + ana.name()).then().statusCode(403);
    ben.asks()
        .contentType("application/json")
        .body(Map.of("label", "x", "person", ana.name()))
        .post("/tokens")
        .then()
        .statusCode(403);
    Someone.bearing(token).get("/rules").then().statusCode(200);
    given().delete("/tokens/" + token.split("_")[1]).then().statusCode(204);
    Someone.bearing(token).get("/rules").then().statusCode(401);
  }

  private static Response change(Someone who, Map<String, ?> body) {
    return given().contentType("application/json").body(body).patch("/users/" + who.name());
  }
}
