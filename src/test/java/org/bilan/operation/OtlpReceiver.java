package org.bilan.operation;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A collector of traces. What it gets are Protocol Buffers, in which every name and value that is
 * text stands as such.
 */
public final class OtlpReceiver implements QuarkusTestResourceLifecycleManager {

  private final Queue<String> received = new ConcurrentLinkedQueue<>();
  private HttpServer server;

  /** Where it listens, as an operator says so. */
  public String listen() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/v1/traces",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          // Readable when a test fails.
          received.add(new String(body, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}+", " "));
          exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** All that has come in. */
  public Queue<String> received() {
    return received;
  }

  /** What {@code serve --traces} sets; and spans are sent at once, not every five seconds. */
  @Override
  public Map<String, String> start() {
    return Map.of(
        "quarkus.otel.exporter.otlp.endpoint", listen(),
        "quarkus.otel.sdk.disabled", "false",
        "quarkus.otel.bsp.schedule.delay", "50ms");
  }

  @Override
  public void inject(TestInjector tests) {
    tests.injectIntoFields(received, new TestInjector.MatchesType(Queue.class));
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }
}
