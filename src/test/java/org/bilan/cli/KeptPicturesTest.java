package org.bilan.cli;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.bilan.archive.CommandArchive;
import org.bilan.pictures.Drawn;
import org.bilan.rest.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code examine --keep} and {@code known}, beside a service that runs. */
@QuarkusTest
class KeptPicturesTest {

  @TempDir private Path folder;

  private record Told(int code, String out, String err) {}

  private static Told told(IntSupplier command) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    try {
      int code = command.getAsInt();
      System.out.flush();
      return new Told(
          code, said.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static Told examine(String... arguments) {
    ExamineCommand command = CommandLine.populateCommand(new ExamineCommand(), arguments);
    return told(() -> command.run(KeptPicturesTest::archive));
  }

  private static Told known(Path list, String... options) {
    KnownCommand command = new KnownCommand();
    CommandLine line = new CommandLine(command);
    line.parseArgs(
        Stream.concat(Arrays.stream(options), Stream.of(list.toString())).toArray(String[]::new));
    return told(() -> command.run(archive()));
  }

  private static CommandArchive archive() {
    return CommandArchive.begun(
        name -> System.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.')));
  }

  @Test
  void whatIsKeptTheServiceKnowsAndTheReverse() throws IOException {
    Drawn picture = Drawn.another();
    Path first = Files.write(folder.resolve("a.png"), picture.png());
    Path second = Files.write(folder.resolve("b.jpg"), picture.jpeg(0.6f));
    Told kept = examine("--keep", first.toString());
    assertThat(kept.code()).as(kept.err()).isZero();
    assertThat(kept.out()).containsPattern("seen +nowhere else so far\n");
    JsonNode json = new JsonMapper().readTree(examine("--format", "json", first.toString()).out());
    String sha256 = json.at("/sha256").asText();
    given().get("/media/" + sha256).then().statusCode(200).body("picture", equalTo(sha256));
    Told again = examine("--keep", "--lang", "fr", "--confidential", second.toString());
    assertThat(again.out())
        .containsPattern("vue +[0-9T:.Z-]+ \\(reçue par Bilan, " + sha256 + "\\) : la même image");
    String other =
        new JsonMapper()
            .readTree(examine("--keep", "--format", "json", second.toString()).out())
            .at("/sha256")
            .asText();
    given()
        .get("/media/" + other)
        .then()
        .body("confidential", equalTo(true))
        .body("picture", equalTo(sha256));
    Path list =
        Files.writeString(
            folder.resolve("known.csv"),
            "hash,date,place\n%s,2018-02-03,A town\n".formatted(json.at("/fingerprint").asText()));
    assertThat(known(list).out()).isEqualTo("1 row, 1 new.\n");
    assertThat(known(list, "--lang", "fr").out()).isEqualTo("1 ligne, aucune nouvelle.\n");
    String row = "%s,201%d-02-03\n";
    String hash = json.at("/fingerprint").asText();
    Files.writeString(list, "hash,date\n" + row.formatted(hash, 9) + row.formatted(hash, 9));
    assertThat(known(list, "--lang", "fr").out()).isEqualTo("2 lignes, 1 nouvelle.\n");
    assertThat(known(list).out()).isEqualTo("2 rows, 0 new.\n");
    given()
        .get("/media/" + sha256)
        .then()
        .body("firstSeen.at", equalTo("2018-02-03"))
        .body("firstSeen.place", equalTo("A town"));
    assertThat(examine("--keep", first.toString()).out())
        .contains("2018-02-03 (known from a list, A town): the same picture");
  }

  private static Told reexamine(String... options) {
    ReexamineCommand command = CommandLine.populateCommand(new ReexamineCommand(), options);
    return told(() -> command.run(archive()));
  }

  @Test
  void keptDossiersGetWhatIsKnownOfTheirPicturesSince() throws IOException {
    Path file = Files.write(folder.resolve("c.png"), Drawn.another().png());
    JsonNode kept =
        new JsonMapper().readTree(examine("--keep", "--format", "json", file.toString()).out());
    ObjectNode dossier = Sample.of("reexamined").tree();
    dossier
        .withArray("media")
        .addObject()
        .put("id", "picture")
        .put("kind", "photo")
        .put("sha256", kept.at("/sha256").asText());
    given()
        .contentType("application/json")
        .body(dossier.toString())
        .put("/dossiers/reexamined")
        .then()
        .statusCode(anyOf(equalTo(200), equalTo(201)));
    reexamine();
    assertThat(reexamine("--dry-run").out())
        .matches("[0-9,]+ dossiers? looked at, 0 would change.\n");
    Path list =
        Files.writeString(
            folder.resolve("since.csv"),
            "hash,date\n%s,2018-02-03\n".formatted(kept.at("/fingerprint").asText()));
    known(list);
    assertThat(reexamine("--dry-run").out()).startsWith("reexamined\n").contains("1 would change");
    String before = given().get("/dossiers/reexamined").header("ETag");
    assertThat(reexamine("--lang", "fr").out())
        .startsWith("reexamined\n")
        .contains("modifiés : 1.");
    Response after = given().get("/dossiers/reexamined");
    assertThat(after.header("ETag")).isNotEqualTo(before);
    assertThat(after.asString()).contains("\"at\":\"2018-02-03\",\"ground\":\"known\"");
    assertThat(reexamine().out()).contains(" 0 changed.");
  }

  @Test
  void whatIsKnownOfAConfidentialFileStaysWithItsConfidentialSource() throws IOException {
    Path file = Files.write(folder.resolve("d.png"), Drawn.another().png());
    JsonNode kept =
        new JsonMapper()
            .readTree(
                examine("--keep", "--confidential", "--format", "json", file.toString()).out());
    ObjectNode dossier = Sample.of("reexamined-marked").tree();
    dossier
        .withArray("sources")
        .addObject()
        .put("id", "poster")
        .put("kind", "resident")
        .put("confidential", true);
    dossier.withArray("reports").addObject().put("id", "post").put("source", "poster");
    dossier
        .withArray("media")
        .addObject()
        .put("id", "picture")
        .put("kind", "photo")
        .put("report", "post")
        .put("sha256", kept.at("/sha256").asText());
    given()
        .contentType("application/json")
        .body(dossier.toString())
        .put("/dossiers/reexamined-marked")
        .then()
        .statusCode(anyOf(equalTo(200), equalTo(201)));
    String before = given().get("/dossiers/reexamined-marked").asString();
    assertThat(before).contains("\"examined\"");
    assertThat(reexamine().out()).doesNotContain("reexamined-marked");
    assertThat(given().get("/dossiers/reexamined-marked").asString()).isEqualTo(before);
  }

  @Test
  void aListWithProblemsIsToldLineByLine() throws IOException {
    Path list = Files.writeString(folder.resolve("bad.csv"), "hash,date\nxyz,2018-02-03\n");
    Told refused = known(list);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .contains(list + ": line 2: \"xyz\" is no fingerprint")
        .contains("nothing of it was kept");
    assertThat(known(list, "--lang", "fr").err())
        .contains(list + ": ligne 2 : « xyz » n'est pas une empreinte")
        .contains("rien n'en a été conservé");
  }
}
