package org.bilan.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.bilan.rest.OddSettings;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

/** What a collector of traces gets to see of requests, and what not. */
@QuarkusTest
@TestProfile(OddSettings.class)
class TracesTest {

  private static final String INCIDENT = "ml-2024-03-17-amasrakad";

  Queue<String> received;

  @Test
  void aRequestIsASpanWithItsRouteAroundJudgingAndTheArchive() throws Exception {
    put();
    String spans = spansUntil("PUT /dossiers/{id}");
    assertThat(spans)
        .contains("http.route", "/dossiers/{id}", "http.response.status_code")
        .contains("Judging.judge", "bilan.claims", "bilan.reports")
        .contains("Archive.put", "INSERT postgres.assessment")
        .contains("service.name", "bilan");
  }

  @Test
  void spansHoldNothingOfDossiersNorWhoAsked() throws Exception {
    put();
    given().header("User-Agent", "agent-of-a-newsroom").get("/dossiers?country=ZQX&page=0");
    given().get("/dossiers/" + INCIDENT + "/assessment?asOf=2024-03-18").then().statusCode(200);
    given().get("/dossiers/no-such-incident-here").then().statusCode(404);
    given().contentType("application/json").body("{\"secretField\":1}").post("/assessments");
    given().get("/test/fault").then().statusCode(500);
    given().request("BREWSECRET", "/dossiers/" + INCIDENT);
    given().delete("/dossiers/" + INCIDENT).then().statusCode(204);

    String spans = spansUntil("Archive.delete", "GET /test/fault", "GET /dossiers/{id}/assessment");
    assertThat(spans)
        .contains(QuietSpans.WITHHELD)
        .doesNotContain(
            "amasrakad",
            "no-such-incident",
            "ZQX",
            "agent-of-a-newsroom",
            "secretField",
            "BREWSECRET")
        .doesNotContain("exception.message");
    // Each id, name and text that the dossier has.
    List<String> told =
        com.fasterxml.jackson.databind.json.JsonMapper.builder()
            .build()
            .readTree(Path.of("seeds/amasrakad.json").toFile())
            .findValuesAsText("name");
    assertThat(told).hasSizeGreaterThan(5);
    assertThat(spans).doesNotContain(told);
  }

  @Test
  void logLinesNameTheirTrace() {
    Queue<String> traces = new ConcurrentLinkedQueue<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            traces.add(String.valueOf(ExtLogRecord.wrap(line).getMdc("traceId")));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("org.bilan");
    logger.addHandler(handler);
    try {
      String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
      given()
          .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
          .get("/test/fault")
          .then()
          .statusCode(500);
      assertThat(traces).containsOnly(trace);
    } finally {
      logger.removeHandler(handler);
    }
  }

  private static void put() throws Exception {
    given()
        .contentType("application/json")
        .body(Files.readAllBytes(Path.of("seeds/amasrakad.json")))
        .put("/dossiers/" + INCIDENT);
  }

  /** All spans so far, once these are among them. */
  private String spansUntil(String... names) throws InterruptedException {
    long giveUp = System.nanoTime() + 20_000_000_000L;
    String all;
    do {
      Thread.sleep(50);
      all = String.join("\n", received);
    } while (!List.of(names).stream().allMatch(all::contains) && System.nanoTime() < giveUp);
    assertThat(all).contains(names);
    return all;
  }
}
