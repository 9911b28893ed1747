package org.bilan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bilan.rest.Sample;

/** Somebody who sends requests to a packaged service. */
public final class Client {

  static final String ADMIN = "admin";
  static final String PASSWORD = PackagedServer.PASSWORD;
  static final String SECRET = "0123456789abcdef0123456789abcdef-only-for-these-tests";

  public static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private final URI address;
  private final String authorization;

  Client(URI address, String authorization) {
    this.address = address;
    this.authorization = authorization;
  }

  public static Client of(PackagedServer server) throws IOException {
    return new Client(server.address(), PackagedServer.ADMIN);
  }

  public Client as(String authorization) {
    return new Client(address, authorization);
  }

  /** A new login with these roles, made by this one; returns who that is. */
  public Client add(String name, String... roles) throws Exception {
    HttpResponse<byte[]> added =
        post("/users", Map.of("name", name, "roles", roles, "password", PASSWORD));
    assertThat(added.statusCode()).as(text(added)).isEqualTo(201);
    return as(PackagedServer.basic(name, PASSWORD));
  }

  public HttpResponse<byte[]> send(String method, String path, byte[] body) throws Exception {
    return send(method, path, "application/json", body);
  }

  /** Sends what JSON writes of a value. */
  public HttpResponse<byte[]> post(String path, Object value) throws Exception {
    return send("POST", path, JSON.writeValueAsBytes(value));
  }

  /** What is answered to a POST that has to succeed. */
  public JsonNode done(String path, Object value) throws Exception {
    HttpResponse<byte[]> response = post(path, value);
    assertThat(response.statusCode()).as(path + ": " + text(response)).isIn(200, 201);
    return json(response);
  }

  public HttpResponse<byte[]> send(String method, String path, String type, byte[] body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", authorization)
            .header("Content-Type", type)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  public HttpResponse<byte[]> get(String path) throws Exception {
    return send("GET", path, null);
  }

  HttpResponse<byte[]> put(String incident) throws Exception {
    return send("PUT", "/dossiers/" + incident, Sample.of(incident).bytes());
  }

  HttpResponse<byte[]> judge(String incident) throws Exception {
    return send("POST", "/assessments", Sample.of(incident).bytes());
  }

  int status(String path) throws Exception {
    return get(path).statusCode();
  }

  public JsonNode json(String path) throws Exception {
    return JSON.readTree(get(path).body());
  }

  public static JsonNode json(HttpResponse<byte[]> response) throws IOException {
    return JSON.readTree(response.body());
  }

  public static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /** As README promises: a problem, and when to come again. */
  static void assertUnavailable(HttpResponse<byte[]> response) {
    assertThat(response.statusCode()).as(text(response)).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
    assertThat(response.headers().firstValue("Content-Type"))
        .get()
        .asString()
        .startsWith("application/problem+json");
  }

  /** How many milliseconds something takes. */
  static long millis(Callable<?> work) throws Exception {
    long begun = System.nanoTime();
    work.call();
    return (System.nanoTime() - begun) / 1_000_000;
  }

  /** Asks again and again, for so long at most. */
  static void eventually(Duration patience, Callable<Boolean> truth) throws Exception {
    long giveUp = System.nanoTime() + patience.toNanos();
    while (!truth.call()) {
      assertThat(System.nanoTime()).as("patience: " + patience).isLessThan(giveUp);
      Thread.sleep(100);
    }
  }
}
