package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bilan.people.Role;
import org.junit.jupiter.api.Test;

/** What people try who do not belong here. */
@QuarkusTest
class HostileRequestsTest {

  private static final List<String> SQL =
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
  void fiftyGuessesAreSlowed() {
    Someone ana = Someone.with(Role.REPORTER);
    int looked = 0;
    int slowed = 0;
    for (int i = 0; i < 50; i++) {
      Response guess = given().auth().preemptive().basic(ana.name(), "guess-" + i).get("/rules");
      assertThat(guess.statusCode()).isIn(401, 429);
      looked += guess.statusCode() == 401 ? 1 : 0;
      slowed += guess.statusCode() == 429 ? 1 : 0;
      if (guess.statusCode() == 429) {
        guess
            .then()
            .contentType("application/problem+json")
            .body("type", equalTo("urn:bilan:problem:too-many-guesses"));
        assertThat(Integer.parseInt(guess.header("Retry-After"))).isBetween(1, 900);
      }
    }
    assertThat(looked).isBetween(5, 20);
    assertThat(slowed).isGreaterThanOrEqualTo(30);
    // Not even the right one is looked at, else guessing would pay.
    ana.asks().get("/rules").then().statusCode(429);
    ana.logsIn().then().statusCode(429);
    given()
        .get("/ledger?object=person:" + ana.name())
        .then()
        .body("items.action", hasItem("login-slowed"));
  }

  /** Else whoever knows a name could lock its owner out. */
  @Test
  void guessesDoNotPutOutWhoIsIn() {
    Someone ana = Someone.with(Role.REPORTER);
    String token = ana.token();
    ana.asks().get("/rules").then().statusCode(200);
    for (int i = 0; i < 10; i++) {
      given().auth().preemptive().basic(ana.name(), "guess-" + i).get("/rules");
    }
    ana.asks().get("/rules").then().statusCode(200);
    Someone.bearing(token).get("/rules").then().statusCode(200);
  }

  @Test
  void anotherSitesPageChangesNothing() {
    Someone ana = Someone.with(Role.REPORTER);
    Response session = ana.logsIn();
    String cookie = session.cookie("bilan_session");
    String word = session.path("csrfToken");
    byte[] dossier = Sample.of("csrf").bytes();

    // With the cookie alone, as a browser sends it along.
    put(cookie, null, Map.of(), dossier)
        .then()
        .statusCode(403)
        .body("detail", containsString("X-CSRF-Token"));
    put(cookie, "0".repeat(64), Map.of(), dossier).then().statusCode(403);
    put(cookie, ana.logsIn().path("csrfToken"), Map.of(), dossier).then().statusCode(403);
    // With what a browser says of where it comes from.
    for (Map<String, String> from :
        List.of(
            Map.of("Sec-Fetch-Site", "cross-site"),
            Map.of("Sec-Fetch-Site", "same-site"),
            Map.of("Origin", "https://evil.example"),
            Map.of("Origin", "null"))) {
      put(cookie, word, from, dossier).then().statusCode(403);
      // Browsers remember passwords too.
      ana.asks()
          .headers(from)
          .contentType("application/json")
          .body(dossier)
          .put("/dossiers/csrf")
          .then()
          .statusCode(403);
    }
    given().get("/dossiers/csrf").then().statusCode(404);
    String own = "http://" + address.getHost() + ":" + address.getPort();
    put(cookie, word, Map.of("Origin", own), dossier).then().statusCode(201);
    put(cookie, word, Map.of("Sec-Fetch-Site", "same-origin"), dossier).then().statusCode(200);
    given().delete("/dossiers/csrf");
  }

  private static Response put(
      String cookie, String word, Map<String, String> headers, byte[] dossier) {
    var request =
        given()
            .auth()
            .none()
            .cookie("bilan_session", cookie)
            .contentType("application/json")
            .headers(headers);
    if (word != null) {
      request.header("X-CSRF-Token", word);
    }
    return request.body(dossier).put("/dossiers/csrf");
  }

