package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.bilan.people.Role;
import org.junit.jupiter.api.Test;

/** Being let in, by each of the ways, and what is kept of it. */
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
    Someone.session(ana.logsIn())
        .get("/me")
        .then()
        .statusCode(200)
        .body("means", equalTo("session"));
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

  private static String base64(String text) {
    return java.util.Base64.getEncoder().encodeToString(text.getBytes());
  }

  private String ask(String question) throws SQLException {
    try (Connection connection = database.getConnection();
        ResultSet answer = connection.createStatement().executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
