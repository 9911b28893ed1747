package org.bilan.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * schema.org ClaimReview as JSON-LD: one graph, a review for each claim. Its rating is the score, 0
 * to 100, with the grade as its name. Where a person has graded the claim, theirs is the review's
 * rating: by name and reason only, since a person gives no score, and under their grade the
 * machine's would mislead. The machine's stands beside it as associatedReview.
 *
 * @see <a href="https://schema.org/ClaimReview">schema.org/ClaimReview</a>
 */
final class ClaimReviewWriter implements ExportWriter {

  private static final String BILAN = "Bilan";

  private final JsonGenerator json;
  private final About about;
  private final ReviewWords words;

  ClaimReviewWriter(OutputStream out, About about) throws IOException {
    this.json = Json.generator(out);
    this.about = about;
    this.words = new ReviewWords(about.language());
    json.writeStartObject();
    json.writeStringField("@context", "https://schema.org");
    json.writeArrayFieldStart("@graph");
    json.flush();
  }

  @Override
  public void write(ExportedClaim claim) throws IOException {
    Json.newLine(json);
    json.writeStartObject();
    json.writeStringField("@type", "ClaimReview");
    Optional<String> page = about.newsroom().flatMap(About.Newsroom::page);
    if (page.isPresent()) {
      json.writeStringField(
          "url",
          page.get()
              .replace("{incident}", claim.incident().id())
              .replace("{claim}", claim.claim().id()));
    }
    json.writeStringField("identifier", claim.incident().id() + "/" + claim.claim().id());
    json.writeStringField("inLanguage", about.language().word());
    json.writeStringField("datePublished", ReviewWords.day(claim.reviewedAt()));
    json.writeStringField("claimReviewed", words.claim(claim));
    json.writeFieldName("author");
    author();
    json.writeFieldName("sdPublisher");
    named("Organization", BILAN);
    if (about.asOf().isPresent()) {
      json.writeStringField("sdDatePublished", ReviewWords.day(about.asOf().get()));
    }
    basis(claim);
    json.writeFieldName("reviewRating");
    if (claim.human().isPresent()) {
      rating(claim.human().get());
      json.writeObjectFieldStart("associatedReview");
      json.writeStringField("@type", "Review");
      json.writeFieldName("author");
      named("Organization", BILAN);
      json.writeFieldName("reviewRating");
      rating(claim);
      json.writeEndObject();
    } else {
      rating(claim);
    }
    json.writeFieldName("itemReviewed");
    item(claim);
    json.writeEndObject();
  }

  private void author() throws IOException {
    json.writeStartObject();
    json.writeStringField("@type", "Organization");
    json.writeStringField("name", about.newsroom().map(About.Newsroom::name).orElse(BILAN));
    Optional<String> url = about.newsroom().flatMap(About.Newsroom::url);
    if (url.isPresent()) {
      json.writeStringField("url", url.get());
    }
    json.writeEndObject();
  }

  private void named(String type, String name) throws IOException {
    json.writeStartObject();
    json.writeStringField("@type", type);
    json.writeStringField("name", name);
    json.writeEndObject();
  }

  /** The rules that judged, and up to when reports count. */
  private void basis(ExportedClaim claim) throws IOException {
    json.writeStringField("contentReferenceTime", claim.asOf().toString());
    json.writeObjectFieldStart("isBasedOn");
    json.writeStringField("@type", "CreativeWork");
    json.writeStringField("name", "Bilan ruleset");
    json.writeStringField("identifier", claim.ruleset());
    json.writeEndObject();
  }

  private void rating(ExportedClaim claim) throws IOException {
    json.writeStartObject();
    json.writeStringField("@type", "Rating");
    json.writeNumberField("ratingValue", claim.judged().score());
    json.writeNumberField("bestRating", 100);
    json.writeNumberField("worstRating", 0);
    json.writeStringField("alternateName", words.grade(claim.judged().grade()));
    json.writeStringField(
        "ratingExplanation", words.explanation(claim.judged(), claim.asOf(), claim.ruleset()));
    json.writeEndObject();
  }

  private void rating(HumanGrade human) throws IOException {
    json.writeStartObject();
    json.writeStringField("@type", "Rating");
    json.writeStringField("alternateName", words.grade(human.grade()));
    json.writeStringField("ratingExplanation", human.reason());
    json.writeFieldName("author");
    named("Person", human.by());
    json.writeEndObject();
  }

  private void item(ExportedClaim claim) throws IOException {
    List<Appearance> appearances = claim.appearances();
    json.writeStartObject();
    json.writeStringField("@type", "Claim");
    json.writeStringField("name", words.claim(claim));
    Optional<Appearance> first = appearances.stream().findFirst();
    if (first.isPresent()) {
      json.writeFieldName("author");
      named(first.get().person() ? "Person" : "Organization", first.get().source());
      if (first.get().at().isPresent()) {
        json.writeStringField("datePublished", ReviewWords.day(first.get().at().get()));
      }
    }
    List<Appearance> linked = appearances.stream().filter(a -> a.url().isPresent()).toList();
    if (!linked.isEmpty()) {
      json.writeFieldName("firstAppearance");
      appearance(linked.get(0));
      json.writeArrayFieldStart("appearance");
      for (Appearance appearance : linked) {
        appearance(appearance);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void appearance(Appearance appearance) throws IOException {
    json.writeStartObject();
    json.writeStringField("@type", "CreativeWork");
    json.writeStringField("url", appearance.url().orElseThrow());
    if (appearance.at().isPresent()) {
      json.writeStringField("datePublished", ReviewWords.day(appearance.at().get()));
    }
    json.writeEndObject();
  }

  @Override
  public void end(int leftOut) throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }
}
