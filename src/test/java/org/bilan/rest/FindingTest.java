package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bilan.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Incidents are found by words, place, and by what people should look at. */
@QuarkusTest
class FindingTest {

  private static final String COUNTRY = "QF";

  private final List<String> kept = new ArrayList<>();

  @AfterEach
  void forget() {
    kept.forEach(id -> given().delete("/dossiers/" + id));
  }

  private void put(Sample sample) {
    String id = sample.tree().at("/incident/id").textValue();
    given()
        .contentType("application/json")
        .body(sample.in(COUNTRY).bytes())
        .put("/dossiers/" + id)
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
    kept.add(id);
  }

  private static Sample at(Sample sample, Object lat, Object lon) {
    ObjectNode place = (ObjectNode) sample.tree().at("/incident/place");
    place.putPOJO("lat", lat).putPOJO("lon", lon);
    return sample;
  }

  /** One claim, which one voice asserts and nobody denies. */
  private static Sample calm(String incident) {
    Sample sample = Sample.of(incident);
    sample.tree().withArray("claims").remove(1);
    sample.tree().withArray("reports").remove(0);
    return sample;
  }

  /** Another one, who was there. */
  private static void voice(Sample sample, String kind, String stance) {
    sample
        .tree()
        .withArray("sources")
        .addObject()
        .put("id", "other")
        .put("kind", kind)
        .put("proximity", "first-hand");
    sample
        .tree()
        .withArray("reports")
        .addObject()
        .put("id", "r-other")
        .put("source", "other")
        .putArray("stances")
        .addObject()
        .put("claim", "civilians-14")
        .put("stance", stance);
  }

  private static List<String> found(RequestSpecification who, String... parameters) {
    who.queryParam("country", COUNTRY);
    for (int i = 0; i < parameters.length; i += 2) {
      who.queryParam(parameters[i], parameters[i + 1]);
    }
    var answer = who.get("/dossiers").then().statusCode(200).extract();
    List<String> incidents = answer.path("items.incident");
    assertThat(answer.<Integer>path("total")).isEqualTo(incidents.size());
    return incidents;
  }

  private static List<String> found(String... parameters) {
    return found(given(), parameters);
  }

  @ParameterizedTest
  @CsvSource({
    "amasrak, true",
    "AMASRÁK, true",
    "masrak, false",
    "find word, true",
    "word-find:one, true",
    "village strike, true",
    "'village, attack', false",
    "gao, true",
    "sahel, true",
    "القائم, true",
    "مسلحة, true",
    "斯拉, true",
    "斯马, false",
    "2024, false"
  })
  void eachWordBeginsOneOfTheIncidents(String words, boolean there) {
    Sample sample = Sample.of("find-word-one").title("Strike on Amasrakád الْقائِم 阿马斯拉卡德");
    ObjectNode incident = (ObjectNode) sample.tree().get("incident");
    incident.put("conflict", "War in the Sahel");
    ((ObjectNode) incident.get("place")).put("name", "A \0village").put("admin1", "Gao");
    ((ObjectNode) incident.at("/parties/1")).put("name", "جماعة مسلّحة");
    put(sample);
    assertThat(found("q", words)).isEqualTo(there ? List.of("find-word-one") : List.of());
  }

  /** Whatever somebody types is words, and nothing that the database understands otherwise. */
  @ParameterizedTest
  @CsvSource({
    "find' | !xylo, true",
    "find:*X, true",
    "find & (xylo, true",
    "'find\\\\ <-> xylo', true",
    "xylo' <-> !!, true",
    "'find\0xylo', false",
    "xylo | yyy, false"
  })
  void whatIsTypedIsNoLanguage(String typed, boolean there) {
    put(Sample.of("find-word-zzz").title("Xylo"));
    put(Sample.of("find-word-yyy").title("Other"));
    assertThat(found("q", typed)).isEqualTo(there ? List.of("find-word-zzz") : List.of());
  }

