package org.bilan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bilan.archive.OwnPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service that is told to stop while requests are under way. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
@Tag("long") // run by mvn -Pfaults verify
class ShutdownIT {

  private static final Path HOME = PackagedServer.home(ShutdownIT.class);
  private static final int WRITERS = 3;

  @Test
  void finishesWhatIsUnderWayAlsoWithTheEmbeddedDatabase() throws Exception {
    Map<String, String> environment =
        Map.of("BILAN_HOME", HOME.toString(), "BILAN_ADMIN_PASSWORD", Client.PASSWORD);
    ExecutorService threads = Executors.newCachedThreadPool();
    try (PackagedServer server = PackagedServer.launch(environment).started()) {
      Client client = Client.of(server);
      assertThat(client.put("before").statusCode()).isEqualTo(201);
      // Nobody but the service itself could start its database again.
      OwnPostgres.kill(HOME.resolve("postgres"));
      Client.eventually(Duration.ofSeconds(30), () -> client.put("before").statusCode() == 200);
      List<Future<HttpResponse<byte[]>>> writing = new ArrayList<>();
      try (Connection dossiers = connect();
          Connection ledger = connect()) {
        dossiers.setAutoCommit(false);
        ledger.setAutoCommit(false);
        ledger.createStatement().execute("select * from ledger_head for update");
        for (int i = 0; i < WRITERS; i++) {
          String incident = "stop-" + i;
          dossiers
              .createStatement()
              .execute(
                  "select pg_advisory_xact_lock(hashtextextended('%s', 0))".formatted(incident));
          writing.add(threads.submit(() -> client.put(incident)));
        }
        awaitWaiting();
        long told = System.nanoTime();
        server.terminate();
        // Each waits at most five seconds for one lock: for two of them it takes longer than that.
        TimeUnit.MILLISECONDS.sleep(3_500);
        assertNobodyEnters(client);
        dossiers.rollback();
        TimeUnit.MILLISECONDS.sleep(3_500);
        ledger.rollback();
        for (Future<HttpResponse<byte[]>> each : writing) {
          HttpResponse<byte[]> response = each.get(20, TimeUnit.SECONDS);
          assertThat(response.statusCode()).as(Client.text(response)).isEqualTo(201);
        }
        assertThat(server.exitCode()).isIn(0, 143);
        assertThat(System.nanoTime() - told).isLessThan(TimeUnit.SECONDS.toNanos(20));
      }
      assertThat(HOME.resolve("postgres/postmaster.pid")).doesNotExist();
    } finally {
      threads.shutdownNow();
    }
    // What was answered is there.
    try (PackagedServer server = PackagedServer.launch(environment).started()) {
      for (int i = 0; i < WRITERS; i++) {
        assertThat(Client.of(server).status("/dossiers/stop-" + i)).isEqualTo(200);
      }
      server.stop();
    }
  }

  /** Asks over a new connection each time: one transaction sees one moment of it. */
  private static void awaitWaiting() throws Exception {
    Client.eventually(
        Duration.ofSeconds(4),
        () -> {
          try (Connection connection = connect();
              var rows =
                  connection
                      .createStatement()
                      .executeQuery(
                          "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
            rows.next();
            return rows.getInt(1) == WRITERS;
          }
        });
  }

  /** Refused, or told that it is not there any more. */
  private static void assertNobodyEnters(Client client) {
    try {
      assertThat(client.judge("late").statusCode()).isEqualTo(503);
    } catch (Exception refused) {
      assertThat(refused).isInstanceOf(IOException.class);
    }
  }

  private static Connection connect() throws Exception {
    Path data = HOME.resolve("postgres");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%s/postgres"
            .formatted(Files.readAllLines(data.resolve("postmaster.pid")).get(3).strip()),
        "bilan",
        Files.readString(data.resolve("bilan-password")).strip());
  }
}
