package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.function.Supplier;
import org.bilan.people.Role;
import org.junit.jupiter.api.Test;

/** What one client is granted, where little is granted. */
@QuarkusTest
@TestProfile(RequestRateTest.Few.class)
class RequestRateTest {

  /** Two requests a second for a person, ten at once; far more for an address. */
  public static final class Few implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "bilan.limits.requests-per-second.person", "2",
          "bilan.limits.requests-per-second.address", "20");
    }
  }

  @Test
  void whoeverAsksForMoreThanIsGrantedHasToWait() {
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
