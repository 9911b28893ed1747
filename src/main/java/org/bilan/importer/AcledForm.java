package org.bilan.importer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.bilan.dossier.Victims;

/**
 * Events exported from ACLED, one a row, newer and older layouts. It names outlets, not who told
 * them, and counts fatalities, not whose: so the outlets relay an origin that is not known, and the
 * victims' status stays open. Its 0 also means that nobody told a number: no claim is made of it.
 */
final class AcledForm implements Form {

  private static final DateTimeFormatter WORDS =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("d MMMM uuuu")
          .toFormatter(Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final String FORM = "a day, as 2020-12-03 or 03 December 2020";

  private static final Map<String, String> PRECISIONS =
      Map.of("1", "town", "2", "district", "3", "province");

  /** Actors that are parties, by ACLED's codes and words; the others are crowds and civilians. */
  private static final Map<String, String> PARTIES =
      Map.ofEntries(
          Map.entry("1", "state-forces"),
          Map.entry("state forces", "state-forces"),
          Map.entry("2", "non-state-armed-group"),
          Map.entry("rebel group", "non-state-armed-group"),
          Map.entry("rebel groups", "non-state-armed-group"),
          Map.entry("3", "militia"),
          Map.entry("political militia", "militia"),
          Map.entry("political militias", "militia"),
          Map.entry("4", "militia"),
          Map.entry("identity militia", "militia"),
          Map.entry("identity militias", "militia"),
          Map.entry("8", "unknown"),
          Map.entry("other forces", "unknown"),
          Map.entry("external/other forces", "unknown"));

  /** Whether a table is of this form. */
  static boolean is(Header header) {
    return header.has("event_date", "actor1", "fatalities", "source")
        && (header.has("event_id_cnty") || header.has("data_id"));
  }

  @Override
  public String name(Cells row) {
    return row.text("event_id_cnty").or(() -> row.text("data_id")).orElse("");
  }

  @Override
  public ObjectNode dossier(Cells row) {
    if (name(row).isEmpty()) {
      row.required("event_id_cnty", "the event's id");
    }
    Optional<LocalDate> given =
        row.day("event_date", FORM, DateTimeFormatter.ISO_LOCAL_DATE, WORDS);
    if (given.isEmpty()) {
      row.required("event_date", FORM);
    }
    LocalDate day = given.orElse(LocalDate.EPOCH);
    Draft draft = draft(row, day);
    place(row, draft);
    for (int i = 1; i <= 2; i++) {
      party(row, draft, i);
    }
    if (fought(row)) {
      draft.eachFightsTheOther();
    }
    claim(row, draft);
    row.text("source").stream()
        .flatMap(cell -> Stream.of(cell.split("\\s*;\\s*")))
        .filter(name -> !name.isBlank())
        .distinct()
        .forEach(
            name ->
                draft.article(
                    new Draft.Article(Optional.of(name), Optional.empty(), Optional.empty())));
    return draft.done();
  }

  /** A precision of 2 means some day of a week near that day; of 3, some day of its month. */
  private Draft draft(Cells row, LocalDate day) {
    String id = "acled-" + name(row);
    String title =
        Stream.of("event_type", "sub_event_type", "location")
            .flatMap(column -> row.text(column).stream())
            .distinct()
            .reduce((one, other) -> one + ", " + other)
            .orElse("");
    return switch (row.text("time_precision").orElse("1")) {
      case "2" -> new Draft(id, title, day.minusDays(6), day.plusDays(6));
      case "3" ->
          new Draft(id, title, day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
      default -> new Draft(id, title, day, day);
    };
  }

  private static void place(Cells row, Draft draft) {
    ObjectNode place = draft.incident().putObject("place");
    row.text("location").ifPresent(name -> place.put("name", name));
    row.text("admin1").ifPresent(name -> place.put("admin1", name));
    row.text("country").flatMap(Countries::code).ifPresent(code -> place.put("country", code));
    row.degrees("latitude", 90).ifPresent(degrees -> place.put("lat", degrees));
    row.degrees("longitude", 180).ifPresent(degrees -> place.put("lon", degrees));
    row.text("geo_precision")
        .map(PRECISIONS::get)
        .ifPresent(precision -> place.put("precision", precision));
  }

  private static Optional<String> kind(Cells row, int actor) {
    return row.text("inter" + actor).map(code -> PARTIES.get(code.toLowerCase(Locale.ROOT)));
  }

  private static void party(Cells row, Draft draft, int actor) {
    row.text("actor" + actor)
        .filter(name -> kind(row, actor).isPresent())
        .ifPresent(name -> draft.party("actor-" + actor, name, kind(row, actor)));
  }

  /**
   * Whether the event is one in which the first actor fights the second. Those of an agreement, a
   * transfer or a protest may be allies; violence against civilians has civilians on one side.
   */
  private static boolean fought(Cells row) {
    String type = row.text("event_type").orElse("").toLowerCase(Locale.ROOT);
    // Older layouts: "Battle-No change of territory", "Remote violence".
    return type.startsWith("battle") || type.endsWith("remote violence");
  }

  private static void claim(Cells row, Draft draft) {
    OptionalInt fatalities = row.people("fatalities");
    if (fatalities.orElse(0) == 0) {
      row.note(
          "figures.none",
          "fatalities",
          row.text("fatalities").orElse("nothing"),
          "a number above 0 (0 also means that none was told)",
          "Taken without a claim.");
      return;
    }
    ObjectNode claim = draft.killed("fatalities", Victims.UNKNOWN);
    int people = fatalities.getAsInt();
    claim.putObject("count").put("min", people).put("max", people);
    boolean against =
        row.text("event_type").filter("Violence against civilians"::equalsIgnoreCase).isPresent();
    if (against && kind(row, 1).isPresent() && row.text("actor1").isPresent()) {
      claim.put("responsible", "actor-1");
    }
    row.text("notes")
        .map(notes -> notes.replaceAll("\\s*\\[size=[^\\]]*\\]", "").strip())
        .filter(notes -> !notes.isEmpty())
        .ifPresent(notes -> claim.put("text", Cells.shorten(notes, 2_000)));
  }
}
