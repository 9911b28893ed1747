package org.bilan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bilan.Client.assertUnavailable;
import static org.bilan.Client.eventually;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bilan.archive.OwnPostgres;
import org.bilan.rest.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A disk that is really full: a small one in memory, where the tests may mount one. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
@Tag("long") // run by mvn -Pfaults verify
class DiskFullIT {

  private static final String NAME = "it_full";

  private final Path disk =
      Path.of(System.getProperty("bilan.it.home")).resolveSibling("it-small-disk");

  @Test
  void aWriteWithoutSpaceChangesNothingAndIsPossibleAgainWithIt() throws Exception {
    mount("160m");
    try (OwnPostgres postgres = new OwnPostgres(disk.resolve("postgres"));
        PackagedServer server =
            PackagedServer.launch(
                    Map.of(
                        "DATABASE_URL", postgres.empty(NAME),
                        "BILAN_SECRET", Client.SECRET,
                        "BILAN_ADMIN_PASSWORD", Client.PASSWORD))
                .started()) {
      Client client = Client.of(server);
      assertThat(client.put("before").statusCode()).isEqualTo(201);
      byte[] large = Sample.of("large").padded(4_000_000).bytes();
      String entries = "select number from ledger_head";
      String before = postgres.ask(NAME, entries).get(0);
      Path ballast = disk.resolve("ballast");
      fill(ballast);

      assertUnavailable(client.send("PUT", "/dossiers/large", large));
      assertThat(client.status("/dossiers/large")).isEqualTo(404);
      assertThat(postgres.ask(NAME, entries)).containsExactly(before);
      assertThat(client.status("/dossiers/before")).isEqualTo(200);
      assertThat(client.judge("before").statusCode()).isEqualTo(200);

      Files.delete(ballast);
      eventually(
          Duration.ofSeconds(20),
          () -> client.send("PUT", "/dossiers/large", large).statusCode() == 201);
      assertThat(client.json("/ledger/verification").get("faults")).isEmpty();
    }
  }

  @Test
  void aStartWithoutSpaceSaysSoAndLeavesNothingInTheWayOfTheNext() throws Exception {
    mount("20m"); // less than PostgreSQL's programs take
    Path home = disk.resolve("home");
    try (PackagedServer server = PackagedServer.launch(Map.of("BILAN_HOME", home.toString()))) {
      assertThat(server.exitCode()).isEqualTo(1);
      assertThat(server.output())
          .startsWith("Bilan cannot start. The embedded PostgreSQL in " + home)
          .contains("No space left on device")
          .doesNotContain("\tat ");
    }
    run("mount", "-o", "remount,size=400m", disk.toString());
    try (PackagedServer server =
        PackagedServer.launch(Map.of("BILAN_HOME", home.toString())).started()) {
      assertThat(new Client(server.address(), "none").status("/q/health/ready")).isEqualTo(200);
      server.stop();
    }
  }

  private void mount(String size) throws Exception {
    Files.createDirectories(disk);
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString()) == 0,
        "Nobody may mount a small disk here");
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", "--lazy", disk.toString());
    Files.deleteIfExists(disk);
  }

  /** Leaves less than a large dossier takes. */
  private static void fill(Path ballast) throws IOException {
    byte[] some = new byte[1 << 16];
    try (var out = Files.newOutputStream(ballast, StandardOpenOption.CREATE_NEW)) {
      while (true) {
        out.write(some);
      }
    } catch (IOException full) {
      // That was the aim.
    }
  }

  private static int run(String... command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
      return process.waitFor();
    } catch (IOException noSuchProgram) {
      return -1;
    }
  }
}
