package org.bilan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bilan.archive.OwnPostgres;
import org.bilan.rest.Eventually;
import org.bilan.rest.Sample;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Archives that earlier Bilans filled, and a new service: the first, which knew no logins and no
 * ledger, and the last that summed up nothing of what people say.
 */
@Timeout(value = 150, unit = TimeUnit.SECONDS)
class UpgradeIT {

  private static final String NAME = "it_first_version";
  private static final String GRADED = "it_seventh_version";
  private static final String SERVICE = "it_upgrade_service";
  private static final String SERVICE_PASSWORD = "only-for-tests";

  /** Rules of that time, which are not in force any more. */
  private static final List<String> REVISIONS = List.of("ab".repeat(32), "cd".repeat(32));

  private static final List<String> TABLES =
      List.of("dossier", "dossier_version", "assessment", "claim");

  /** Columns that later versions have added to these tables. */
  private static final List<String> LATER =
      List.of(
          "confidential",
          "place",
          "lat",
          "lon",
          "words",
          "disputed",
          "picture",
          "standing",
          "score",
          "grade",
          "contested",
          "look");

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  @Test
  void itsRowsAreAsBeforeAndTheServiceWorksOnThem() throws Exception {
    try (OwnPostgres postgres = new OwnPostgres()) {
      URI owner = URI.create(postgres.empty(NAME));
      byte[] replaced = Sample.of("first-0").padded(200_000).bytes();
      byte[] current = Sample.of("first-0").bytes();
      byte[] other = Sample.of("first-1").bytes();
      try (Connection connection = postgres.connect(NAME)) {
        makeLogin(connection);
        migrate(owner, NAME, 1);
        assertThat(postgres.ask(NAME, "select to_regclass('ledger')::text"))
            .containsExactly((String) null);
        // As it was before any service had more than one login: two versions, judged by two
        // rulesets.
        dossier(connection, "first-0", 2, current);
        version(connection, "first-0", 1, replaced);
        version(connection, "first-0", 2, current);
        assess(connection, "first-0", 1, replaced, REVISIONS.get(0));
        assess(connection, "first-0", 2, current, REVISIONS.get(0));
        assess(connection, "first-0", 2, current, REVISIONS.get(1));
        dossier(connection, "first-1", 1, other);
        version(connection, "first-1", 1, other);
        assess(connection, "first-1", 1, other, REVISIONS.get(1));
      }
      Map<String, List<String>> before = rows(postgres);
      assertThat(before.values()).noneMatch(List::isEmpty);

      Map<String, String> environment = environment(owner, NAME);
      PackagedServer.Ended early = PackagedServer.run(environment, "rescore");
      assertThat(early.output()).contains("start this version's service once");
      assertThat(early.code()).isNotZero();
      try (PackagedServer server = PackagedServer.launch(environment).started()) {
        assertThat(rows(postgres)).isEqualTo(before);
        assertThat(
                postgres.ask(
                    NAME,
                    "select regexp_replace(script, '.*/', '') from flyway_schema_history"
                        + " where success order by installed_rank"))
            .contains(
                "V1__archive.sql",
                "V2__locks_and_ledger.sql",
                "V3__revocation_is_final.sql",
                "R__grants.sql");
        // A command need not know who owns the tables.
        PackagedServer.Ended withFewRights =
            PackagedServer.run(
                Map.of(
                    "DATABASE_URL", environment.get("DATABASE_URL"), "BILAN_SECRET", Client.SECRET),
                "ledger",
                "verify");
        assertThat(withFewRights.output()).contains("the ledger is as it was written");
        assertThat(withFewRights.code()).isZero();
        Client client = Client.of(server);
        isRead(client, current, other);
        isWorkedOn(client, postgres);
      }
    }
  }

