package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
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
import org.junit.jupiter.params.provider.ValueSource;

/** What REST Assured is too well-behaved, or too slow, to send. */
@QuarkusTest
class WireTest {

  /** Who asks, with the line's end. */
  private static final String WHO = "Authorization: " + LoggedIn.basic() + "\r\n";

  private static final String END = "\r\nConnection: close\r\n\r\n";

  @TestHTTPResource URL address;

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
                .header("Authorization", LoggedIn.basic())
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
                              + WHO
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
    String answer = raw(head + WHO + "Connection: close\r\n\r\n");
    assertThat(answer)
        .startsWith("HTTP/1.1 4")
        .doesNotStartWith("HTTP/1.1 401")
        .containsIgnoringCase("application/problem+json");
    assertThat(answer).contains("\"type\":\"urn:bilan:problem:");
  }

  @Test
  void addressesAndHeadersHaveLimitsThatAreTold() throws IOException {
    for (int length : new int[] {8_200, 100_000, 1_000_000}) {
      String more = "a".repeat(length);
      String address = raw("GET /rules?x=" + more + " HTTP/1.1\r\nHost: a" + END);
      assertThat(address).startsWith("HTTP/1.1 414").contains("urn:bilan:problem:address-too-long");
      assertThat(address).containsIgnoringCase("content-type: application/problem+json");
    }
    for (int length : new int[] {33_000, 500_000}) {
      String headers = raw("GET /rules HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(length) + END);
      assertThat(headers)
          .startsWith("HTTP/1.1 431")
          .contains("urn:bilan:problem:headers-too-large")
          .containsIgnoringCase("content-type: application/problem+json");
    }
    assertThat(raw("GET /rules?" + "a".repeat(8_000) + " HTTP/1.1\r\n" + WHO + "Host: a" + END))
        .startsWith("HTTP/1.1 400")
        .contains("urn:bilan:problem:bad-parameters");
  }

  @Test
  void whoAsksForAnotherProtocolIsAnsweredAllTheSame() throws IOException {
    String answer =
        raw(
            "GET /rules HTTP/1.1\r\nHost: a\r\n"
                + WHO
                + "Upgrade: h2c\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 200");
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Who takes it for no body takes what follows for another request, of the next one's making. */
  @ParameterizedTest
  @ValueSource(strings = {"xchunked", "chunked, gzip", "identity", ""})
  void whatIsNoBodyIsNoRequestEither(String coding) throws IOException {
    assertThat(leftOver(coding)).startsWith("HTTP/1.1 400").containsOnlyOnce("HTTP/1.1 ");
  }

  /** The codec below closes the connection, in these cases without a word. */
  @Test
  void ofTwoTransferEncodingsNoneIsTaken() throws IOException {
    for (String two :
        new String[] {"chunked\r\nTransfer-Encoding: x", "x\r\nTransfer-Encoding: chunked"}) {
      assertThat(leftOver(two)).doesNotContain("HTTP/1.1 200");
    }
  }

  private String leftOver(String coding) throws IOException {
    return raw(
        "POST /assessments HTTP/1.1\r\nHost: a\r\n"
            + WHO
            + "Transfer-Encoding: "
            + coding
            + "\r\n\r\nGET /me HTTP/1.1\r\nHost: a\r\n"
            + WHO
            + END);
  }
}
