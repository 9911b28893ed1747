package org.bilan.cli;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

  /** Its checksum stands at the end: what came before may be damaged. */
  @Test
  void ofAPackedFileThatIsDamagedNothingIsKept() throws IOException {
    byte[] packed = packed();
    Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(packed, packed.length / 2));
    packed[packed.length / 2] ^= 1;
    Path damaged = Files.write(folder.resolve("damaged.gz"), packed);
    for (Path file : List.of(cut, damaged)) {
      assertThat(told("--store", file.toString()))
          .contains("Stopped, since a file failed: " + file)
          .doesNotContain("created");
    }
    assertThat(told("--store", cut.toString()))
        .contains("it ends too early: fetch or copy it again");
    given().get("/dossiers?country=IC").then().body("total", equalTo(0));
  }

  /** Else they are told as taken, and are nowhere. */
  @Test
  void whatCameBeforeAPipeBrokeOffIsKeptAndToldSo() throws IOException {
    byte[] packed = packed();
    Path report = folder.resolve("report.jsonl");
    InputStream in = System.in;
    System.setIn(new ByteArrayInputStream(Arrays.copyOf(packed, packed.length / 2)));
    String told;
    try {
      told = told("--store", "-", "--report", report.toString());
    } finally {
      System.setIn(in);
    }
    int kept = given().get("/dossiers?country=IC").path("total");
    assertThat(kept).isBetween(1, MANY - 1);
    assertThat(told)
        .contains(
            kept + " taken, 1 not taken",
            kept + " created, 0 replaced",
            "Stopped, since a file failed: standard input: it ends too early",
            "may be damaged");
    assertThat(report).content().contains("oh-no");
  }

  /** The contract's first and last years: further away than some clocks count. */
  @Test
  void daysFarAwayAreKept() throws IOException {
    String near = new String(Sample.of("import-cut-0").in("IC").bytes(), StandardCharsets.UTF_8);
    Path far = folder.resolve("far.jsonl");
    Files.writeString(
        far,
        near.replaceAll("\\d{4}(?=-\\d\\d-\\d\\d)", "0001")
            + "\n"
            + near.replace("import-cut-0", "import-cut-1")
                .replaceAll("\\d{4}(?=-\\d\\d-\\d\\d)", "9999")
            + "\n");
    assertThat(told("--store", far.toString())).contains("2 created");
    given().get("/dossiers/import-cut-0").then().body("incident.date.from", startsWith("0001"));
    given().get("/dossiers?country=IC&from=9000-01-01").then().body("total", equalTo(1));
  }

  private static String told(String... arguments) {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream err = System.err;
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
    try {
      CommandLine.populateCommand(new ImportCommand(), arguments).run(ImportStoreTest::archive);
    } finally {
      System.setErr(err);
    }
    return told.toString(StandardCharsets.UTF_8);
  }

  /** Far more than what is lost of the last buffer that cannot be filled. */
  private static byte[] packed() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream lines = new GZIPOutputStream(packed)) {
      lines.write("{\"oh-no\": 1}\n".getBytes(StandardCharsets.UTF_8));
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
