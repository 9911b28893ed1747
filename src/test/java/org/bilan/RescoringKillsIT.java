package org.bilan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.Client.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bilan.archive.OwnPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the service and the database at random moments of rescorings, and starts them again: what
 * comes of it equals what an undisturbed run makes of the same archive. As many kills as {@code
 * -Dbilan.kills=30} says; they are the same for the same {@code -Dbilan.kills.seed}.
 */
@Timeout(value = 40, unit = TimeUnit.MINUTES)
class RescoringKillsIT {

  private static final String NAME = "it_rescoring_kills";
  private static final int KILLS = Integer.getInteger("bilan.kills", 2);
  private static final long SEED = Long.getLong("bilan.kills.seed", 20240317);
  private static final int KILLS_A_RUN = 3;
  private static final int CHUNK = 10;

  /** UCDP GED; see the README beside it. */
  private static final String ARCHIVE = "src/test/resources/org/bilan/importer/ged-sample-1000.csv";

  private static final String OF_NEWEST =
      "select count(*) from assessment a where a.revision ="
          + " (select revision from ruleset order by id desc limit 1)";

  /** A worker that was killed is missed after twenty seconds. */
  private static final Duration MISSED = Duration.ofSeconds(60);

  private static OwnPostgres postgres;
  private static PackagedServer server;
  private static Client client;
  private static Map<String, String> environment;

  @TempDir static Path rules;

  @BeforeAll
  static void importAndChangeTheRules() throws Exception {
    postgres =
        new OwnPostgres(Path.of(System.getProperty("bilan.it.home")).resolveSibling("it-kills"));
    environment =
        new HashMap<>(
            Map.of(
                "DATABASE_URL",
                postgres.empty(NAME),
                "BILAN_SECRET",
                Client.SECRET,
                "BILAN_ADMIN_PASSWORD",
                Client.PASSWORD,
                "BILAN_RESCORING_CHUNK",
                String.valueOf(CHUNK),
                "BILAN_RESCORING_LOOK",
                "0.2S"));
    start();
    PackagedServer.Ended imported = PackagedServer.run(environment, "import", ARCHIVE, "--store");
    assertThat(imported.code()).as(imported.output()).isZero();
    assertThat(number("select count(*) from assessment")).isEqualTo(1_000);
    server.stop();
    CopiedRules.into(rules).edit("ruleset.yaml", "prior:\n  value: -4\n", "prior:\n  value: -7\n");
    environment.put("BILAN_RULES", rules.toString());
    start();
  }

  @AfterAll
  static void end() throws Exception {
    try (OwnPostgres stopped = postgres;
        PackagedServer ended = server) {
      // Both end here.
    }
  }

  private static void start() throws Exception {
    server = PackagedServer.launch(environment).started();
    client = Client.of(server);
  }

  @Test
  void whateverDiesARunEndsAsIfNothingHadDied() throws Exception {
    asBefore();
    long whole = begin();
    ended(whole);
    Kept undisturbed = Kept.of(whole);
    assertThat(undisturbed.assessments()).isEqualTo(1_000);
    assertThat(undisturbed.run()).contains("\"appended\":1000").contains("\"failed\":0");
    assertThat(undisturbed.moved()).contains("\"dossiers\":1000");

    Random random = new Random(SEED);
    int left = KILLS;
    boolean service = true;
    while (left > 0) {
      asBefore();
      long run = begin();
      int now = Math.min(left, KILLS_A_RUN);
      int done = 0;
      for (int i = 0; i < now; i++) {
        // Somewhere in what is left, between or within chunks.
        done += random.nextInt(Math.max(1, (1_000 - done) / (now - i)));
        reaches(run, done);
        TimeUnit.MICROSECONDS.sleep(random.nextInt(30_000));
        kill(service);
        service = !service;
      }
      left -= now;
      ended(run);
      assertThat(Kept.of(run)).as("run %d, %d kills left", run, left).isEqualTo(undisturbed);
    }
    PackagedServer.Ended verified = PackagedServer.run(environment, "ledger", "verify");
    assertThat(verified.code()).as(verified.output()).isZero();
  }

