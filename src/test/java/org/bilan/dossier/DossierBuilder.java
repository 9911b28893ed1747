package org.bilan.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A small dossier for a test. Fields are given as JSON without its quotation marks: {@code party:
 * 'army', anonymous: true}.
 */
public final class DossierBuilder {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .build();

  private final ObjectNode dossier = JSON.createObjectNode();
  private final ObjectNode incident = dossier.putObject("incident");

  /** An incident on 16 March 2024, of which nobody has said anything. */
  public DossierBuilder() {
    incident("id: 'i', date: {from: '2024-03-16'}");
    for (String list : new String[] {"sources", "claims", "reports", "media"}) {
      dossier.putArray(list);
    }
  }

  /** Sets fields of the incident. */
  public DossierBuilder incident(String fields) {
    incident.setAll(object(fields));
    return this;
  }

  /** Adds a party that fights these others. */
  public DossierBuilder party(String id, String... adversaries) {
    ObjectNode party = incident.withArray("parties").addObject().put("id", id);
    party.put("name", id.toUpperCase(java.util.Locale.ROOT));
    for (String adversary : adversaries) {
      party.withArray("adversaries").add(adversary);
    }
    return this;
  }

  /** Adds an action: {@code party: 'army', status: 'declared'}. */
  public DossierBuilder action(String fields) {
    incident.withArray("actions").add(object(fields));
    return this;
  }

  /** Adds a source: id, kind, other fields. */
  public DossierBuilder source(String id, String kind, String... fields) {
    return add("sources", id, "kind: '" + kind + "'", fields);
  }

  /** Adds a claim: id, harm, other fields. */
  public DossierBuilder claim(String id, String harm, String... fields) {
    return add("claims", id, "harm: '" + harm + "'", fields);
  }

  /** Adds a picture: id, fields. */
  public DossierBuilder photo(String id, String... fields) {
    return add("media", id, "kind: 'photo'", fields);
  }

  /**
   * Adds a report of a source.
   *
   * @param fields others of its fields, or empty
   * @param stances each as {@code claim stance}, perhaps followed by {@code hedged}, {@code firm}
   *     or a basis
   */
  public DossierBuilder report(String id, String source, String fields, String... stances) {
    add("reports", id, "source: '" + source + "'", fields);
    ObjectNode report = (ObjectNode) dossier.withArray("reports").get(reports() - 1);
    report.putArray("stances");
    for (String text : stances) {
      String[] words = text.split(" ");
      ObjectNode stance = report.withArray("stances").addObject();
      stance.put("claim", words[0]).put("stance", words[1]);
      for (int i = 2; i < words.length; i++) {
        switch (words[i]) {
          case "hedged" -> stance.put("hedged", true);
          case "firm" -> stance.put("hedged", false);
          default -> stance.put("basis", words[i]);
        }
      }
    }
    return this;
  }

  /** Adds a source and a report of the same id, in which it takes these stances. */
  public DossierBuilder says(String id, String kind, String fields, String... stances) {
    return source(id, kind, fields).report(id, id, "", stances);
  }

  /** The dossier, read by the contract. */
  public Dossier build() {
    try {
      return DossierReader.read(dossier);
    } catch (InvalidDossier e) {
      throw new IllegalStateException(e.problems().toString(), e);
    }
  }

  /** The dossier as JSON, of its own. */
  public ObjectNode tree() {
    return dossier.deepCopy();
  }

  private int reports() {
    return dossier.withArray("reports").size();
  }

  private DossierBuilder add(String list, String id, String first, String... fields) {
    ObjectNode entry = dossier.withArray(list).addObject().put("id", id);
    entry.setAll(object(first));
    for (String more : fields) {
      entry.setAll(object(more));
    }
    return this;
  }

  private static ObjectNode object(String fields) {
    try {
      return (ObjectNode) JSON.readTree("{" + fields + "}");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(fields, e);
    }
  }
}
