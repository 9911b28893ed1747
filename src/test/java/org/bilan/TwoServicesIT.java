package org.bilan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
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

/** Two services of one archive. */
@Timeout(value = 150, unit = TimeUnit.SECONDS)
@Tag("long") // run by mvn -Pfaults verify
class TwoServicesIT {

  private static final String NAME = "it_two";

  @Test
  void startAtOnceOnAnEmptyDatabaseAndWriteIntoOneLedger() throws Exception {
    try (OwnPostgres postgres = new OwnPostgres()) {
      Map<String, String> environment =
          Map.of(
              "DATABASE_URL", postgres.empty(NAME),
              "BILAN_SECRET", Client.SECRET,
              "BILAN_ADMIN_PASSWORD", Client.PASSWORD);
      try (PackagedServer one = PackagedServer.launch(environment);
          PackagedServer other = PackagedServer.launch(environment)) {
        one.started();
        other.started();
        assertThat(postgres.ask(NAME, "select name from person")).containsExactly("admin");
        assertThat(
                postgres.ask(
                    NAME, "select script from flyway_schema_history where script is not null"))
            .doesNotHaveDuplicates()
            .contains("db/migration/V1__archive.sql", "db/migration/R__grants.sql");
        assertThat(postgres.ask(NAME, "select action from ledger"))
            .containsExactlyInAnyOrder("person-created", "ruleset-in-force");

        try {
          write(List.of(Client.of(one), Client.of(other)));
        } catch (Exception e) {
          throw new AssertionError(one.output() + other.output(), e);
        }
        assertThat(Client.of(one).json("/ledger/verification").get("faults")).isEmpty();
        assertThat(postgres.ask(NAME, "select count(*) from ledger where action = 'dossier-put'"))
            .containsExactly("80");

        Map<String, String> stranger = new HashMap<>(environment);
        stranger.put("BILAN_SECRET", Client.SECRET + "-not");
        Map<String, String> nothing = Map.of("DATABASE_URL", environment.get("DATABASE_URL"));
        try (PackagedServer third = PackagedServer.launch(nothing)) {
          assertThat(third.exitCode()).isEqualTo(1);
          assertThat(third.output())
              .startsWith("Bilan cannot start. With DATABASE_URL it needs BILAN_SECRET")
              .hasLineCount(1);
        }
        try (PackagedServer third = PackagedServer.launch(stranger)) {
          assertThat(third.exitCode()).isEqualTo(1);
          assertThat(third.output())
              .startsWith("Bilan cannot start. BILAN_SECRET is not the secret that this archive")
              .hasLineCount(1);
        }
      }
    }
  }

  /** Four writers at each, some of them of the same dossiers. */
  private static void write(List<Client> clients) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int writer = i;
        writers.add(
            threads.submit(
                () -> {
                  for (int n = 0; n < 10; n++) {
                    int status =
                        clients
                            .get(writer % 2)
                            .put("two-%d-%d".formatted(n, writer / 4))
                            .statusCode();
                    assertThat(status).isIn(200, 201);
                  }
                  return null;
                }));
      }
      for (Future<?> writer : writers) {
        writer.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
