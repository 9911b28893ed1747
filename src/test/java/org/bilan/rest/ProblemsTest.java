package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bilan.dossier.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemsTest {

  @TestHTTPResource URL address;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
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
  void tenMegabytesAreReadAndNotOneByteMore() throws Exception {
    byte[] most = Arrays.copyOf(Sample.of("large").padded(9_000_000).bytes(), Limits.BYTES);
    for (int i = most.length - 1; most[i] == 0; i--) {
      most[i] = ' ';
    }
    assertThat(send(most).statusCode()).isEqualTo(200);
    for (int length : new int[] {Limits.BYTES + 1, 40_000_000}) {
      HttpResponse<String> answer = send(Arrays.copyOf(most, length));
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(answer.body()).contains("urn:bilan:problem:too-large");
    }
    given().get("/rules").then().statusCode(200);
  }

  /** REST Assured takes seconds for bodies of this length. */
  private HttpResponse<String> send(byte[] body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address.toURI().resolve("/assessments"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @ParameterizedTest
  @ValueSource(ints = {10_485_761, 13_000_000, 30_000_000})
  void aLongBodyThatDoesNotSayItsLengthIsRefusedToo(int length) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(20_000);
      Thread writer =
          new Thread(
              () -> {
                try {
                  OutputStream out = socket.getOutputStream();
                  out.write(
                      ("POST /assessments HTTP/1.1\r\nHost: localhost\r\n"
                              + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
                          .getBytes(StandardCharsets.US_ASCII));
                  int left = length;
                  while (left > 0) {
                    int chunk = Math.min(left, 60_000);
                    out.write((Integer.toHexString(chunk) + "\r\n").getBytes());
                    out.write(" ".repeat(chunk).getBytes(StandardCharsets.US_ASCII));
                    out.write("\r\n".getBytes());
                    left -= chunk;
                  }
                  out.write("0\r\n\r\n".getBytes());
                  out.flush();
                } catch (IOException refused) {
                  // The service may hang up on a client that goes on too long.
                }
              });
      writer.start();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
      assertThat(answer).contains("urn:bilan:problem:too-large");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /dossiers/%zz HTTP/1.1\r\nHost: a\r\n",
        "GET /% HTTP/1.1\r\nHost: a\r\n",
        "GET /dossiers?from=%zz HTTP/1.1\r\nHost: a\r\n",
        "GET /dossiers?%zz HTTP/1.1\r\nHost: a\r\n",
        "GET /dossiers?from=% HTTP/1.1\r\nHost: a\r\n",
        "GET /rules HTTP/1.1\r\n",
        "GET /rules HTTP/1.1\r\nHost: a b\r\n",
        "GET rules HTTP/1.1\r\nHost: a\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: a\r\n",
        "GET /dossiers?country=%00 HTTP/1.1\r\nHost: a\r\n",
        "GET /dossiers?%00 HTTP/1.1\r\nHost: a\r\n",
        "GET /dossiers?country=%ff%fe HTTP/1.1\r\nHost: a\r\n",
        "GET /rules/%ff HTTP/1.1\r\nHost: a\r\n",
        "GET /rules/%00 HTTP/1.1\r\nHost: a\r\n",
        "GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\n",
        "GET /dossiers/..%2f..%2fx HTTP/1.1\r\nHost: a\r\n",
      })
  void malformedRequestsAreProblemsToo(String head) throws IOException {
    String answer = raw(head + "Connection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 4").containsIgnoringCase("application/problem+json");
    assertThat(answer).contains("\"type\":\"urn:bilan:problem:");
  }

  @Test
  void whoAsksForAnotherProtocolIsAnsweredAllTheSame() throws IOException {
    String answer =
        raw("GET /rules HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 200");
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

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
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
