package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.bilan.people.Role;
import org.junit.jupiter.api.Test;

/** Being let in, by each of the ways, and being put out again. */
@QuarkusTest
class AccessTest {

  @Inject DataSource database;

  @Test
  void aPasswordATokenAndASessionLetIn() {
    Someone ana = Someone.with(Role.REPORTER);
    ana.asks()
        .get("/me")
        .then()
        .body("name", equalTo(ana.name()))
        .body("means", equalTo("password"));
    Someone.bearing(ana.token())
        .get("/me")
        .then()
        .body("name", equalTo(ana.name()))
        .body("means", containsString("token:"))
        .body("roles", equalTo(List.of("reader", "reporter")));
    session(ana.logsIn()).get("/me").then().statusCode(200).body("means", equalTo("session"));
  }

  @Test
  void nobodyElseIsLetIn() {
    Someone ana = Someone.with(Role.REPORTER);
    for (String header :
        new String[] {
          "Basic " + base64(ana.name() + ":" + ana.password() + "x"),
          "Basic " + base64(ana.name() + ":"),
          "Basic " + base64(ana.name()),
          "Basic " + base64(":"),
          "Basic %%%",
          "Basic",
          "Bearer",
          "Bearer x",
          "Bearer bilan_0000000000000000_" + "0".repeat(64),
          "Bearer " + ana.token().replaceFirst(".$", "g"),
          "Digest username=\"admin\"",
          "Negotiate x",
        }) {
      given()
          .auth()
          .none()
          .header("Authorization", header)
          .get("/rules")
          .then()
          .statusCode(401)
          .contentType("application/problem+json")
          .header("WWW-Authenticate", containsString("Bearer realm=\"Bilan\""))
          .body("type", equalTo("urn:bilan:problem:unauthenticated"));
    }
    for (String cookie : new String[] {"", "x", "0".repeat(64), "0".repeat(65), "' or 1=1 --"}) {
      given().auth().none().cookie("bilan_session", cookie).get("/rules").then().statusCode(401);
    }
  }

  /** The same answer, whether the name is known or the password is wrong. */
  @Test
  void aRefusalDoesNotTellWhichNamesThereAre() {
    Someone ana = Someone.with(Role.READER);
    String known = given().auth().preemptive().basic(ana.name(), "wrong").get("/rules").asString();
    String unknown =
        given().auth().preemptive().basic("n" + ana.name(), "wrong").get("/rules").asString();
    assertThat(known).isEqualTo(unknown);
  }

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
    execute("update token set expires_at = now() where id = '" + token.split("_")[1] + "'");
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

  @Test
  void whoIsDisabledIsOutAtOnceByEveryWay() {
    Someone ana = Someone.with(Role.REPORTER);
    String token = ana.token();
    Response session = ana.logsIn();
    ana.asks().get("/rules").then().statusCode(200);
    change(ana, Map.of("disabled", true)).then().statusCode(200).body("disabled", equalTo(true));
    ana.asks().get("/rules").then().statusCode(401);
    Someone.bearing(token).get("/rules").then().statusCode(401);
    session(session).get("/rules").then().statusCode(401);
    ana.logsIn().then().statusCode(401);
    change(ana, Map.of("disabled", false)).then().statusCode(200);
    ana.asks().get("/rules").then().statusCode(200);
    session(session).get("/rules").then().statusCode(401);
  }

  @Test
  void anAdminDoesNotLockThemselvesOut() {
    Someone ana = Someone.with(Role.ADMIN);
    for (Object body :
        new Object[] {Map.of("disabled", true), Map.of("roles", List.of("reader"))}) {
      ana.asks()
          .contentType("application/json")
          .body(body)
          .patch("/users/" + ana.name())
          .then()
          .statusCode(403);
    }
    ana.asks().get("/users").then().statusCode(200);
  }

  @Test
  void aChangedPasswordEndsTheOldOneAndItsSessions() {
    Someone ana = Someone.with(Role.REPORTER);
    Response session = ana.logsIn();
    session(session).get("/me").then().statusCode(200);
    changePassword(ana, "wrong", "a-longer-password").then().statusCode(403);
    changePassword(ana, ana.password(), "short")
        .then()
        .statusCode(422)
        .body("problems.pointer", hasItem("/new"))
        .body(not(containsString("short")));
    changePassword(ana, ana.password(), "my-" + ana.name() + "-1").then().statusCode(422);
    changePassword(ana, ana.password(), "a-longer-password").then().statusCode(204);
    ana.asks().get("/rules").then().statusCode(401);
    session(session).get("/rules").then().statusCode(401);
    new Someone(ana.name(), "a-longer-password").asks().get("/rules").then().statusCode(200);
    String reset =
        given()
            .contentType("application/json")
            .body("{}")
            .post("/users/" + ana.name() + "/password")
            .path("password");
    new Someone(ana.name(), reset).asks().get("/rules").then().statusCode(200);
    new Someone(ana.name(), "a-longer-password").asks().get("/rules").then().statusCode(401);
  }