  /** Forms of other sites can send these kinds of bodies without asking first. */
  @Test
  void bodiesThatAFormCanSendAreNotTaken() {
    for (String type :
        new String[] {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"}) {
      given()
          .config(
              RestAssuredConfig.config()
                  .encoderConfig(
                      EncoderConfig.encoderConfig().encodeContentTypeAs(type, ContentType.BINARY)))
          .header("Content-Type", type)
          .body(Sample.of("form").bytes())
          .put("/dossiers/form")
          .then()
          .statusCode(415);
    }
  }

  /**
   * Who sends slowly, or nothing, holds a connection and no thread: 64 threads are all there are.
   */
  @Test
  void slowBodiesHoldNoThreads() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        String who = i % 2 == 0 ? "" : "Authorization: " + LoggedIn.basic() + "\r\n";
        String path = i % 2 == 0 ? "/session" : "/assessments";
        Socket socket = new Socket(address.getHost(), address.getPort());
        slow.add(socket);
        socket
            .getOutputStream()
            .write(
                ("POST "
                        + path
                        + " HTTP/1.1\r\nHost: a\r\n"
                        + who
                        + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
                    .getBytes(StandardCharsets.ISO_8859_1));
      }
      long begun = System.nanoTime();
      given().get("/me").then().statusCode(200);
      given()
          .contentType("application/json")
          .body(Sample.of("slow").bytes())
          .post("/assessments")
          .then()
          .statusCode(200);
      // Not how fast: they would have to wait until the slow ones are given up, after 30 s.
      assertThat(System.nanoTime() - begun).isLessThan(25_000_000_000L);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  /** Of many guesses at once, no more are looked at than of as many one after the other. */
  @Test
  void aBurstOfGuessesIsSlowedToo() throws Exception {
    Someone ana = Someone.with(Role.REPORTER);
    ExecutorService crowd = Executors.newFixedThreadPool(40);
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String guess = "guess-" + i;
        answers.add(
            crowd.submit(
                () ->
                    given()
                        .auth()
                        .preemptive()
                        .basic(ana.name(), guess)
                        .get("/rules")
                        .statusCode()));
      }
      int looked = 0;
      for (Future<Integer> answer : answers) {
        looked += answer.get() == 401 ? 1 : 0;
      }
      assertThat(looked).isLessThanOrEqualTo(10);
    } finally {
      crowd.shutdownNow();
    }
  }

  /** Many at once with the right password, of whom none was here before: one hash serves all. */
  @Test
  void aCrowdWithTheRightPasswordIsLetIn() throws Exception {
    Someone ana = Someone.with(Role.REPORTER);
    ExecutorService crowd = Executors.newFixedThreadPool(40);
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        answers.add(crowd.submit(() -> ana.asks().get("/me").statusCode()));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
    } finally {
      crowd.shutdownNow();
    }
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
    for (String[] request : new String[][] {{"/session", many}, {"/tokens", roles}}) {
      Response answer = given().contentType("application/json").body(request[1]).post(request[0]);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.asByteArray().length).isLessThan(request[1].length());
    }
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
  void sqlIsOnlyTextWhereverItStands() {
    for (String sql : SQL) {
      // The first few are looked at; more guesses at what is no name are slowed.
      given().auth().preemptive().basic(sql, sql).get("/rules").then().statusCode(oneOf(401, 429));
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
          new String[] {"/dossiers/{x}", "/rules/{x}", "/users/{x}", "/dossiers/{x}/assessments"}) {
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
  void browsersAreToldToTrustNobodyElse() {
    for (String path : new String[] {"/rules", "/nothing", "/q/health/live", "/q/openapi"}) {
      for (Response answer : List.of(given().get(path), given().auth().none().get(path))) {
        answer
            .then()
            .header("X-Content-Type-Options", equalTo("nosniff"))
            .header("X-Frame-Options", equalTo("DENY"))
            .header("Referrer-Policy", equalTo("no-referrer"))
            .header(
                "Content-Security-Policy", equalTo("default-src 'none'; frame-ancestors 'none'"))
            .header("Cache-Control", matchesPattern("private, no-cache|no-store"))
            .header("Server", nullValue());
      }
    }
    given()
        .get("/methodology")
        .then()
        .header("Content-Security-Policy", containsString("style-src"));
  }

  @Test
  void noOtherSiteMayRead() {
    for (Response answer :
        List.of(
            given().header("Origin", "https://evil.example").get("/rules"),
            given()
                .auth()
                .none()
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "authorization")
                .options("/dossiers/x"))) {
      assertThat(answer.headers().asList().toString()).doesNotContain("Access-Control");
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
}
