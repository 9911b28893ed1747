package org.bilan.assess;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bilan.rest.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A crowd that wants timelines, or explanations. */
@QuarkusTest
@Timeout(60)
class TurnsTest {

  @Inject Turns service;
  @Inject Explaining explaining;

  private final ExecutorService crowd = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void letAllGo() {
    end.countDown();
    crowd.shutdownNow();
  }

  /** Takes the turn, and all places to wait. */
  private List<Future<Integer>> fill(Turns turns) throws InterruptedException {
    return fill(turns, 1, Turns.WAITING);
  }

  private List<Future<Integer>> fill(Turns turns, int atOnce, int waiting)
      throws InterruptedException {
    List<Future<Integer>> all = new ArrayList<>();
    CountDownLatch taken = new CountDownLatch(atOnce);
    for (int i = 0; i < atOnce; i++) {
      all.add(crowd.submit(() -> turns.take(() -> hold(taken))));
    }
    taken.await();
    for (int i = 1; i <= waiting; i++) {
      int number = i;
      all.add(crowd.submit(() -> turns.take(() -> number)));
      while (turns.waiting() < i) {
        Thread.sleep(1);
      }
    }
    return all;
  }

  private int hold(CountDownLatch taken) {
    taken.countDown();
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  @Test
  void whoComesWhenAllPlacesAreTakenIsRefusedAtOnceAndTheOthersGetTheirs() throws Exception {
    Turns turns = new Turns(Duration.ofSeconds(30));
    List<Future<Integer>> all = fill(turns);
    assertThatThrownBy(() -> turns.take(() -> 99))
        .isInstanceOfSatisfying(Busy.class, busy -> assertThat(busy.seconds()).isEqualTo(30));
    end.countDown();
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).get(10, SECONDS)).isEqualTo(i);
    }
    assertThat(turns.take(() -> 99)).isEqualTo(99);
  }

  @Test
  void oneAtATimeEvenAfterFailures() throws Exception {
    Turns turns = new Turns(Duration.ofSeconds(30));
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < Turns.WAITING; i++) {
      all.add(
          crowd.submit(
              () ->
                  turns.take(
                      () -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        try {
                          Thread.sleep(5);
                        } catch (InterruptedException e) {
                          Thread.currentThread().interrupt();
                        }
                        now.decrementAndGet();
                        throw new IllegalStateException("as work may");
                      })));
    }
    for (Future<?> one : all) {
      assertThatThrownBy(() -> one.get(10, SECONDS)).hasMessageContaining("as work may");
    }
    assertThat(most).hasValue(1);
    assertThat(turns.take(() -> 99)).isEqualTo(99);
  }

  @Test
  void whoWaitsTooLongGivesUpAndLeavesThePlace() throws Exception {
    Turns turns = new Turns(Duration.ofMillis(20));
    CountDownLatch taken = new CountDownLatch(1);
    crowd.submit(() -> turns.take(() -> hold(taken)));
    taken.await();
    for (int i = 0; i < 2 * Turns.WAITING; i++) {
      assertThatThrownBy(() -> turns.take(() -> 99)).isInstanceOf(Busy.class);
      assertThat(turns.waiting()).isZero();
    }
    end.countDown();
  }

  @Test
  void whoWantsItNoMoreLeavesThePlaceAndTheOthersKeepTheirOrder() throws Exception {
    Turns turns = new Turns(1, 3, Duration.ofSeconds(30));
    CountDownLatch taken = new CountDownLatch(1);
    crowd.submit(() -> turns.take(() -> hold(taken)));
    taken.await();
    List<Integer> made = new CopyOnWriteArrayList<>();
    AtomicBoolean wanted = new AtomicBoolean(true);
    List<Future<Boolean>> all = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      int number = i;
      all.add(
          crowd.submit(
              () ->
                  turns.take(
                      () -> made.add(number),
                      () -> {
                        if (number == 2 && !wanted.get()) {
                          throw new IllegalStateException("gone");
                        }
                      })));
      while (turns.waiting() < i) {
        Thread.sleep(1);
      }
    }
    wanted.set(false);
    assertThatThrownBy(() -> all.get(1).get(10, SECONDS)).hasMessageContaining("gone");
    Future<Boolean> last = crowd.submit(() -> turns.take(() -> made.add(4)));
    while (turns.waiting() < 3) {
      Thread.sleep(1);
    }
    end.countDown();
    assertThat(last.get(10, SECONDS)).isTrue();
    assertThat(made).containsExactly(1, 3, 4);
  }

  @Test
  void aCrowdIsToldWhenToComeAgainAndNobodyElseWaits() throws Exception {
    byte[] document = Sample.of("timeline-crowd").bytes();
    given().delete("/dossiers/timeline-crowd");
    given().contentType("application/json").body(document).put("/dossiers/timeline-crowd");
    List<Future<Integer>> all = fill(service);
    assertBusy(given().get("/dossiers/timeline-crowd/timeline"));
    given()
        .get("/dossiers/timeline-crowd/timeline")
        .then()
        .body("instance", equalTo("/dossiers/timeline-crowd/timeline"));
    given().get("/q/health/ready").then().statusCode(200);
    given()
        .contentType("application/json")
        .body(document)
        .post("/assessments")
        .then()
        .statusCode(200);
    given().get("/dossiers/timeline-crowd/comparison?fromAsOf=2024-03-17").then().statusCode(200);
    end.countDown();
    for (Future<Integer> one : all) {
      one.get(10, SECONDS);
    }
    given().get("/dossiers/timeline-crowd/timeline").then().statusCode(200);
  }

  /** Explanations have turns of their own: whoever asks for none does not wait for them. */
  @Test
  void whoWantsAnExplanationWhenTooManyWaitIsToldWhenToComeAgain() throws Exception {
    byte[] document = Sample.of("explain-crowd").bytes();
    given().delete("/dossiers/explain-crowd");
    given().contentType("application/json").body(document).put("/dossiers/explain-crowd");
    List<Future<Integer>> all =
        fill(explaining.turns(), Runtime.getRuntime().availableProcessors(), Explaining.WAITING);
    assertBusy(
        given().contentType("application/json").body(document).post("/assessments?explain=full"));
    assertBusy(given().get("/dossiers/explain-crowd/assessment?explain=full"));
    assertBusy(given().get("/dossiers/explain-crowd/assessment?explain=full&asOf=2024-03-17"));
    given()
        .contentType("application/json")
        .body(document)
        .post("/assessments")
        .then()
        .statusCode(200);
    given().get("/dossiers/explain-crowd/assessment").then().statusCode(200);
    given().get("/dossiers/explain-crowd/timeline").then().statusCode(200);
    end.countDown();
    for (Future<Integer> one : all) {
      one.get(10, SECONDS);
    }
    given().get("/dossiers/explain-crowd/assessment?explain=full").then().statusCode(200);
  }

  private static void assertBusy(Response answer) {
    answer
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "30")
        .body("type", equalTo("urn:bilan:problem:busy"));
  }
}
