package org.bilan.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bilan.rest.LoggedIn;
import org.bilan.rest.Sample;
import org.junit.jupiter.api.Test;

/** What operators ask for is there, after real requests, under labels that clients cannot make. */
@QuarkusTest
class MetricsTest {

  private static final String REQUESTS = "http_server_requests_seconds_count";
  private static final String FIRINGS = "bilan_rule_firings_total";

  @TestHTTPResource URL address;

  @Test
  void requestsAreCountedByRouteAndOutcome() {
    Metrics before = Metrics.scraped();
    put("metrics-route").then().statusCode(201);
    given().delete("/dossiers/metrics-route").then().statusCode(204);
    given().get("/dossiers/metrics-route").then().statusCode(404);
    given().contentType("application/json").body("{}").post("/assessments").then().statusCode(422);
    Metrics after = Metrics.scraped();

    assertThat(
            more(
                before, after, REQUESTS, "uri", "/dossiers/{id}", "method", "PUT", "status", "201"))
        .isEqualTo(1);
    assertThat(
            more(
                before, after, REQUESTS, "uri", "/dossiers/{id}", "method", "GET", "status", "404"))
        .isEqualTo(1);
    assertThat(
            more(
                before,
                after,
                REQUESTS,
                "uri",
                "/assessments",
                "status",
                "422",
                "outcome",
                "CLIENT_ERROR"))
        .isEqualTo(1);
    assertThat(after.values(REQUESTS, "uri")).noneMatch(uri -> uri.contains("metrics-route"));
  }

