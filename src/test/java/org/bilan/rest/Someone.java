package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bilan.people.Role;

/**
 * A login that a test makes for itself.
 *
 * @param name unlike all others: the database outlives a test run
 */
record Someone(String name, String password) {

  private static final AtomicLong NEXT = new AtomicLong(System.currentTimeMillis());

  static Someone with(Role... roles) {
    String name = "t" + NEXT.getAndIncrement();
    Response added =
        given()
            .contentType("application/json")
            .body(Map.of("name", name, "roles", roles))
            .post("/users");
    assertThat(added.statusCode()).isEqualTo(201);
    return new Someone(name, added.path("password"));
  }

  /** A request of theirs, with name and password. */
  RequestSpecification asks() {
    return given().auth().preemptive().basic(name, password);
  }

  /** The secret of a new token of theirs. */
  String token(Role... roles) {
    Response made =
        asks()
            .contentType("application/json")
            .body(roles.length == 0 ? Map.of("label", "t") : Map.of("label", "t", "roles", roles))
            .post("/tokens");
    assertThat(made.statusCode()).isEqualTo(201);
    return made.path("secret");
  }

  static RequestSpecification bearing(String token) {
    return given().auth().none().header("Authorization", "Bearer " + token);
  }

  /** A request of the page that this login was answered to. */
  static RequestSpecification session(Response login) {
    return given().auth().none().cookie("bilan_session", login.cookie("bilan_session"));
  }

  /** Logs in to the page. */
  Response logsIn() {
    return given()
        .auth()
        .none()
        .contentType("application/json")
        .body(Map.of("name", name, "password", password))
        .post("/session");
  }
}
