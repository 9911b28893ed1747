package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bilan.rest.Evaluated.grade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bilan.assessment.Language;
import org.bilan.evaluation.Bootstrap;
import org.bilan.evaluation.HumanGrades;
import org.bilan.evaluation.Progress.Stage;
import org.bilan.people.Role;
import org.bilan.tuning.Evaluations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Evaluations that tell how far they are, and end when nobody listens any more. */
@QuarkusTest
class EvaluationEventsTest {

  @Inject Evaluations evaluations;

  @Inject MeterRegistry metrics;

  @TestHTTPResource URL service;

  private Someone editor;

  @BeforeEach
  void logIn() {
    editor = Someone.with(Role.EDITOR);
    Evaluated.keep(2);
  }

  private Response ask(Object body) {
    return json().body(body).post("/evaluations");
  }

  private RequestSpecification json() {
    return editor.asks().contentType("application/json");
  }

  @Test
  void howFarItIsIsToldWhileItIsMade() throws Exception {
    Map<String, Object> question =
        Map.of(
            "grades",
            List.of(grade("evaluated-0", "fair", "one"), grade("evaluated-1", "weak", "two")),
            "split",
            List.of("desk"),
            "resamples",
            50);
    Response told = events(question);
    told.then()
        .statusCode(200)
        .contentType("text/event-stream")
        .header("Content-Language", "en")
        .header("Vary", "Accept, Accept-Language");
    assertThat(told.headers().getValues("Vary")).hasSize(1);
    List<String> events = List.of(told.asString().split("\n\n"));
    List<Far> progress = new ArrayList<>();
    for (String event : events.subList(0, events.size() - 1)) {
      assertThat(event).startsWith("event: progress\ndata: ");
      progress.add(new JsonMapper().readValue(data(event), Far.class));
    }
    int rules = ask(question).path("rules.size()");
    assertThat(progress)
        .startsWith(new Far("judging", 0, 2))
        .contains(new Far("judging", 2, 2), new Far("measuring", 0, 1 + 2 + rules))
        .endsWith(new Far("measuring", 1 + 2 + rules, 1 + 2 + rules));
    assertThat(progress).extracting(Far::stage).isSorted();
    for (String stage : List.of("judging", "measuring")) {
      assertThat(progress)
          .filteredOn(far -> far.stage().equals(stage))
          .extracting(Far::done)
          .isSorted();
    }
    String last = events.get(events.size() - 1);
    assertThat(last).startsWith("event: evaluation\ndata: ");
    assertThat(data(last)).isEqualTo(ask(question).asString());
  }

  @Test
  void whatFailsAfterItHasBegunIsToldAsAnEvent() throws Exception {
    events(Map.of("grades", List.of())).then().statusCode(422);
    Response told = events(Map.of("grades", List.of(grade("evaluated-nowhere", "fair", "one"))));
    told.then().statusCode(200);
    List<String> events = List.of(told.asString().split("\n\n"));
    String last = events.get(events.size() - 1);
    assertThat(last).startsWith("event: problem\ndata: ");
    JsonNode problem = new JsonMapper().readTree(data(last));
    assertThat(problem.get("status").asInt()).isEqualTo(409);
    assertThat(problem.get("instance").asText()).isEqualTo("/evaluations");
    assertThat(problem.get("detail").asText()).contains("none of these incidents");
  }

  /** As when somebody has gone, to whom it was told. */
  @Test
  void whoeverLooksEndsTheWork() throws Exception {
    HumanGrades grades =
        HumanGrades.of(
            List.of(grade("evaluated-0", "fair", "one"), grade("evaluated-1", "weak", "two")));
    for (Stage at : Stage.values()) {
      Evaluations.Question question =
          new Evaluations.Question(
              grades, Optional.empty(), List.of(), new Bootstrap(39, 1), true, Language.EN);
      assertThatThrownBy(
              () ->
                  evaluations.of(
                      question,
                      (stage, done, of) -> {
                        if (stage == at && done == 1) {
                          throw new UncheckedIOException(new IOException("gone"));
                        }
                        assertThat(done).isLessThanOrEqualTo(stage == at ? 1 : of);
                      }))
          .isInstanceOf(UncheckedIOException.class);
    }
    // The turn is free again.
    ask(Map.of("grades", List.of(grade("evaluated-0", "fair", "one")), "resamples", 39))
        .then()
        .statusCode(200);
  }

