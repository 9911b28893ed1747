package org.bilan.confidential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bilan.dossier.Limits;

/**
 * Redacts a dossier, or a part of one, in place. The rest of it stays as it was sent, and what was
 * a valid dossier still is one.
 */
final class DossierDocument {

  private static final List<String> HASHES = List.of("sha256", "perceptualHash", "fingerprint");

  private final Hidden hidden;
  private final Locale language;

  DossierDocument(Hidden hidden, Locale language) {
    this.hidden = hidden;
    this.language = language;
  }

  void redact(ObjectNode dossier) {
    incident(dossier.path("incident"));
    dossier.path("sources").forEach(this::source);
    dossier.path("claims").forEach(this::claim);
    dossier.path("reports").forEach(this::report);
    dossier.path("media").forEach(this::media);
  }

  private void incident(JsonNode incident) {
    text(incident, "title", 500);
    text(incident, "conflict", 200);
    place(incident.path("place"));
    for (JsonNode party : incident.path("parties")) {
      id(party, "id", Kind.PARTY);
      ids(party, "adversaries", Kind.PARTY);
      change(party, "name", name -> hidden.name(name, language));
    }
    for (JsonNode action : incident.path("actions")) {
      id(action, "party", Kind.PARTY);
      id(action, "report", Kind.REPORT);
    }
  }

  private void source(JsonNode source) {
    String id = source.path("id").asText();
    if (hidden.is(Kind.SOURCE, id)) {
      Pseudonym pseudonym = hidden.pseudonym(Kind.SOURCE, id).orElseThrow();
      change(source, "name", name -> pseudonym.name(language));
      // By source: else two of one owner, of which one may be told, would tell it of the other.
      change(source, "owner", owner -> pseudonym.owner(language));
      // Its counts are the same in every dossier of its time: they would tell it apart.
      ((ObjectNode) source).remove(List.of("record", "copies"));
    } else {
      change(source, "name", name -> hidden.name(name, language));
      change(source, "owner", owner -> hidden.name(owner, language));
    }
    copies(source);
    id(source, "id", Kind.SOURCE);
    id(source, "party", Kind.PARTY);
    ids(source, "alignedWith", Kind.PARTY);
  }

  /** Whom a source copies tells who that may be. */
  private void copies(JsonNode source) {
    if (source.get("copies") instanceof ArrayNode list) {
      for (int i = list.size() - 1; i >= 0; i--) {
        if (hidden.is(Kind.SOURCE, list.get(i).path("source").asText())) {
          list.remove(i);
        }
      }
      list.forEach(copying -> id(copying, "source", Kind.SOURCE));
    }
  }

  private void claim(JsonNode claim) {
    id(claim, "id", Kind.CLAIM);
    id(claim, "victimsParty", Kind.PARTY);
    id(claim, "responsible", Kind.PARTY);
    id(claim, "supersedes", Kind.CLAIM);
    text(claim, "text", 2_000);
    text(claim.path("count"), "words", 100);
  }

  private void report(JsonNode report) {
    String id = report.path("id").asText();
    if (hidden.is(Kind.REPORT, id)) {
      Pseudonym pseudonym = hidden.pseudonym(Kind.REPORT, id).orElseThrow();
      ((ObjectNode) report).remove("text");
      change(report, "author", author -> pseudonym.author(language));
      withhold(report, pseudonym);
    } else {
      inTheOpen(report, hidden.apart(Kind.REPORT, id));
    }
    id(report, "id", Kind.REPORT);
    id(report, "source", Kind.SOURCE);
    id(report, "via", Kind.SOURCE);
    ids(report, "cites", Kind.REPORT);
    report.path("stances").forEach(stance -> id(stance, "claim", Kind.CLAIM));
  }

  /**
   * A report of somebody who may be told. Where it names a confidential source, its address would
   * give back what is taken out of it; its author, who may be that source, gets a name that nothing
   * connects with it.
   */
  private void inTheOpen(JsonNode report, Pseudonym apart) {
    boolean named =
        change(
            report,
            "author",
            author ->
                hidden.name(author, language).equals(author) ? author : apart.author(language));
    boolean told = text(report, "text", 100_000);
    boolean address =
        hidden.addresses().tells(report.path("url").asText())
            || hidden.addresses().tells(report.path("archiveUrl").asText());
    if (named || told || address) {
      withhold(report, apart);
    }
  }

  private void withhold(JsonNode report, Pseudonym pseudonym) {
    change(report, "url", url -> pseudonym.address());
    change(report, "archiveUrl", url -> pseudonym.address());
  }

  private void media(JsonNode media) {
    boolean published = hidden.is(Kind.MEDIA, media.path("id").asText());
    // The same file with no word of who published it may have no other publisher.
    boolean same =
        !media.has("report") && HASHES.stream().anyMatch(h -> hidden.hash(media.path(h).asText()));
    if (published || same) {
      ((ObjectNode) media).remove(HASHES);
      // Where and with what a picture was taken tells who took it.
      ((ObjectNode) media).remove("examined");
    }
    examined(media.path("examined"));
    id(media, "id", Kind.MEDIA);
    id(media, "report", Kind.REPORT);
    ids(media, "supports", Kind.CLAIM);
    place(media.path("place"));
  }

  private void examined(JsonNode examined) {
    place(examined.path("place"));
    text(examined, "device", Limits.NOTE);
    withoutHidden(examined, "picture");
    JsonNode firstSeen = examined.path("firstSeen");
    text(firstSeen, "place", Limits.NAME);
    withoutHidden(firstSeen, "sha256");
    if (hidden.addresses().tells(firstSeen.path("url").asText())) {
      ((ObjectNode) firstSeen).remove("url");
    }
  }

  private void withoutHidden(JsonNode entry, String field) {
    if (hidden.hash(entry.path(field).asText())) {
      ((ObjectNode) entry).remove(field);
    }
  }

  private void place(JsonNode place) {
    text(place, "name", 10_000);
    text(place, "admin1", 10_000);
  }

  private void id(JsonNode entry, String field, Kind kind) {
    change(entry, field, id -> hidden.id(kind, id));
  }

  private void ids(JsonNode entry, String field, Kind kind) {
    if (entry.get(field) instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, TextNode.valueOf(hidden.id(kind, list.get(i).asText())));
      }
    }
  }

  /**
   * Redacts a text; whether anything was taken out. Pseudonyms may be longer than what they hide.
   */
  private boolean text(JsonNode entry, String field, int most) {
    return change(
        entry,
        field,
        text -> {
          String redacted = hidden.text(text, language);
          int length = redacted.codePointCount(0, redacted.length());
          return redacted.equals(text) || length <= most
              ? redacted
              : redacted.substring(0, redacted.offsetByCodePoints(0, most - 1)) + "…";
        });
  }

  private static boolean change(JsonNode entry, String field, UnaryOperator<String> other) {
    Optional<String> before = Optional.ofNullable(entry.get(field)).map(JsonNode::textValue);
    Optional<String> after = before.map(other);
    after.ifPresent(text -> ((ObjectNode) entry).put(field, text));
    return !before.equals(after);
  }
}
