package org.bilan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.codec.digest.DigestUtils;
import org.bilan.PackagedServer.Ended;
import org.bilan.archive.OwnPostgres;
import org.bilan.pictures.Drawn;
import org.bilan.rest.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An archive that was filled over REST, copied into a file, and put into empty servers. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class BackupIT {

  private static final Path HOME = PackagedServer.home(BackupIT.class);
  private static final String UNTIL_THEN = "another-one-until-then";
  private static final List<String> TABLES =
      List.of(
          "installation",
          "person",
          "token",
          "login_session",
          "dossier",
          "dossier_version",
          "assessment",
          "claim",
          "ruleset",
          "ruleset_step",
          "grade_override",
          "picture_file",
          "picture_part",
          "picture_sender",
          "picture_seen",
          "saved_view",
          "dossier_draft");

  private static final Drawn PICTURE = Drawn.another();
  private static final byte[] PHOTO = PICTURE.png();

  @TempDir Path folder;

  @Test
  void anEmptyServerBecomesTheOneThatWasBackedUp() throws Exception {
    Map<String, String> environment =
        Map.of("BILAN_HOME", HOME.toString(), "BILAN_ADMIN_PASSWORD", Client.PASSWORD);
    Path file = folder.resolve("bilan.zip");
    Path busy = folder.resolve("busy.zip");
    try (OwnPostgres postgres = new OwnPostgres();
        PackagedServer first = PackagedServer.launch(environment).started()) {
      Client client = Client.of(first);
      String token = fill(client);

      Ended backup = PackagedServer.run(environment, "backup", file.toString());
      assertThat(backup.code()).as(backup.output()).isZero();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(PackagedServer.run(environment, "backup", file.toString()).code()).isEqualTo(2);
      Map<String, List<String>> known = content(embedded(), entries(backup));

      whileOthersWrite(
          client,
          () -> {
            Ended made = PackagedServer.run(environment, "backup", busy.toString());
            assertThat(made.code()).as(made.output()).isZero();
          });

      // Into a server that has just been started, and runs.
      Map<String, String> started = environment(postgres.empty("it_started"));
      try (PackagedServer second = PackagedServer.launch(started).started()) {
        Client until = Client.of(second).as(PackagedServer.basic(Client.ADMIN, UNTIL_THEN));
        assertThat(until.status("/dossiers")).isEqualTo(200);
        // What somebody keeps for themselves is in no ledger, and is not thrown away either.
        for (String path : List.of("/drafts", "/views/mine")) {
          keptFor(until, path, () -> isRefused(started, file));
        }
        Ended restored = PackagedServer.run(started, "restore", file.toString());
        assertThat(restored.code()).as(restored.output()).isZero();
        assertThat(content(postgres.connect("it_started"), entries(backup))).isEqualTo(known);
        behavesAlike(client, Client.of(second), token);
        assertThat(until.status("/dossiers")).isEqualTo(401);

        isRefused(started, file);
      }

      // Into a database that no Bilan has seen yet, what was copied while others wrote.
      Map<String, String> untouched = environment(postgres.empty("it_untouched"));
      Ended restored = PackagedServer.run(untouched, "restore", busy.toString());
      assertThat(restored.code()).as(restored.output()).isZero();
      assertThat(
              postgres.ask(
                  "it_untouched",
                  "select count(*) from dossier_version v where not exists (select 1 from ledger"
                      + " where action = 'dossier-put' and object = 'dossier:' || v.incident)"))
          .containsExactly("0");
      assertThat(
              postgres.ask(
                  "it_untouched",
                  "select object from ledger where action = 'dossier-put' and object like"
                      + " 'dossier:busy-%' and not exists (select 1 from dossier d join assessment a"
                      + " on a.id = d.assessment where object = 'dossier:' || d.incident)"))
          .isEmpty();

      // Half-way, or with another secret, it changes nothing.
      Map<String, String> wrong = new HashMap<>(environment(postgres.empty("it_refused")));
      wrong.put("BILAN_SECRET", Client.SECRET);
      Ended refused = PackagedServer.run(wrong, "restore", file.toString());
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.output()).startsWith("BILAN_SECRET is not").hasLineCount(1);
      assertThat(postgres.ask("it_refused", "select relname from pg_class where relname='dossier'"))
          .isEmpty();
    }
  }

  private static void isRefused(Map<String, String> environment, Path file) throws Exception {
    Ended refused = PackagedServer.run(environment, "restore", file.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.output()).contains("is not empty").contains("--force");
  }

  /** Does something while somebody keeps a draft, or a view. */
  private static void keptFor(Client client, String path, Work work) throws Exception {
    boolean view = path.startsWith("/views");
    byte[] body = (view ? "{\"query\": \"country=ML\"}" : "{}").getBytes(StandardCharsets.UTF_8);
    HttpResponse<byte[]> kept = client.send(view ? "PUT" : "POST", path, body);
    assertThat(kept.statusCode()).as(Client.text(kept)).isEqualTo(201);
    work.run();
    String its = kept.headers().firstValue("Location").orElse(path);
    assertThat(client.send("DELETE", its, null).statusCode()).isEqualTo(204);
  }

  /** Versions, deletions, a drafted ruleset, people, tokens, a session. Returns a token. */
  private static String fill(Client client) throws Exception {
    for (int i = 0; i < 12; i++) {
      assertThat(client.put("backup-" + i % 8).statusCode()).isLessThan(300);
    }
    assertThat(client.send("DELETE", "/dossiers/backup-7", null).statusCode()).isEqualTo(204);
    for (String grade : List.of("fair", "weak")) {
      byte[] override =
          "{\"grade\":\"%s\",\"reason\":\"Two colleagues\\nhave called.\"}"
              .formatted(grade)
              .getBytes(StandardCharsets.UTF_8);
      String path = "/dossiers/backup-1/claims/fighters/override";
      assertThat(client.send("PUT", path, override).statusCode()).isLessThan(300);
    }
    byte[] view = "{\"query\":\"country=ML&q=d%C3%A9j%C3%A0\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(client.send("PUT", "/views/mine", view).statusCode()).isEqualTo(201);
    byte[] typed = "{\"incident\": {\"title\": \"Typed so far\"}}".getBytes(StandardCharsets.UTF_8);
    assertThat(client.send("POST", "/drafts", typed).statusCode()).isEqualTo(201);
    byte[] large = Sample.of("backup-large").padded(1_000_000).bytes();
    assertThat(client.send("PUT", "/dossiers/backup-large", large).statusCode()).isEqualTo(201);
    String change = "{\"rule\":\"independence.second-origin\",\"number\":\"weight\",\"value\":4}";
    byte[] draft =
        "{\"why\":\"One origin more says less\",\"changes\":[%s]}"
            .formatted(change)
            .getBytes(StandardCharsets.UTF_8);
    HttpResponse<byte[]> drafted = client.send("POST", "/rulesets", draft);
    assertThat(drafted.statusCode()).as(Client.text(drafted)).isEqualTo(201);
    byte[] login =
        "{\"name\":\"%s\",\"password\":\"%s\"}"
            .formatted(Client.ADMIN, Client.PASSWORD)
            .getBytes(StandardCharsets.UTF_8);
    assertThat(client.send("POST", "/session", login).statusCode()).isEqualTo(200);
    byte[] person = "{\"name\":\"jo\",\"roles\":[\"reporter\"]}".getBytes(StandardCharsets.UTF_8);
    HttpResponse<byte[]> added = client.send("POST", "/users", person);
    assertThat(added.statusCode()).as(Client.text(added)).isEqualTo(201);
    for (byte[] file : List.of(PHOTO, PICTURE.jpeg(0.5f))) {
      HttpResponse<byte[]> sent =
          client.send("POST", "/media", "multipart/form-data; boundary=\"b\"", form(file));
      assertThat(sent.statusCode()).as(Client.text(sent)).isEqualTo(201);
    }
    byte[] wanted = "{\"label\":\"it\",\"days\":2}".getBytes(StandardCharsets.UTF_8);
    HttpResponse<byte[]> token = client.send("POST", "/tokens", wanted);
    assertThat(token.statusCode()).as(Client.text(token)).isEqualTo(201);
    return Client.json(token).get("secret").asText();
  }

  private static byte[] form(byte[] file) throws IOException {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.write(
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    form.write(file);
    form.write("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));
    return form.toByteArray();
  }

  private static void behavesAlike(Client before, Client after, String token) throws Exception {
    Client bearer = after.as("Bearer " + token);
    for (int i = 0; i < 7; i++) {
      for (String path :
          List.of("/dossiers/backup-" + i, "/dossiers/backup-" + i + "/assessment")) {
        HttpResponse<byte[]> expected = before.get(path);
        HttpResponse<byte[]> found = bearer.get(path);
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).isEqualTo(expected.body());
        assertThat(found.headers().firstValue("ETag"))
            .isEqualTo(expected.headers().firstValue("ETag"));
      }
    }
    assertThat(after.json("/overrides")).isEqualTo(before.json("/overrides"));
    assertThat(after.json("/rulesets")).isEqualTo(before.json("/rulesets"));
    assertThat(before.json("/drafts")).hasSize(1);
    assertThat(after.json("/drafts")).isEqualTo(before.json("/drafts"));
    byte[] typed = "{}".getBytes(StandardCharsets.UTF_8);
    assertThat(after.send("POST", "/drafts", typed).statusCode()).isEqualTo(201);
    String photo = "/media/" + DigestUtils.sha256Hex(PHOTO);
    assertThat(after.get(photo + "/original").body()).isEqualTo(PHOTO);
    assertThat(after.json(photo)).isEqualTo(before.json(photo));
    assertThat(before.json(photo + "/alike").at("/alike")).hasSize(1);
    assertThat(after.json(photo + "/alike")).isEqualTo(before.json(photo + "/alike"));
    assertThat(after.status("/dossiers/backup-7")).isEqualTo(404);
    assertThat(after.json("/ledger/verification").get("faults")).isEmpty();
    assertThat(after.json("/ledger").at("/items/0/action").asText()).isEqualTo("restored");
    assertThat(bearer.put("backup-0").statusCode()).isEqualTo(200);
    assertThat(after.put("backup-7").statusCode()).isEqualTo(201);
    assertThat(after.json("/ledger/verification").get("faults")).isEmpty();
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void whileOthersWrite(Client client, Work work) throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<Integer> written =
        CompletableFuture.supplyAsync(
            () -> {
              int n = 0;
              for (; n < 100_000 && !enough.get(); n++) {
                try {
                  assertThat(client.put("busy-" + n).statusCode()).isEqualTo(201);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              }
              return n;
            });
    try {
      work.run();
    } finally {
      enough.set(true);
    }
    // A backup that shut others out would let through one, or two. How many more is the machine's.
    assertThat(written.get(60, TimeUnit.SECONDS)).isGreaterThan(3);
  }

  private static long entries(Ended backup) {
    return Long.parseLong(backup.output().replaceAll("(?s).*ledger to entry (\\d+).*", "$1"));
  }

  private static Map<String, String> environment(String url) throws Exception {
    return Map.of(
        "DATABASE_URL",
        url,
        "BILAN_SECRET",
        Files.readString(HOME.resolve("secret")).strip(),
        "BILAN_ADMIN_PASSWORD",
        "another-one-until-then");
  }

  private static Connection embedded() throws Exception {
    Path data = HOME.resolve("postgres");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%s/postgres"
            .formatted(Files.readAllLines(data.resolve("postmaster.pid")).get(3).strip()),
        "bilan",
        Files.readString(data.resolve("bilan-password")).strip());
  }

  /** Every row of every table, and what the sequences give next. */
  private static Map<String, List<String>> content(Connection connection, long entries)
      throws Exception {
    try (Connection open = connection) {
      Map<String, List<String>> all = new LinkedHashMap<>();
      for (String table : TABLES) {
        all.put(table, rows(open, "select t::text from %s t order by 1".formatted(table)));
      }
      all.put(
          "ledger",
          rows(
              open,
              "select l::text from ledger l where number <= %d order by 1".formatted(entries)));
      for (String sequence :
          List.of(
              "dossier_lineage",
              "assessment_id_seq",
              "ruleset_id_seq",
              "ruleset_step_id_seq",
              "picture_seen_id_seq")) {
        all.put(
            sequence,
            rows(open, "select (last_value + is_called::int)::text from %s".formatted(sequence)));
      }
      for (String table : TABLES) {
        assertThat(all.get(table)).as(table).isNotEmpty();
      }
      return all;
    }
  }

  private static List<String> rows(Connection connection, String question) throws Exception {
    try (var rows = connection.createStatement().executeQuery(question)) {
      List<String> all = new java.util.ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    }
  }
}
