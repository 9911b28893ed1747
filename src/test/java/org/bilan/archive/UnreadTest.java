package org.bilan.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.bilan.rest.Eventually;
import org.bilan.rest.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dossiers of an earlier Bilan, which kept no words, are found once they have been read again. */
@QuarkusTest
class UnreadTest {

  @Inject DataSource database;
  @Inject Unread running;

  /** Else the service's own may read what is meant for that of the test. */
  @BeforeEach
  void readAlone() {
    running.end(new ShutdownEvent());
  }

  private Unread unread() {
    return new Unread(database, Duration.ZERO, Duration.ofMillis(20));
  }

  @AfterEach
  void forget() {
    for (String id :
        List.of(
            "unread-a",
            "unread-b",
            "unread-c",
            "unread-good",
            "unread-utf16",
            "unread-bad",
            "unread-old")) {
      given().delete("/dossiers/" + id);
    }
  }

  private static void put(String id, byte[] document) {
    given()
        .contentType("application/json")
        .body(document)
        .put("/dossiers/" + id)
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
  }

  private static List<String> found(String parameters) {
    return given().get("/dossiers?country=QU&" + parameters).path("items.incident");
  }

  private String sql(String statement) {
    return Jdbc.ask(
        database,
        connection ->
            Jdbc.first(connection, row -> String.valueOf(row.getString(1)), statement).orElse(""));
  }

  @Test
  void theyAreReadHoweverTheyWereSent() {
    Sample good = Sample.of("unread-good").in("QU").title("Amasrak\\u0000 here");
    put("unread-good", good.bytes());
    String other =
        Sample.of("unread-utf16").in("QU").title("ZZZ").json().replace("ZZZ", "Amas\\u0000rak");
    put("unread-utf16", ("\ufeff" + other).getBytes(StandardCharsets.UTF_16BE));
    put("unread-bad", Sample.of("unread-bad").in("QU").title("Amasrak").bytes());
    assertThat(found("q=amasrak")).containsExactly("unread-bad", "unread-good", "unread-utf16");

    // As the migration leaves them; of one, what this Bilan cannot read.
    sql(
        "update dossier set words = null, place = null, disputed = null, picture = null,"
            + " contested = false where incident like 'unread-%' returning 1");
    sql(
        "insert into dossier_version (incident, version, document, sha256, stored_at)"
            + " values ('unread-bad', 9, '\\x7b', 'x', now()) returning 1");
    sql("update dossier set version = 9 where incident = 'unread-bad' returning 1");
    assertThat(found("q=unread")).isEmpty();

    unread().read();

    assertThat(found("q=amasrak")).containsExactly("unread-good", "unread-utf16");
    assertThat(found("q=unread")).containsExactly("unread-bad", "unread-good", "unread-utf16");
    assertThat(found("contested=true"))
        .containsExactly("unread-bad", "unread-good", "unread-utf16");
    assertThat(sql("select place from dossier where incident = 'unread-utf16'"))
        .isEqualTo("A village");
    assertThat(sql("select count(*) from dossier where words is null")).isEqualTo("0");
  }

  /** One fails once, as when the database is away for a moment, another always. */
  @Test
  void whatFailsIsTriedAgainAndThenSteppedOver() throws Exception {
    for (String id : List.of("unread-a", "unread-b", "unread-c")) {
      put(id, Sample.of(id).in("QU").title("Amasrak").bytes());
    }
    OwnerAccess.execute(
        "create sequence unread_tries; grant usage on sequence unread_tries to public;"
            + " create function unread_fails() returns trigger language plpgsql as $$ begin"
            + " if old.words is null and (new.incident = 'unread-b'"
            + " or new.incident = 'unread-a' and nextval('unread_tries') = 1)"
            + " then raise exception 'fails'; end if; return new; end $$;"
            + " create trigger unread_fails before update on dossier"
            + " for each row execute function unread_fails()");
    try {
      sql("update dossier set words = null where incident like 'unread-%' returning 1");
      unread().read();
      assertThat(found("q=amasrak")).containsExactly("unread-a", "unread-c");
    } finally {
      OwnerAccess.execute(
          "drop trigger unread_fails on dossier; drop function unread_fails();"
              + " drop sequence unread_tries");
    }
    unread().read();
    assertThat(found("q=amasrak")).containsExactly("unread-a", "unread-b", "unread-c");
  }

  /** As a backup brings them that is restored while the service runs. */
  @Test
  void whatComesLaterIsReadToo() throws Exception {
    put("unread-a", Sample.of("unread-a").in("QU").title("Amasrak").bytes());
    Unread reading = unread();
    reading.begin(new StartupEvent());
    try {
      for (int i = 0; i < 2; i++) {
        sql("update dossier set words = null where incident = 'unread-a' returning 1");
        Eventually.isTrue(() -> found("q=amasrak").equals(List.of("unread-a")));
      }
    } finally {
      reading.end(new ShutdownEvent());
    }
  }

  /** Earlier versions stored dates before 1582 by the calendar of that time. */
  @Test
  void datesAreStoredAsTheyAreLookedFor() throws Exception {
    ObjectNode dossier = Sample.of("unread-old").in("QU").tree();
    ((ObjectNode) dossier.get("incident")).putObject("date").put("from", "1501-03-17");
    put("unread-old", dossier.toString().getBytes(StandardCharsets.UTF_8));
    String dates =
        "select (date_from at time zone 'UTC')::text || ' ' || (date_to at time zone 'UTC')::text"
            + " from dossier where incident = 'unread-old'";
    String right = sql(dates);
    assertThat(right).startsWith("1501-03-17 00:00:00 1501-03-17 23:59:59");
    sql(
        "update dossier set words = null, date_from = date_from - interval '10 days',"
            + " date_to = date_to - interval '10 days' where incident = 'unread-old' returning 1");
    assertThat(found("from=1501-03-17&to=1501-03-17")).isEmpty();
    unread().read();
    assertThat(sql(dates)).isEqualTo(right);
    assertThat(found("from=1501-03-17&to=1501-03-17")).containsExactly("unread-old");
  }
}
