package org.bilan.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;
import org.bilan.archive.Serving;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The running service: says where it is, then waits for the signal to stop. */
@Singleton
public final class Server implements QuarkusApplication {

  private static final Logger LOG = Logger.getLogger(Server.class);

  private final HttpServer http;
  private final String host;
  private final String place;
  private final boolean json;
  private final Serving serving;

  Server(
      HttpServer http,
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "bilan.database.place") String place,
      @ConfigProperty(name = "quarkus.log.console.json.enabled") boolean json,
      Serving serving) {
    this.http = http;
    this.host = host;
    this.place = place;
    this.json = json;
    this.serving = serving;
  }

  @Override
  public int run(String... args) {
    serving.begin();
    // A server that listens everywhere is still reached under one name from here.
    String name = host.equals("0.0.0.0") || host.equals("127.0.0.1") ? "localhost" : host;
    String address = "http://%s:%d".formatted(name, http.getPort());
    String message =
        "Bilan listens on %s%s - its archive is %s - its API: %s/q/swagger-ui/"
            .formatted(address, hasDesk() ? " - its desk is there" : "", place, address);
    if (json) {
      LOG.info(message); // What reads the log expects nothing between its lines.
    } else {
      System.out.println(message);
    }
    Quarkus.waitForExit();
    return 0;
  }

  /** It can be built without. */
  private static boolean hasDesk() {
    return Thread.currentThread()
            .getContextClassLoader()
            .getResource("META-INF/resources/index.html")
        != null;
  }
}