  @Test
  void clientsCannotMakeSeries() throws IOException {
    for (int i = 0; i < 5; i++) {
      given().get("/no-such-path-" + i);
      given().post("/dossiers/secret-incident-" + i);
      given().request("BREW" + i, "/dossiers/secret-incident-" + i);
      raw("GET /dossiers/secret-" + i + "%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      raw(
          "GET /rules?"
              + i
              + "a".repeat(9_000)
              + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      brokenOff("/dossiers/secret-reset-" + i);
    }
    Metrics metrics = scrapedOnceThereIs("RESET");
    assertThat(metrics.values(REQUESTS, "uri"))
        .contains("NOT_FOUND", "UNKNOWN")
        .allMatch(
            uri ->
                uri.matches(
                    "NOT_FOUND|UNKNOWN|REDIRECTION|root|(/([a-z.]+|([a-z]+[.])?\\{[a-z]+}))+"),
            "a route")
        .noneMatch(uri -> uri.contains("secret"));
    assertThat(metrics.values(REQUESTS, "method"))
        .contains("OTHER")
        .isSubsetOf("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "OTHER");
  }

  @Test
  void percentilesCanBeComputedFromBuckets() {
    put("metrics-buckets").then().statusCode(201);
    given().delete("/dossiers/metrics-buckets");
    Metrics metrics = Metrics.scraped();
    for (List<Metrics.Series> buckets :
        List.of(
            metrics.of("bilan_judging_seconds_bucket"),
            metrics.of(
                "http_server_requests_seconds_bucket",
                "uri",
                "/dossiers/{id}",
                "method",
                "PUT",
                "status",
                "201"))) {
      assertThat(buckets).hasSize(16);
      assertThat(buckets)
          .extracting(b -> b.labels().get("le"))
          .contains("0.0025", "0.25", "30.0", "+Inf");
      List<Double> counts = buckets.stream().map(Metrics.Series::value).toList();
      assertThat(counts).isSorted();
      assertThat(counts.get(15)).isGreaterThanOrEqualTo(1);
    }
  }

  @Test
  void aRuleThatMakesAFindingIsCountedOnceForEachClaim() {
    Metrics before = Metrics.scraped();
    Response response = post(Sample.of("metrics-rules").bytes());
    Metrics after = Metrics.scraped();

    Map<String, Double> expected = new TreeMap<>();
    JsonPath assessment = response.jsonPath();
    List<List<String>> rulesByClaim = assessment.getList("claims.findings.rule");
    rulesByClaim.forEach(
        rules -> Set.copyOf(rules).forEach(rule -> expected.merge(rule, 1.0, Double::sum)));
    Map<String, Double> counted = new TreeMap<>();
    for (String rule : after.values(FIRINGS, "rule")) {
      double more = more(before, after, FIRINGS, "rule", rule);
      if (more > 0) {
        counted.put(rule, more);
      }
    }
    assertThat(counted).isNotEmpty().isEqualTo(expected);
  }

  @Test
  void rulesThatWeighNothingOrNeverFireAreCountedToo() throws IOException {
    post(Files.readAllBytes(Path.of("seeds/amasrakad.json"))).then().statusCode(200);
    Metrics metrics = Metrics.scraped();
    List<String> live =
        given().get("/rules").jsonPath().getList("rules.findAll { it.status == 'live' }.id");
    assertThat(metrics.values(FIRINGS, "rule"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(live);
    assertThat(metrics.sum(FIRINGS, "rule", "contradiction.by-accused"))
        .isPositive(); // weighs 0 there
    assertThat(metrics.of(FIRINGS)).anyMatch(series -> series.value() == 0);
  }

  @Test
  void poolsAndTheJvmAreMeasured() throws Exception {
    put("metrics-pools").then().statusCode(201);
    given().delete("/dossiers/metrics-pools");
    Metrics metrics = Metrics.scraped();
    assertThat(metrics.sum("agroal_acquire_count_total", "datasource", "default")).isPositive();
    assertThat(metrics.names())
        .contains(
            "agroal_active_count",
            "agroal_available_count",
            "agroal_awaiting_count",
            "bilan_workers_queue",
            "jvm_gc_pause_seconds_count",
            "jvm_threads_live_threads",
            "process_cpu_usage");
    assertThat(metrics.sum("jvm_memory_used_bytes", "area", "heap")).isPositive();
    assertThat(metrics.sum("bilan_workers_threads")).isPositive();
    assertThat(metrics.sum("bilan_workers_limit"))
        .isGreaterThanOrEqualTo(metrics.sum("bilan_workers_threads"));
    // The one that prints this; -1 if nobody counts.
    assertThat(metrics.sum("bilan_workers_busy")).isPositive();
    assertThat(metrics.sum("bilan_workers_queue")).isNotNegative();
  }

  /** Else each value would name the trace of a request, as OpenMetrics allows. */
  @Test
  void noSpansAreMadeUnlessSomebodyWantsThem() {
    put("metrics-untraced").then().statusCode(201);
    given().delete("/dossiers/metrics-untraced");
    String metrics = given().get("/q/metrics").asString();
    assertThat(metrics).contains("# EOF", "bilan_judging_seconds_count").doesNotContain("trace_id");
  }

  /** The service notices only after a while that a client has gone. */
  private static Metrics scrapedOnceThereIs(String status) {
    long giveUp = System.nanoTime() + 10_000_000_000L;
    Metrics metrics;
    do {
      metrics = Metrics.scraped();
    } while (!metrics.values(REQUESTS, "status").contains(status) && System.nanoTime() < giveUp);
    assertThat(metrics.values(REQUESTS, "status")).contains(status);
    return metrics;
  }

  private static double more(Metrics before, Metrics after, String name, String... labels) {
    return after.sum(name, labels) - before.sum(name, labels);
  }

  private static Response put(String incident) {
    return given()
        .contentType("application/json")
        .body(Sample.of(incident).bytes())
        .put("/dossiers/" + incident);
  }

  private static Response post(byte[] dossier) {
    return given().contentType("application/json").body(dossier).post("/assessments");
  }

  private void raw(String request) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getInputStream().readAllBytes();
    }
  }

  /** A client that goes away while its body is still awaited. */
  private void brokenOff(String path) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoLinger(true, 0);
      String head =
          "PUT "
              + path
              + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nAuthorization: "
              + LoggedIn.basic()
              + "\r\n";
      socket
          .getOutputStream()
          .write((head + "Content-Length: 9000\r\n\r\n{").getBytes(StandardCharsets.US_ASCII));
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
