package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bodies that are sent slowly. */
@QuarkusTest
class BodiesTest {

  /** More than there are threads: 64. */
  private static final int SLOW = 100;

  private static final int LENGTH = 1_000;

  @TestHTTPResource URL address;
  @Inject Bodies bodies;

  /** Who sends slowly, or nothing, holds a connection and no thread. */
  @Test
  void slowBodiesHoldNoThreads() throws IOException {
    Eventually.isTrue(() -> bodies.held() == 0);
    List<Connection> slow = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW; i++) {
        slow.add(new Connection(address).begin(i % 2 == 0 ? "/session" : "/assessments", LENGTH));
      }
      Eventually.isTrue(() -> bodies.held() == SLOW * LENGTH, () -> told(slow)); // all are let in
      given().get("/me").then().statusCode(200);
      given()
          .contentType("application/json")
          .body(Sample.of("slow").bytes())
          .post("/assessments")
          .then()
          .statusCode(200);
      // The others were answered although all of the slow ones still wait.
      for (Connection one : slow) {
        assertThat(one.isUnanswered()).isTrue();
      }
      for (Connection one : slow) {
        one.send(" ".repeat(LENGTH - 2) + "}");
      }
      for (Connection one : slow) {
        assertThat(one.answer()).startsWith("HTTP/1.1 422 ");
      }
    } finally {
      for (Connection one : slow) {
        one.close();
      }
    }
  }

  /** What is held, and who was answered instead of let in. */
  private String told(List<Connection> all) throws IOException {
    StringBuilder told = new StringBuilder(bodies.held() + " bytes are held");
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).isUnanswered()) {
        told.append("\nto ")
            .append(i)
            .append(" after its first byte: ")
            .append(all.get(i).answer());
      }
    }
    return told.toString();
  }
}