  /** Whoever writes the apostrophe, or one that is a letter, or none, finds all that do. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Qa\u02bcim | qaim | qa\u02bcim | qa'im | qa’im",
        "Qa'im | qaim | qa\u02bcim | qa'im | qa im",
        "Sa\u02bfada | Sa'ada | saada | sa\u02bfada | saad",
        "Sanaa | Sana'a | sanaa | sana\u2018a | San",
        "GRO\u1E9EE | große | grosse | gro\u1E9Ee | GROSSE"
      })
  void apostrophesAreAlikeBothWays(
      String title, String one, String two, String three, String four) {
    put(Sample.of("find-apostrophe").title("At " + title));
    for (String typed : List.of(one, two, three, four)) {
      assertThat(found("q", typed)).as(typed).containsExactly("find-apostrophe");
    }
    assertThat(found("q", "qa'ix")).isEmpty();
  }

  @Test
  void aNewVersionIsFoundByItsOwnWords() {
    put(Sample.of("find-version").title("Earlierword"));
    put(Sample.of("find-version").title("Laterword"));
    assertThat(found("q", "earlierw")).isEmpty();
    assertThat(found("q", "laterw")).containsExactly("find-version");
  }

  @Test
  void whoSeesNoConfidentialSourcesFindsWhatHoldsSomeByItsIdOnly() {
    Sample sample = Sample.of("find-hush-zzyzx").title("What Moktar Ag Qqrst saw");
    ObjectNode dossier = sample.tree();
    ((ObjectNode) dossier.at("/incident/place")).put("name", "House of Moktar Ag Qqrst");
    dossier
        .withArray("sources")
        .addObject()
        .put("id", "src-secret")
        .put("name", "Moktar Ag Qqrst")
        .put("kind", "resident")
        .put("confidential", true);
    at(sample, 16.5, -0.25);
    Someone sender = Someone.with(Role.REPORTER, Role.CONFIDANT);
    sender
        .asks()
        .contentType("application/json")
        .body(sample.in(COUNTRY).bytes())
        .put("/dossiers/find-hush-zzyzx")
        .then()
        .statusCode(201);
    Someone reader = Someone.with(Role.READER);
    try {
      for (String word : List.of("qqr", "moktar", "house", "saw", "hush qqrst")) {
        assertThat(found(reader.asks(), "q", word)).as(word).isEmpty();
        assertThat(found(sender.asks(), "q", word)).as(word).containsExactly("find-hush-zzyzx");
        assertThat(placed(reader, word)).as(word).isZero();
        assertThat(placed(sender, word)).as(word).isEqualTo(1);
      }
      assertThat(found(reader.asks(), "q", "hush zzy")).containsExactly("find-hush-zzyzx");
      var shown = reader.asks().get("/dossiers?country=" + COUNTRY).then().extract();
      assertThat(shown.asString()).doesNotContain("Qqrst").doesNotContain("Moktar");
      assertThat(shown.<Float>path("items[0].place.lat")).isEqualTo(16.5f);
      assertThat(shown.<String>path("items[0].place.name")).startsWith("House of ");
    } finally {
      sender.asks().delete("/dossiers/find-hush-zzyzx").then().statusCode(204);
    }
  }

  private static int placed(Someone who, String word) {
    return who.asks()
        .queryParam("country", COUNTRY)
        .queryParam("q", word)
        .get("/map")
        .then()
        .statusCode(200)
        .extract()
        .path("placed");
  }

  @Test
  void aBoxHoldsWhatLiesInItAlsoAcrossTheDateLine() {
    put(at(Sample.of("find-gao"), 16.3, -0.1));
    put(at(Sample.of("find-fiji"), -17.8, 178.1));
    put(at(Sample.of("find-tonga"), -21.2, -175.2));
    put(Sample.of("find-nowhere"));
    assertThat(found("west", "-1", "south", "16", "east", "0", "north", "17"))
        .containsExactly("find-gao");
    assertThat(found("west", "170", "south", "-30", "east", "-170", "north", "0"))
        .containsExactly("find-fiji", "find-tonga");
    assertThat(found()).hasSize(4);
  }

  @Test
  void aMapCountsNearOnesTogether() {
    put(at(Sample.of("find-near-1"), 16.31, -0.11));
    put(at(Sample.of("find-near-2"), 16.33, -0.13));
    put(at(Sample.of("find-pole"), 90, 180));
    put(Sample.of("find-nowhere"));
    given()
        .get("/map?cells=8&country=" + COUNTRY)
        .then()
        .statusCode(200)
        .body("degrees", equalTo(45f))
        .body("placed", equalTo(3))
        .body("unplaced", equalTo(1))
        .body("cells.count", containsInAnyOrder(2, 1))
        .body("cells[0].lat", equalTo(16.32f))
        .body("cells[0].lon", equalTo(-0.12f))
        .body("cells[0].contested", equalTo(2))
        .body("cells[0].containsKey('incident')", equalTo(false))
        .body("cells[1].incident", equalTo("find-pole"))
        .body("cells[1].containsKey('grade')", equalTo(true))
        .body("cells[1].containsKey('score')", equalTo(true));
    given()
        .get("/map?cells=64&west=-0.2&south=16.3&east=-0.1&north=16.4&country=" + COUNTRY)
        .then()
        .body("cells.incident", containsInAnyOrder("find-near-1", "find-near-2"))
        .body("unplaced", equalTo(1));
  }

  @Test
  void listsAreSortedAsAsked() {
    put(Sample.of("find-a").on("2023-05-02", "2023-05-02"));
    put(Sample.of("find-c").on("2023-05-01", "2023-05-01"));
    put(Sample.of("find-b").on("2023-05-03", "2023-05-03"));
    Sample second = calm("find-c").on("2023-05-01", "2023-05-01");
    voice(second, "medical", "asserts");
    put(second);
    assertThat(found()).containsExactly("find-a", "find-b", "find-c");
    assertThat(found("sort", "date")).containsExactly("find-c", "find-a", "find-b");
    assertThat(found("sort", "-date")).containsExactly("find-b", "find-a", "find-c");
    assertThat(found("sort", "updated")).containsExactly("find-a", "find-b", "find-c");
    assertThat(found("sort", "-updated")).containsExactly("find-c", "find-b", "find-a");
    assertThat(found("sort", "score")).containsExactly("find-a", "find-b", "find-c");
    assertThat(found("sort", "-score")).containsExactly("find-c", "find-a", "find-b");
  }

  @Test
  void whatIsDisputedIsContestedAndWhatNobodyDisputesIsNot() {
    put(Sample.of("find-disputed"));
    put(calm("find-calm"));
    assertThat(found("contested", "true")).containsExactly("find-disputed");
    assertThat(found("contested", "false")).containsExactly("find-calm");
    grade("find-calm", "civilians-14", "contested");
    assertThat(found("contested", "true")).containsExactly("find-calm", "find-disputed");
    withdraw("find-calm", "civilians-14");
    assertThat(found("contested", "true")).containsExactly("find-disputed");
  }

  @Test
  void whatPeopleSaidIsLookedAtWhenItStandsNoMore() {
    put(Sample.of("find-look"));
    String machine = path("items[0].claims.find { it.claim == 'fighters' }.grade");
    List<String> first = path("items[0].look");
    assertThat(first).doesNotContain("grade-differs", "newer-version", "claim-gone");

    grade("find-look", "fighters", machine);
    assertThat(this.<List<String>>path("items[0].look")).doesNotContain("grade-differs");
    grade("find-look", "fighters", machine.equals("fair") ? "weak" : "fair");
    assertThat(this.<List<String>>path("items[0].look")).contains("grade-differs");
    assertThat(found("look", "true")).containsExactly("find-look");

    put(Sample.of("find-look").title("Another"));
    assertThat(this.<List<String>>path("items[0].look")).contains("grade-differs", "newer-version");

    put(calm("find-look"));
    assertThat(this.<List<String>>path("items[0].look"))
        .contains("claim-gone")
        .doesNotContain("grade-differs", "newer-version");
    withdraw("find-look", "fighters");
    assertThat(this.<List<String>>path("items[0].look")).doesNotContain("claim-gone");
  }

  @Test
  void whatTheMachineCallsContestedIsLookedAtUntilSomebodyGradesIt() {
    Sample disputed = Sample.of("find-contested");
    voice(disputed, "independent-media", "denies");
    put(disputed);
    assertThat(this.<String>path("items[0].claims.find { it.claim == 'civilians-14' }.grade"))
        .isEqualTo("contested");
    assertThat(this.<List<String>>path("items[0].look")).containsExactly("contested");
    assertThat(found("grade", "contested")).containsExactly("find-contested");
    grade("find-contested", "civilians-14", "contested");
    assertThat(this.<List<String>>path("items[0].look")).isEmpty();
    assertThat(found("look", "false")).containsExactly("find-contested");
    grade("find-contested", "civilians-14", "confirmed");
    assertThat(found("grade", "confirmed")).containsExactly("find-contested");
    assertThat(found("grade", "contested")).isEmpty();
  }

  @Test
  void aPictureWhoseDossierSaysOtherwiseIsLookedAt() {
    Sample sample = Sample.of("find-picture");
    ObjectNode picture =
        sample
            .tree()
            .withArray("media")
            .addObject()
            .put("id", "m")
            .put("kind", "photo")
            .put("report", "r-resident")
            .put("firstSeenAt", "2020-01-01");
    picture.putArray("supports").add("civilians-14");
    picture.putArray("shows").add("victims");
    put(sample);
    given()
        .get("/dossiers?look=true&country=" + COUNTRY)
        .then()
        .body("items[0].look", hasItem("picture"));
  }

  @Test
  void badFiltersAreToldAllAtOnce() {
    given()
        .get("/dossiers?q=...&contested=yes&sort=incidentt&west=181&south=1e&look=")
        .then()
        .statusCode(400)
        .body(
            "problems.parameter",
            containsInAnyOrder("q", "contested", "sort", "west", "south", "look", "east", "north"))
        .body("problems.advice", hasItem("Did you mean \"incident\"?"));
    given()
        .get("/map?west=1&south=2&east=1&north=1&cells=65&sort=date")
        .then()
        .statusCode(400)
        .body("problems.parameter", containsInAnyOrder("south", "cells", "sort"));
  }

  /** As programs write them. */
  @Test
  void degreesAreNumbersInEveryFormThatJsonHas() {
    given()
        .get("/map?west=-1e1&south=12.345678901234567890&east=1.5E1&north=130e-1")
        .then()
        .statusCode(200);
    given().get("/map?west=-1e-7&south=0&east=1&north=1").then().statusCode(200);
  }

  private <T> T path(String path) {
    return given().get("/dossiers?country=" + COUNTRY).then().extract().path(path);
  }

  private static void grade(String incident, String claim, String grade) {
    given()
        .contentType("application/json")
        .body(Map.of("grade", grade, "reason", "Two colleagues have called."))
        .put("/dossiers/" + incident + "/claims/" + claim + "/override")
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
  }

  private static void withdraw(String incident, String claim) {
    given()
        .contentType("application/json")
        .body(Map.of("reason", "It was another place."))
        .post("/dossiers/" + incident + "/claims/" + claim + "/override/withdrawal")
        .then()
        .statusCode(200);
  }
}
