package org.bilan.confidential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Redacts what was made from a dossier: assessment, explanation, comparison, timeline. By the names
 * of their fields strings are fixed words, ids of one list, or names; what is none of these, such
 * as a field that later versions add, is taken for all that it could be.
 */
final class OutputDocument {

  /** Words of Bilan's own, whatever a source is called. */
  private static final Set<String> FIXED =
      words(
          "incident ruleset asOf language step rule topic proposition grade harm victims reliability"
              + " because missing outcome supposed changed present note notes capturedAt editedAt"
              + " firstSeenAt credentials contradictions differ at ground thumbnail");

  /** The same, where they stand in something else: under other names they might be people's. */
  private static final Set<String> FIXED_WITHIN =
      words(
          "conditions/text rules/title comparisons/field comparisons/operator comparisons/number"
              + " comparisons/other comparisons/wanted comparisons/seen");

  private static final Map<String, List<Kind>> IDS =
      Map.of(
          "claim", List.of(Kind.CLAIM),
          "claims", List.of(Kind.CLAIM),
          "reports", List.of(Kind.REPORT),
          "media", List.of(Kind.MEDIA),
          "same", List.of(Kind.MEDIA),
          "facts", List.of(Kind.REPORT, Kind.MEDIA, Kind.CLAIM));

  private static final Set<String> KEYS =
      words(
          "admiralty after adds asked author before caps came capped counted comparisons conditions"
              + " credibility evidence explanation field findings held high if low best moved number"
              + " operator origins other points prior propositions responsibility rules score seen"
              + " status sum text thinned title toll topics undated unjudged values version wanted"
              + " weight went whatIf changes pictures said established earlier place device software"
              + " name lat lon url");

  /**
   * How reports are joined, where that tells who wrote or owns them to whoever knows the others.
   */
  private static final Set<String> TELLING = words("same-owner same-author same-page");

  private final Hidden hidden;
  private final Locale language;

  OutputDocument(Hidden hidden, Locale language) {
    this.hidden = hidden;
    this.language = language;
  }

  private static Set<String> words(String words) {
    return Set.copyOf(Arrays.asList(words.split(" ")));
  }

  JsonNode redacted(JsonNode document) {
    return redacted(document, "", "");
  }

  private JsonNode redacted(JsonNode node, String within, String field) {
    if (node instanceof ObjectNode object) {
      return object(object, field);
    } else if (node instanceof ArrayNode list) {
      ArrayNode redacted = list.arrayNode(list.size());
      for (JsonNode entry : list) {
        if (!withheld(entry, field)) {
          redacted.add(redacted(entry, within, field));
        }
      }
      return redacted;
    }
    return node.isTextual() ? TextNode.valueOf(string(node.textValue(), within, field)) : node;
  }

  /** Where and with what a picture was taken tells who took it. */
  private boolean withheld(JsonNode entry, String field) {
    return field.equals("pictures") && hidden.is(Kind.MEDIA, entry.path("media").asText())
        || field.equals("same") && hidden.is(Kind.MEDIA, entry.asText());
  }

  private JsonNode object(ObjectNode object, String name) {
    if (name.equals("because")) {
      return because(object);
    } else if (name.equals("adds")) {
      ObjectNode part = object.deepCopy();
      new DossierDocument(hidden, language).redact(part);
      return part;
    }
    ObjectNode redacted = object.objectNode();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (name.equals("earlier") && telling(field)) {
        continue;
      }
      redacted.set(key(name, field.getKey()), redacted(field.getValue(), name, field.getKey()));
    }
    if (redacted.get("pictures") instanceof ArrayNode none && none.isEmpty()) {
      redacted.remove("pictures");
    }
    if (object.get("reports") instanceof ArrayNode reports
        && redacted.get("because") instanceof ArrayNode because
        && mixed(reports)) {
      because.removeIf(link -> TELLING.contains(link.asText()));
    }
    return redacted;
  }

  /** Whether an earlier appearance of a picture would lead to what is taken out elsewhere. */
  private boolean telling(Map.Entry<String, JsonNode> field) {
    String value = field.getValue().asText();
    return switch (field.getKey()) {
      case "url" -> hidden.addresses().tells(value);
      case "thumbnail" -> hidden.hash(value.replaceAll("/media/|/thumbnail", ""));
      default -> false;
    };
  }

  private boolean mixed(ArrayNode reports) {
    Set<Boolean> confidential = new HashSet<>();
    reports.forEach(id -> confidential.add(hidden.is(Kind.REPORT, id.asText())));
    return confidential.size() > 1;
  }

  /** Whether a field is one that documents have today. */
  static boolean known(String field) {
    return KEYS.contains(field) || FIXED.contains(field) || IDS.containsKey(field);
  }

  /** No document has ids as keys. One that will has them redacted. */
  private String key(String of, String key) {
    return of.equals("propositions") || known(key) ? key : id(key, List.of(Kind.values()));
  }

  private String string(String text, String within, String field) {
    if (FIXED.contains(field) || FIXED_WITHIN.contains(within + "/" + field)) {
      return text;
    } else if (IDS.containsKey(field)) {
      return id(text, IDS.get(field));
    }
    return field.equals("if") ? supposed(text) : name(text, List.of(Kind.values()));
  }

  private String id(String id, List<Kind> kinds) {
    return kinds.stream()
        .flatMap(kind -> hidden.pseudonym(kind, id).stream())
        .findFirst()
        .map(Pseudonym::id)
        .orElse(id);
  }

  /** A name is told from an id first: of a source that has one, reasons do not give the id. */
  private String name(String text, List<Kind> kinds) {
    String name = hidden.name(text, language);
    return name.equals(text) ? id(text, kinds) : name;
  }

  /**
   * A reason names what stands in its values and nothing else: so the sentence around the names is
   * left alone, even where a source is called by a word of it.
   */
  private ObjectNode because(ObjectNode because) {
    JsonNode values = because.path("values");
    Map<String, String> changed = new HashMap<>();
    ObjectNode redacted = because.deepCopy();
    if (values.isObject()) {
      ObjectNode others = redacted.putObject("values");
      values.properties().forEach(v -> others.set(v.getKey(), value(v.getValue(), changed)));
    }
    String text = because.path("text").asText();
    redacted.put(
        "text", values.isObject() ? Exact.replaced(text, changed) : hidden.text(text, language));
    return redacted;
  }

  private JsonNode value(JsonNode value, Map<String, String> changed) {
    if (value instanceof ArrayNode list) {
      ArrayNode redacted = list.arrayNode(list.size());
      list.forEach(entry -> redacted.add(value(entry, changed)));
      return redacted;
    } else if (!value.isTextual()) {
      return value;
    }
    String name = name(value.textValue(), List.of(Kind.REPORT, Kind.MEDIA, Kind.CLAIM, Kind.PARTY));
    if (!name.equals(value.textValue())) {
      changed.put(value.textValue(), name);
    }
    return TextNode.valueOf(name);
  }

  /** A hypothetical gives the names of the dossier in brackets, and none elsewhere. */
  private String supposed(String sentence) {
    Map<String, String> changed = new HashMap<>();
    Stream.of(hidden.named())
        .flatMap(Set::stream)
        .filter(label -> sentence.contains("(" + label + ")"))
        .forEach(
            label -> {
              String name = name(label, List.of(Kind.REPORT, Kind.MEDIA, Kind.CLAIM, Kind.PARTY));
              changed.put("(" + label + ")", "(" + name + ")");
            });
    return Exact.replaced(sentence, changed);
  }
}
