package org.bilan.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import org.bilan.people.Role;
import org.bilan.pictures.Drawn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is added to dossiers of the pictures that they name, and for whom. */
@QuarkusTest
class PicturesInDossiersTest {

  private static final JsonMapper JSON = new JsonMapper();

  private Someone reporter;
  private Someone reader;
  private Someone confidant;

  @BeforeEach
  void logIn() {
    reporter = Someone.with(Role.REPORTER);
    reader = Someone.with(Role.READER);
    confidant = Someone.with(Role.CONFIDANT, Role.REPORTER);
  }

  private static String send(Someone who, byte[] file, boolean confidential) {
    RequestSpecification request = who.asks().multiPart("file", "a.jpg", file, "image/jpeg");
    Response answer =
        (confidential ? request.multiPart("confidential", "true") : request).post("/media");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return answer.path("files[0].sha256");
  }

  private static ObjectNode naming(String incident, String sha256, boolean marked) {
    ObjectNode dossier = Sample.of(incident).tree();
    ObjectNode source = dossier.withArray("sources").addObject();
    source.put("id", "poster").put("kind", "social-account");
    if (marked) {
      source.put("confidential", true);
    }
    ObjectNode report = dossier.withArray("reports").addObject();
    report.put("id", "post").put("source", "poster").put("publishedAt", "2024-03-18");
    ObjectNode media = dossier.withArray("media").addObject();
    media.put("id", "picture").put("report", "post").put("kind", "photo").put("sha256", sha256);
    media.putArray("supports").add(dossier.at("/claims/0/id").asText());
    return dossier;
  }

  private static void put(Someone who, ObjectNode dossier) {
    Response answer =
        who.asks()
            .contentType("application/json")
            .body(dossier.toString())
            .put("/dossiers/" + dossier.at("/incident/id").asText());
    assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
  }

  private static JsonNode picture(Someone who, String incident) throws IOException {
    for (JsonNode media :
        JSON.readTree(who.asks().get("/dossiers/" + incident).asByteArray()).path("media")) {
      if (media.path("kind").asText().equals("photo") && media.has("supports")) {
        return media;
      }
    }
    throw new AssertionError("no picture");
  }

  private static String assessed(Someone who, ObjectNode dossier) {
    Response answer =
        who.asks().contentType("application/json").body(dossier.toString()).post("/assessments");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.asString();
  }

  @Test
  void anOpenFileIsToldToAllAndWhatTheClientSaidOfItIsReplaced() throws IOException {
    String sha256 = send(reporter, Drawn.another().jpeg(0.9f), false);
    ObjectNode dossier = naming("pictures-open", sha256, false);
    ((ObjectNode) dossier.withArray("media").get(dossier.path("media").size() - 1))
        .putObject("examined")
        .put("device", "forged");
    put(reporter, dossier);
    JsonNode kept = picture(reader, "pictures-open");
    assertThat(kept.path("fingerprint").asText()).hasSize(64);
    assertThat(kept.at("/examined/credentials").asText()).isEqualTo("absent");
    assertThat(kept.at("/examined/picture").asText()).isEqualTo(sha256);
    assertThat(kept.toString()).doesNotContain("forged");
    // It came today, after the incident and the report: no earlier appearance.
    assertThat(kept.path("examined").has("firstSeen")).isFalse();
    assertThat(assessed(reader, dossier)).contains("/media/" + sha256 + "/thumbnail");
  }

  @Test
  void aDossierThatNamesNoFileOfOursIsKeptToTheByte() {
    ObjectNode dossier = naming("pictures-none", "0".repeat(60) + "abcd", false);
    put(reporter, dossier);
    assertThat(reader.asks().get("/dossiers/pictures-none").asString())
        .isEqualTo(dossier.toString());
  }

  @Test
  void aConfidentialFileIsToldOfOnlyWhereAConfidentialSourcePublishedIt() throws IOException {
    String sha256 = send(confidant, Drawn.another().jpeg(0.9f), true);
    put(confidant, naming("pictures-unmarked", sha256, false));
    assertThat(picture(confidant, "pictures-unmarked").has("examined")).isFalse();
    put(confidant, naming("pictures-marked", sha256, true));
    assertThat(picture(confidant, "pictures-marked").has("examined")).isTrue();
    JsonNode redacted = picture(reader, "pictures-marked");
    assertThat(redacted.has("examined")).isFalse();
    assertThat(redacted.has("fingerprint")).isFalse();
    String told = reader.asks().get("/dossiers/pictures-marked/assessment").asString();
    assertThat(told).doesNotContain(sha256).doesNotContain("\"pictures\"");
    assertThat(reader.asks().get("/dossiers/pictures-marked/pictures.html").asString())
        .doesNotContain(sha256);
    // Who guesses at it learns nothing: as for a file that nobody has sent.
    String asked = assessed(reader, naming("pictures-asked", sha256, true));
    assertThat(asked).doesNotContain("thumbnail").doesNotContain("\"pictures\"");
  }

  @Test
  void whereAConfidentialFileWasSeenIsToldInNoDossier() throws IOException {
    Drawn picture = Drawn.another();
    send(confidant, picture.jpeg(0.9f), true);
    String open = send(reporter, picture.jpeg(0.5f), false);
    ObjectNode dossier = naming("pictures-later", open, false);
    ((ObjectNode) dossier.at("/incident")).putObject("date").put("from", "2199-01-01");
    put(confidant, dossier);
    JsonNode kept = picture(reader, "pictures-later");
    assertThat(kept.at("/examined/picture").asText()).isEqualTo(open);
    assertThat(kept.at("/examined/firstSeen/sha256").asText()).isEqualTo(open);
  }
}
