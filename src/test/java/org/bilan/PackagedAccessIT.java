package org.bilan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A new user's first hour, and an operator's commands, with the packaged jar. */
class PackagedAccessIT {

  private Path home;

  @BeforeEach
  void newHome() throws IOException {
    // In /tmp, since a socket's or a log's path must not be too long.
    home = Files.createTempDirectory("bilan-access-it").resolve("home");
  }

  @AfterEach
  void leavesNothingBehind() throws IOException {
    assertThat(
            ProcessHandle.allProcesses()
                .filter(p -> p.info().command().orElse("").startsWith(home.toString())))
        .isEmpty();
    try (var files = Files.walk(home.getParent())) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  private Map<String, String> environment(String... more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("BILAN_HOME", home.toString());
    environment.put("BILAN_ADMIN_PASSWORD", "");
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    return environment;
  }

  @Test
  void theFirstHour() throws Exception {
    String ana;
    try (PackagedServer server = PackagedServer.launch(environment()).started()) {
      String admin = told(server.output(), "First start: log in as admin with the password (\\S+)");
      assertThat(status(server, "/me", PackagedServer.basic("admin", admin))).isEqualTo(200);
      assertThat(status(server, "/me", PackagedServer.basic("admin", "admin"))).isEqualTo(401);

      // Beside the service, and it counts at once.
      String added = done("user", "add", "ana", "--role", "reporter", "--role", "confidant");
      ana = told(added, "password +(\\S+)");
      assertThat(status(server, "/rules", PackagedServer.basic("ana", ana))).isEqualTo(200);
      assertThat(status(server, "/users", PackagedServer.basic("ana", ana))).isEqualTo(403);
      String made = done("token", "add", "ana", "--label", "import", "--role", "reporter");
      String bearer = "Bearer " + told(made, "token +(\\S+)");
      assertThat(status(server, "/rules", bearer)).isEqualTo(200);
      done("token", "revoke", told(made, "id +(\\S+)"));
      assertThat(status(server, "/rules", bearer)).isEqualTo(401);
      done("user", "disable", "ana");
      assertThat(status(server, "/rules", PackagedServer.basic("ana", ana))).isEqualTo(401);
      done("user", "enable", "ana");
      assertThat(done("ledger", "list", "--object", "person:ana"))
          .contains("person-created", "person-disabled", "person-enabled", "cli:");
      server.stop();
    }
    assertThat(Files.getPosixFilePermissions(home.resolve("secret")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));

    // Without the service.
    assertThat(done("user", "list")).contains("admin", "ana", "reporter confidant");
    String end = told(done("ledger", "verify"), "end +(\\S+)");
    assertThat(done("ledger", "verify", "--expect", end)).contains("as it was written");
    refused(1, "MISSING|missing", "ledger", "verify", "--expect", "999999:" + end.split(":")[1]);
    refused(1, "There is a login of the name ana already", "user", "add", "ana");
    refused(1, "There is no login of the name ben", "user", "disable", "ben");
    refused(2, "'reporte' is no role. Roles: reader, reporter", "user", "roles", "ana", "reporte");
    refused(2, "'Ana B' is no login's name", "user", "add", "Ana B");

    try (PackagedServer server = PackagedServer.launch(environment()).started()) {
      assertThat(server.output()).doesNotContain("First start", "password");
      assertThat(status(server, "/rules", PackagedServer.basic("ana", ana))).isEqualTo(200);
    }
  }

  @Test
  void aServiceThatOthersCanReachDemandsSecrets() throws Exception {
    String reachable = "QUARKUS_HTTP_HOST";
    refusesToStart("set BILAN_SECRET", environment(reachable, "0.0.0.0"));
    refusesToStart(
        "it needs at least 32|expected at least 32",
        environment(reachable, "0.0.0.0", "BILAN_SECRET", "short"));
    String secret = "0123456789abcdef0123456789abcdef";
    refusesToStart(
        "set BILAN_ADMIN_PASSWORD", environment(reachable, "0.0.0.0", "BILAN_SECRET", secret));
    refusesToStart(
        "12 to 256 characters",
        environment(reachable, "0.0.0.0", "BILAN_SECRET", secret, "BILAN_ADMIN_PASSWORD", "short"));
    try (PackagedServer server =
        PackagedServer.launch(
                environment(
                    reachable,
                    "0.0.0.0",
                    "BILAN_SECRET",
                    secret,
                    "BILAN_ADMIN_PASSWORD",
                    PackagedServer.PASSWORD))
            .started()) {
      assertThat(server.output()).doesNotContain(PackagedServer.PASSWORD, secret);
      assertThat(status(server, "/me", PackagedServer.ADMIN)).isEqualTo(200);
    }
    refusesToStart(
        "is not the secret that this archive was begun with",
        environment("BILAN_SECRET", secret.replace('0', 'f')));
    PackagedServer.Ended command =
        PackagedServer.run(environment("BILAN_SECRET", secret.replace('0', 'f')), "user", "list");
    assertThat(command.code()).isEqualTo(1);
    assertThat(command.output()).contains("is not the secret that this archive was begun with");
  }

  private static void refusesToStart(String why, Map<String, String> environment) throws Exception {
    try (PackagedServer server = PackagedServer.launch(environment)) {
      assertThat(server.exitCode()).isEqualTo(1);
      assertThat(server.output())
          .containsPattern("Bilan cannot start.*(" + why + ")")
          .doesNotContain("\tat ", "Exception");
    }
  }

  private String done(String... arguments) throws Exception {
    PackagedServer.Ended command = PackagedServer.run(environment(), arguments);
    assertThat(command.code()).as(command.output()).isZero();
    return command.output();
  }

  private void refused(int code, String why, String... arguments) throws Exception {
    PackagedServer.Ended command = PackagedServer.run(environment(), arguments);
    assertThat(command.code()).as(command.output()).isEqualTo(code);
    assertThat(command.output()).containsPattern(why);
  }

  private static String told(String output, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(output);
    assertThat(matcher.find()).as(output).isTrue();
    return matcher.group(1);
  }

  private static int status(PackagedServer server, String path, String authorization)
      throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(server.address().resolve(path))
                .header("Authorization", authorization)
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
