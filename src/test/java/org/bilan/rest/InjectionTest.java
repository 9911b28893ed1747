package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bilan.people.Role;
import org.junit.jupiter.api.Test;

/** Text that would be something else: statements, paths, headers, fields. */
@QuarkusTest
class InjectionTest {

  static final List<String> SQL =
      List.of(
          "' or '1'='1",
          "'; drop table ledger; --",
          "\\'; select pg_sleep(5); --",
          "1) union select password from person --",
          "$$; select 1; $$",
          "%' or name like '%",
          "\"; delete from person; --");

  @TestHTTPResource URL address;

  @Test
  void sqlIsOnlyTextWhereverItStands() {
    for (String sql : SQL) {
      // As a name: GuessesByAddressTest.
      given()
          .auth()
          .preemptive()
          .basic(Someone.with(Role.READER).name(), sql)
          .get("/rules")
          .then()
          .statusCode(401);
      given()
          .auth()
          .none()
          .header("Authorization", "Bearer " + sql)
          .get("/rules")
          .then()
          .statusCode(401);
      given()
          .auth()
          .none()
          .header("Cookie", "bilan_session=" + sql)
          .get("/rules")
          .then()
          .statusCode(401);
      for (String path :
          new String[] {
            "/dossiers/{x}",
            "/rules/{x}",
            "/users/{x}",
            "/dossiers/{x}/assessments",
            "/dossiers/{x}/claims/{x}/overrides"
          }) {
        given().pathParam("x", sql).get(path).then().statusCode(404);
      }
      given().pathParam("x", sql).delete("/tokens/{x}").then().statusCode(404);
      for (String parameter :
          new String[] {
            "/dossiers?country=",
            "/dossiers?from=",
            "/dossiers?grade=",
            "/dossiers?page=",
            "/claims?minScore=",
            "/claims?grade=",
            "/overrides?disagreeing=",
            "/overrides?incident=",
            "/ledger?object=",
            "/ledger?actor=",
            "/tokens?person=",
            "/dossiers/none/comparison?fromRuleset=",
            "/dossiers/none/assessment?asOf="
          }) {
        String[] parts = parameter.replace("=", "").split("\\?");
        given().queryParam(parts[1], sql).get(parts[0]).then().statusCode(400);
      }
      given()
          .contentType("application/json")
          .body(Map.of("name", sql, "password", sql))
          .post("/session")
          .then()
          .statusCode(422);
      given()
          .contentType("application/json")
          .body(Map.of("name", sql, "roles", List.of(sql)))
          .post("/users")
          .then()
          .statusCode(422);
      // Where any text is allowed, it is kept and given back as it is.
      given()
          .contentType("application/json")
          .body(Map.of("label", sql))
          .post("/tokens")
          .then()
          .statusCode(201)
          .body("label", equalTo(sql));
      given().delete("/dossiers/sql");
      given()
          .contentType("application/json")
          .body(Sample.of("sql").title(sql).bytes())
          .put("/dossiers/sql")
          .then()
          .statusCode(201);
      given().get("/dossiers?size=500").then().body("items.title", hasItem(sql));
    }
    given().delete("/dossiers/sql");
    given().get("/ledger/verification").then().body("intact", equalTo(true));
  }

  @Test
  void pathsLeadNowhereElse() throws IOException {
    for (String path :
        new String[] {
          "/../../../etc/passwd",
          "/..%2f..%2f..%2fetc%2fpasswd",
          "/%2e%2e/%2e%2e/etc/passwd",
          "/dossiers/..%2f..%2fetc%2fpasswd",
          "/q/swagger-ui/..%2f..%2f..%2fetc%2fpasswd",
          "/q/swagger-ui/../../../../etc/passwd",
          "/q/..;/users",
          "//users",
          "/./users",
          "/q/../users",
          "/users%00",
          "/USERS",
          "/users;x=y",
          "/q/health/../../users",
          "/q/health/..%2f..%2fusers",
          "/session/../users"
        }) {
      String nobody = raw("GET " + path + " HTTP/1.1\r\nHost: a\r\n");
      assertThat(nobody)
          .as(path)
          .matches("(?s)HTTP/1.1 (400|401|404).*")
          .doesNotContain("root:", "\"roles\"");
      Someone reader = Someone.with(Role.READER);
      String known =
          raw(
              "GET "
                  + path
                  + " HTTP/1.1\r\nHost: a\r\nAuthorization: Basic "
                  + java.util.Base64.getEncoder()
                      .encodeToString((reader.name() + ":" + reader.password()).getBytes())
                  + "\r\n");
      assertThat(known).as(path).matches("(?s)HTTP/1.1 4.*").doesNotContain("root:", "\"roles\"");
    }
  }

