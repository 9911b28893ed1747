package org.bilan.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;
import org.bilan.access.FirstStart;
import org.bilan.archive.Serving;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The running service: says where it is, then waits for the signal to stop. */
@Singleton
public final class Server implements QuarkusApplication {

  private final HttpServer http;
  private final String host;
  private final String place;
  private final FirstStart firstStart;
  private final Serving serving;

  Server(
      HttpServer http,
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "bilan.database.place") String place,
      FirstStart firstStart,
      Serving serving) {
    this.http = http;
    this.host = host;
    this.place = place;
    this.firstStart = firstStart;
    this.serving = serving;
  }

  @Override
  public int run(String... args) {
    serving.begin();
    // A server that listens everywhere is still reached under one name from here.
    String name = host.equals("0.0.0.0") || host.equals("127.0.0.1") ? "localhost" : host;
    String address = "http://%s:%d".formatted(name, http.getPort());
    System.out.printf(
        "Bilan listens on %s - its archive is %s - try it: %s/q/swagger-ui/%n",
        address, place, address);
    firstStart
        .generatedPassword()
        .ifPresent(
            password ->
                System.out.printf(
                    "First start: log in as %s with the password %s - it is shown this once.%n"
                        + "Others get logins of their own with: bilan user add NAME --role reporter%n",
                    FirstStart.ADMIN, password));
    Quarkus.waitForExit();
    return 0;
  }
}