  /** Grades that people gave before: one stands, one was taken back, of one the claim is gone. */
  @Test
  void whatPeopleSaidBeforeIsSummedUp() throws Exception {
    try (OwnPostgres postgres = new OwnPostgres()) {
      URI owner = URI.create(postgres.empty(GRADED));
      try (Connection connection = postgres.connect(GRADED)) {
        makeLogin(connection);
        // As some keep theirs: nobody may do what they were not told they may.
        connection
            .createStatement()
            .execute("alter default privileges revoke execute on functions from public");
        migrate(owner, GRADED, 7);
        for (String id : List.of("graded-0", "graded-1", "graded-2")) {
          byte[] document = Sample.of(id).bytes();
          dossier(connection, id, 1, document);
          version(connection, id, 1, document);
          assess(connection, id, 1, document, REVISIONS.get(0));
        }
        run(connection, "update dossier set confidential = true where incident = 'graded-1'");
        run(connection, "update claim set grade = 'weak'");
        override(connection, "graded-0", "civilians-14", 1, "discounted");
        override(connection, "graded-1", "civilians-14", 1, "discounted");
        override(connection, "graded-1", "civilians-14", 2, null);
        override(connection, "graded-2", "gone", 1, "discounted");
      }
      migrate(owner, GRADED, 8);
      assertThat(
              postgres.ask(
                  GRADED, "select array_to_string(look, ' ') from dossier order by incident"))
          .containsExactly("grade-differs", "", "claim-gone");
      try (PackagedServer server = PackagedServer.launch(environment(owner, GRADED)).started()) {
        Client client = Client.of(server);
        // By a login that may call the function only because it was told so.
        Eventually.isTrue(
            () ->
                postgres.ask(GRADED, "select 1::text from dossier where words is null").isEmpty());
        assertThat(client.json("/dossiers?grade=discounted").findValuesAsText("incident"))
            .contains("graded-0")
            .doesNotContain("graded-1", "graded-2");
        assertThat(client.json("/dossiers?look=true").findValuesAsText("incident"))
            .contains("graded-0", "graded-2")
            .doesNotContain("graded-1");
      }
    }
  }

  private static void override(
      Connection connection, String id, String claim, int number, String grade) throws Exception {
    run(
        connection,
        "insert into grade_override (incident, claim, number, version, grade, reason, person, made_at)"
            + " values (?, ?, ?, 1, ?, 'Two colleagues have called.', 'ana', '2024-05-02 10:00Z')",
        id,
        claim,
        number,
        grade);
  }

  private static void makeLogin(Connection connection) throws Exception {
    connection
        .createStatement()
        .execute(
            "do $$ begin if not exists (select 1 from pg_roles where rolname = '%s') then create role %1$s login password '%s'; end if; end $$"
                .formatted(SERVICE, SERVICE_PASSWORD));
  }

  private static Map<String, String> environment(URI owner, String name) {
    String[] login = owner.getUserInfo().split(":");
    return Map.of(
        "DATABASE_URL",
        "postgres://%s:%s@127.0.0.1:%d/%s"
            .formatted(SERVICE, SERVICE_PASSWORD, owner.getPort(), name),
        "DATABASE_OWNER",
        login[0],
        "DATABASE_OWNER_PASSWORD",
        login[1],
        "BILAN_SECRET",
        Client.SECRET);
  }

  /** Whatever comes after a migration is not there: neither tables nor what the service may do. */
  private void migrate(URI owner, String name, int version) throws Exception {
    Path migrations = Files.createDirectories(folder.resolve(name + "-" + version));
    try (Stream<Path> all = Files.list(Path.of("src/main/resources/db/migration"))) {
      for (Path file : all.toList()) {
        if (file.getFileName().toString().matches("V[1-" + version + "]__.*")) {
          Files.copy(file, migrations.resolve(file.getFileName()));
        }
      }
    }
    String[] login = owner.getUserInfo().split(":");
    Flyway.configure()
        .dataSource(
            "jdbc:postgresql://127.0.0.1:%d/%s".formatted(owner.getPort(), name),
            login[0],
            login[1])
        .locations("filesystem:" + migrations)
        .load()
        .migrate();
  }

  private static void dossier(Connection connection, String id, long version, byte[] document)
      throws Exception {
    run(
        connection,
        "insert into dossier (incident, lineage, version, sha256, country, date_from, date_to, title, updated_at)"
            + " values (?, nextval('dossier_lineage'), ?, ?, 'ML', '2024-03-17 00:00Z', '2024-03-17 23:59:59.999999Z', ?, '2024-05-01 10:00Z')",
        id,
        version,
        sha256(document),
        "Title of " + id);
  }

  private static void version(Connection connection, String id, long version, byte[] document)
      throws Exception {
    run(
        connection,
        "insert into dossier_version (incident, version, document, sha256, stored_at)"
            + " values (?, ?, ?, ?, '2024-05-01 10:00Z')",
        id,
        version,
        document,
        sha256(document));
  }

  /** Judged by the rules of today, under the name of those of that time. */
  private void assess(
      Connection connection, String id, long version, byte[] document, String revision)
      throws Exception {
    ObjectNode assessment = judged(document);
    assessment.put("ruleset", revision);
    run(
        connection,
        "insert into assessment (incident, version, revision, as_of, document, stored_at)"
            + " values (?, ?, ?, ?::timestamptz, ?, '2024-05-01 10:00Z')",
        id,
        version,
        revision,
        assessment.get("asOf").textValue(),
        JSON.writeValueAsBytes(assessment));
    run(
        connection,
        "update dossier set assessment = (select max(id) from assessment) where incident = ?",
        id);
    for (JsonNode claim : assessment.get("claims")) {
      run(
          connection,
          "insert into claim (assessment, claim, harm, victims, score, evidence, grade)"
              + " values ((select max(id) from assessment), ?, 'killed', 'civilian', ?, ?, ?)",
          claim.get("claim").textValue(),
          claim.get("score").intValue(),
          claim.get("evidence").intValue(),
          claim.get("grade").textValue());
    }
  }

