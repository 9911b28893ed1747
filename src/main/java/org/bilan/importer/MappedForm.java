package org.bilan.importer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Rows as a mapping explains them. What the contract says of their values is left to its reader.
 */
final class MappedForm implements Form {

  private final Mapping mapping;

  MappedForm(Mapping mapping) {
    this.mapping = mapping;
  }

  @Override
  public String name(Cells row) {
    return new Dossier(row).text("incident.id").orElse("");
  }

  @Override
  public ObjectNode dossier(Cells row) {
    return new Dossier(row).made();
  }

  /** One row in the making. */
  private final class Dossier {

    private final Cells row;
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final Map<String, String> parties = new LinkedHashMap<>();

    Dossier(Cells row) {
      this.row = row;
    }

    ObjectNode made() {
      ObjectNode incident = root.putObject("incident");
      texts(incident, "incident", "id", "title", "conflict");
      ObjectNode days = incident.putObject("date");
      day("incident.date").or(() -> day("incident.date.from")).ifPresent(d -> days.put("from", d));
      day("incident.date.to").ifPresent(d -> days.put("to", d));
      place(incident.putObject("place"));
      sources(root.putArray("sources"));
      claims(root.putArray("claims"));
      reports(root.putArray("reports"));
      ArrayNode all = incident.putArray("parties");
      parties.forEach((name, id) -> all.addObject().put("id", id).put("name", name));
      return root;
    }

    private void place(ObjectNode place) {
      texts(place, "incident.place", "name", "admin1", "precision");
      text("incident.place.country")
          .map(name -> Countries.code(name).orElse(name))
          .ifPresent(code -> place.put("country", code));
      degrees(place, "lat", 90);
      degrees(place, "lon", 180);
    }

    private void degrees(ObjectNode place, String field, int most) {
      Optional.ofNullable(mapping.fields().get("incident.place." + field))
          .flatMap(column -> row.degrees(column.text(), most))
          .ifPresent(degrees -> place.put(field, degrees));
    }

    private void sources(ArrayNode sources) {
      ObjectNode source = sources.addObject().put("id", "source");
      texts(source, "source", "name", "owner", "proximity", "reliability");
      Optional<String> name = text("source.name");
      source.put(
          "kind",
          text("source.kind")
              .orElseGet(() -> name.map(n -> Speakers.origin(n).word()).orElse("unknown")));
      text("source.party").ifPresent(party -> source.put("party", party(party)));
      flag(source, "source", "anonymous");
      flag(source, "source", "confidential");
      text("outlet.name")
          .ifPresent(
              outlet ->
                  sources
                      .addObject()
                      .put("id", "outlet")
                      .put("name", outlet)
                      .put(
                          "kind",
                          text("outlet.kind").orElseGet(() -> Speakers.outlet(outlet).word())));
    }

    /** Each claim of which the row says something: how many, or in words. */
    private void claims(ArrayNode claims) {
      int number = 0;
      for (Map<String, Mapping.Value> fields : mapping.claims()) {
        number++;
        ObjectNode count = JsonNodeFactory.instance.objectNode();
        people(fields, "count").ifPresent(n -> count.put("min", n).put("max", n));
        people(fields, "min").ifPresent(n -> count.put("min", n));
        people(fields, "max").ifPresent(n -> count.put("max", n));
        value(fields.get("words")).ifPresent(words -> count.put("words", words));
        boolean counted = Stream.of("count", "min", "max", "words").anyMatch(fields::containsKey);
        if (!counted || !count.isEmpty()) {
          claim(claims.addObject().put("id", "claim-" + number), fields, count);
        }
      }
    }

    private void claim(ObjectNode claim, Map<String, Mapping.Value> fields, ObjectNode count) {
      for (String field : new String[] {"harm", "victims", "text"}) {
        value(fields.get(field)).ifPresent(text -> claim.put(field, text));
      }
      if (!count.isEmpty()) {
        claim.set("count", count);
      }
      people(fields, "namedVictims").ifPresent(n -> claim.put("namedVictims", n));
      for (String field : new String[] {"responsible", "victimsParty"}) {
        value(fields.get(field)).ifPresent(party -> claim.put(field, party(party)));
      }
    }

    private void reports(ArrayNode reports) {
      ObjectNode report = reports.addObject().put("id", "report").put("source", "source");
      if (text("outlet.name").isPresent()) {
        report.put("via", "outlet");
      }
      day("report.publishedAt").ifPresent(day -> report.put("publishedAt", day));
      texts(report, "report", "url", "author", "language", "text");
      ArrayNode stances = report.putArray("stances");
      for (var claim : root.path("claims")) {
        ObjectNode stance = stances.addObject().put("claim", claim.path("id").asText());
        stance.put("stance", text("report.stance").orElse("asserts"));
        text("report.basis").ifPresent(basis -> stance.put("basis", basis));
        flag(stance, "report", "hedged");
      }
    }

    private void texts(ObjectNode into, String path, String... fields) {
      for (String field : fields) {
        text(path + "." + field).ifPresent(text -> into.put(field, text));
      }
    }

    private void flag(ObjectNode into, String path, String field) {
      text(path + "." + field)
          .ifPresent(
              text -> {
                switch (text.toLowerCase(Locale.ROOT)) {
                  case "1", "true", "yes", "oui", "vrai" -> into.put(field, true);
                  case "0", "false", "no", "non", "faux" -> into.put(field, false);
                  default ->
                      row.problem(
                          "value.not-allowed",
                          mapping.fields().get(path + "." + field).text(),
                          text,
                          "yes or no",
                          "Correct it, or leave it empty.");
                }
              });
    }

    private String party(String name) {
      return parties.computeIfAbsent(name, n -> "party-" + (parties.size() + 1));
    }

    /** A day as the mapping says that days are written; a constant as the contract does. */
    private Optional<String> day(String field) {
      Mapping.Value value = mapping.fields().get(field);
      if (value == null || value.constant()) {
        return value(value);
      }
      return row.day(value.text(), "a day as the mapping's date says", mapping.date(), ISO)
          .map(LocalDate::toString);
    }

    private OptionalInt people(Map<String, Mapping.Value> fields, String field) {
      Mapping.Value column = fields.get(field);
      return column == null ? OptionalInt.empty() : row.people(column.text());
    }

    Optional<String> text(String field) {
      return value(mapping.fields().get(field));
    }

    private Optional<String> value(Mapping.Value value) {
      if (value == null) {
        return Optional.empty();
      }
      return value.constant() ? Optional.of(value.text()) : row.text(value.text());
    }
  }

  private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_LOCAL_DATE;
}
