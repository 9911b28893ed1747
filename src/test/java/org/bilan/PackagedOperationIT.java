package org.bilan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.bilan.operation.OtlpReceiver;
import org.junit.jupiter.api.Test;

/** The two settings by which an operator asks for traces and for logs as JSON. */
class PackagedOperationIT {

  private static final String HOME = PackagedServer.home(PackagedOperationIT.class).toString();

  @Test
  void askedForTheyAreThere() throws Exception {
    OtlpReceiver collector = new OtlpReceiver();
    Map<String, String> asked =
        Map.of(
            "BILAN_LOG_FORMAT", "json",
            "OTEL_EXPORTER_OTLP_ENDPOINT", collector.listen(),
            "OTEL_SERVICE_NAME", "bilan-of-the-newsroom");
    try (PackagedServer server = launch(asked)) {
      assertThat(rules(server)).isEqualTo(200);
      for (String line : server.output().split("\n")) {
        JsonNode message = new JsonMapper().readTree(line);
        assertThat(message.get("level").textValue()).isEqualTo("INFO");
        assertThat(message.get("message").textValue()).isNotBlank();
      }
      assertThat(server.output()).contains("Bilan listens on");
      assertThat(server.output().contains("its desk is there"))
          .isEqualTo(Client.of(server).status("/") == 200);
      long giveUp = System.nanoTime() + 30_000_000_000L;
      while (!String.join("", collector.received()).contains("GET /rules")
          && System.nanoTime() < giveUp) {
        Thread.sleep(100);
      }
      assertThat(String.join("", collector.received()))
          .contains("GET /rules", "http.route", "bilan-of-the-newsroom");
    } finally {
      collector.stop();
    }
  }

  /** As compose files leave variables blank. */
  @Test
  void notAskedForTheyAreNot() throws Exception {
    Map<String, String> blank = Map.of("BILAN_LOG_FORMAT", "", "OTEL_EXPORTER_OTLP_ENDPOINT", "");
    try (PackagedServer server = launch(blank)) {
      assertThat(rules(server)).isEqualTo(200);
      assertThat(server.output()).contains("\nBilan listens on ").doesNotContain("{");
    }
  }

  private static PackagedServer launch(Map<String, String> settings) throws Exception {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("BILAN_HOME", HOME);
    return PackagedServer.launch(environment).started();
  }

  private static int rules(PackagedServer server) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(server.address().resolve("/rules"))
                .header("Authorization", PackagedServer.ADMIN)
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
