package org.bilan.importer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bilan.dossier.SourceKind;
import org.bilan.dossier.Victims;

/**
 * A dossier in the making, of a row that names who knows (origins) and who printed it (outlets).
 * Each report takes one stance on all claims, since a row does not say who said what of them.
 */
final class Draft {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectNode root = JSON.objectNode();
  private final ObjectNode incident = root.putObject("incident");
  private final ArrayNode parties = JSON.arrayNode();
  private final ArrayNode sources = root.putArray("sources");
  private final ArrayNode claims = root.putArray("claims");
  private final ArrayNode reports = root.putArray("reports");
  private final Map<String, String> origins = new LinkedHashMap<>();
  private final Map<String, String> outlets = new LinkedHashMap<>();
  private final List<Article> articles = new ArrayList<>();

  /** What an outlet printed. */
  record Article(Optional<String> outlet, Optional<LocalDate> day, Optional<String> text) {}

  Draft(String id, String title, LocalDate from, LocalDate to) {
    incident.put("id", id);
    incident.put("title", Cells.shorten(title, 500));
    incident.putObject("date").put("from", from.toString()).put("to", to.toString());
  }

  ObjectNode incident() {
    return incident;
  }

  /** A party. */
  void party(String id, String name, Optional<String> kind) {
    ObjectNode party = parties.addObject().put("id", id).put("name", name);
    kind.ifPresent(k -> party.put("kind", k));
  }

  /** Makes adversaries of the two parties that are given, unless there is one alone. */
  void eachFightsTheOther() {
    if (parties.size() == 2) {
      for (int i = 0; i < 2; i++) {
        ((ObjectNode) parties.get(i))
            .putArray("adversaries")
            .add(parties.get(1 - i).path("id").asText());
      }
    }
  }

  /** People killed, as many as a claim says. */
  ObjectNode killed(String id, Victims victims) {
    return claims.addObject().put("id", id).put("harm", "killed").put("victims", victims.word());
  }

  /** Who knows of it. */
  void origin(String name, SourceKind kind, Optional<String> party) {
    if (origins.containsKey(plain(name))) {
      return;
    }
    String id = "origin-" + (origins.size() + 1);
    origins.put(plain(name), id);
    ObjectNode source = source(id, Optional.of(name), kind);
    party.ifPresent(p -> source.put("party", p));
  }

  void article(Article article) {
    articles.add(article);
  }

  private ObjectNode source(String id, Optional<String> name, SourceKind kind) {
    ObjectNode source = sources.addObject().put("id", id);
    name.ifPresent(n -> source.put("name", n));
    return source.put("kind", kind.word());
  }

  /** The dossier, with a report for each origin and article. */
  ObjectNode done() {
    if (!parties.isEmpty()) {
      incident.set("parties", parties);
    }
    if (origins.isEmpty()) {
      // Whoever knew of it is not named; the outlets go back to somebody all the same.
      origins.put("", "origin");
      source("origin", Optional.empty(), SourceKind.UNKNOWN);
    }
    List<String> cited = new ArrayList<>();
    origins.forEach((name, source) -> cited.add(said(name, source)));
    articles.stream()
        .filter(article -> !itself(article))
        .forEach(article -> report(article, outlet(article), "relays").set("cites", list(cited)));
    return root;
  }

  /** What an origin said: in its own articles where it is an outlet, else in none that is known. */
  private String said(String name, String source) {
    int first = reports.size();
    articles.stream()
        .filter(article -> article.outlet().map(Draft::plain).filter(name::equals).isPresent())
        .forEach(article -> report(article, source, "asserts"));
    if (reports.size() == first) {
      report(new Article(Optional.empty(), Optional.empty(), Optional.empty()), source, "asserts");
    }
    return reports.get(first).path("id").asText();
  }

  private boolean itself(Article article) {
    return article.outlet().map(Draft::plain).filter(origins::containsKey).isPresent();
  }

  private String outlet(Article article) {
    String name = article.outlet().orElse("");
    return outlets.computeIfAbsent(
        plain(name),
        key -> {
          String id = "outlet-" + (outlets.size() + 1);
          source(id, article.outlet(), Speakers.outlet(name));
          return id;
        });
  }

  private ObjectNode report(Article article, String source, String stance) {
    ObjectNode report =
        reports.addObject().put("id", "report-" + reports.size()).put("source", source);
    article.day().ifPresent(day -> report.put("publishedAt", day.toString()));
    article.text().ifPresent(text -> report.put("text", text));
    ArrayNode stances = report.putArray("stances");
    claims.forEach(
        claim -> stances.addObject().put("claim", claim.path("id").asText()).put("stance", stance));
    return report;
  }

  private static ArrayNode list(List<String> ids) {
    ArrayNode list = JSON.arrayNode();
    ids.forEach(list::add);
    return list;
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
