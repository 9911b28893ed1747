package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
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
import java.util.function.Supplier;
import org.bilan.people.Role;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What one client is granted, where little is granted. */
@QuarkusTest
@TestProfile(RequestRateTest.Few.class)
@TestMethodOrder(MethodOrderer.MethodName.class)
class RequestRateTest {

  /** Two requests a second for a person, ten at once; far more for an address. */
  public static final class Few implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "bilan.limits.request-seconds", "2",
          "quarkus.thread-pool.max-threads", "8",
          "quarkus.thread-pool.queue-size", "4",
          "bilan.limits.requests-per-second.person", "2",
          "bilan.limits.requests-per-second.address", "20");
    }
  }

  @Test
  void zLast_whoeverAsksForMoreThanIsGrantedHasToWait() {
    Someone ana = Someone.with(Role.READER);
    Someone ben = Someone.with(Role.READER);
    Response refused = firstRefused(() -> ana.asks().get("/rules/none"), 200);
    refused
        .then()
        .statusCode(429)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:bilan:problem:too-many-requests"));
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 5);
    // Others are not kept waiting by that.
    ben.asks().get("/rules").then().statusCode(200);

    // Whoever is unknown is counted by address, before anybody looks who that is.
    firstRefused(() -> given().auth().none().get("/rules"), 2_000).then().statusCode(429);
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
    Thread.sleep(3_000); // until those that were given up have ended
    Someone.bearing(tokens.get(0)).get("/rules/none").then().statusCode(404);
  }

  private static Response firstRefused(Supplier<Response> request, int most) {
    for (int i = 0; i < most; i++) {
      Response answer = request.get();
      if (answer.statusCode() == 429) {
        return answer;
      }
    }
    throw new AssertionError("None of " + most + " requests was refused");
  }
}
