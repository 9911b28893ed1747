package org.bilan.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.junit.jupiter.api.Test;

class ClaimReviewTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What schema.org knows of these types, as far as it is used: any other property is a slip. */
  private static final Map<String, Set<String>> SCHEMA =
      Map.of(
          "ClaimReview",
          Set.of(
              "url",
              "identifier",
              "inLanguage",
              "datePublished",
              "claimReviewed",
              "author",
              "sdPublisher",
              "sdDatePublished",
              "contentReferenceTime",
              "isBasedOn",
              "reviewRating",
              "associatedReview",
              "itemReviewed"),
          "Rating",
          Set.of(
              "ratingValue",
              "bestRating",
              "worstRating",
              "alternateName",
              "ratingExplanation",
              "author"),
          "Review",
          Set.of("author", "reviewRating"),
          "Claim",
          Set.of("name", "author", "datePublished", "firstAppearance", "appearance"),
          "CreativeWork",
          Set.of("url", "datePublished", "name", "identifier"),
          "Organization",
          Set.of("name", "url"),
          "Person",
          Set.of("name"));

  private static JsonNode graph(List<ExportedClaim> claims, About about) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExportWriter writer = ExportFormat.CLAIMREVIEW.writer(out, about);
    for (ExportedClaim claim : claims) {
      writer.write(claim);
    }
    writer.end(0);
    JsonNode document = JSON.readTree(out.toByteArray());
    assertThat(document.path("@context").textValue()).isEqualTo("https://schema.org");
    assertThat(document.path("@graph")).hasSize(claims.size());
    return document.path("@graph");
  }

  /** It is made to be put into pages. */
  @Test
  void noTextEndsTheElementOfAPageThatItStandsIn() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ExportWriter writer = ExportFormat.CLAIMREVIEW.writer(out, Claims.ABOUT);
    String text = "</script><script>alert(1)</script><!-- & -->";
    Dossier dossier =
        Claims.read(
            """
            {"incident": {"id": "page", "date": {"from": "2024-03-17"}},
             "sources": [{"id": "s", "kind": "ngo"}],
             "claims": [{"id": "c", "harm": "killed", "text": "%s"}],
             "reports": [{"id": "r", "source": "s", "stances": [{"claim": "c", "stance": "asserts"}]}]}
            """
                .formatted(text));
    ExportedClaim like = Claims.seeds().get(0);
    writer.write(
        new ExportedClaim(
            dossier,
            dossier.claims().get(0),
            like.judged(),
            like.ruleset(),
            like.asOf(),
            Optional.empty(),
            like.asOf()));
    writer.end(0);
    assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("<", ">", "&");
    assertThat(JSON.readTree(out.toByteArray()).at("/@graph/0/claimReviewed").textValue())
        .isEqualTo(text);
  }

  private static void assertSchema(JsonNode node) {
    if (node.isObject()) {
      String type = node.path("@type").textValue();
      assertThat(SCHEMA).containsKey(type);
      node.fieldNames()
          .forEachRemaining(
              name -> {
                if (!name.equals("@type")) {
                  assertThat(SCHEMA.get(type)).as(type).contains(name);
                }
              });
    }
    node.forEach(ClaimReviewTest::assertSchema);
  }

  @Test
  void eachClaimIsReviewedInTermsOfSchemaOrg() throws IOException {
    List<ExportedClaim> claims = Claims.seeds();
    JsonNode graph = graph(claims, Claims.ABOUT);
    assertSchema(graph);
    for (int i = 0; i < claims.size(); i++) {
      ExportedClaim claim = claims.get(i);
      JsonNode review = graph.path(i);
      assertThat(review.path("@type").textValue()).isEqualTo("ClaimReview");
      assertThat(review.path("claimReviewed").textValue()).isEqualTo(claim.claim().text().get());
      assertThat(LocalDate.parse(review.path("datePublished").textValue())).isNotNull();
      assertThat(review.path("contentReferenceTime").textValue())
          .isEqualTo(claim.asOf().toString());
      assertThat(review.at("/isBasedOn/identifier").textValue()).isEqualTo(claim.ruleset());
      assertThat(review.at("/author/name").textValue()).isEqualTo("Bilan");
      assertThat(review.at("/itemReviewed/@type").textValue()).isEqualTo("Claim");
      JsonNode machine =
          review.at(claim.human().isPresent() ? "/associatedReview/reviewRating" : "/reviewRating");
      assertThat(machine.path("ratingValue").intValue()).isEqualTo(claim.judged().score());
      assertThat(machine.path("bestRating").intValue()).isEqualTo(100);
      assertThat(machine.path("worstRating").isNumber()).isTrue();
      assertThat(machine.path("alternateName").textValue())
          .isEqualToIgnoringCase(claim.judged().grade().word());
      assertThat(machine.path("ratingExplanation").textValue())
          .contains(claim.judged().score() + " of 100", claim.ruleset());
    }
  }

  @Test
  void aPersonsGradeStandsAboveTheMachinesWhichIsShownBesideIt() throws IOException {
    JsonNode graph = graph(Claims.seeds(), Claims.ABOUT);
    JsonNode review = null;
    for (JsonNode each : graph) {
      if (each.path("identifier").textValue().endsWith("amasrakad/civilians-14")) {
        review = each;
      }
    }
    assertThat(review).isNotNull();
    JsonNode rating = review.path("reviewRating");
    assertThat(rating.path("alternateName").textValue()).isEqualTo("Confirmed");
    assertThat(rating.path("ratingExplanation").textValue()).startsWith("-2+3 =cmd");
    assertThat(rating.at("/author/name").textValue()).isEqualTo("ana");
    assertThat(rating.has("ratingValue")).isFalse();
    assertThat(review.at("/associatedReview/reviewRating/alternateName").textValue())
        .isEqualTo("Fair");
    assertThat(review.path("datePublished").textValue()).isEqualTo("2026-02-03");
  }

  @Test
  void whereItAppearedAndWhoSaidSoFirstIsTold() throws IOException {
    JsonNode bare = graph(Claims.odd(), Claims.ABOUT).path(0);
    JsonNode full = graph(Claims.odd(), Claims.ABOUT).path(1);
    assertThat(bare.path("claimReviewed").textValue()).isEqualTo("missing: no figure");
    assertThat(bare.at("/itemReviewed/author/@type").textValue()).isEqualTo("Person");
    assertThat(bare.at("/itemReviewed").has("appearance")).isFalse();
    assertThat(full.at("/itemReviewed/author/@type").textValue()).isEqualTo("Organization");
    assertThat(full.at("/itemReviewed/datePublished").textValue()).isEqualTo("2024-03-03");
    assertThat(full.at("/itemReviewed/appearance/0/url").textValue())
        .isEqualTo("https://example.org/é?a=1&b=2")
        .isEqualTo(full.at("/itemReviewed/firstAppearance/url").textValue());
    assertThat(full.path("claimReviewed").textValue()).endsWith("مالي");
  }

  /** Else an export as of a day would show what nobody had published by then. */
  @Test
  void whatAppearedLaterIsNoAppearance() throws IOException {
    Dossier dossier =
        Claims.read(
            """
            {"incident": {"id": "i", "date": {"from": "2024-03-01"}},
             "sources": [{"id": "s", "kind": "monitor", "name": "First"}, {"id": "t", "kind": "ngo"}],
             "claims": [{"id": "c", "harm": "killed"}],
             "reports": [
               {"id": "later", "source": "t", "publishedAt": "2024-03-09", "url": "https://late.example",
                "stances": [{"claim": "c", "stance": "asserts"}]},
               {"id": "doubt", "source": "t", "publishedAt": "2024-03-02", "url": "https://doubt.example",
                "stances": [{"claim": "c", "stance": "doubts"}]},
               {"id": "second", "source": "t", "publishedAt": "2024-03-04", "url": "https://second.example",
                "stances": [{"claim": "c", "stance": "relays"}]},
               {"id": "first", "source": "s", "publishedAt": "2024-03-03", "url": "https://first.example",
                "stances": [{"claim": "c", "stance": "asserts"}]}]}
            """);
    ClaimAssessment judged = Claims.seeds().get(0).judged();
    ClaimAssessment ofC =
        new ClaimAssessment(
            "c",
            judged.score(),
            judged.evidence(),
            judged.grade(),
            judged.admiralty(),
            judged.propositions(),
            judged.caps(),
            judged.findings(),
            judged.unjudged(),
            judged.origins());
    Assessment early =
        new Assessment(
            "i",
            "r",
            Instant.parse("2024-03-05T00:00:00Z"),
            -4,
            List.of(ofC),
            List.of(),
            List.of());
    JsonNode item =
        graph(Claims.of(dossier, early, Map.of()), Claims.ABOUT).path(0).path("itemReviewed");
    assertThat(item.path("appearance").findValuesAsText("url"))
        .containsExactly("https://first.example", "https://second.example");
    assertThat(item.at("/author/name").textValue()).isEqualTo("First");
    assertThat(item.path("datePublished").textValue()).isEqualTo("2024-03-03");
  }

  @Test
  void aNewsroomPublishesUnderItsNameInItsLanguage() throws IOException {
    About about =
        new About(
            Optional.empty(),
            Optional.of(
                new About.Newsroom(
                    "La Rédaction",
                    Optional.of("https://news.example"),
                    Optional.of("https://news.example/{incident}#{claim}"))),
            Language.FR);
    JsonNode graph = graph(List.of(Claims.odd().get(0)), about);
    assertSchema(graph);
    JsonNode review = graph.path(0);
    assertThat(review.at("/author/name").textValue()).isEqualTo("La Rédaction");
    assertThat(review.at("/author/url").textValue()).isEqualTo("https://news.example");
    assertThat(review.at("/sdPublisher/name").textValue()).isEqualTo("Bilan");
    assertThat(review.path("url").textValue()).isEqualTo("https://news.example/odd#bare");
    assertThat(review.path("claimReviewed").textValue()).isEqualTo("disparus : sans chiffre");
    assertThat(review.path("inLanguage").textValue()).isEqualTo("fr");
    assertThat(review.at("/reviewRating/ratingExplanation").textValue()).contains("décibans");
    assertThat(review.has("sdDatePublished")).isFalse();
  }
}
