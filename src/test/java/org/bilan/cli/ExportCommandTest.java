package org.bilan.cli;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bilan.archive.CommandArchive;
import org.bilan.archive.OwnerAccess;
import org.bilan.rest.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** {@code export}, beside a service that runs: the bytes are those that it gives by HTTP. */
@QuarkusTest
class ExportCommandTest {

  private static final String ID = "export-by-command";

  @TempDir private Path folder;

  @BeforeEach
  void keepOne() {
    Sample sample = Sample.of(ID).in("QE");
    sample
        .tree()
        .withArray("sources")
        .addObject()
        .put("id", "src-vbrnt")
        .put("name", "Vbrnt the driver")
        .put("kind", "witness")
        .put("confidential", true);
    sample
        .tree()
        .withArray("reports")
        .addObject()
        .put("id", "r-vbrnt")
        .put("source", "src-vbrnt")
        .put("publishedAt", "2024-03-10")
        .withArray("stances")
        .addObject()
        .put("claim", "civilians-14")
        .put("stance", "asserts");
    given()
        .contentType("application/json")
        .body(sample.bytes())
        .put("/dossiers/" + ID)
        .then()
        .statusCode(201);
    given()
        .contentType("application/json")
        .body(Map.of("grade", "discounted", "reason", "Vbrnt the driver was elsewhere."))
        .put("/dossiers/" + ID + "/claims/civilians-14/override")
        .then()
        .statusCode(201);
  }

  @AfterEach
  void forget() {
    given().delete("/dossiers/" + ID);
  }

  private String exported(String... options) throws IOException {
    assertThat(run(options)).isZero();
    return Files.readString(folder.resolve("claims"));
  }

  private int run(String... options) {
    String file = folder.resolve("claims").toString();
    List<String> all = new ArrayList<>(List.of("--out", file, "--country", "QE"));
    all.addAll(List.of(options));
    ExportCommand command = command(all.toArray(String[]::new));
    CommandArchive archive =
        CommandArchive.begun(
            name -> System.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.')));
    return command.run(archive);
  }

  private static ExportCommand command(String... options) {
    ExportCommand command = CommandLine.populateCommand(new ExportCommand(), options);
    command.check();
    return command;
  }

  @Test
  void itWritesWhatTheServiceGives() throws IOException {
    assertThat(exported("--format", "csv"))
        .isEqualTo(given().get("/exports/claims.csv?country=QE").asString())
        .contains("Vbrnt the driver was elsewhere.");
    assertThat(exported("--format", "claimreview", "--lang", "fr"))
        .contains("\"author\":{\"@type\":\"Person\",\"name\":\"Vbrnt the driver\"}", "Écarté");
  }

  @Test
  void concealedItWritesThePseudonymsOfTheService() throws IOException {
    String csv = exported("--format", "csv", "--conceal");
    assertThat(csv).contains("onfidential source ").doesNotContainIgnoringCase("vbrnt");
    String reviews = exported("--format", "claimreview", "--conceal");
    assertThat(reviews).contains("onfidential source ").doesNotContainIgnoringCase("vbrnt");
  }

  @Test
  void claimsAreFiltered() throws IOException {
    assertThat(exported("--format", "csv", "--grade", "discounted").lines().count())
        .isEqualTo(
            exported("--format", "csv").lines().filter(l -> l.contains("discounted")).count() + 1);
    assertThat(exported("--format", "csv", "--to", "1999-01-01").lines()).hasSize(1);
    assertThat(exported("--format", "csv", "--min-score", "0", "--max-score", "100"))
        .isEqualTo(exported("--format", "csv"));
  }

  @Test
  void whatNoLongerFitsIsToldAndTheRestIsWritten() throws Exception {
    given()
        .contentType("application/json")
        .body(Sample.of("export-unfit").in("QE").bytes())
        .put("/dossiers/export-unfit")
        .then()
        .statusCode(201);
    OwnerAccess.execute(
        "update dossier_version set document = '{}' where incident = 'export-unfit'");
    PrintStream err = System.err;
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
    try {
      assertThat(run("--format", "csv")).isEqualTo(1);
    } finally {
      System.setErr(err);
      given().delete("/dossiers/export-unfit");
    }
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("no longer fit the contract: 1 ");
    assertThat(Files.readString(folder.resolve("claims")))
        .contains(ID)
        .doesNotContain("export-unfit");
  }

  @Test
  void wrongUseIsTold() {
    for (String[] wrong :
        new String[][] {
          {"--country", "Mali", "two capital letters"},
          {"--from", "2024-13-01", "a date"},
          {"--grade", "fairr", "Did you mean \"fair\"?"},
          {"--min-score", "101", "0 to 100"}
        }) {
      assertThatThrownBy(() -> command("--format", "csv", wrong[0], wrong[1]))
          .isInstanceOf(ParameterException.class)
          .hasMessageContaining(wrong[2]);
    }
    assertThatThrownBy(() -> command("--format=csv", "--from=2024-03-02", "--to=2024-03-01"))
        .hasMessageContaining("Exchange the two");
    assertThatThrownBy(() -> command("--format=csv", "--min-score=60", "--max-score=50"))
        .hasMessageContaining("Exchange the two");
    assertThat(Cli.run("export").code()).isEqualTo(2);
  }
}
