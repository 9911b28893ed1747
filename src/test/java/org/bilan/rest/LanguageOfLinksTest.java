package org.bilan.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bilan.people.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a link goes the browser's language; what it opens is in that which its reader chose. */
@QuarkusTest
class LanguageOfLinksTest {

  private List<String> pages;

  @BeforeEach
  void keep() {
    given()
        .contentType("application/json")
        .body(Sample.of("linked").in("NU").bytes())
        .put("/dossiers/linked");
    int run =
        Someone.with(Role.OPERATOR)
            .asks()
            .contentType("application/json")
            .body(Map.of("filter", Map.of("country", "NU"), "dryRun", true))
            .post("/rescorings")
            .path("id");
    pages = List.of("/methodology", "/dossiers/linked/pictures.html", moved(run));
  }

  private static String moved(int run) {
    return "/rescorings/" + run + "/moved.html";
  }

  private static Response open(String page, String browser, String link) {
    return given().accept("*/*").header("Accept-Language", browser).get(page + link);
  }

  @Test
  void theParameterStandsAboveTheHeader() {
    for (String page : pages) {
      inLanguage("fr", open(page, "en", "?lang=fr"));
      inLanguage("en", open(page, "fr", "?lang=en"));
      inLanguage("fr", open(page, "fr", ""));
    }
  }

  private static void inLanguage(String language, Response page) {
    page.then()
        .statusCode(200)
        .header("Content-Language", language)
        .body(containsString("<html lang=\"" + language + "\""));
  }

  @Test
  void anExportTooIsInItsLanguage() {
    String export = "/exports/claims.jsonld?country=NU";
    String english = open(export, "en", "").asString();
    String french = open(export, "fr", "").asString();
    assertThat(rating(french)).isNotEqualTo(rating(english));
    assertThat(rating(open(export, "en", "&lang=fr").asString())).isEqualTo(rating(french));
    assertThat(rating(open(export, "fr", "&lang=en").asString())).isEqualTo(rating(english));
  }

  private static String rating(String export) {
    JsonNode rating =
        Sample.parse(export.getBytes(StandardCharsets.UTF_8))
            .at("/@graph/0/reviewRating/alternateName");
    assertThat(rating.isTextual()).isTrue();
    return rating.textValue();
  }

  @Test
  void anotherLanguageIsRefused() {
    for (String page : pages) {
      open(page, "fr", "?lang=de")
          .then()
          .statusCode(400)
          .body("problems[0].code", equalTo("parameter.not-allowed"))
          .body("problems[0].parameter", equalTo("lang"))
          .body("problems[0].expected", equalTo("one of en, fr"));
    }
    open("/exports/claims.csv", "fr", "?lang=fr-CA")
        .then()
        .statusCode(400)
        .body("problems.parameter", equalTo(List.of("lang")));
  }
}
