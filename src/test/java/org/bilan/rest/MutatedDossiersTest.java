package org.bilan.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bilan.dossier.Documents;
import org.bilan.dossier.DossierMutator;
import org.bilan.dossier.Limits;
import org.junit.jupiter.api.Test;

/** Whatever is sent as a dossier is judged or refused; no fault of ours, and no trace is left. */
@QuarkusTest
class MutatedDossiersTest {

  private static final int CLIENTS = 2;
  private static final int EACH = 5_000;
  private static final int KEPT = 1_000;
  private static final Path REFERENCE = Path.of("seeds/amasrakad.json");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TestHTTPResource("/")
  private URI root;

  @Test
  void tenThousandMutatedDossiersGetAnAssessmentOrAProblem() throws Exception {
    byte[] reference = Files.readAllBytes(REFERENCE);
    HttpResponse<byte[]> before = post(reference);
    assertThat(before.statusCode()).isEqualTo(200);

    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<Integer>> judged = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        DossierMutator mutator = new DossierMutator(20240317 + i);
        judged.add(clients.submit(() -> send(mutator)));
      }
      for (Future<Integer> each : judged) {
        // Else the test would test refusals only, or none.
        assertThat(each.get()).isBetween(EACH / 10, EACH * 9 / 10);
      }
    } finally {
      clients.shutdownNow();
    }

    HttpResponse<byte[]> after = post(reference);
    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(after.body()).isEqualTo(before.body());
  }

  @Test
  void mutatedDossiersAreKeptAsSentOrRefused() throws Exception {
    DossierMutator mutator = new DossierMutator(20240320);
    int kept = 0;
    for (int i = 0; i < KEPT; i++) {
      ObjectNode dossier = mutator.next();
      String id = "mutated-" + i;
      if (dossier.get("incident") instanceof ObjectNode incident) {
        incident.put("id", id);
      }
      byte[] body = Documents.bytes(dossier);
      URI uri = root.resolve("/dossiers/" + id);
      boolean judged = judged(body, send(request(uri).PUT(bytes(body))));
      HttpResponse<byte[]> read = send(request(uri).GET());
      assertThat(read.statusCode()).isEqualTo(judged ? 200 : 404);
      if (judged) {
        assertThat(read.body()).isEqualTo(body);
        assertThat(send(request(uri).DELETE()).statusCode()).isEqualTo(204);
        kept++;
      }
    }
    assertThat(kept).isBetween(KEPT / 10, KEPT * 9 / 10);
  }

  @Test
  void hostileBodiesGetAProblem() throws Exception {
    String seed = Files.readString(REFERENCE);
    List<byte[]> bodies = new ArrayList<>();
    for (String json :
        List.of(
            "",
            "null",
            "\0",
            "[".repeat(1_000_000),
            "{\"a\":".repeat(1_000_000),
            "{\"" + "n".repeat(1_000_000) + "\": 1}",
            "{\"\\ud800\": \"\\udfff\"}",
            seed.replace("\"min\": 14", "\"min\": 1e400"),
            seed.replace("\"min\": 14", "\"min\": 1e999999999"),
            seed.replace("\"min\": 14", "\"min\": " + "9".repeat(1_001)),
            seed.replace("\"Mali\"", "\"\\ud83d\""),
            seed.replace("RFI", "RFI\0"),
            seed + seed)) {
      bodies.add(json.getBytes(StandardCharsets.UTF_8));
    }
    bodies.add(seed.getBytes(StandardCharsets.ISO_8859_1));
    bodies.add(new byte[Limits.BYTES]);
    bodies.add(new byte[] {0, 0, (byte) 0xfe, (byte) 0xff, 0, 0x11, 0, 0});
    for (byte[] body : bodies) {
      assertThat(judged(body, post(body))).isFalse();
    }
  }

  /** Sends, and tells how many were judged. */
  private int send(DossierMutator mutator) throws Exception {
    int judged = 0;
    for (int i = 0; i < EACH; i++) {
      byte[] body = mutator.nextBytes();
      judged += judged(body, post(body)) ? 1 : 0;
    }
    return judged;
  }

  private static boolean judged(byte[] body, HttpResponse<byte[]> response) {
    String sent = new String(body, 0, Math.min(body.length, 20_000), StandardCharsets.UTF_8);
    int status = response.statusCode();
    String type = response.headers().firstValue("Content-Type").orElse("");
    JsonNode answer = Sample.parse(response.body());
    if (status == 200 || status == 201) {
      assertThat(type).as(sent).startsWith("application/json");
      assertThat(answer.get("claims")).as(sent).isNotNull();
    } else {
      assertThat(status).as("%s on %s", answer, sent).isBetween(400, 499);
      assertThat(type).as(sent).startsWith("application/problem+json");
      assertThat(answer.get("status").intValue()).as(sent).isEqualTo(status);
    }
    return status < 400;
  }

  private HttpResponse<byte[]> post(byte[] body) throws Exception {
    return send(request(root.resolve("/assessments")).POST(bytes(body)));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "application/json")
        .header("Authorization", LoggedIn.basic())
        .timeout(Duration.ofMinutes(1));
  }

  private static HttpRequest.BodyPublisher bytes(byte[] body) {
    return HttpRequest.BodyPublishers.ofByteArray(body);
  }
}
