package org.bilan.cli;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.bilan.archive.CommandArchive;
import org.bilan.rest.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code import --store}, beside a service that runs. */
@QuarkusTest
class ImportStoreTest {

  private static final int MANY = 12;

  @TempDir private Path folder;

  @AfterEach
  void forget() {
    for (int i = 0; i < MANY; i++) {
      given().delete("/dossiers/import-cut-" + i);
    }
  }

  /** Else they are told as taken, and are nowhere. */
  @Test
  void whatCameBeforeAFileBrokeOffIsKept() throws IOException {
    byte[] packed = packed();
    Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(packed, packed.length / 2));
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream err = System.err;
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
    try {
      ImportCommand command =
          CommandLine.populateCommand(new ImportCommand(), "--store", cut.toString());
      assertThat(command.run(ImportStoreTest::archive)).isEqualTo(1);
    } finally {
      System.setErr(err);
    }
    int kept = given().get("/dossiers?country=IC").path("total");
    assertThat(kept).isBetween(1, MANY - 1);
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains(
            kept + " taken, 0 not taken",
            kept + " created, 0 replaced",
            "Stopped, since a file failed: " + cut);
  }

  /** Far more than what is lost of the last buffer that cannot be filled. */
  private static byte[] packed() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream lines = new GZIPOutputStream(packed)) {
      for (int i = 0; i < MANY; i++) {
        lines.write(Sample.of("import-cut-" + i).in("IC").padded(100_000).bytes());
        lines.write('\n');
      }
    }
    return packed.toByteArray();
  }

  private static CommandArchive archive() {
    return CommandArchive.begun(
        name -> System.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.')));
  }
}
