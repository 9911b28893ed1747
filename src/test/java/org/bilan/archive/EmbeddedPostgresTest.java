package org.bilan.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EmbeddedPostgresTest {

  @Inject AgroalDataSource database;

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

  private String ask(String question) throws SQLException {
    try (Connection connection = database.getConnection();
        ResultSet answer = connection.createStatement().executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
