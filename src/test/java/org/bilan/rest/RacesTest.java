package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.RepeatedTest;

@QuarkusTest
class RacesTest {

  private static final int THREADS = 8;

  @RepeatedTest(5)
  void ofThoseThatReplaceTheSameStateOneWins() throws Exception {
    String tag = request(0).put("/dossiers/race").header("ETag");
    List<Integer> statuses =
        together(i -> () -> request(i).header("If-Match", tag).put("/dossiers/race"));
    assertThat(statuses).containsOnlyOnce(200);
    assertThat(statuses).containsOnly(200, 412);
  }

  @RepeatedTest(5)
  void ofThoseThatCreateOneWins() throws Exception {
    given().delete("/dossiers/race");
    List<Integer> statuses =
        together(i -> () -> request(i).header("If-None-Match", "*").put("/dossiers/race"));
    assertThat(statuses).containsOnlyOnce(201);
    assertThat(statuses).containsOnly(201, 412);
  }

  @RepeatedTest(5)
  void thoseThatSetNoConditionAllSucceed() throws Exception {
    given().delete("/dossiers/race");
    List<Integer> statuses = together(i -> () -> request(i).put("/dossiers/race"));
    assertThat(statuses).containsOnlyOnce(201);
    assertThat(statuses).containsOnly(200, 201);
    given()
        .get("/dossiers/race/assessments")
        .then()
        .body("total", org.hamcrest.Matchers.equalTo(THREADS));
  }

  @RepeatedTest(5)
  void writersReadersAndDeletersNeverSeeAFault() throws Exception {
    List<Integer> statuses =
        together(
            i ->
                () ->
                    switch (i % 4) {
                      case 0 -> given().delete("/dossiers/race");
                      case 1 -> given().get("/dossiers/race/assessment");
                      case 2 -> given().get("/dossiers");
                      default -> request(i).put("/dossiers/race");
                    });
    assertThat(statuses).allMatch(status -> status < 500);
  }

  private static RequestSpecification request(int i) {
    return given()
        .contentType("application/json")
        .body(Sample.of("race").title("Title " + i).bytes());
  }

  private static List<Integer> together(IntFunction<Callable<Response>> request) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Callable<Response> call = request.apply(i);
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.call().statusCode();
                }));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
      return statuses;
    } finally {
      threads.shutdownNow();
    }
  }
}
