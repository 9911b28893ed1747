package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/dossiers/a/b",
        "/dossiers/a/assessment/b",
        "/assessments/1",
        "/q/nothing",
        "/rules/a/b",
        "/dossier.schema.jsonx",
        "/%20"
      })
  void anUnknownPathIsNotFound(String path) {
    problem(given().urlEncodingEnabled(false).get(path), 404).body("instance", equalTo(path));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /assessments, 'POST, OPTIONS'",
    "POST, /dossiers, 'GET, HEAD, OPTIONS'",
    "PATCH, /dossiers/x, 'GET, HEAD, PUT, DELETE, OPTIONS'",
    "PUT, /dossiers/x/assessment, 'GET, HEAD, OPTIONS'",
    "DELETE, /claims, 'GET, HEAD, OPTIONS'",
    "POST, /rules, 'GET, HEAD, OPTIONS'"
  })
  void anotherMethodIsNotAllowed(String method, String path, String allowed) {
    problem(given().noContentType().request(method, path), 405).header("Allow", equalTo(allowed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "nonsense", "application/json5"})
  void anotherMediaTypeIsNotRead(String type) {
    problem(
        given()
            .config(
                io.restassured.RestAssured.config()
                    .encoderConfig(
                        io.restassured.config.EncoderConfig.encoderConfig()
                            .encodeContentTypeAs(type, io.restassured.http.ContentType.TEXT)))
            .header("Content-Type", type)
            .body("{}")
            .post("/assessments"),
        415);
  }

  @Test
  void aCompressedBodyIsNotRead() {
    problem(
        given()
            .contentType("application/json")
            .header("Content-Encoding", "gzip")
            .body("{}")
            .post("/assessments"),
        415);
  }

  @Test
  void onlyJsonIsGiven() {
    problem(
        given()
            .accept("text/html")
            .contentType("application/json")
            .body(Sample.of("html").bytes())
            .post("/assessments"),
        406);
    problem(given().accept("text/html").get("/rules"), 406);
    problem(given().accept("text/html").get("/nothing"), 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "{", "{\"incident\":}", "{} {}", "{\"a\":1,\"a\":2}", "NaN", "\u0000"})
  void whatIsNotJsonIsABadRequest(String body) {
    problem(post(body.getBytes(StandardCharsets.UTF_8)), 400)
        .body("problems.code", hasItem(containsString("json.")));
  }

  @Test
  void invalidUtf8IsABadRequest() {
    byte[] dossier = Sample.of("utf-8").title("@@@@").bytes();
    for (int i = 0; i < dossier.length; i++) {
      if (dossier[i] == '@') {
        dossier[i] = (byte) 0xC3;
      }
    }
    problem(post(dossier), 400);
  }

  @Test
  void deepNestingIsABadRequest() {
    byte[] deep = ("[".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
    problem(post(deep), 400).body("problems.code", hasItem("json.limit"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1", "\"x\"", "[]", "{}", "{\"incident\":[]}"})
  void jsonThatIsNoDossierIsUnprocessable(String body) {
    problem(post(body.getBytes(StandardCharsets.UTF_8)), 422);
  }

  @Test
  void halfCharactersInAProblemDoNoHarm() {
    problem(
        post(
            Sample.of("half")
                .json()
                .replace("military", "\\ud800")
                .getBytes(StandardCharsets.UTF_8)),
        422);
  }

  @Test
  void halfCharactersInADossierDoNoHarm() {
    String json =
        Sample.of("half")
            .title("@")
            .json()
            .replace("\"kind\":\"resident\"", "\"name\":\"a\\ud800b\",\"kind\":\"resident\"");
    assertThat(post(json.replace("@", "\\udc00").getBytes(StandardCharsets.UTF_8)).statusCode())
        .isLessThan(500);
  }

  @Test
  void unknownParametersAreRefusedEverywhere() {
    for (String path :
        new String[] {
          "/rules",
          "/rules/x",
          "/dossiers",
          "/claims",
          "/dossiers/x",
          "/dossiers/x/assessment",
          "/dossiers/x/assessments",
          "/dossier.schema.json"
        }) {
      problem(given().get(path + "?verbose=1"), 400)
          .body("problems.code", hasItem("parameter.unknown"));
    }
    problem(given().delete("/dossiers/x?verbose"), 400);
    problem(
            given()
                .contentType("application/json")
                .body(Sample.of("params").bytes())
                .post("/assessments?asof=2024-01-01"),
            400)
        .body("problems.advice", hasItem("Did you mean \"asOf\"?"));
    problem(
            given()
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .body(Sample.of("params").bytes())
                .post("/assessments?asOf=2024-01-01T00:00:00+01:00"),
            400)
        .body("problems.advice", hasItem("Write a plus sign as %2B."));
  }

  @Test
  void anInternalFaultTellsItsIdAndNothingElse() {
    String body =
        problem(given().get("/test/fault"), 500)
            .body("fault", org.hamcrest.Matchers.matchesPattern("[0-9a-f-]{36}"))
            .extract()
            .asString();
    assertThat(body).doesNotContain("secret").doesNotContain("Exception");
  }

  private static Response post(byte[] body) {
    return given().contentType("application/json").body(body).post("/assessments");
  }

  private static ValidatableResponse problem(Response response, int status) {
    return response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("type", org.hamcrest.Matchers.startsWith("urn:bilan:problem:"))
        .body("title", org.hamcrest.Matchers.not(org.hamcrest.Matchers.emptyString()))
        .body("detail", org.hamcrest.Matchers.not(org.hamcrest.Matchers.emptyString()))
        .body("instance", org.hamcrest.Matchers.startsWith("/"));
  }
}
