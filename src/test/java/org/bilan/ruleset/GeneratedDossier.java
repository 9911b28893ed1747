package org.bilan.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.bilan.dossier.SourceKind;

/**
 * A dossier made up from a seed: every field of the contract may be there or not, and everything
 * that the rules look at happens often. The same seed gives the same dossier.
 */
public final class GeneratedDossier {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String[] WORDS =
      ("village market night strike drone family river road witness morning hospital burial wounded"
              + " convoy roof well school field smoke engine fire herd tent bridge north hill names")
          .split(" ");

  final Random random;
  final ObjectNode json = JSON.objectNode();

  /** From a seed. */
  public GeneratedDossier(long seed) {
    random = new Random(seed);
    ObjectNode incident = json.putObject("incident");
    incident.put("id", "incident").putObject("date").put("from", "2024-03-16");
    int parties = parties(incident);
    ArrayNode claims = json.putArray("claims");
    int claimCount = 1 + random.nextInt(4);
    for (int i = 0; i < claimCount; i++) {
      claims.add(claim(i, parties));
    }
    ArrayNode sources = json.putArray("sources");
    int sourceCount = 1 + random.nextInt(7);
    for (int i = 0; i < sourceCount; i++) {
      sources.add(source("s" + i, parties));
    }
    ArrayNode reports = json.putArray("reports");
    int reportCount = random.nextInt(9);
    for (int i = 0; i < reportCount; i++) {
      reports.add(report(i, sourceCount, claimCount));
    }
    if (chance(60)) {
      ArrayNode media = json.putArray("media");
      int mediaCount = random.nextInt(4);
      for (int i = 0; i < mediaCount; i++) {
        media.add(media(i, reportCount, claimCount));
      }
    }
    circumstances(incident);
    if (parties > 1 && chance(30)) {
      voicesOfParties();
    }
    vaguely();
    lookCloser(new Random(seed));
    histories(new Random(~seed));
    Random choice = new Random(seed + 1);
    if (choice.nextInt(30) == 0) {
      crowd(choice);
    }
  }

  /** Many more who say so on their own, some with a picture. */
  private void crowd(Random choice) {
    String[] kinds = {"resident", "independent-media", "ngo", "social-account", "wire-agency"};
    int people = 3 + choice.nextInt(12);
    for (int i = 0; i < people; i++) {
      String kind = kinds[choice.nextInt(kinds.length)];
      ObjectNode source = list("sources").addObject().put("id", "one-of-many-" + i);
      source.put("name", "One of many " + i).put("kind", kind);
      ObjectNode report = list("reports").addObject().put("id", "told-by-" + i);
      report.put("source", "one-of-many-" + i).put("author", "One of many " + i);
      report.put("url", "https://www.example.org/accounts/" + i);
      report.putArray("stances").add(stance("c0", "asserts"));
      if (choice.nextInt(3) == 0) {
        ObjectNode picture = list("media").addObject().put("id", "shown-by-" + i);
        picture.put("kind", "photo").put("report", "told-by-" + i);
        picture.putArray("supports").add("c0");
      }
    }
  }

  /** How sources fared earlier, by choices of its own. */
  private void histories(Random choice) {
    ArrayNode sources = list("sources");
    for (int i = 0; i < sources.size(); i++) {
      fared((ObjectNode) sources.get(i), choice);
      for (int k = 0; k < i; k++) {
        if (choice.nextInt(5) == 0) {
          int teller = choice.nextBoolean() ? i : k;
          ObjectNode copying = ((ObjectNode) sources.get(teller)).withArray("copies").addObject();
          copying.put("source", sources.get(i + k - teller).get("id").textValue());
          copying.put("percent", choice.nextInt(3) > 0 ? 90 + choice.nextInt(11) : 89);
          copying.put("shared", 2 + choice.nextInt(3)).put("asOf", "2024-03-15");
        }
      }
    }
  }

  /** Half of all sources have a record: a good one, a poor one, or one of few cases. */
  void fared(ObjectNode source, Random choice) {
    if (choice.nextBoolean()) {
      int right = choice.nextInt(3) * 15 + choice.nextInt(3);
      int wrong = choice.nextInt(3) * 15 + choice.nextInt(3);
      ObjectNode record = source.putObject("record").put("right", right).put("wrong", wrong);
      record.put("unknown", choice.nextInt(4)).put("usual", 50 + choice.nextInt(30));
      record.put("asOf", choice.nextBoolean() ? "2024-03-15" : "2024-03-15T23:00:00Z");
    }
  }