  @Test
  void whatIsSentBackBeginsNoHeader() throws IOException {
    for (String breaks :
        new String[] {"%0d%0aX-Evil:%20yes", "%0aX-Evil:%20yes", "%E5%98%8A%E5%98%8DX-Evil:yes"}) {
      for (String path :
          new String[] {
            "/dossiers/", "/rules/", "/dossiers?country=", "/tokens/", "/q/openapi?format="
          }) {
        String answer =
            raw(
                "GET "
                    + path
                    + breaks
                    + " HTTP/1.1\r\nHost: a\r\nAuthorization: "
                    + LoggedIn.basic()
                    + "\r\n");
        assertThat(answer.split("\r\n\r\n")[0]).doesNotContainIgnoringCase("\nx-evil");
      }
    }
    String host =
        raw(
            "GET /rules/none HTTP/1.1\r\nHost: evil.example\r\nAuthorization: "
                + LoggedIn.basic()
                + "\r\n");
    assertThat(host).doesNotContain("evil.example");
  }

  @Test
  void nobodySetsWhatAFormDoesNotHave() {
    Someone ana = Someone.with(Role.READER);
    for (String field : new String[] {"roles", "disabled", "name", "createdAt", "person", "id"}) {
      ana.asks()
          .contentType("application/json")
          .body(Map.of("current", ana.password(), "new", "a-longer-password", field, "admin"))
          .put("/me/password")
          .then()
          .statusCode(422)
          .body("problems.code", equalTo(List.of("field.unknown")))
          .body("problems.pointer", equalTo(List.of("/" + field)));
    }
    for (String field : new String[] {"password", "name", "createdAt", "means"}) {
      given()
          .contentType("application/json")
          .body(Map.of("disabled", false, field, "x"))
          .patch("/users/" + ana.name())
          .then()
          .statusCode(422);
    }
    ana.asks()
        .contentType("application/json")
        .body("{\"label\":\"x\",\"secret\":\"y\",\"expiresAt\":\"2999-01-01T00:00:00Z\"}")
        .post("/tokens")
        .then()
        .statusCode(422)
        .body("problems.pointer", equalTo(List.of("/secret", "/expiresAt")));
    ana.asks().get("/me").then().body("roles", equalTo(List.of("reader")));
  }

  @Test
  void whatCannotBeHashedIsRefused() {
    for (String path : new String[] {"/session", "/users"}) {
      given()
          .contentType("application/json")
          .body("{\"name\":\"nobody\",\"password\":\"\\ud800 and more of it\"}")
          .post(path)
          .then()
          .statusCode(422);
    }
  }

  @Test
  void aSmallBodyIsNotAnsweredWithALargeOne() {
    String many =
        "{\"x"
            + String.join(
                "\":1,\"x",
                java.util.stream.IntStream.range(0, 5_000).mapToObj(String::valueOf).toList())
            + "\":1}";
    String roles = "{\"label\":\"x\",\"roles\":[" + "0,".repeat(20_000) + "0]}";
    for (String[] request : new String[][] {{"/users", many}, {"/tokens", roles}}) {
      Response answer = given().contentType("application/json").body(request[1]).post(request[0]);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.asByteArray().length).isLessThan(request[1].length());
    }
  }

  private String raw(String head) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Behind a proxy it is the proxy that refuses it: Quarkus shows only one of them there. */
  @Test
  void whoNamesTwoHostsIsRefused() throws IOException {
    try (Connection twice = new Connection(address)) {
      assertThat(twice.send("GET /q/health/live HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n").answer())
          .startsWith("HTTP/1.1 400 ");
    }
  }
}
