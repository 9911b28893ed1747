package org.bilan.rest;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bilan.archive.ClaimFilter;
import org.bilan.archive.DossierFilter;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Moment;

/** What of the archive is asked for, by the parameters that all lists and exports have. */
final class Filters {

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  private Filters() {}

  static DossierFilter dossiers(Query query) {
    Optional<String> country =
        query.text("country", COUNTRY, "two capital letters (ISO 3166-1: ML)");
    Optional<Moment> from = query.moment("from");
    Optional<Moment> to = query.moment("to");
    query.ordered(
        from.isEmpty() || to.isEmpty() || !to.get().certainlyBefore(from.get()), "from", "to");
    return new DossierFilter(country, from, to, claims(query));
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
