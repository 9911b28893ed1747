package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bilan.cli.BilanCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class MethodologyResourceTest {

  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

  @TempDir Path folder;

  private static Response get(String accept, String language) {
    return given().accept(accept).header("Accept-Language", language).get("/methodology");
  }

  @Test
  void browsersAndWhoeverDoesNotSayGetHtml() {
    for (String accept : new String[] {BROWSER, "*/*", "text/*", "text/html"}) {
      get(accept, "en")
          .then()
          .statusCode(200)
          .contentType("text/html;charset=UTF-8")
          .header("Content-Language", "en")
          .header("Vary", "Accept, Accept-Language")
          .header("Content-Security-Policy", startsWith("default-src 'none'"))
          .body(startsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
    }
    given().when().head("/methodology").then().statusCode(200);
  }

  @Test
  void markdownIsGivenToWhoAsks() {
    for (String accept : new String[] {"text/markdown", "text/markdown, text/html;q=0.5"}) {
      get(accept, "fr-CA, en;q=0.5")
          .then()
          .statusCode(200)
          .contentType("text/markdown;charset=UTF-8")
          .header("Content-Language", "fr")
          .header("Vary", "Accept, Accept-Language")
          .body(startsWith("# Méthode d'évaluation"));
    }
  }

  @Test
  void itNamesTheRevisionInForce() {
    String revision = given().get("/rules").path("ruleset");
    get("text/markdown", "en").then().body(containsString("`" + revision + "`"));
  }

  @Test
  void thereIsNoJsonAndNoOtherParameter() {
    get("application/json", "en")
        .then()
        .statusCode(406)
        .contentType("application/problem+json")
        .body("detail", containsString("/methodology"));
    given()
        .get("/methodology?language=fr")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("problems[0].code", equalTo("parameter.unknown"))
        .body("problems[0].expected", equalTo("one of lang"));
    given().post("/methodology").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
  }

  @Test
  void theCommandLineWritesTheSameBytes() throws Exception {
    for (String language : new String[] {"en", "fr"}) {
      for (String[] form : new String[][] {{".md", "text/markdown"}, {".html", "text/html"}}) {
        Path file = folder.resolve(language + form[0]);
        int code =
            BilanCommand.commandLine()
                .execute("check", "--methodology", file.toString(), "--lang", language);
        assertThat(code).isZero();
        byte[] served = get(form[1], language).asByteArray();
        assertThat(new String(served, StandardCharsets.UTF_8))
            .isEqualTo(Files.readString(file))
            .hasSizeGreaterThan(50_000);
        assertThat(served).isEqualTo(Files.readAllBytes(file));
      }
    }
  }

  @Test
  void theDescriptionOfTheApiLeadsThere() {
    JsonNode api = Sample.parse(given().accept("application/json").get("/q/openapi").asByteArray());
    assertThat(api.at("/info/description").asText()).contains("/methodology");
    JsonNode answers = api.at("/paths/~1methodology/get/responses/200/content");
    assertThat(answers.has("text/html")).isTrue();
    assertThat(answers.has("text/markdown")).isTrue();
  }
}
