package org.bilan.importer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bilan.dossier.SourceKind;

/**
 * Events of the UCDP Georeferenced Event Dataset, one a row, in its published layouts, newer and
 * older: columns are known by their names. {@code source_original} is who knows; the outlets of
 * {@code source_article} relay it.
 *
 * <p>The columns' meanings: Högbladh, UCDP GED Codebook. Its {@code where_prec} 1 is a place that
 * has a name, such as a village or town, not the spot: so it is no {@code exact} here.
 */
final class GedForm implements Form {

  private static final Map<String, String> PRECISIONS =
      Map.of(
          "1",
          "town",
          "2",
          "district",
          "3",
          "district",
          "4",
          "province",
          "5",
          "province",
          "6",
          "country");

  private static final String GOVERNMENT = "Government of ";

  private static final String FORM = "a day, as 2017-09-12";

  private static final List<String> NEEDED =
      List.of("id", "type_of_violence", "side_a", "side_b", "date_start", "deaths_a", "deaths_b");

  /** Whether a table is of this form. */
  static boolean is(Header header) {
    return missing(header).isEmpty();
  }

  /** The columns that a table lacks for this form. */
  static List<String> missing(Header header) {
    return NEEDED.stream().filter(column -> !header.has(column)).toList();
  }

  @Override
  public String name(Cells row) {
    return row.text("id").orElse("");
  }

  @Override
  public ObjectNode dossier(Cells row) {
    String id = "ged-" + row.required("id", "the event's number").orElse("");
    Optional<LocalDate> start = row.day("date_start", FORM, DateTimeFormatter.ISO_LOCAL_DATE);
    LocalDate from = start.orElse(LocalDate.EPOCH);
    if (start.isEmpty()) {
      row.required("date_start", FORM);
    }
    LocalDate to = row.day("date_end", FORM, DateTimeFormatter.ISO_LOCAL_DATE).orElse(from);
    if (to.isBefore(from)) {
      row.note(
          "dates.order",
          "date_end",
          from + " to " + to,
          "an end not before the start",
          "Exchanged.");
      LocalDate earlier = to;
      to = from;
      from = earlier;
    }
    Draft draft = new Draft(id, title(row), from, to);
    row.text("conflict_name")
        .ifPresent(name -> draft.incident().put("conflict", Cells.shorten(name, 200)));
    place(row, draft);
    Violence violence = violence(row);
    parties(row, draft, violence);
    new GedFigures(row, draft, violence == Violence.ONE_SIDED).claims();
    sources(row, draft, violence, from);
    return draft.done();
  }

  private enum Violence {
    STATE_BASED,
    NON_STATE,
    ONE_SIDED
  }

  private static Violence violence(Cells row) {
    String kind = row.required("type_of_violence", "1, 2 or 3").orElse("1");
    switch (kind) {
      case "1":
        return Violence.STATE_BASED;
      case "2":
        return Violence.NON_STATE;
      case "3":
        return Violence.ONE_SIDED;
      default:
        row.problem(
            "value.not-allowed",
            "type_of_violence",
            kind,
            "1 (state-based), 2 (non-state) or 3 (one-sided)",
            "Correct it.");
        return Violence.STATE_BASED;
    }
  }

  private static String title(Cells row) {
    String who = row.text("dyad_name").orElseGet(() -> row.text("conflict_name").orElse(""));
    return row.text("where_coordinates").map(where -> who + ", " + where).orElse(who);
  }

  private static void place(Cells row, Draft draft) {
    ObjectNode place = draft.incident().putObject("place");
    row.text("where_coordinates", "where_description").ifPresent(name -> place.put("name", name));
    row.text("adm_1").ifPresent(name -> place.put("admin1", name));
    row.text("country").flatMap(Countries::code).ifPresent(code -> place.put("country", code));
    Optional<String> precision = row.text("where_prec");
    if (!precision.equals(Optional.of("7"))) {
      row.degrees("latitude", 90).ifPresent(degrees -> place.put("lat", degrees));
      row.degrees("longitude", 180).ifPresent(degrees -> place.put("lon", degrees));
    }
    boolean village =
        row.text("where_coordinates")
            .filter(w -> w.toLowerCase(Locale.ROOT).endsWith(" village"))
            .isPresent();
    precision
        .map(code -> code.equals("1") && village ? "village" : PRECISIONS.get(code))
        .ifPresent(word -> place.put("precision", word));
  }

  /** Civilians, whom the third kind of violence is against, are no party. */
  private static void parties(Cells row, Draft draft, Violence violence) {
    row.required("side_a", "who fought")
        .ifPresent(name -> draft.party("side-a", name, kind(name, violence)));
    if (violence != Violence.ONE_SIDED) {
      row.required("side_b", "who fought")
          .ifPresent(name -> draft.party("side-b", name, kind(name, violence)));
      draft.eachFightsTheOther();
    }
  }

  /**
   * Of the second kind of violence, a side may be a group without a name or fighters of its own.
   */
  private static Optional<String> kind(String side, Violence violence) {
    if (side.startsWith(GOVERNMENT)) {
      return Optional.of("state-forces");
    }
    return violence == Violence.NON_STATE ? Optional.empty() : Optional.of("non-state-armed-group");
  }

  private static void sources(Cells row, Draft draft, Violence violence, LocalDate from) {
    for (String name : row.text("source_original").map(Speakers::of).orElse(List.of())) {
      Optional<String> party = party(row, violence, name);
      draft.origin(name, kind(row, name, party), party);
    }
    for (Draft.Article article : GedArticles.of(row)) {
      article
          .day()
          .filter(day -> day.isBefore(from))
          .ifPresent(
              day ->
                  row.note(
                      "article.before-incident",
                      "source_article",
                      day.toString(),
                      "a day not before " + from,
                      "Taken as it stands."));
      draft.article(article);
    }
  }

  /** Whoever speaks by the name of a side is that side's voice. */
  private static SourceKind kind(Cells row, String name, Optional<String> party) {
    SourceKind kind = Speakers.origin(name);
    if (kind != SourceKind.UNKNOWN || party.isEmpty()) {
      return kind;
    }
    String side = row.text(party.get().replace('-', '_')).orElse("");
    return side.startsWith(GOVERNMENT) ? SourceKind.GOVERNMENT : SourceKind.ARMED_GROUP;
  }

  private static Optional<String> party(Cells row, Violence violence, String name) {
    if (row.text("side_a").filter(side -> Speakers.speaksFor(name, side)).isPresent()) {
      return Optional.of("side-a");
    }
    return row.text("side_b")
        .filter(side -> violence != Violence.ONE_SIDED && Speakers.speaksFor(name, side))
        .map(side -> "side-b");
  }
}
