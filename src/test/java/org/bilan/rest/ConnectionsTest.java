package org.bilan.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.SocketException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** More connections than are granted. */
@QuarkusTest
@TestProfile(ConnectionsTest.Few.class)
class ConnectionsTest {

  private static final int MOST = 5;

  private static final String LIVE = "GET /q/health/live HTTP/1.1\r\nHost: a\r\n\r\n";

  /** In the packaged service it is 2,000. */
  public static final class Few implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.limits.max-connections", String.valueOf(MOST));
    }
  }

  @TestHTTPResource URL address;

  /**
   * One too many is closed without a word: to answer it would be to serve it. Those who are
   * connected go on, and who goes leaves the place to another.
   */
  @Test
  void oneTooManyIsClosedAndTheOthersGoOn() throws IOException {
    List<Connection> all = new ArrayList<>();
    try {
      for (int i = 0; i < MOST; i++) {
        all.add(new Connection(address));
        assertLives(all.get(i));
      }
      for (int i = 0; i < 2 * MOST; i++) {
        assertThat(isServed()).isFalse();
      }
      for (Connection one : all) {
        assertLives(one);
      }
      all.get(0).close();
      Eventually.isTrue(this::isServed);
    } finally {
      for (Connection one : all) {
        one.close();
      }
    }
  }

  private static void assertLives(Connection connection) throws IOException {
    assertThat(connection.send(LIVE).answer()).startsWith("HTTP/1.1 200 ");
  }

  /** Another connection: answered, or closed without an answer. */
  private boolean isServed() throws IOException {
    try (Connection another = new Connection(address)) {
      String answer = another.send(LIVE).answer();
      assertThat(answer).matches("(?s)|HTTP/1.1 200 .*");
      return !answer.isEmpty();
    } catch (SocketException reset) { // it was closed before it could send
      return false;
    }
  }
}