  /** Whatever charset is named beside it: there is no other. */
  @Test
  void whatIsAcceptedIsToldByTypesAlone() {
    Map<String, Object> question =
        Map.of("grades", List.of(grade("evaluated-0", "fair", "one")), "resamples", 39);
    for (String[] accepted :
        new String[][] {
          {"text/event-stream;charset=utf-8", "text/event-stream"},
          {"application/json; charset=UTF-8", "application/json"},
          {"*/*", "application/json"},
          {"text/html;q=0.5, text/event-stream;q=0.9", "text/event-stream"},
          {"text/html, application/json", "text/html;charset=UTF-8"},
          {"text/html;q=0, text/*", "text/event-stream"},
          {"application/json;q=0.1, */*;q=0.2", "text/html;charset=UTF-8"},
        }) {
      json()
          .header("Accept", accepted[0])
          .body(question)
          .post("/evaluations")
          .then()
          .statusCode(200)
          .contentType(accepted[1]);
    }
    json()
        .header("Accept", "application/json;q=0")
        .body(question)
        .post("/evaluations")
        .then()
        .statusCode(406);
  }

  private record Far(String stage, int done, int of) {}

  private Response events(Object body) {
    return json().accept("text/event-stream").body(body).post("/evaluations");
  }

  private static String data(String event) {
    return event.substring(event.indexOf("data: ") + "data: ".length());
  }

  /**
   * Each split of many values has to be measured again: alone it takes longer than anybody waits.
   */
  @Test
  void whoHasGoneNeitherWorksNorWaits() throws Exception {
    Evaluated.keep(50);
    List<Map<String, String>> grades = new ArrayList<>();
    List<String> fields = IntStream.range(0, 10).mapToObj(field -> "f" + field).toList();
    for (int i = 0; i < 50; i++) {
      Map<String, String> grade = new HashMap<>(grade("evaluated-" + i, "fair", "one"));
      String value = "v" + i;
      fields.forEach(field -> grade.put(field, value));
      grades.add(grade);
    }
    Map<String, Object> small = Map.of("grades", grades.subList(0, 1), "resamples", 39);
    Map<String, Object> large = Map.of("grades", grades, "split", fields, "resamples", 10_000);
    try (Connection works = new Connection(service).send(request(large))) {
      assertThat(works.answer()).startsWith("HTTP/1.1 200");
      CompletableFuture<Response> waits = CompletableFuture.supplyAsync(() -> ask(small));
      workers(2);
      List<Connection> gone = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        gone.add(new Connection(service).send(request(small)));
      }
      workers(5);
      for (Connection one : gone) {
        one.close();
      }
      Eventually.isTrue(() -> busy() <= 2 || waits.isDone());
      assertThat(waits).as("who came first, and is still there").isNotDone();
      works.close();
      assertThat(waits.get(60, SECONDS).statusCode()).isEqualTo(200);
    } finally {
      IntStream.range(2, 50).forEach(i -> given().delete("/dossiers/evaluated-" + i));
    }
  }

  private String request(Object body) throws IOException {
    String json = new JsonMapper().writeValueAsString(body);
    return "POST /evaluations HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(editor.token(), json.length(), json);
  }

  /** As many have come to work or wait. */
  private void workers(int many) {
    Eventually.isTrue(() -> busy() >= many);
  }

  private double busy() {
    return metrics.get("bilan.workers.busy").gauge().value();
  }
}
