package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.bilan.examination.SeedPictures;
import org.bilan.people.Role;
import org.junit.jupiter.api.Test;

/**
 * The weekend's dossier with files of pictures, through the whole way: a list of known pictures is
 * imported, the files are sent, the dossier that names them is kept, and what was established of
 * them is found, weighed and shown. Drawn anew with {@code -Dseeds.write=true}.
 */
@QuarkusTest
class SeedPicturesTest {

  private static final Path FOLDER = Path.of("seeds/pictures");
  private static final Path EXPECTED = Path.of("seeds/expected/pictures.json");
  private static final String INCIDENT = "/dossiers/example-pictures-amasrakad";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Map<String, String> FILES =
      Map.of(
          "m-damage", "damage.jpg",
          "m-damage-again", "damage-again.jpg",
          "m-strike", "strike.jpg",
          "m-weapons", "weapons.jpg");

  private static String sha256(String file) throws IOException {
    return DigestUtils.sha256Hex(Files.readAllBytes(FOLDER.resolve(file)));
  }

  private static ObjectNode dossier() throws IOException {
    return (ObjectNode) JSON.readTree(FOLDER.resolve("dossier.json").toFile());
  }

  private static void drawAnew() throws IOException {
    SeedPictures.write(FOLDER);
    ObjectNode dossier = dossier();
    for (JsonNode media : dossier.path("media")) {
      if (FILES.containsKey(media.path("id").asText())) {
        ((ObjectNode) media).put("sha256", sha256(FILES.get(media.path("id").asText())));
      }
    }
    Files.writeString(FOLDER.resolve("dossier.json"), JSON.writeValueAsString(dossier) + "\n");
  }

  @Test
  void fromTheFilesToTheScore() throws IOException {
    if (Boolean.getBoolean("seeds.write")) {
      drawAnew();
    }
    Someone reporter = Someone.with(Role.REPORTER);
    Someone reader = Someone.with(Role.READER);
    Someone.with(Role.OPERATOR)
        .asks()
        .contentType("text/csv")
        .body(Files.readAllBytes(FOLDER.resolve("known.csv")))
        .post("/media/known")
        .then()
        .statusCode(200);
    // From a run before, whose memory other tests may have emptied since.
    Someone editor = Someone.with(Role.EDITOR);
    for (String file : FILES.values()) {
      editor.asks().delete("/media/" + sha256(file));
    }
    RequestSpecification upload = reporter.asks();
    for (String file : FILES.values()) {
      upload.multiPart("file", FOLDER.resolve(file).toFile());
    }
    upload.post("/media").then().statusCode(201);
    Response put =
        reporter.asks().contentType("application/json").body(dossier().toString()).put(INCIDENT);
    assertThat(put.statusCode()).as(put.asString()).isIn(200, 201);

    JsonNode assessment = JSON.readTree(reader.asks().get(INCIDENT + "/assessment").asByteArray());
    ((ObjectNode) assessment).put("ruleset", "(revision)");
    if (Boolean.getBoolean("seeds.write")) {
      Files.writeString(EXPECTED, JSON.writeValueAsString(assessment) + "\n");
    }
    assertThat(assessment).isEqualTo(JSON.readTree(EXPECTED.toFile()));

    assertThat(rules(assessment, "civilians-14"))
        .contains("imagery.recycled", "imagery.many-posters", "imagery.shows-event")
        .doesNotContain("imagery.file-from-before");
    assertThat(rules(assessment, "terrorists-several"))
        .contains(
            "imagery.file-from-before",
            "imagery.file-from-elsewhere",
            "imagery.edited",
            "imagery.said-otherwise")
        .doesNotContain("imagery.recycled");
    JsonNode strike = picture(assessment, "m-strike");
    assertThat(strike.at("/earlier/at").asText()).isEqualTo("2019-05-01");
    assertThat(strike.at("/earlier/place").asText()).isEqualTo("An invented town");
    assertThat(picture(assessment, "m-damage-again").has("earlier")).isFalse();

    assertThat(picture(assessment, "m-weapons").path("differ").toString())
        .isEqualTo("[\"capturedAt\"]");

    // Kept with what was established; sent again as it was told, it is the same.
    byte[] kept = reader.asks().get(INCIDENT).asByteArray();
    JsonNode media = JSON.readTree(kept).path("media");
    assertThat(media.findValuesAsText("fingerprint")).hasSize(FILES.size());
    Response again = reporter.asks().contentType("application/json").body(kept).put(INCIDENT);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(reader.asks().get(INCIDENT).asByteArray()).path("media"))
        .isEqualTo(media);
    // Without the files the same dossier is judged as if nobody had looked.
    ObjectNode unseen = dossier();
    unseen.path("media").forEach(m -> ((ObjectNode) m).remove("sha256"));
    JsonNode unlooked =
        JSON.readTree(
            reader
                .asks()
                .contentType("application/json")
                .body(unseen.toString())
                .post("/assessments")
                .asByteArray());
    assertThat(unlooked.has("pictures")).isFalse();
    assertThat(rules(unlooked, "civilians-14")).doesNotContain("imagery.recycled");
  }

  @Test
  void thePageShowsTheEarlierPictureBesideTheNewOne() throws IOException {
    fromTheFilesToTheScore();
    for (String language : List.of("en", "fr")) {
      Response page =
          Someone.with(Role.READER)
              .asks()
              .header("Accept-Language", language)
              .get(INCIDENT + "/pictures.html");
      page.then().statusCode(200);
      assertThat(page.header("Content-Security-Policy")).endsWith("; img-src 'self'");
      assertThat(page.asString())
          .contains("lang=\"" + language + "\"")
          .contains("src=\"/media/" + sha256("strike.jpg") + "/thumbnail\"")
          .contains("2019-05-01", "An invented town", "GIMP 2.10.34");
    }
    given().get("/dossiers/no-such/pictures.html").then().statusCode(404);
  }

  private static List<String> rules(JsonNode assessment, String claim) {
    for (JsonNode one : assessment.path("claims")) {
      if (one.path("claim").asText().equals(claim)) {
        return one.path("findings").findValuesAsText("rule");
      }
    }
    throw new AssertionError(claim);
  }

  private static JsonNode picture(JsonNode assessment, String media) {
    for (JsonNode one : assessment.path("pictures")) {
      if (one.path("media").asText().equals(media)) {
        return one;
      }
    }
    throw new AssertionError(media);
  }
}
