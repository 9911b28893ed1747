package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URL;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.bilan.people.Role;
import org.junit.jupiter.api.Test;

/** What pages of other sites try with a browser that is logged in. */
@QuarkusTest
class CrossSiteTest {

  @TestHTTPResource URL address;

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

  /** Else a page of one person would show what the session of another one may see. */
  @Test
  void aPageWhoseSessionIsAnotherOneByNowReadsNothing() {
    Someone ana = Someone.with(Role.READER);
    Response session = ana.logsIn();
    String cookie = session.cookie("bilan_session");
    String other = Someone.with(Role.READER).logsIn().path("csrfToken");
    given().auth().none().cookie("bilan_session", cookie).get("/me").then().statusCode(200);
    read(cookie, session.path("csrfToken")).then().statusCode(200);
    read(cookie, other)
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:bilan:problem:other-session"));
    put(cookie, other, Map.of(), Sample.of("csrf").bytes())
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:bilan:problem:other-session"));
    // Who says themselves who they are needs no word.
    ana.asks()
        .cookie("bilan_session", cookie)
        .header("X-CSRF-Token", other)
        .get("/me")
        .then()
        .statusCode(200);
  }

  private static Response read(String cookie, String word) {
    return given()
        .auth()
        .none()
        .cookie("bilan_session", cookie)
        .header("X-CSRF-Token", word)
        .get("/dossiers");
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
    // Browsers obey all that they find: a page with two has no styles.
    Response page = given().get("/methodology");
    String style = page.asString().split("<style>")[1].split("</style>")[0];
    assertThat(page.headers().getValues("Content-Security-Policy"))
        .containsExactly(
            "default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(DigestUtils.sha256(style))
                + "'; frame-ancestors 'none'");
    for (String path : new String[] {"/", "/index.html"}) {
      assertThat(given().auth().none().get(path).headers().getValues("Content-Security-Policy"))
          .containsExactly(
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
                  + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
                  + " 'none'; require-trusted-types-for 'script'; trusted-types 'none'");
    }
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
}
