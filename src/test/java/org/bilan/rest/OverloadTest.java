package org.bilan.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bilan.people.Role;
import org.junit.jupiter.api.Test;

/** More than can be done at once, and what takes too long, where there are few threads. */
@QuarkusTest
@TestProfile(OverloadTest.Few.class)
class OverloadTest {

  /** Eight threads, four places to wait for one, two seconds. */
  public static final class Few implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "bilan.limits.request-seconds", "2",
          "quarkus.thread-pool.max-threads", "8",
          "quarkus.thread-pool.queue-size", "4");
    }
  }

  @Test
  void whatTakesTooLongIsGivenUp() {
    Someone.with(Role.READER)
        .asks()
        .get("/test/fault/slow")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "10")
        .body("detail", startsWith("It took too long."));
  }

  /** Whoever finds neither thread nor place in the queue is told so at once. */
  @Test
  void aCrowdThatIsTooLargeIsToldToComeAgain() throws Exception {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      tokens.add(Someone.with(Role.READER).token());
    }
    ExecutorService crowd = Executors.newCachedThreadPool();
    try {
      List<Future<Response>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String token = tokens.get(i % tokens.size());
        answers.add(crowd.submit(() -> Someone.bearing(token).get("/test/fault/slow")));
      }
      int refused = 0;
      for (Future<Response> future : answers) {
        Response answer = future.get(60, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.header("Retry-After")).isNotNull();
        refused += answer.asString().contains("Too busy") ? 1 : 0;
      }
      assertThat(refused).isPositive();
    } finally {
      crowd.shutdownNow();
    }
    // Once those that were given up have ended, there is room again.
    Eventually.isTrue(() -> Someone.bearing(tokens.get(0)).get("/rules/none").statusCode() == 404);
  }
}
