package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What bodies may take of the memory, and that it is given back whatever becomes of them. */
@QuarkusTest
@TestProfile(OddSettings.class)
class BodiesInMemoryTest {

  private static final int LENGTH = 30_000;

  @TestHTTPResource URL address;
  @Inject Bodies bodies;

  private final List<Connection> open = new ArrayList<>();

  @BeforeEach
  @AfterEach
  void allIsGivenBack() throws IOException {
    for (Connection connection : open) {
      connection.close();
    }
    open.clear();
    Eventually.isTrue(() -> bodies.held() == 0);
  }

  private Connection begin() throws IOException {
    Connection connection = new Connection(address).begin("/assessments", LENGTH);
    open.add(connection);
    return connection;
  }

  /** Begins to send three, which fit, and finds no room for a fourth. */
  private List<Connection> fill() throws IOException {
    List<Connection> three = List.of(begin(), begin(), begin());
    Eventually.isTrue(() -> bodies.held() == 3 * LENGTH);
    assertThat(begin().answer())
        .startsWith("HTTP/1.1 503 ")
        .containsIgnoringCase("\r\nRetry-After: 2\r\n")
        .containsIgnoringCase("\r\nContent-Type: application/problem+json\r\n");
    return three;
  }

  private static String rest(String body) {
    return body.substring(1) + " ".repeat(LENGTH - body.length());
  }

  @Test
  void whoFindsNoRoomIsToldToComeAgain() throws IOException {
    List<Connection> three = fill();
    given()
        .contentType("application/json")
        .body(Sample.of("no-room").json() + " ".repeat(LENGTH))
        .post("/assessments")
        .then()
        .statusCode(503)
        .header("Retry-After", "2")
        .contentType("application/problem+json")
        .body("type", equalTo("urn:bilan:problem:busy"));
    // A short one finds room, and who sends none needs none.
    given()
        .contentType("application/json")
        .body(Sample.of("short").bytes())
        .post("/assessments")
        .then()
        .statusCode(200);
    given().get("/me").then().statusCode(200);
    // The refusals have taken nothing from those who were first.
    for (Connection one : three) {
      assertThat(one.isUnanswered()).isTrue();
    }
  }

  @Test
  void roomIsGivenBackWhenBodiesAreAnswered() throws IOException {
    for (Connection one : fill()) {
      assertThat(one.send(rest(Sample.of("room").json())).answer()).startsWith("HTTP/1.1 200 ");
    }
    Eventually.isTrue(() -> bodies.held() == 0);
    fill();
  }

  /** Once, and not twice, for the end and for the broken connection. */
  @Test
  void roomIsGivenBackWhenClientsGoAway() throws IOException {
    for (Connection one : fill()) {
      one.close();
    }
    Eventually.isTrue(() -> bodies.held() <= 0);
    fill();
    assertThat(bodies.held()).isEqualTo(3 * LENGTH);
  }

  /** Else anybody could fill the log. */
  @Test
  void aClientThatGoesAwayIsNoFaultOfOurs() throws IOException {
    List<String> faults = new CopyOnWriteArrayList<>();
    Logger log = Logger.getLogger(Refusals.class.getName());
    Handler listener =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            faults.add(entry.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    log.addHandler(listener);
    try {
      begin();
      Connection reset = begin();
      Eventually.isTrue(() -> bodies.held() == 2 * LENGTH);
      reset.reset();
      allIsGivenBack();
      given().get("/test/fault").then().statusCode(500); // the listener does hear of faults
      assertThat(faults).hasSize(1);
    } finally {
      log.removeHandler(listener);
    }
  }

  @Test
  void roomIsGivenBackByWhatIsRefusedOnceRead() throws IOException {
    for (Connection one : fill()) {
      assertThat(one.send(rest("{no JSON}")).answer()).startsWith("HTTP/1.1 400 ");
    }
    Eventually.isTrue(() -> bodies.held() == 0);
    fill();
  }

  /** Who need not be let in could else take all room, and for ever. */
  @Test
  void roomIsGivenBackByWhatHasNoForm() throws IOException {
    for (String head :
        List.of(
            "POST /session HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n",
            "POST /session HTTP/1.1\r\nHost: a\r\nContent-Length: 90\r\nExpect: foo\r\n\r\n",
            "POST /session HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "POST /users HTTP/1.1\r\nHost: a\r\nAuthorization: "
                + LoggedIn.basic()
                + "\r\nContent-Length: 10000000\r\n\r\n",
            "POST /assessments HTTP/1.1\r\nHost: a\r\nAuthorization: "
                + LoggedIn.basic()
                + "\r\nContent-Length: 30000\r\nExpect: foo\r\n\r\n",
            "POST /assessments HTTP/1.1\r\nHost: a\r\nAuthorization: "
                + LoggedIn.basic()
                + "\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")) {
      for (int i = 0; i < 4; i++) {
        try (Connection odd = new Connection(address)) {
          String answer = odd.send(head).answer();
          assertThat(answer).doesNotContain("HTTP/1.1 2", "HTTP/1.1 5");
        }
      }
      Eventually.isTrue(() -> bodies.held() == 0);
    }
    fill();
  }

  /**
   * By the path that permissions go by: the login of who need not be let in has room of its own.
   */
  @Test
  void nobodyTakesTheRoomOfOthersByADetour() throws IOException {
    for (String path :
        List.of("/dossiers/../session", "/assessments/%2e%2e/session", "/dossiers/./x", "/..")) {
      try (Connection odd = new Connection(address)) {
        String head = "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: 90000\r\n\r\n{";
        assertThat(odd.send(head).answer()).as(path).startsWith("HTTP/1.1 400 ");
      }
    }
    for (String path : List.of("/session/", "/q/health", "/q/health/live", "/nothing")) {
      for (int length : new int[] {60_000, 4_000}) {
        try (Connection odd = new Connection(address)) {
          odd.send(
              "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n{");
          if (length > Bodies.LOGIN_BYTES) {
            assertThat(odd.answer()).as(path).matches("(?s)HTTP/1.1 4.*");
          }
          assertThat(bodies.heldInside()).as(path).isZero();
        }
      }
    }
    fill();
    Someone.with(org.bilan.people.Role.READER).logsIn().then().statusCode(200);
  }

  @Test
  void chunkedAndWithoutAnyChunkIsNoBody() throws IOException {
    try (Connection empty = new Connection(address)) {
      empty.send(
          "POST /session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
      assertThat(empty.answer()).startsWith("HTTP/1.1 400 ");
    }
  }

  /** Refused while it is received: longer than fields may be, which it did not say before. */
  @Test
  void roomIsGivenBackByWhatIsRefusedBeforeItsEnd() throws IOException {
    for (int i = 0; i < 3; i++) {
      try (Connection endless = new Connection(address)) {
        endless.send(
            "POST /tokens HTTP/1.1\r\nHost: a\r\nAuthorization: "
                + LoggedIn.basic()
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        String chunk = "4000\r\n" + " ".repeat(0x4000) + "\r\n";
        for (int sent = 0; sent <= Fields.MOST_BYTES; sent += 0x4000) {
          endless.send(chunk);
        }
        assertThat(endless.answer()).startsWith("HTTP/1.1 413 ");
      }
    }
    Eventually.isTrue(() -> bodies.held() == 0);
    fill();
  }
}