  /** A session is a new one at each login: nobody is given one that somebody else knows. */
  @Test
  void aSessionIsNeverWhatTheBrowserBrought() {
    Someone ana = Someone.with(Role.REPORTER);
    String planted = "ab".repeat(32);
    Response login =
        given()
            .auth()
            .none()
            .cookie("bilan_session", planted)
            .contentType("application/json")
            .body(Map.of("name", ana.name(), "password", ana.password()))
            .post("/session");
    login.then().statusCode(200);
    assertThat(login.cookie("bilan_session")).isNotEqualTo(planted).matches("[0-9a-f]{64}");
    given().auth().none().cookie("bilan_session", planted).get("/me").then().statusCode(401);
    assertThat(ana.logsIn().cookie("bilan_session")).isNotEqualTo(login.cookie("bilan_session"));
    String header = login.header("Set-Cookie");
    assertThat(header).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("Domain");
  }

  @Test
  void aSessionEndsWhenOneLogsOut() {
    Response session = Someone.with(Role.REPORTER).logsIn();
    session(session)
        .header("X-CSRF-Token", session.<String>path("csrfToken"))
        .delete("/session")
        .then()
        .statusCode(204)
        .header("Set-Cookie", containsString("Max-Age=0"));
    session(session).get("/me").then().statusCode(401);
  }

  @Test
  void aSessionThatHasExpiredIsNone() throws SQLException {
    Someone ana = Someone.with(Role.REPORTER);
    Response session = ana.logsIn();
    owner("update login_session set expires_at = now() where person = '" + ana.name() + "'");
    session(session).get("/me").then().statusCode(401);
  }

  /** What the database holds lets nobody in. */
  @Test
  void secretsAreKeptAsHashes() throws SQLException {
    Someone ana = Someone.with(Role.REPORTER);
    String token = ana.token();
    String cookie = ana.logsIn().cookie("bilan_session");
    String kept =
        ask(
            "select string_agg(p::text || t::text || s::text, ' ') from person p"
                + " join token t on t.person = p.name join login_session s on s.person = p.name"
                + " where p.name = '"
                + ana.name()
                + "'");
    assertThat(kept)
        .contains("$argon2id$v=19$m=19456,t=2,p=1$")
        .doesNotContain(ana.password(), token.split("_")[2], cookie);
  }

  @Test
  void whatIsDoneStandsInTheLedger() {
    Someone ana = Someone.with(Role.REPORTER);
    String token = ana.token();
    Someone.bearing(token)
        .contentType("application/json")
        .body(Sample.of("traced").bytes())
        .put("/dossiers/traced");
    given()
        .get("/ledger?actor=" + ana.name())
        .then()
        .statusCode(200)
        .body("items[0].action", equalTo("dossier-put"))
        .body("items[0].object", equalTo("dossier:traced"))
        .body("items[0].actor.means", equalTo("token:" + token.split("_")[1]))
        .body("items[0].actor.address", equalTo("127.0.0.1"))
        .body("items[0].details", containsString("\"document-sha256\":"))
        .body("items[1].action", equalTo("token-created"));
    given().delete("/dossiers/traced").then().statusCode(204);
    given()
        .get("/ledger?object=dossier:traced&size=1")
        .then()
        .body("items[0].action", equalTo("dossier-deleted"))
        .body("items[0].actor.name", equalTo("admin"));
    given()
        .get("/ledger/verification")
        .then()
        .statusCode(200)
        .body("intact", equalTo(true))
        .body("faults", equalTo(List.of()));
  }

  /** Prepared for OpenID Connect: an extension brings names and roles, Bilan asks for the same. */
  @Test
  void anotherProviderOfIdentitiesHasItsRolesAndLeavesItsTrace() {
    given().delete("/dossiers/elsewhere");
    Someone.bearing("other.reader").get("/rules").then().statusCode(200);
    Someone.bearing("other.reader").get("/users").then().statusCode(403);
    Someone.bearing("other.stranger").get("/rules").then().statusCode(403);
    Someone.bearing("other.reader.reporter")
        .contentType("application/json")
        .body(Sample.of("elsewhere").bytes())
        .put("/dossiers/elsewhere")
        .then()
        .statusCode(201);
    given()
        .get("/ledger?object=dossier:elsewhere&size=1")
        .then()
        .body("items[0].actor.name", equalTo("ana.of-elsewhere"))
        .body("items[0].actor.means", equalTo("provider"));
    given().delete("/dossiers/elsewhere");
  }

  private static Response change(Someone who, Map<String, ?> body) {
    return given().contentType("application/json").body(body).patch("/users/" + who.name());
  }

  private static Response changePassword(Someone who, String current, String chosen) {
    return who.asks()
        .contentType("application/json")
        .body(Map.of("current", current, "new", chosen))
        .put("/me/password");
  }

  private static io.restassured.specification.RequestSpecification session(Response login) {
    return given().auth().none().cookie("bilan_session", login.cookie("bilan_session"));
  }

  private static String base64(String text) {
    return java.util.Base64.getEncoder().encodeToString(text.getBytes());
  }

  /** The service's login may not do such things. */
  private static void owner(String statement) throws SQLException {
    org.bilan.archive.OwnerAccess.execute(statement);
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.createStatement().execute(statement);
    }
  }

  private String ask(String question) throws SQLException {
    try (Connection connection = database.getConnection();
        ResultSet answer = connection.createStatement().executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
