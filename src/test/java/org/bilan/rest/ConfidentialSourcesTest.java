package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.bilan.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader gets to know of a confidential source, by every door: its pseudonym. */
@QuarkusTest
class ConfidentialSourcesTest {

  private static final String ID = "confidential-case";

  /** All that would give the source away. */
  private static final List<String> SECRETS =
      List.of(
          "Moktar Ag Zzyzx",
          "src-zzyzx",
          "rep-zzyzx",
          "zzyzx.example",
          "zzyzx@example.org",
          "Zzyzx family");

  private static final List<String> DOORS =
      List.of(
          "/dossiers/" + ID,
          "/dossiers/" + ID + "/assessment",
          "/dossiers/" + ID + "/assessment?explain=full",
          "/dossiers/" + ID + "/assessment?asOf=2024-03-20",
          "/dossiers/" + ID + "/assessment?asOf=2024-03-20&explain=full",
          "/dossiers/" + ID + "/assessments",
          "/dossiers/" + ID + "/comparison",
          "/dossiers/" + ID + "/comparison?fromVersion=1&toVersion=2",
          "/dossiers/" + ID + "/comparison?fromAsOf=2024-03-17&toAsOf=2024-03-20",
          "/dossiers/" + ID + "/timeline",
          "/dossiers?size=500",
          "/claims?size=500",
          "/exports/claims.csv",
          "/exports/claims.geojson",
          "/exports/claims.jsonld",
          "/tokens",
          "/me");

  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          StringBuilder text = new StringBuilder(String.valueOf(entry.getMessage()));
          for (Object value :
              entry.getParameters() == null ? new Object[0] : entry.getParameters()) {
            text.append(' ').append(value);
          }
          for (Throwable cause = entry.getThrown(); cause != null; cause = cause.getCause()) {
            text.append(' ').append(cause);
          }
          log.add(text.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void keepTwoVersions() {
    Logger.getLogger("").addHandler(listener);
    given().delete("/dossiers/" + ID);
    // First nobody thought of it; then the source asked not to be named.
    put(given(), dossier(false)).then().statusCode(201);
    put(given(), dossier(true)).then().statusCode(200);
  }

  @AfterEach
  void stopListening() {
    Logger.getLogger("").removeHandler(listener);
  }

  private static Response put(
      io.restassured.specification.RequestSpecification who, String dossier) {
    return who.contentType("application/json")
        .body(dossier.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .put("/dossiers/" + ID);
  }

  private static String dossier(boolean confidential) {
    Sample sample = Sample.of(ID).title("What Moktar Ag Zzyzx saw");
    ObjectNode dossier = sample.tree();
    ObjectNode source =
        dossier
            .withArray("sources")
            .addObject()
            .put("id", "src-zzyzx")
            .put("name", "Moktar Ag Zzyzx")
            .put("kind", "witness")
            .put("owner", "Zzyzx family");
    if (confidential) {
      source.put("confidential", true).put("proximity", "first-hand");
    }
    String claim = dossier.at("/claims/0/id").textValue();
    dossier
        .withArray("reports")
        .addObject()
        .put("id", "rep-zzyzx")
        .put("source", "src-zzyzx")
        .put("url", "https://zzyzx.example/statement")
        .put("author", "zzyzx@example.org")
        .put("publishedAt", "2024-03-18")
        .put("text", "I, Moktar Ag Zzyzx, saw it with my own eyes.")
        .withArray("stances")
        .addObject()
        .put("claim", claim)
        .put("stance", "asserts")
        .put("basis", "witnessed");
    return sample.json();
  }

  @Test
  void aReaderGetsPseudonymsByEveryDoor() {
    Someone reader = Someone.with(Role.READER, Role.REPORTER, Role.ADMIN, Role.OPERATOR);
    for (String door : DOORS) {
      for (String language : List.of("en", "fr")) {
        Response answer = reader.asks().header("Accept-Language", language).get(door);
        assertThat(answer.statusCode()).as(door).isEqualTo(200);
        assertNoSecret(door, answer);
      }
    }
    assertNoSecret("ledger", reader.asks().get("/ledger?size=500"));
    assertNoSecret("metrics", reader.asks().get("/q/metrics"));
    reader
        .asks()
        .header("Accept-Language", "fr")
        .get("/dossiers/" + ID + "/assessment")
        .then()
        .body(containsString("Source confidentielle "));
  }

  private static void assertNoSecret(String door, Response answer) {
    String body =
        answer.asString().toLowerCase(Locale.ROOT)
            + answer.headers().toString().toLowerCase(Locale.ROOT);
    for (String secret : SECRETS) {
      assertThat(body).as(door).doesNotContain(secret.toLowerCase(Locale.ROOT));
    }
    assertThat(body).as(door).doesNotContain("zzyzx");
  }

  @Test
  void aConfidantSeesAllOfIt() {
    Someone confidant = Someone.with(Role.CONFIDANT);
    assertThat(confidant.asks().get("/dossiers/" + ID).asString()).isEqualTo(dossier(true));
    for (String door : DOORS.subList(0, 10)) {
      assertThat(confidant.asks().get(door).asString()).as(door).contains("zzyzx");
    }
  }

  /** What is scored is the same: only names differ. */
  @Test
  void scoresAreTheSameForBoth() {
    String path = "/dossiers/" + ID + "/assessment";
    List<Integer> seen = Someone.with(Role.CONFIDANT).asks().get(path).path("claims.score");
    List<Integer> told = Someone.with(Role.READER).asks().get(path).path("claims.score");
    assertThat(told).isEqualTo(seen).isNotEmpty();
  }

  @Test
  void whatWasShownWithPseudonymsOverwritesNothing() {
    Someone reporter = Someone.with(Role.REPORTER);
    Response shown = reporter.asks().get("/dossiers/" + ID);
    put(reporter.asks(), shown.asString())
        .then()
        .statusCode(403)
        .body("detail", containsString("confidant"));
    reporter.asks().delete("/dossiers/" + ID).then().statusCode(403);
    Someone both = Someone.with(Role.REPORTER, Role.CONFIDANT);
    // Nor by who sees all, with the tag of what lacks something.
    put(both.asks().header("If-Match", shown.header("ETag")), shown.asString())
        .then()
        .statusCode(412);
    assertThat(given().get("/dossiers/" + ID).asString()).isEqualTo(dossier(true));
    put(both.asks(), dossier(true)).then().statusCode(200);
  }

  /** What was marked once stays so, also in versions from before and after. */
  @Test
  void aMarkCountsForAllVersions() {
    put(given(), Sample.of(ID).title("Nobody named").json()).then().statusCode(200);
    Someone reader = Someone.with(Role.READER);
    for (String door : DOORS) {
      assertNoSecret(door, reader.asks().get(door));
    }
    assertNoSecret(
        "1 to 3", reader.asks().get("/dossiers/" + ID + "/comparison?fromVersion=1&toVersion=3"));
    put(given(), dossier(false)).then().statusCode(200);
    for (String door : DOORS) {
      assertNoSecret(door, reader.asks().get(door));
    }
  }

  /** Else whoever guesses at a name could hash what they guess. */
  @Test
  void neitherTagsNorTheLedgerConfirmAGuess() throws Exception {
    String hash =
        java.util.HexFormat.of()
            .formatHex(
                java.security.MessageDigest.getInstance("SHA-256")
                    .digest(dossier(true).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    Someone reader = Someone.with(Role.READER, Role.REPORTER, Role.ADMIN);
    Response shown = reader.asks().get("/dossiers/" + ID);
    assertThat(shown.headers().toString()).doesNotContain(hash.substring(0, 16));
    assertThat(reader.asks().get("/ledger?object=dossier:" + ID).asString())
        .contains("document-hmac-sha256")
        .doesNotContain(hash);
    Response refused = put(reader.asks().header("If-None-Match", "*"), dossier(true));
    refused.then().statusCode(403);
    assertThat(refused.headers().toString()).doesNotContain(hash.substring(0, 16));
  }

  @Test
  void aReporterMaySendWhatNobodyElseKnowsYet() {
    given().delete("/dossiers/" + ID);
    Someone reporter = Someone.with(Role.REPORTER);
    put(reporter.asks(), dossier(true)).then().statusCode(201);
    reporter.asks().get("/dossiers/" + ID).then().body(containsString("onfidential source "));
    given().get("/dossiers?size=500").then().body(containsString("What Moktar Ag Zzyzx saw"));
  }

  /** Else who noted a pseudonym could wait for that, and try ids until it comes back. */
  @Test
  void aDossierThatIsSentAgainGivesNoPseudonymBack() {
    Someone reporter = Someone.with(Role.REPORTER);
    String path = "/dossiers/" + ID;
    String noted = pseudonym(reporter);
    put(given(), dossier(true)).then().statusCode(200);
    assertThat(pseudonym(reporter)).isEqualTo(noted);
    given().delete(path);
    put(reporter.asks(), dossier(true)).then().statusCode(201);
    assertThat(pseudonym(reporter)).isNotEqualTo(noted);
    assertThat(reporter.asks().get(path + "/assessment").asString()).doesNotContain(noted);
  }

  private static String pseudonym(Someone reader) {
    return reader.asks().get("/dossiers/" + ID).path("sources.find { it.confidential == true }.id");
  }

  @Test
  void theLogHoldsNeitherNamesNorSecrets() {
    Someone reporter = Someone.with(Role.REPORTER);
    String token = reporter.token();
    String cookie = reporter.logsIn().cookie("bilan_session");
    put(reporter.asks(), dossier(true));
    put(given(), dossier(true).replace("\"witness\"", "\"witnes\"")).then().statusCode(422);
    for (int i = 0; i < 8; i++) {
      given().auth().preemptive().basic(reporter.name(), "guess-Zzyzx").get("/rules");
    }
    Someone.bearing(token).get("/test/fault").then().statusCode(500);
    given().get("/dossiers/" + ID + "/timeline").then().statusCode(200);
    String all = String.join("\n", log);
    assertThat(all).contains("Internal fault", "Guesses of a password are slowed");
    assertThat(all)
        .doesNotContainIgnoringCase("zzyzx")
        .doesNotContain(reporter.password(), token.split("_")[2], cookie, LoggedIn.PASSWORD);
  }

  @Test
  void listsSayThatADossierHoldsSome() {
    given()
        .get("/dossiers?size=500")
        .then()
        .body("items.find { it.incident == '" + ID + "' }.confidential", equalTo(true));
  }
}