  private ObjectNode judged(byte[] document) throws Exception {
    Path file = Files.write(folder.resolve("judged.json"), document);
    PackagedServer.Ended judged =
        PackagedServer.run(Map.of(), "score", "--format", "jsonl", file.toString());
    assertThat(judged.code()).as(judged.output()).isZero();
    return (ObjectNode) JSON.readTree(judged.output());
  }

  private static void run(Connection connection, String statement, Object... values)
      throws Exception {
    try (PreparedStatement sql = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        sql.setObject(i + 1, values[i]);
      }
      sql.executeUpdate();
    }
  }

  private static String sha256(byte[] document) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
  }

  /** All that was kept, in the columns of that time. */
  private static Map<String, List<String>> rows(OwnPostgres postgres) throws Exception {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (String table : TABLES) {
      all.put(
          table,
          postgres.ask(
              NAME,
              "select (to_jsonb(t) - array['%s'])::text from %s t order by 1"
                  .formatted(String.join("', '", LATER), table)));
    }
    return all;
  }

  private static void isRead(Client client, byte[] current, byte[] other) throws Exception {
    assertThat(client.get("/dossiers/first-0").body()).isEqualTo(current);
    assertThat(client.get("/dossiers/first-1").body()).isEqualTo(other);
    JsonNode listed = client.json("/dossiers?country=ML");
    assertThat(listed.at("/items").findValuesAsText("title"))
        .containsExactly("Title of first-0", "Title of first-1");
    // By what the migration has summed up, and by what the service has read again since.
    assertThat(client.json("/dossiers?minScore=0").get("total").intValue()).isEqualTo(2);
    Eventually.isTrue(() -> client.json("/dossiers?q=villag").get("total").intValue() == 2);
    assertThat(client.json("/dossiers?contested=true&sort=-score").get("total").intValue())
        .isEqualTo(2);
    assertThat(client.json("/claims").at("/items").findValuesAsText("incident"))
        .contains("first-0", "first-1");
    JsonNode history = client.json("/dossiers/first-0/assessments");
    List<String> entries = new ArrayList<>();
    for (JsonNode entry : history.get("items")) {
      String revision = entry.get("ruleset").textValue();
      assertThat(entry.at("/assessment/ruleset").textValue()).isEqualTo(revision);
      entries.add(entry.get("version") + " " + REVISIONS.indexOf(revision));
    }
    assertThat(entries).containsExactly("2 1", "2 0", "1 0");
  }

  private static void isWorkedOn(Client client, OwnPostgres postgres) throws Exception {
    // Under the rules in force: one more in its history.
    assertThat(client.json("/dossiers/first-0/assessment").get("ruleset").textValue())
        .isNotIn(REVISIONS);
    assertThat(client.json("/dossiers/first-0/assessments").get("total").intValue()).isEqualTo(4);
    HttpResponse<byte[]> put = client.put("first-0");
    assertThat(put.statusCode()).as(Client.text(put)).isEqualTo(200);
    assertThat(client.json("/dossiers/first-0/comparison").has("claims")).isTrue();
    assertThat(client.status("/dossiers/first-0/timeline")).isEqualTo(200);
    assertThat(client.send("DELETE", "/dossiers/first-1", null).statusCode()).isEqualTo(204);
    assertThat(client.status("/dossiers/first-1")).isEqualTo(404);
    assertThat(client.put("first-1").statusCode()).isEqualTo(201);
    HttpResponse<byte[]> draft = client.send("POST", "/drafts", "{}".getBytes(UTF_8));
    assertThat(draft.statusCode()).as(Client.text(draft)).isEqualTo(201);
    String path = draft.headers().firstValue("Location").orElseThrow();
    assertThat(client.send("PUT", path, "{}".getBytes(UTF_8)).statusCode()).isEqualTo(200);
    assertThat(client.send("DELETE", path, null).statusCode()).isEqualTo(204);
    assertThat(postgres.ask(NAME, "select lineage from dossier order by 1"))
        .doesNotHaveDuplicates()
        .hasSize(2)
        .contains("3");
    assertThat(client.json("/ledger/verification").get("intact").booleanValue()).isTrue();
    assertThat(
            postgres.ask(
                NAME,
                "select has_table_privilege('%s', 'assessment', 'update')::text"
                    .formatted(SERVICE)))
        .containsExactly("false");
  }
}