  /** Vague words, how exactly place and time are known, documents, injured who died. */
  private void vaguely() {
    for (JsonNode claim : list("claims")) {
      JsonNode count = claim.path("count");
      if (count.isObject() && !count.has("min") && !count.has("max")) {
        ((ObjectNode) count)
            .put("words", one("several", "une dizaine", "عشرات", "up to 3", "nobody", "untold"));
      }
    }
    if (json.at("/incident").has("place") && chance(70)) {
      ((ObjectNode) json.at("/incident/place"))
          .put("precision", one("exact", "village", "town", "province", "country"));
    }
    if (chance(50)) {
      ((ObjectNode) json.at("/incident/date")).put("to", one("2024-03-17", "2024-03-19"));
    }
    if (json.has("media")) {
      list("media").forEach(m -> ((ObjectNode) m).put("kind", kindOr(m.get("kind").textValue())));
    }
    if (chance(5)) {
      deathsOfWounds();
    }
  }

  private String kindOr(String kind) {
    return chance(20) ? "document" : kind;
  }

  private void deathsOfWounds() {
    list("sources").addObject().put("id", "hospital").put("kind", "medical");
    String[] claims = {"killed-3", "injured-4", "killed-4", "injured-3"};
    for (String claim : claims) {
      int people = Integer.parseInt(claim.split("-")[1]);
      ObjectNode added = list("claims").addObject().put("id", claim);
      added.put("harm", claim.split("-")[0]);
      added.putObject("count").put("min", people).put("max", people);
    }
    for (int i = 0; i < 2; i++) {
      ObjectNode report = list("reports").addObject().put("id", "hospital-" + i);
      report.put("source", "hospital").put("publishedAt", "2024-03-" + (17 + i));
      ArrayNode stances = report.putArray("stances");
      stances.add(stance(claims[2 * i], "asserts")).add(stance(claims[2 * i + 1], "asserts"));
    }
  }

  private GeneratedDossier(Random random, ObjectNode json) {
    this.random = random;
    this.json.setAll(json);
  }

  /** A copy to change; further choices go on where this one's stopped. */
  GeneratedDossier copy() {
    return new GeneratedDossier(random, json.deepCopy());
  }

  /** As it is read. */
  public Dossier read() {
    try {
      return DossierReader.read(json);
    } catch (InvalidDossier e) {
      throw new AssertionError(e.problems() + "\n" + json.toPrettyString(), e);
    }
  }

  ArrayNode list(String name) {
    return json.withArray("/" + name);
  }

  ObjectNode any(String list) {
    ArrayNode entries = list(list);
    return (ObjectNode) entries.get(random.nextInt(entries.size()));
  }

