package org.bilan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The packaged jar and its database, over the accidents of a life on people's machines. */
class PackagedServerIT {

  private static final Path HOME = PackagedServer.home(PackagedServerIT.class);
  private static final Map<String, String> EMBEDDED = Map.of("BILAN_HOME", HOME.toString());

  @AfterEach
  void leavesNoPostgresBehind() {
    assertThat(postgresProcesses()).isEmpty();
  }

  @Test
  void dataSurviveTheDeathOfTheService() throws Exception {
    try (PackagedServer server = PackagedServer.launch(EMBEDDED).started()) {
      assertThat(statusOf(server, "/q/health/ready")).isEqualTo(200);
      assertThat(statusOf(server, "/q/swagger-ui/")).isEqualTo(200);
      execute("drop table if exists it_note");
      execute("create table it_note as select 'Amasrakad' as place");
      server.kill();
    }
    assertThat(postgresProcesses()).isNotEmpty(); // the orphan that the next one takes over

    try (PackagedServer server = PackagedServer.launch(EMBEDDED).started()) {
      assertThat(server.output()).contains("Took over");
      assertThat(statusOf(server, "/q/health/ready")).isEqualTo(200);
      assertThat(ask("select place from it_note")).isEqualTo("Amasrakad");
      server.stop();
    }
    assertThat(postgresProcesses()).isEmpty();

    // What a machine leaves that lost its power: a file whose process number now is another
    // program's.
    Files.writeString(
        HOME.resolve("postgres/postmaster.pid"),
        ProcessHandle.current().pid() + "\n/data\n1795358760\n1\n\n127.0.0.1\n");
    try (PackagedServer server = PackagedServer.launch(EMBEDDED).started()) {
      assertThat(ask("select place from it_note")).isEqualTo("Amasrakad");
    }
  }

  @Test
  void aSecondServiceOnTheSameHomeIsRefusedUnlessItHasItsOwnDatabase() throws Exception {
    Path otherHome = HOME.resolveSibling("it-unused");
    try (PackagedServer first = PackagedServer.launch(EMBEDDED).started()) {
      try (PackagedServer second = PackagedServer.launch(EMBEDDED)) {
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output())
            .startsWith("Bilan cannot start. Another Bilan (process ")
            .contains(HOME.toString(), "BILAN_HOME", "DATABASE_URL")
            .hasLineCount(1);
      }
      // The login in the address itself, as JDBC has it.
      String url =
          "jdbc:postgresql://127.0.0.1:%d/postgres?user=bilan&password=%s"
              .formatted(port(), password());
      Map<String, String> own =
          Map.of(
              "DATABASE_URL", url,
              "BILAN_HOME", otherHome.toString(),
              "BILAN_SECRET", Files.readString(HOME.resolve("secret")));
      try (PackagedServer third = PackagedServer.launch(own).started()) {
        assertThat(statusOf(third, "/q/health/ready")).isEqualTo(200);
        assertThat(third.output()).contains("PostgreSQL at 127.0.0.1").doesNotContain(password());
        assertThat(otherHome).doesNotExist();
      }
    }
  }

  /** As docker-compose.yml has it: one login owns the tables, another one works with them. */
  @Test
  void theTablesMayBelongToAnotherLogin() throws Exception {
    try (PackagedServer first = PackagedServer.launch(EMBEDDED).started()) {
      execute("drop database if exists it_two");
      execute("drop role if exists it_owner");
      execute("drop role if exists it_service");
      execute("create role it_owner login password 'owns-it'");
      execute("create role it_service login password 'works-with-it'");
      execute("create database it_two owner it_owner");
      Map<String, String> two =
          Map.of(
              "DATABASE_URL", "postgres://127.0.0.1:%d/it_two".formatted(port()),
              "DATABASE_USER", "it_service",
              "DATABASE_PASSWORD", "works-with-it",
              "DATABASE_OWNER", "it_owner",
              "DATABASE_OWNER_PASSWORD", "owns-it",
              "BILAN_SECRET", "0123456789abcdef0123456789abcdef");
      for (int start = 0; start < 2; start++) { // the second finds all as the first left it
        try (PackagedServer server = PackagedServer.launch(two).started()) {
          assertThat(statusOf(server, "/q/health/ready")).isEqualTo(200);
          assertThat(statusOf(server, "/ledger/verification")).isEqualTo(200);
        }
      }
      String url = "jdbc:postgresql://127.0.0.1:%d/it_two".formatted(port());
      try (Connection service = DriverManager.getConnection(url, "it_service", "works-with-it")) {
        assertThatThrownBy(
                () -> service.createStatement().execute("update ledger set actor = 'nobody'"))
            .hasMessageContaining("permission denied");
        assertThat(service.createStatement().executeQuery("select 1 from ledger").next()).isTrue();
      }
      assertThat(first.output()).doesNotContain("owns-it");
    }
  }

  private static int statusOf(PackagedServer server, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(server.address().resolve(path))
                .header("Authorization", PackagedServer.ADMIN)
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static void execute(String statement) throws IOException, SQLException {
    try (Connection connection = connect()) {
      connection.createStatement().execute(statement);
    }
  }

  private static String ask(String question) throws IOException, SQLException {
    try (Connection connection = connect();
        ResultSet answer = connection.createStatement().executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }

  private static Connection connect() throws IOException, SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port()), "bilan", password());
  }

  private static int port() throws IOException {
    return Integer.parseInt(
        Files.readAllLines(HOME.resolve("postgres/postmaster.pid")).get(3).strip());
  }

  private static String password() throws IOException {
    return Files.readString(HOME.resolve("postgres/bilan-password")).strip();
  }

  /** Every PostgreSQL that runs from the home of these tests. */
  private static List<Long> postgresProcesses() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().command().orElse("").startsWith(HOME.toString()))
        .map(ProcessHandle::pid)
        .toList();
  }
}
