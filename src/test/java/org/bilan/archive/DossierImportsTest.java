package org.bilan.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.bilan.archive.DossierImports.Stored;
import org.bilan.assess.RulesetInForce;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.ledger.Actor;
import org.bilan.ledger.Entry;
import org.bilan.people.Secret;
import org.bilan.rest.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many dossiers kept at once leave what as many sent one by one leave. */
@QuarkusTest
class DossierImportsTest {

  private static final String COUNTRY = "KI";
  private static final Actor WHO = new Actor("importer", "test", "local");

  @Inject DataSource database;
  @Inject Ledger ledger;
  @Inject Archive archive;
  @Inject Secret secret;
  @Inject RulesetInForce inForce;

  private DossierImports imports;

  @BeforeEach
  void forget() {
    imports = new DossierImports(database, ledger, secret);
    for (String id : List.of("a", "b", "c", "sent")) {
      given().delete("/dossiers/import-" + id);
    }
  }

  private Incoming incoming(String id, String title) throws Exception {
    byte[] document = Sample.of("import-" + id).in(COUNTRY).title(title).bytes();
    Dossier dossier = DossierReader.read(document);
    return Incoming.of(
        dossier, document, inForce.with(ruleset -> ruleset.judge(dossier, Language.EN)));
  }

  private List<Entry> entries(String id) {
    return ledger.entries(Optional.of("dossier:import-" + id), Optional.empty(), 0, 10).items();
  }

  /** In the columns that lists, searches and the map go by. */
  @Test
  void eachIsFoundByWhatItIsFoundByWhenItIsSent() throws Exception {
    given()
        .contentType("application/json")
        .body(Sample.of("import-sent").in(COUNTRY).title("Où est-ce ?").bytes())
        .put("/dossiers/import-sent");
    imports.store(List.of(incoming("a", "Où est-ce ?"), incoming("b", "another")), WHO);
    imports.store(List.of(incoming("b", "Où est-ce ?")), WHO);
    List<String> rows =
        Jdbc.ask(
            database,
            connection ->
                Jdbc.list(
                    connection,
                    row -> row.getString(1),
                    "select (place, lat, lon, ts_delete(words, array['a', 'b', 'sent']), disputed,"
                        + " picture, standing, score, grade, contested, look)::text from dossier"
                        + " where incident in ('import-a', 'import-b', 'import-sent')"));
    assertThat(rows).hasSize(3);
    assertThat(rows.stream().distinct()).hasSize(1);
    assertThat(rows.get(0)).contains("'import':1A", "'ou':1 ", ",t,f,");
  }

  @Test
  void eachIsKeptWithItsAssessmentAndItsEntry() throws Exception {
    assertThat(imports.store(List.of(incoming("a", "one"), incoming("b", "one")), WHO))
        .isEqualTo(new Stored(2, 0, 0));
    given()
        .contentType("application/json")
        .body(Sample.of("import-sent").in(COUNTRY).title("one").bytes())
        .put("/dossiers/import-sent");
    byte[] document = given().get("/dossiers/import-a").asByteArray();
    assertThat(document).isEqualTo(Sample.of("import-a").in(COUNTRY).title("one").bytes());
    String sent = given().get("/dossiers/import-sent/assessment").asString();
    assertThat(given().get("/dossiers/import-a/assessment").asString())
        .isEqualTo(sent.replace("import-sent", "import-a"));
    given().get("/dossiers?country=" + COUNTRY).then().body("total", equalTo(3));
    Entry imported = entries("a").get(0);
    assertThat(imported.action()).isEqualTo(entries("sent").get(0).action());
    assertThat(imported.actor()).isEqualTo(WHO);
    assertThat(imported.details())
        .contains(DigestUtils.sha256Hex(document))
        .contains("assessment-sha256")
        .contains(inForce.get().revision());
    assertThat(ledger.verify(Optional.empty()).intact()).isTrue();
  }

  @Test
  void theSameAgainChangesNothingAndAnotherIsANewVersion() throws Exception {
    imports.store(List.of(incoming("a", "one"), incoming("b", "one")), WHO);
    String etag = given().get("/dossiers/import-a").header("ETag");
    assertThat(
            imports.store(
                List.of(incoming("a", "one"), incoming("b", "two"), incoming("c", "one")), WHO))
        .isEqualTo(new Stored(1, 1, 1));
    assertThat(given().get("/dossiers/import-a").header("ETag")).isEqualTo(etag);
    assertThat(entries("a").get(0).details()).contains("\"version\":\"1\"");
    given().get("/dossiers/import-b/assessments").then().body("total", equalTo(2));
    assertThat(given().get("/dossiers/import-b").<String>path("incident.title")).isEqualTo("two");
    assertThat(DossierReader.read(archive.get("import-b", 1).orElseThrow().document()).incident())
        .satisfies(incident -> assertThat(incident.title()).contains("one"));
    assertThat(entries("b").get(0).details()).contains("\"version\":\"2\"");
  }

