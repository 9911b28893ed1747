package org.bilan.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.bilan.rest.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dossiers of an earlier Bilan, which kept no words, are found once they have been read again. */
@QuarkusTest
class UnreadTest {

  @Inject DataSource database;

  @AfterEach
  void forget() {
    for (String id :
        List.of("unread-a", "unread-b", "unread-c", "unread-good", "unread-utf16", "unread-bad")) {
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

    new Unread(database, Duration.ZERO).read();

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
      new Unread(database, Duration.ZERO).read();
      assertThat(found("q=amasrak")).containsExactly("unread-a", "unread-c");
    } finally {
      OwnerAccess.execute(
          "drop trigger unread_fails on dossier; drop function unread_fails();"
              + " drop sequence unread_tries");
    }
    new Unread(database, Duration.ZERO).read();
    assertThat(found("q=amasrak")).containsExactly("unread-a", "unread-b", "unread-c");
  }
}