  ObjectNode byId(String list, String id) {
    for (JsonNode entry : list(list)) {
      if (entry.get("id").textValue().equals(id)) {
        return (ObjectNode) entry;
      }
    }
    throw new AssertionError(id);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  String one(String... words) {
    return words[random.nextInt(words.length)];
  }

  /** Some words in a row that no other text is likely to share. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 14; i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(50)).append(' ');
    }
    if (chance(15)) {
      // What a spokesman said to everybody, perhaps.
      text.append("“words that are quoted by more than one of them ")
          .append(random.nextInt(2))
          .append("” ");
    }
    return text.toString();
  }

  /** The same dossier with every list in another order. */
  GeneratedDossier shuffled() {
    GeneratedDossier copy = copy();
    shuffle(copy.json);
    return copy;
  }

  private void shuffle(JsonNode node) {
    node.forEach(this::shuffle);
    if (node instanceof ArrayNode array) {
      List<JsonNode> entries = new ArrayList<>();
      array.forEach(entries::add);
      Collections.shuffle(entries, random);
      array.removeAll();
      array.addAll(entries);
    }
  }

  /** The same dossier with every id replaced, wherever it stands. */
  GeneratedDossier renamed(UnaryOperator<String> name) {
    GeneratedDossier copy = copy();
    copy.rename(copy.json, "", name);
    return copy;
  }

  private void rename(JsonNode node, String field, UnaryOperator<String> name) {
    if (node instanceof ObjectNode object) {
      List<String> fields = new ArrayList<>();
      object.fieldNames().forEachRemaining(fields::add);
      for (String child : fields) {
        JsonNode value = object.get(child);
        if (value.isTextual() && refers(child)) {
          object.put(child, name.apply(value.textValue()));
        } else {
          rename(value, child, name);
        }
      }
    } else if (node instanceof ArrayNode array && refers(field)) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, JSON.textNode(name.apply(array.get(i).textValue())));
      }
    } else {
      node.forEach(child -> rename(child, field, name));
    }
  }

  private static boolean refers(String field) {
    return switch (field) {
      case "id",
          "party",
          "report",
          "source",
          "via",
          "claim",
          "victimsParty",
          "responsible",
          "supersedes",
          "adversaries",
          "alignedWith",
          "cites",
          "supports" ->
          true;
      default -> false;
    };
  }

  /** The same dossier in which two parties have exchanged all that they are and do. */
  GeneratedDossier partiesExchanged(String one, String other) {
    Map<String, String> exchange = new HashMap<>();
    exchange.put(one, other);
    exchange.put(other, one);
    GeneratedDossier copy = renamed(id -> exchange.getOrDefault(id, id));
    // The names and kinds go back to where they were: only the parts played are exchanged.
    ObjectNode a = copy.party(one);
    ObjectNode b = copy.party(other);
    for (String field : List.of("name", "kind")) {
      JsonNode kept = a.get(field);
      put(a, field, b.get(field));
      put(b, field, kept);
    }
    return copy;
  }

  private static void put(ObjectNode object, String field, JsonNode value) {
    if (value == null) {
      object.remove(field);
    } else {
      object.set(field, value);
    }
  }

  private ObjectNode party(String id) {
    for (JsonNode party : json.at("/incident/parties")) {
      if (party.get("id").textValue().equals(id)) {
        return (ObjectNode) party;
      }
    }
    throw new AssertionError(id);
  }

  /** Takes a field out of the incident, every object of a list, or the stances of all reports. */
  GeneratedDossier without(String list, String field) {
    GeneratedDossier copy = copy();
    if (list.equals("incident")) {
      ((ObjectNode) copy.json.get(list)).remove(field);
      return copy;
    }
    for (JsonNode entry : copy.list(list)) {
      if (field.startsWith("stances.")) {
        entry.path("stances").forEach(s -> ((ObjectNode) s).remove(field.substring(8)));
      } else {
        ((ObjectNode) entry).remove(List.of(field.split("\\+")));
      }
    }
    return copy;
  }

  private int parties(ObjectNode incident) {
    int count = random.nextInt(4);
    ArrayNode parties = incident.putArray("parties");
    for (int i = 0; i < count; i++) {
      ObjectNode party = parties.addObject().put("id", "p" + i).put("name", "Party " + i);
      if (chance(60)) {
        party.put("kind", one("state-forces", "non-state-armed-group", "militia"));
      }
      if (chance(60) && count > 1) {
        party.putArray("adversaries").add("p" + (i + 1) % count);
      }
    }
    if (count > 0 && chance(70)) {
      ArrayNode actions = incident.putArray("actions");
      for (int i = 0; i <= random.nextInt(2); i++) {
        actions
            .addObject()
            .put("party", "p" + random.nextInt(count))
            .put("status", one("declared", "likely", "contested", "denied", "unknown"));
      }
    }
    if (chance(60)) {
      incident.putObject("place").put("name", "A place").put("lat", 16.27).put("lon", -0.04);
    }
    return count;
  }

  /** Two parties that each speak of the same dead: who they were, how many, and who did it. */
  private void voicesOfParties() {
    for (int party = 0; party < 2; party++) {
      ObjectNode claim = JSON.objectNode();
      claim.put("id", "said-" + party).put("text", "Said by party " + party).put("harm", "killed");
      boolean fighters = chance(30);
      claim.put("victims", fighters ? "combatant" : "civilian");
      claim.put("responsible", "p" + random.nextInt(2));
      if (fighters) {
        claim.put("victimsParty", "p0");
      }
      if (chance(70)) {
        claim.putObject("count").put("min", 2 + 10 * random.nextInt(2));
      }
      list("claims").add(claim);
      ObjectNode voice = source("voice-" + party, 2).put("kind", one("military", "armed-group"));
      voice.remove(List.of("owner", "alignedWith"));
      list("sources").add(voice.put("party", "p" + party));
    }
    for (int party = 0; party < 2; party++) {
      ObjectNode report = list("reports").addObject();
      report.put("id", "statement-" + party).put("source", "voice-" + party);
      report.put("author", "Speaker " + party);
      ArrayNode stances = report.putArray("stances").add(stance("said-" + party, "asserts"));
      if (chance(30)) {
        stances.add(stance("said-" + (1 - party), "denies"));
      }
    }
  }

  private void circumstances(ObjectNode incident) {
    if (chance(60)) {
      incident.put("access", one("granted", "restricted", "denied", "unknown"));
    }
    if (chance(60)) {
      incident.put("communications", one("working", "disrupted", "cut", "unknown"));
    }
  }

  private ObjectNode claim(int i, int parties) {
    ObjectNode claim = JSON.objectNode();
    claim.put("id", "c" + i).put("text", "Claim number " + i);
    claim.put("harm", one("killed", "killed", "killed", "injured", "killed-or-injured", "missing"));
    if (chance(70)) {
      claim.put(
          "victims", one("civilian", "civilian", "combatant", "combatant", "mixed", "unknown"));
    }
    if (parties > 0 && chance(60)) {
      claim.put("responsible", "p" + random.nextInt(parties));
    }
    if (parties > 0 && chance(40)) {
      claim.put("victimsParty", "p" + random.nextInt(parties));
    }
    if (chance(70)) {
      ObjectNode count = claim.putObject("count");
      int least = random.nextInt(4) * random.nextInt(8);
      if (chance(80)) {
        count.put("min", least);
      }
      if (chance(70)) {
        count.put("max", least + (chance(60) ? 0 : random.nextInt(6)));
      }
    }
    if (chance(40)) {
      claim.put("namedVictims", random.nextInt(3));
    }
    if (i > 0 && chance(15)) {
      claim.put("supersedes", "c" + random.nextInt(i));
    }
    return claim;
  }

  /** A source of any kind. */
  ObjectNode source(String id, int parties) {
    ObjectNode source = JSON.objectNode();
    SourceKind[] kinds = SourceKind.values();
    source.put("id", id).put("name", "Source " + id);
    source.put("kind", kinds[random.nextInt(kinds.length)].word());
    if (parties > 0 && chance(45)) {
      source.put("party", "p" + random.nextInt(parties));
    }
    if (parties > 0 && chance(20)) {
      source.putArray("alignedWith").add("p" + random.nextInt(parties));
    }
    if (chance(20)) {
      source.put("owner", one("Owner A", "Owner B"));
    }
    howReliable(source);
    if (chance(50)) {
      source.put("proximity", one("first-hand", "second-hand", "remote", "unknown"));
    }
    return source;
  }

  void howReliable(ObjectNode source) {
    if (chance(40)) {
      source.put("anonymous", chance(50));
    }
    if (chance(40)) {
      source.put("reliability", one("A", "B", "C", "D", "E", "F"));
    }
  }

  private ObjectNode report(int i, int sources, int claims) {
    ObjectNode report = JSON.objectNode();
    report.put("id", "r" + i).put("source", "s" + random.nextInt(sources));
    report.put("author", "Author " + i);
    report.put("url", "https://www.example.org/articles/" + i);
    if (chance(60)) {
      report.put("publishedAt", "2024-03-" + (16 + random.nextInt(5)));
    }
    if (i > 0 && chance(35)) {
      ArrayNode cites = report.putArray("cites");
      for (int k = 0; k <= random.nextInt(2); k++) {
        cites.add("r" + random.nextInt(i));
      }
    }
    if (chance(50)) {
      report.put("text", text());
    }
    if (chance(90)) {
      ArrayNode stances = report.putArray("stances");
      for (int claim = 0; claim < claims; claim++) {
        if (chance(55)) {
          stances.add(
              stance(
                  "c" + claim, one("asserts", "asserts", "asserts", "relays", "denies", "doubts")));
        }
      }
    }
    return report;
  }

  ObjectNode stance(String claim, String kind) {
    ObjectNode stance = JSON.objectNode();
    stance.put("claim", claim).put("stance", kind);
    if (chance(50)) {
      stance.put("hedged", chance(50));
    }
    if (chance(50)) {
      stance.put(
          "basis", one("witnessed", "interviews", "records", "imagery", "hearsay", "none-given"));
    }
    return stance;
  }

  /** More about pictures, by choices of their own: they change nothing else of a dossier. */
  private void lookCloser(Random choice) {
    if (json.at("/incident/place").isObject()) {
      ObjectNode place = (ObjectNode) json.at("/incident/place");
      place.put("country", "ML");
      if (choice.nextInt(3) > 0) {
        place.put("precision", choice.nextInt(3) > 0 ? "village" : "province");
      }
    }
    for (JsonNode entry : json.path("media")) {
      ObjectNode media = (ObjectNode) entry;
      if (choice.nextInt(3) == 0) {
        media.put("kind", choice.nextInt(3) > 0 ? "satellite" : "audio");
      }
      if (media.has("shows") && choice.nextInt(3) > 0) {
        media.withArray("/shows").add(choice.nextBoolean() ? "combatants" : "damage");
      }
      if (media.has("place")) {
        ObjectNode place = (ObjectNode) media.get("place");
        place.put("country", choice.nextInt(3) > 0 ? "ML" : "NE");
        if (choice.nextInt(3) > 0) {
          place.put("precision", choice.nextBoolean() ? "exact" : "town");
        }
        if (choice.nextBoolean()) {
          place.put("lat", 12.5 + choice.nextInt(3));
        }
      }
      if (choice.nextBoolean()) {
        examine(media.putObject("examined"), choice);
      }
    }
  }

  static void examine(ObjectNode examined, Random choice) {
    if (choice.nextInt(3) == 0) {
      examined.put("picture", String.format("%064x", 100 + choice.nextInt(2)));
    }
    if (choice.nextBoolean()) {
      String[] times = {"2024-03-16", "2024-03-17", "2022-06-01", "2024-03-16T12:00:00Z"};
      examined.put("capturedAt", times[choice.nextInt(times.length)]);
    }
    if (choice.nextBoolean()) {
      examined.putObject("place").put("lat", 13.0 + choice.nextInt(4)).put("lon", -0.04);
    }
    if (choice.nextInt(3) == 0) {
      examined.putArray("software").add("An editor");
    }
    if (choice.nextInt(3) == 0) {
      examined.putArray("contradictions").add("capture-times-differ");
    }
    if (choice.nextInt(3) == 0) {
      String[] words = {"valid", "invalid", "unverified", "absent"};
      examined.put("credentials", words[choice.nextInt(words.length)]);
    }
    if (choice.nextInt(4) == 0) {
      String[] times = {"2018-05-05", "2024-03-17", "2024-03-20T08:00:00Z"};
      examined
          .putObject("firstSeen")
          .put("at", times[choice.nextInt(times.length)])
          .put("ground", "known");
    }
  }

  private ObjectNode media(int i, int reports, int claims) {
    ObjectNode media = JSON.objectNode();
    media.put("id", "m" + i).put("kind", one("photo", "video"));
    media.put("sha256", String.format("%064x", i + 1));
    if (chance(60)) {
      // Two that are far apart, and one that is a variation of the second.
      media.put("perceptualHash", one("00000000ffffffff", "0000ffff0000ffff", "0000ffff0000fff0"));
    }
    if (reports > 0 && chance(70)) {
      media.put("report", "r" + random.nextInt(reports));
    }
    if (chance(60)) {
      media.putArray("shows").add(one("victims", "strike", "weapons", "civilians", "burial"));
    }
    if (chance(40)) {
      media.put("firstSeenAt", one("2019-01-01", "2024-03-17", "2024-03-16T12:00:00Z"));
    }
    if (chance(40)) {
      media.put("manipulation", one("none-found", "suspected", "established"));
    }
    if (chance(40)) {
      media.put("capturedAt", one("2024-03-16", "2024-03-17", "2023-01-01"));
      media.put("chronolocated", chance(70));
    }
    if (chance(30)) {
      media.putObject("place").put("lat", 16.0 + random.nextInt(3) * 0.27).put("lon", -0.04);
    }
    if (chance(30)) {
      media.put("credentials", one("valid", "invalid", "absent"));
    }
    ArrayNode supports = media.putArray("supports");
    for (int claim = 0; claim < claims; claim++) {
      if (chance(50)) {
        supports.add("c" + claim);
      }
    }
    return media;
  }
}
