package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.bilan.people.Role;
import org.junit.jupiter.api.Test;

/** Logins and sessions, and being put out again. */
@QuarkusTest
class SessionsTest {

  @Test
  void whoIsDisabledIsOutAtOnceByEveryWay() {
    Someone ana = Someone.with(Role.REPORTER);
    String token = ana.token();
    Response session = ana.logsIn();
    ana.asks().get("/rules").then().statusCode(200);
    change(ana, Map.of("disabled", true)).then().statusCode(200).body("disabled", equalTo(true));
    ana.asks().get("/rules").then().statusCode(401);
    Someone.bearing(token).get("/rules").then().statusCode(401);
    Someone.session(session).get("/rules").then().statusCode(401);
    ana.logsIn().then().statusCode(401);
    change(ana, Map.of("disabled", false)).then().statusCode(200);
    ana.asks().get("/rules").then().statusCode(200);
    Someone.session(session).get("/rules").then().statusCode(401);
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
    Someone.session(session).get("/me").then().statusCode(200);
    changePassword(ana, "wrong", "a-longer-password").then().statusCode(403);
    changePassword(ana, ana.password(), "short")
        .then()
        .statusCode(422)
        .body("problems.pointer", hasItem("/new"))
        .body(not(containsString("short")));
    changePassword(ana, ana.password(), "my-" + ana.name() + "-1").then().statusCode(422);
    changePassword(ana, ana.password(), "a-longer-password").then().statusCode(204);
    ana.asks().get("/rules").then().statusCode(401);
    Someone.session(session).get("/rules").then().statusCode(401);
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
    Someone.session(session)
        .header("X-CSRF-Token", session.<String>path("csrfToken"))
        .delete("/session")
        .then()
        .statusCode(204)
        .header("Set-Cookie", containsString("Max-Age=0"));
    Someone.session(session).get("/me").then().statusCode(401);
  }

  @Test
  void aSessionThatHasExpiredIsNone() throws SQLException {
    Someone ana = Someone.with(Role.REPORTER);
    Response session = ana.logsIn();
    owner("update login_session set expires_at = now() where person = '" + ana.name() + "'");
    Someone.session(session).get("/me").then().statusCode(401);
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

  /** The service's login may not do such things. */
  private static void owner(String statement) throws SQLException {
    org.bilan.archive.OwnerAccess.execute(statement);
  }
}
