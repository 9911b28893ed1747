package org.bilan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.Client.assertUnavailable;
import static org.bilan.Client.eventually;
import static org.bilan.Client.millis;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bilan.archive.OwnPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One service, whose PostgreSQL is really stopped, killed, paused and locked. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FaultsIT {

  private static final String NAME = "it_faults";
  private static final Duration SOON = Duration.ofSeconds(10);

  /** What a few seconds may become on a machine that is busy, in milliseconds. */
  private static final long PATIENCE = 30_000;

  private static OwnPostgres postgres;
  private static PackagedServer server;
  private static Client client;
  private static ExecutorService threads;

  @BeforeAll
  static void start() throws Exception {
    postgres = new OwnPostgres();
    server =
        PackagedServer.launch(
                Map.of(
                    "DATABASE_URL", postgres.empty(NAME),
                    "BILAN_SECRET", Client.SECRET,
                    "BILAN_ADMIN_PASSWORD", Client.PASSWORD))
            .started();
    client = Client.of(server);
    threads = Executors.newCachedThreadPool();
    assertThat(client.put("before").statusCode()).isEqualTo(201);
  }

  @AfterAll
  static void end() throws Exception {
    try (OwnPostgres stopped = postgres;
        PackagedServer ended = server) {
      if (threads != null) {
        threads.shutdownNow();
      }
      if (server != null) {
        assertThat(server.output()).doesNotContain("Internal fault");
      }
    }
  }

  @Test
  void whileTheDatabaseIsGoneJudgingGoesOnAndWritingComesBackByItself() throws Exception {
    byte[] judged = client.judge("gone").body();
    postgres.stopAtOnce();
    try {
      for (int i = 0; i < 5; i++) {
        HttpResponse<byte[]> known = client.judge("gone");
        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(known.body()).isEqualTo(judged);
        assertUnavailable(client.put("gone"));
        assertUnavailable(client.get("/dossiers/before"));
      }
      Client stranger = client.as(PackagedServer.basic(Client.ADMIN, "not-the-right-one"));
      assertUnavailable(stranger.judge("gone"));
      assertUnavailable(
          client.as("Bearer bilan_" + "0".repeat(16) + "_" + "0".repeat(64)).get("/me"));
      assertThat(client.status("/q/health/ready")).isEqualTo(503);
      assertThat(client.status("/q/health/live")).isEqualTo(200);
    } finally {
      postgres.start();
    }
    eventually(SOON, () -> client.put("gone").statusCode() == 201);
    // Not one of the connections that died is given to anybody.
    for (int i = 0; i < 5; i++) {
      assertThat(client.put("gone").statusCode()).isEqualTo(200);
    }
    assertThat(client.status("/q/health/ready")).isEqualTo(200);
    assertThat(
            client
                .as(PackagedServer.basic(Client.ADMIN, "not-the-right-one"))
                .judge("gone")
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void whatWasAcknowledgedOutlivesTheKillingOfTheDatabaseAndNothingIsHalfWritten()
      throws Exception {
    Set<String> acknowledged = new ConcurrentSkipListSet<>();
    Set<Integer> statuses = new ConcurrentSkipListSet<>();
    AtomicBoolean enough = new AtomicBoolean();
    List<Future<?>> writers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      int writer = i;
      writers.add(
          threads.submit(
              () -> {
                for (int n = 0; n < 10_000 && !enough.get(); n++) {
                  String incident = "kill-%d-%d".formatted(writer, n);
                  int status = client.put(incident).statusCode();
                  statuses.add(status);
                  if (status < 300) {
                    acknowledged.add(incident);
                  }
                }
                return null;
              }));
    }
    eventually(SOON, () -> acknowledged.size() > 100);
    postgres.kill();
    Thread.sleep(500);
    enough.set(true);
    for (Future<?> writer : writers) {
      writer.get(60, TimeUnit.SECONDS);
    }
    postgres.start();
    eventually(SOON, () -> client.status("/q/health/ready") == 200);

    assertThat(statuses).containsExactly(201, 503);
    String kept =
        "select d.incident from dossier d join dossier_version v using (incident, version)"
            + " join assessment a on a.id = d.assessment and a.version = d.version"
            + " where d.incident like 'kill-%' and exists"
            + " (select 1 from claim c where c.assessment = a.id)";
    Set<String> whole = new TreeSet<>(postgres.ask(NAME, kept));
    assertThat(whole).containsAll(acknowledged);
    assertThat(postgres.ask(NAME, "select incident from dossier where incident like 'kill-%'"))
        .containsExactlyInAnyOrderElementsOf(whole);
    assertThat(
            postgres.ask(
                NAME,
                "select substr(object, 9) from ledger where action = 'dossier-put'"
                    + " and object like 'dossier:kill-%'"))
        .containsExactlyInAnyOrderElementsOf(whole);
    assertThat(client.json("/ledger/verification").get("faults")).isEmpty();
    assertThat(client.put("kill-0-0").statusCode()).isEqualTo(200);
  }

  @Test
  void aPausedDatabaseCostsTheFirstAFewSecondsAndTheOthersNothing() throws Exception {
    client.judge("paused");
    postgres.pause();
    try {
      List<Future<Long>> judging = together(20, () -> client.judge("paused"), 200);
      List<Future<Long>> writing = together(20, () -> client.put("paused"), 503);
      long first = Math.min(middle(taken(judging)), middle(taken(writing)));
      assertThat(first).isLessThan(PATIENCE);
      // By now it is spared.
      List<Long> judged = new ArrayList<>();
      List<Long> written = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        judged.add(millis(() -> client.judge("paused")));
        written.add(millis(() -> client.put("paused")));
        assertThat(client.status("/q/health/ready")).isEqualTo(503);
      }
      assertThat(2 * middle(judged)).isLessThan(first);
      assertThat(2 * middle(written)).isLessThan(first);
      assertThat(busyThreads()).isLessThan(5);
    } finally {
      postgres.resume();
    }
    eventually(SOON, () -> client.put("paused").statusCode() < 300);
    assertThat(client.status("/q/health/ready")).isEqualTo(200);
  }

  @Test
  void aLockThatOthersHoldStopsWritersForFiveSecondsEachAndNobodyElse() throws Exception {
    try (Connection other = postgres.connect(NAME)) {
      other.setAutoCommit(false);
      other.createStatement().execute("select * from ledger_head for update");
      // More than there are connections, and almost as many as there are threads.
      List<Future<Long>> writing = together(45, () -> client.put("locked"), 503);
      Thread.sleep(1_500);
      List<Long> judged = new ArrayList<>();
      List<Long> read = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        assertThat(client.judge("locked").statusCode()).isEqualTo(200);
        judged.add(millis(() -> client.judge("locked")));
        assertThat(client.status("/dossiers/before")).isEqualTo(200);
        read.add(millis(() -> client.get("/dossiers/before")));
      }
      assertThat(client.status("/q/health/ready")).isEqualTo(200);
      long writers = middle(taken(writing));
      assertThat(writers).isLessThan(PATIENCE);
      assertThat(2 * middle(judged)).isLessThan(writers);
      assertThat(2 * middle(read)).isLessThan(writers);
      other.rollback();
    }
    assertThat(client.put("locked").statusCode()).isEqualTo(201);

    try (Connection other = postgres.connect(NAME)) {
      other.setAutoCommit(false);
      other.createStatement().execute("lock table dossier in access exclusive mode");
      List<Future<Long>> waiting = together(1, () -> client.put("locked"), 503);
      waiting.addAll(together(1, () -> client.get("/dossiers/before"), 503));
      assertThat(client.judge("locked").statusCode()).isEqualTo(200);
      for (Future<Long> each : waiting) {
        assertThat(each.get()).isBetween(4_000L, PATIENCE);
      }
    }
    assertThat(client.put("locked").statusCode()).isEqualTo(200);
  }

  /** How long each takes, in milliseconds, that gets this answer. */
  private static List<Future<Long>> together(
      int number, Callable<HttpResponse<byte[]>> request, int expected) {
    List<Future<Long>> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      all.add(
          threads.submit(
              () ->
                  millis(
                      () -> {
                        HttpResponse<byte[]> response = request.call();
                        assertThat(response.statusCode())
                            .as(Client.text(response))
                            .isEqualTo(expected);
                        return response;
                      })));
    }
    return all;
  }

  private static List<Long> taken(List<Future<Long>> all) throws Exception {
    List<Long> taken = new ArrayList<>();
    for (Future<Long> each : all) {
      taken.add(each.get());
    }
    return taken;
  }

  /** The median, which one that was slow does not move. */
  private static long middle(List<Long> taken) {
    return taken.stream().sorted().skip(taken.size() / 2).findFirst().orElseThrow();
  }

  private static int busyThreads() throws Exception {
    Matcher active =
        Pattern.compile("(?m)^worker_pool_active\\{[^}]*vert.x-worker[^}]*} ([0-9.]+)")
            .matcher(Client.text(client.get("/q/metrics")));
    assertThat(active.find()).isTrue();
    return (int) Double.parseDouble(active.group(1));
  }
}