  @Test
  void whatWasMadeOfAnEarlierVersionReplacesNoLaterOne() throws Exception {
    imports.store(List.of(incoming("a", "one")), WHO);
    assertThat(imports.store(List.of(incoming("a", "two").replacing(1)), WHO))
        .isEqualTo(new Stored(0, 1, 0));
    assertThat(
            imports.store(
                List.of(
                    incoming("a", "made of one").replacing(1),
                    incoming("b", "made of what is gone").replacing(1)),
                WHO))
        .isEqualTo(new Stored(0, 0, 2));
    assertThat(given().get("/dossiers/import-a").<String>path("incident.title")).isEqualTo("two");
    given().get("/dossiers/import-b").then().statusCode(404);
  }

  @Test
  void ofAnIncidentThatIsThereTwiceTheLaterStands() throws Exception {
    assertThat(
            imports.store(
                List.of(incoming("a", "one"), incoming("a", "two"), incoming("b", "one")), WHO))
        .isEqualTo(new Stored(2, 1, 0));
    assertThat(given().get("/dossiers/import-a").<String>path("incident.title")).isEqualTo("two");
    given().get("/dossiers/import-a/assessments").then().body("total", equalTo(2));
  }

  @Test
  void whatIsMarkedConfidentialStaysSo() throws Exception {
    String marked =
        Sample.of("import-a")
            .in(COUNTRY)
            .json()
            .replaceFirst("\"sources\":\\[\\{", "\"sources\":[{\"confidential\":true,");
    Dossier dossier = DossierReader.read(marked.getBytes(StandardCharsets.UTF_8));
    assertThat(dossier.sources().get(0).marked()).isTrue();
    imports.store(
        List.of(
            Incoming.of(
                dossier,
                marked.getBytes(StandardCharsets.UTF_8),
                inForce.with(ruleset -> ruleset.judge(dossier, Language.EN)))),
        WHO);
    imports.store(List.of(incoming("a", "no more marked")), WHO);
    assertThat(entries("a").get(0).details())
        .contains("document-hmac-sha256")
        .doesNotContain("document-sha256");
    assertThat(
            Jdbc.<List<Boolean>>ask(
                database,
                connection ->
                    Jdbc.list(
                        connection,
                        row -> row.getBoolean(1),
                        "select confidential from dossier_version where incident = ?"
                            + " order by version",
                        "import-a")))
        .containsExactly(true, false);
  }

  private static Sample publishing() {
    Sample sample = Sample.of("import-a").in(COUNTRY);
    sample
        .tree()
        .putArray("media")
        .addObject()
        .put("id", "photo")
        .put("kind", "photo")
        .put("report", "r-staff")
        .put("fingerprint", "0123456789abcdef".repeat(4));
    return sample;
  }

  private void store(Sample sample) throws Exception {
    Dossier dossier = DossierReader.read(sample.bytes());
    imports.store(
        List.of(
            Incoming.of(
                dossier,
                sample.bytes(),
                inForce.with(ruleset -> ruleset.judge(dossier, Language.EN)))),
        WHO);
  }

  private List<String> remembered() {
    return Jdbc.ask(
        database,
        connection ->
            Jdbc.list(
                connection,
                row -> row.getString("report"),
                "select report from picture_seen where incident = 'import-a'"));
  }

  @Test
  void ofADossierThatHasOrHadAConfidentialSourceNoPictureIsRemembered() throws Exception {
    Sample sample = publishing();
    store(sample);
    assertThat(remembered()).containsExactly("r-staff");
    for (boolean marked : new boolean[] {true, false}) {
      ((ObjectNode) sample.tree().at("/sources/1")).put("confidential", marked);
      store(sample);
      assertThat(remembered()).isEmpty();
    }
    given().get("/dossiers/import-a/assessments").then().body("total", equalTo(3));
  }

  @Test
  void aReportDatedBeforeItsIncidentMakesNoPictureOld() throws Exception {
    Sample sample = publishing();
    ObjectNode report = report(sample, "r-staff");
    for (String same : List.of("2024-03-17", "2024-03-17T00:00:00Z")) { // on its day: perhaps after
      report.put("publishedAt", same);
      assertThat(PostedPicture.of(DossierReader.read(sample.bytes()))).hasSize(1);
    }
    report.put("publishedAt", "2014-03-17");
    assertThat(PostedPicture.of(DossierReader.read(sample.bytes()))).isEmpty();
  }

  private static ObjectNode report(Sample sample, String id) {
    for (JsonNode report : sample.tree().get("reports")) {
      if (report.path("id").asText().equals(id)) {
        return (ObjectNode) report;
      }
    }
    throw new AssertionError(id);
  }

  @Test
  void aLongPlaceIsCutAtAWholeCharacter() throws Exception {
    Sample sample = publishing();
    ((ObjectNode) sample.tree().at("/incident/place")).put("name", "a" + "𝄞".repeat(4_000));
    assertThat(PostedPicture.of(DossierReader.read(sample.bytes())).get(0).place())
        .contains("a" + "𝄞".repeat(249));
  }

  /** The driver would wait for the rest of the rows for ever. */
  @Test
  @Timeout(30)
  void aCopyThatFailsHalfwayAppendsNothingAndHoldsNothing() {
    assertThatThrownBy(
            () ->
                Jdbc.transaction(
                    database,
                    connection -> {
                      try (BinaryCopy copy = new BinaryCopy(connection, "dossier (incident)")) {
                        copy.row(1);
                        copy.text("import-half");
                        throw new IllegalStateException("halfway");
                      }
                    }))
        .hasMessage("halfway");
    given().get("/dossiers/import-half").then().statusCode(404);
  }
}