  @Test
  void theCommandRescoresTellsWhatMovedPausesAndResumes() throws Exception {
    asBefore();
    PackagedServer.Ended wrong =
        PackagedServer.run(environment, "rescore", "--out", "no/such/folder/moved.csv");
    assertThat(wrong.code()).as(wrong.output()).isEqualTo(2);
    PackagedServer.Ended dry =
        PackagedServer.run(environment, "rescore", "--dry-run", "--format", "json");
    assertThat(dry.code()).as(dry.output()).isZero();
    JsonNode moved = Client.JSON.readTree(dry.output());
    assertThat(moved.path("dossiers").asInt()).isEqualTo(1_000);
    assertThat(moved.path("changed").asInt()).isPositive();
    assertThat(number(OF_NEWEST)).isZero();

    long run;
    try (PackagedServer command = PackagedServer.begin(environment, "rescore")) {
      endWhileItBegins(command);
      command.exitCode();
      run = number("select max(id) from rescoring where not dry_run");
      assertThat(command.output()).contains("rescore --resume " + run);
    }
    JsonNode paused = client.json("/rescorings/" + run);
    assertThat(paused.path("state").asText()).isEqualTo("paused");
    PackagedServer.Ended resumed =
        PackagedServer.run(environment, "rescore", "--resume", String.valueOf(run), "--lang", "fr");
    assertThat(resumed.code()).as(resumed.output()).isZero();
    assertThat(number(OF_NEWEST)).isEqualTo(1_000);
    JsonNode done = client.json("/rescorings/" + run);
    assertThat(done.path("appended").asInt()).isEqualTo(1_000);
    for (String form : List.of("table", "csv", "html")) {
      PackagedServer.Ended told =
          PackagedServer.run(
              environment, "rescore", "--resume", String.valueOf(run), "--format", form);
      assertThat(told.code()).as(told.output()).isZero();
      assertThat(told.output()).contains(done.path("revision").asText().substring(0, 12));
    }
  }

  /** The run begins only after its command was told to end: the earliest that this can be. */
  private static void endWhileItBegins(PackagedServer command) throws Exception {
    try (Connection others = postgres.connect(NAME)) {
      others.setAutoCommit(false);
      others.createStatement().execute("lock table rescoring in share row exclusive mode");
      eventually(
          MISSED,
          () ->
              number(
                      "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                          + " and query like 'insert into rescoring %'")
                  == 1);
      command.terminate();
      TimeUnit.SECONDS.sleep(1); // The signal arrives first.
      others.commit();
    }
  }

  private static void kill(boolean service) throws Exception {
    if (service) {
      server.kill();
      server.close();
      start();
    } else {
      postgres.kill();
      postgres.start();
      eventually(MISSED, () -> client.status("/q/health/ready") == 200);
    }
  }

  private static long begin() throws Exception {
    JsonNode begun = Client.json(client.post("/rescorings", Map.of()));
    assertThat(begun.path("id").asLong()).as(begun.toString()).isPositive();
    return begun.path("id").asLong();
  }

  /** Looks often: a chunk takes some milliseconds. */
  private static void reaches(long run, int dossiers) throws Exception {
    long giveUp = System.nanoTime() + MISSED.toNanos();
    try (Connection connection = postgres.connect(NAME);
        PreparedStatement question =
            connection.prepareStatement(
                "select dossiers >= ? or state <> 'running' from rescoring where id = ?")) {
      question.setInt(1, dossiers);
      question.setLong(2, run);
      while (true) {
        try (ResultSet row = question.executeQuery()) {
          row.next();
          if (row.getBoolean(1)) {
            return;
          }
        }
        assertThat(System.nanoTime()).as("patience").isLessThan(giveUp);
        Thread.sleep(2);
      }
    }
  }

  private static void ended(long run) throws Exception {
    eventually(
        MISSED, () -> !client.json("/rescorings/" + run).path("state").asText().equals("running"));
    JsonNode ended = client.json("/rescorings/" + run);
    assertThat(ended.path("state").asText()).as(ended + server.output()).isEqualTo("done");
  }

  /** What the last run made is forgotten, as only the owner of the tables can. */
  private static void asBefore() throws SQLException, IOException {
    try (Connection connection = postgres.connect(NAME)) {
      connection
          .createStatement()
          .execute(
              "delete from assessment where revision = (select r.revision from ruleset r"
                  + " order by id desc limit 1);"
                  + " update dossier d set assessment = a.id from assessment a"
                  + " where a.incident = d.incident and a.version = d.version");
    }
  }

  /**
   * All that a run leaves.
   *
   * @param contents a digest of each assessment with its claims, and of where each dossier stands
   * @param run its numbers
   */
  private record Kept(long assessments, String contents, String run, String moved) {

    static Kept of(long run) throws Exception {
      ObjectNode told = (ObjectNode) client.json("/rescorings/" + run);
      told.remove(List.of("id", "begunAt", "endedAt", "rate", "secondsLeft"));
      ObjectNode moved = (ObjectNode) client.json("/rescorings/" + run + "/moved");
      moved.remove("run");
      String newest = " where a.revision = (select revision from ruleset order by id desc limit 1)";
      return new Kept(
          number("select count(*) from assessment a" + newest),
          postgres
              .ask(
                  NAME,
                  "select md5(string_agg(md5(a.incident || a.version || a.as_of"
                      + " || encode(a.document, 'hex') || (d.assessment = a.id) || (select"
                      + " string_agg(c.claim || c.harm || coalesce(c.victims, '-') || c.score"
                      + " || c.evidence || c.grade, ',' order by c.claim) from claim c"
                      + " where c.assessment = a.id)), ',' order by a.incident, a.version))"
                      + " from assessment a join dossier d on d.incident = a.incident"
                      + newest)
              .get(0),
          told.toString(),
          moved.toString());
    }
  }

  private static long number(String question) throws SQLException, IOException {
    try (Connection connection = postgres.connect(NAME);
        ResultSet rows = connection.createStatement().executeQuery(question)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
