package org.bilan.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EmbeddedPostgresTest {

  /** The owner's: the service's login may not look at such things. */
  private final Database database = DatabaseSettings.of(System::getProperty).shared();

  @Test
  void keepsItsDataInTheBilanHome() throws SQLException {
    assertThat(ask("show data_directory"))
        .isEqualTo(Path.of(System.getProperty("bilan.home"), "postgres").toString());
  }

  @Test
  void holdsRealDataSoItSyncsToDisk() throws SQLException {
    assertThat(ask("show fsync")).isEqualTo("on");
    assertThat(ask("show synchronous_commit")).isEqualTo("on");
    assertThat(ask("show data_checksums")).isEqualTo("on");
  }

  @Test
  void isClosedToOtherMachinesAndWantsAPassword() throws SQLException {
    assertThat(ask("show listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(ask("show unix_socket_directories")).isEmpty();
    assertThat(ask("select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
        .isEqualTo("scram-sha-256");
  }

  @Test
  void sortsAlikeOnAllMachines() throws SQLException {
    assertThat(
            ask(
                "select datlocprovider::text || datlocale from pg_database where datname = current_database()"))
        .isEqualTo("bC.UTF-8");
  }

  @Test
  void hasBeenMigrated() throws SQLException {
    assertThat(ask("select bool_and(success)::text from flyway_schema_history where version = '1'"))
        .isEqualTo("true");
  }

  /** What the service may do, as R__grants.sql has it: it cannot rewrite what it has written. */
  @Test
  void theServiceCannotRewriteWhatIsOnlyAppendedTo() throws SQLException {
    try (Connection connection = database.connections(database.service()).getConnection()) {
      for (String table : new String[] {"ledger", "assessment", "dossier_version", "claim"}) {
        for (String change :
            new String[] {
              "delete from %s",
              "truncate %s",
              "drop table %s",
              "alter table %s owner to current_user"
            }) {
          assertRefused(connection, change.formatted(table));
        }
      }
      assertRefused(connection, "update ledger set actor = 'nobody'");
      assertRefused(connection, "update assessment set document = ''");
      assertRefused(connection, "alter table ledger disable trigger all");
      assertRefused(connection, "delete from ledger_head");
      assertRefused(connection, "delete from person");
      assertRefused(connection, "set role bilan");
      assertRefused(connection, "copy (select 1) to program 'true'");
    }
  }

  private static void assertRefused(Connection connection, String statement) {
    assertThatThrownBy(() -> connection.createStatement().execute(statement))
        .as(statement)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }

  /** For those whose service owns its tables, as with one login for all. */
  @Test
  void evenItsOwnerDoesNotRewriteTheLedgerByAccident() throws SQLException {
    try (Connection connection = database.connections(database.owner()).getConnection()) {
      assertRefused(connection, "update ledger set actor = 'nobody'");
      assertRefused(connection, "delete from ledger");
      assertRefused(connection, "truncate ledger");
    }
  }

  private String ask(String question) throws SQLException {
    try (Connection connection = database.connections(database.owner()).getConnection();
        ResultSet answer = connection.createStatement().executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
