package org.bilan.importer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Party;
import org.bilan.dossier.SourceKind;

/** One dossier of a {@link GeneratedArchive}: a real event, elsewhere in time, told by others. */
final class GeneratedDossier {

  private static final String[] SHOWS = {"victims", "damage", "burial", "strike", "injured"};

  private final SplittableRandom random;
  private final ObjectNode root = JsonNodeFactory.instance.objectNode();
  private final ArrayNode sources;
  private final ArrayNode claims;
  private final ArrayNode reports;
  private final LocalDate day;
  private final List<String> texts = new ArrayList<>();

  GeneratedDossier(String id, Dossier event, SplittableRandom random, int mostClaims) {
    this.random = random;
    this.day =
        event
            .incident()
            .date()
            .from()
            .earliest()
            .atOffset(ZoneOffset.UTC)
            .toLocalDate()
            .plusDays(random.nextInt(-2_000, 2_000));
    incident(root.putObject("incident").put("id", id), event);
    this.sources = root.putArray("sources");
    this.claims = root.putArray("claims");
    this.reports = root.putArray("reports");
    event.claims().stream().limit(mostClaims).forEach(this::claim);
    boolean rival = claims.size() < mostClaims && random.nextInt(4) == 0;
    if (rival) {
      ObjectNode other = claims.get(0).deepCopy();
      int people = random.nextInt(1, 60);
      other.put("id", "rival").putObject("count").put("min", people).put("max", people + 2);
      claims.add(other);
    }
    if (claims.size() < mostClaims && random.nextInt(8) == 0) {
      claims
          .addObject()
          .put("id", "injured")
          .put("harm", "injured")
          .put("victims", "unknown")
          .putObject("count")
          .put("min", random.nextInt(1, 40));
    }
  }

  private void incident(ObjectNode incident, Dossier event) {
    event.incident().title().ifPresent(title -> incident.put("title", title));
    incident.putObject("date").put("from", day.toString()).put("to", day.plusDays(1).toString());
    event
        .incident()
        .place()
        .ifPresent(
            place -> {
              ObjectNode to = incident.putObject("place");
              place.name().ifPresent(name -> to.put("name", name));
              place.country().ifPresent(country -> to.put("country", country));
              place.precision().ifPresent(precision -> to.put("precision", precision.word()));
              to.put("lat", degrees(60)).put("lon", degrees(150));
            });
    event.incident().conflict().ifPresent(conflict -> incident.put("conflict", conflict));
    ArrayNode parties = incident.putArray("parties");
    for (Party party : event.incident().parties()) {
      ObjectNode to = parties.addObject().put("id", party.id());
      party.name().ifPresent(name -> to.put("name", name));
      party.kind().ifPresent(kind -> to.put("kind", kind.word()));
      party.adversaries().forEach(to.withArray("adversaries")::add);
    }
  }

  private BigDecimal degrees(int most) {
    return BigDecimal.valueOf(random.nextDouble(-most, most)).setScale(5, RoundingMode.HALF_UP);
  }

  private void claim(Claim claim) {
    ObjectNode to = claims.addObject().put("id", claim.id()).put("harm", claim.harm().word());
    claim.victims().ifPresent(victims -> to.put("victims", victims.word()));
    claim.victimsParty().ifPresent(party -> to.put("victimsParty", party));
    claim.responsible().ifPresent(party -> to.put("responsible", party));
    claim
        .count()
        .ifPresent(
            count -> {
              ObjectNode range = to.putObject("count");
              count.min().ifPresent(min -> range.put("min", min));
              count.max().ifPresent(max -> range.put("max", max));
            });
  }

  /** Who knows of it and says so, denies it or doubts it; gives the id of the report. */
  String origin(String name, SourceKind kind, String text) {
    int lot = random.nextInt(100);
    String stance = lot < 94 ? "asserts" : lot < 97 ? "denies" : "doubts";
    ObjectNode source = source(name, kind);
    if (random.nextInt(3) == 0) {
      source.put("anonymous", random.nextBoolean());
    }
    return report(source, stance, text).path("id").asText();
  }

  /** Who prints it: what an origin says, what another has printed, or what it found itself. */
  void outlet(String name, List<String> origins, String text) {
    int lot = random.nextInt(100);
    String words = !texts.isEmpty() && lot < 25 ? copy() : text;
    boolean relays = lot < 85 && !origins.isEmpty();
    ObjectNode source = source(name, Speakers.outlet(name));
    ObjectNode report = report(source, relays ? "relays" : "asserts", words);
    if (relays) {
      report.putArray("cites").add(origins.get(random.nextInt(origins.size())));
    }
    if (random.nextInt(12) == 0) {
      media(report.path("id").asText());
    }
  }

  private ObjectNode source(String name, SourceKind kind) {
    return sources
        .addObject()
        .put("id", "source-" + sources.size())
        .put("name", name)
        .put("kind", kind.word());
  }

  private ObjectNode report(ObjectNode source, String stance, String text) {
    texts.add(text);
    ObjectNode report =
        reports
            .addObject()
            .put("id", "report-" + reports.size())
            .put("source", source.path("id").asText())
            .put("publishedAt", day.plusDays(random.nextInt(6)).toString())
            .put("text", text);
    ArrayNode stances = report.putArray("stances");
    for (var claim : claims) {
      // Not everybody speaks of everything.
      if (stances.isEmpty() || random.nextInt(4) > 0) {
        ObjectNode to = stances.addObject().put("claim", claim.path("id").asText());
        to.put("stance", stance);
        if (random.nextInt(6) == 0) {
          to.put("hedged", true);
        }
      }
    }
    return report;
  }

  /** What another has printed, with every twelfth word exchanged or so. */
  private String copy() {
    String[] words = texts.get(random.nextInt(texts.size())).split(" ");
    for (int i = 0; i < words.length; i++) {
      if (random.nextInt(12) == 0) {
        words[i] = words[random.nextInt(words.length)];
      }
    }
    return String.join(" ", words);
  }

  private void media(String report) {
    ArrayNode media = root.withArray("media");
    ObjectNode picture =
        media
            .addObject()
            .put("id", "media-" + media.size())
            .put("report", report)
            .put("kind", random.nextInt(4) == 0 ? "video" : "photo")
            .put("perceptualHash", "%016x".formatted(random.nextLong()))
            .put("firstSeenAt", day.plusDays(random.nextInt(4)).toString());
    picture.putArray("shows").add(SHOWS[random.nextInt(SHOWS.length)]);
    picture.putArray("supports").add(claims.get(0).path("id").asText());
  }

  ObjectNode done() {
    if (sources.isEmpty()) {
      origin("An unnamed source", SourceKind.UNKNOWN, "Nothing more is known.");
    }
    return root;
  }
}
