package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bilan.dossier.Word;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiDescriptionTest {

  /** How words are spelled that are no enum of Java: parameters. */
  private static final Predicate<String> LOWER = Pattern.compile("-?[a-z-]+").asMatchPredicate();

  @Test
  void theContractIsGivenAsItIs() {
    byte[] contract =
        given()
            .get("/dossier.schema.json")
            .then()
            .statusCode(200)
            .contentType("application/schema+json")
            .extract()
            .asByteArray();
    assertThat(contract).isEqualTo(ContractResource.read());
    given().accept("application/json").get("/dossier.schema.json").then().statusCode(200);
  }

  @Test
  void theDescriptionHoldsTheContractAndEveryReferenceLeadsSomewhere() {
    ObjectNode api =
        Sample.parse(given().accept("application/json").get("/q/openapi").asByteArray());
    assertThat(api.at("/components/schemas/Dossier/properties/sources/items/properties/kind/enum"))
        .hasSizeGreaterThan(10);
    assertThat(api.at("/components/schemas/Grade/enum").toString())
        .isEqualTo("[\"confirmed\",\"fair\",\"weak\",\"contested\",\"discounted\"]");
    assertThat(api.at("/paths").size()).isGreaterThanOrEqualTo(9);
    assertThat(api.at("/security")).hasSize(3);
    assertThat(api.at("/components/securitySchemes"))
        .map(scheme -> scheme.path("type").asText())
        .containsExactlyInAnyOrder("http", "http", "apiKey");
    for (String reference : references(api, new ArrayList<>())) {
      assertThat(api.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
    for (JsonNode path : api.get("paths")) {
      for (JsonNode operation : path) {
        if (operation.isObject()) {
          assertThat(operation.path("summary").asText()).as(operation.toString()).isNotEmpty();
          assertThat(operation.has("security"))
              .as("other than the whole API: " + operation)
              .isEqualTo(operation.path("operationId").asText().equals("logIn"));
          assertThat(operation.path("description").asText().contains("Role: "))
              .as(operation.toString())
              .isNotEqualTo(operation.path("operationId").asText().equals("logIn"));
          JsonNode body = operation.at("/requestBody/content/application~1json/schema");
          boolean form = operation.at("/requestBody/content").has("multipart/form-data");
          boolean table = operation.path("operationId").asText().equals("importKnownPictures");
          assertThat(operation.has("requestBody"))
              .as(operation.toString())
              .isEqualTo(body.has("$ref") || form || table);
        }
      }
    }
  }

  /** A client that goes by the description sends and expects what is sent and told. */
  @Test
  void enumsHoldWordsAndNoNamesOfJava() throws Exception {
    ObjectNode api =
        Sample.parse(given().accept("application/json").get("/q/openapi").asByteArray());
    Set<String> names = new TreeSet<>();
    Set<Set<String>> words = new HashSet<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.bilan")) {
      if (type.isEnum() && type.isAssignableTo(Word.class)) {
        Class<?> known = Class.forName(type.getName(), false, getClass().getClassLoader());
        Object[] constants = known.getEnumConstants();
        words.add(
            Arrays.stream(constants).map(it -> ((Word) it).word()).collect(Collectors.toSet()));
        Arrays.stream(constants)
            .filter(it -> !((Enum<?>) it).name().equals(((Word) it).word()))
            .forEach(it -> names.add(((Enum<?>) it).name()));
      }
    }
    List<JsonNode> enums = api.findValues("enum");
    assertThat(enums).hasSizeGreaterThan(30);
    List<Set<String>> others = new ArrayList<>();
    for (JsonNode one : enums) {
      Set<String> values = new HashSet<>();
      one.forEach(value -> values.add(value.asText()));
      if (!words.contains(values)
          && !(values.stream().allMatch(LOWER) && Collections.disjoint(values, names))) {
        others.add(values);
      }
    }
    assertThat(others).isEmpty();
    assertThat(api.at("/components/schemas/Ruleset/properties/may/items/$ref").textValue())
        .isEqualTo("#/components/schemas/NextStep");
    assertThat(api.at("/components/schemas/NextStep/enum").toString())
        .isEqualTo("[\"check\",\"approve\",\"activate\",\"rollback\"]");
  }

  /** Else the page to try the API stays empty: seen in a browser. */
  @Test
  void aBrowserIsAskedForThePasswordByTheDescriptionToo() {
    for (String path : List.of("/q/openapi", "/me")) {
      String asked =
          given()
              .auth()
              .none()
              .header("Sec-Fetch-Mode", "cors")
              .header("Sec-Fetch-Site", "same-origin")
              .get(path)
              .then()
              .statusCode(401)
              .extract()
              .header("WWW-Authenticate");
      assertThat(asked != null && asked.contains("Basic")).isEqualTo(path.equals("/q/openapi"));
    }
  }

  private static List<String> references(JsonNode node, List<String> found) {
    if (node.has("$ref") && node.get("$ref").isTextual()) {
      found.add(node.get("$ref").textValue());
    }
    node.forEach(child -> references(child, found));
    return found;
  }

  @Test
  void theExampleDossierIsOne() {
    given()
        .contentType("application/json")
        .body(Sample.parse(Sample.of("example").bytes()).toString())
        .post("/assessments")
        .then()
        .statusCode(200);
  }

  @Test
  void swaggerUiIsThere() {
    given().get("/q/swagger-ui/").then().statusCode(200).body(containsString("swagger"));
  }

  @Test
  void readinessTellsTheRevisionInForce() {
    String revision = given().get("/rules").path("ruleset");
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body("checks.name", hasItems("ruleset", "archive"))
        .body("checks.find { it.name == 'ruleset' }.data.revision", equalTo(revision));
  }

  @Test
  void metricsCountClaimsByGradeAndTimeTheJudging() {
    given()
        .contentType("application/json")
        .body(Sample.of("metrics").bytes())
        .post("/assessments")
        .then()
        .statusCode(200)
        .body("claims.size()", greaterThan(0));
    given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("bilan_assessments_total{grade=\"confirmed\"}"))
        .body(containsString("bilan_judging_seconds_count"));
  }
}
