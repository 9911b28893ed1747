package org.bilan.rest;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bilan.archive.Box;
import org.bilan.archive.ClaimFilter;
import org.bilan.archive.DossierFilter;
import org.bilan.archive.Order;
import org.bilan.archive.Search;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Moment;

/** What of the archive is asked for, by the parameters that all lists and exports have. */
final class Filters {

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  /** Characters of what somebody searches for. */
  private static final int MOST_SEARCHED = 200;

  private Filters() {}

  /**
   * Dossiers.
   *
   * @param sees whether whoever asks sees confidential sources
   */
  static DossierFilter dossiers(Query query, boolean sees) {
    Optional<String> country =
        query.text("country", COUNTRY, "two capital letters (ISO 3166-1: ML)");
    Optional<Moment> from = query.moment("from");
    Optional<Moment> to = query.moment("to");
    query.ordered(
        from.isEmpty() || to.isEmpty() || !to.get().certainlyBefore(from.get()), "from", "to");
    return new DossierFilter(country, from, to, claims(query), search(query, sees));
  }

  /** In which order a list is asked for. */
  static Order order(Query query) {
    return query.choice("sort", Order.words()).flatMap(Order::of).orElse(Order.INCIDENT);
  }

  private static Search search(Query query, boolean sees) {
    return new Search(
        query.searched("q", MOST_SEARCHED),
        sees,
        query.yesOrNo("contested"),
        query.yesOrNo("look"),
        box(query));
  }

  private static Optional<Box> box(Query query) {
    OptionalDouble west = query.decimal("west", -180, 180);
    OptionalDouble south = query.decimal("south", -90, 90);
    OptionalDouble east = query.decimal("east", -180, 180);
    OptionalDouble north = query.decimal("north", -90, 90);
    query.together("west", "south", "east", "north");
    if (Stream.of(west, south, east, north).anyMatch(OptionalDouble::isEmpty)) {
      return Optional.empty();
    }
    query.ordered(south.getAsDouble() <= north.getAsDouble(), "south", "north");
    return Optional.of(
        new Box(west.getAsDouble(), south.getAsDouble(), east.getAsDouble(), north.getAsDouble()));
  }

  static ClaimFilter claims(Query query) {
    ClaimFilter filter =
        new ClaimFilter(
            query.words("grade", Grade.class),
            query.integer("minScore", 0, 100),
            query.integer("maxScore", 0, 100));
    query.ordered(
        filter.minScore().orElse(0) <= filter.maxScore().orElse(100), "minScore", "maxScore");
    return filter;
  }
}
