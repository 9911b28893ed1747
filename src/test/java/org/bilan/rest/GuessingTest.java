package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bilan.people.Role;
import org.junit.jupiter.api.Test;

/** Guesses of passwords, one after the other and many at once. */
@QuarkusTest
class GuessingTest {

  /** Wrong ones at one name from one address that cost nothing, as README has it. */
  private static final int FREE = 5;

  @Test
  void fiftyGuessesAreSlowed() {
    Someone ana = Someone.with(Role.REPORTER);
    Guesser guesser = new Guesser();
    for (int i = 0; i < 50; i++) {
      Response guess = guesser.guess(given(), ana.name());
      if (guess.statusCode() == 429) {
        guess
            .then()
            .contentType("application/problem+json")
            .body("type", equalTo("urn:bilan:problem:too-many-guesses"));
        assertThat(Integer.parseInt(guess.header("Retry-After"))).isBetween(1, 900);
      }
    }
    // Not even the right one is looked at, else guessing would pay. At once: the wait soon ends.
    ana.asks().get("/rules").then().statusCode(429);
    ana.logsIn().then().statusCode(429);
    guesser.assertLookedAt(FREE);
    given()
        .get("/ledger?object=person:" + ana.name())
        .then()
        .body("items.action", hasItem("login-slowed"));
  }

  /** Else whoever knows a name could lock its owner out. */
  @Test
  void guessesDoNotPutOutWhoIsIn() {
    Someone ana = Someone.with(Role.REPORTER);
    String token = ana.token();
    ana.asks().get("/rules").then().statusCode(200);
    for (int i = 0; i < 10; i++) {
      given().auth().preemptive().basic(ana.name(), "guess-" + i).get("/rules");
    }
    ana.asks().get("/rules").then().statusCode(200);
    Someone.bearing(token).get("/rules").then().statusCode(200);
  }

  /** That it would be right is nobody's business, and guessing it is slowed. */
  @Test
  void thePasswordOfADisabledLoginIsAWrongOne() {
    Someone ana = Someone.with(Role.REPORTER);
    given()
        .contentType("application/json")
        .body("{\"disabled\":true}")
        .patch("/users/" + ana.name())
        .then()
        .statusCode(200);
    for (int i = 0; i < FREE; i++) {
      ana.asks().get("/me").then().statusCode(401);
    }
    ana.asks().get("/me").then().statusCode(429);
  }

  /** Of many guesses at once, no more are looked at than of as many one after the other. */
  @Test
  void aBurstOfGuessesIsSlowedToo() throws Exception {
    Someone ana = Someone.with(Role.REPORTER);
    Guesser guesser = new Guesser();
    ExecutorService crowd = Executors.newFixedThreadPool(40);
    try {
      List<Future<Response>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        answers.add(crowd.submit(() -> guesser.guess(given(), ana.name())));
      }
      for (Future<Response> answer : answers) {
        answer.get();
      }
    } finally {
      crowd.shutdownNow();
    }
    guesser.assertLookedAt(FREE);
  }

  /** Many at once with the right password, of whom none was here before: one hash serves all. */
  @Test
  void aCrowdWithTheRightPasswordIsLetIn() throws Exception {
    Someone ana = Someone.with(Role.REPORTER);
    ExecutorService crowd = Executors.newFixedThreadPool(40);
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        answers.add(crowd.submit(() -> ana.asks().get("/me").statusCode()));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
    } finally {
      crowd.shutdownNow();
    }
  }
}
