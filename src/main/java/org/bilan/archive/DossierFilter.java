package org.bilan.archive;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.bilan.dossier.Moment;

/**
 * Which dossiers to list.
 *
 * @param from incidents that lasted until this moment or longer
 * @param to incidents that had begun by this moment
 * @param claims dossiers of which at least one claim, as last assessed or graded by a person,
 *     passes this
 */
public record DossierFilter(
    Optional<String> country,
    Optional<Moment> from,
    Optional<Moment> to,
    ClaimFilter claims,
    Search search) {

  /** All dossiers. */
  public static final DossierFilter ALL =
      new DossierFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new ClaimFilter(Set.of(), OptionalInt.empty(), OptionalInt.empty()));

  /** Those that pass these, and no search. */
  public DossierFilter(
      Optional<String> country, Optional<Moment> from, Optional<Moment> to, ClaimFilter claims) {
    this(country, from, to, claims, Search.ALL);
  }

  /** The same without a part of the world. */
  DossierFilter anywhere() {
    Search anywhere =
        new Search(
            search.words(), search.sees(), search.contested(), search.look(), Optional.empty());
    return new DossierFilter(country, from, to, claims, anywhere);
  }

  /** In SQL, each condition begun with "and": {@code d} is the table dossier. Adds its values. */
  String sql(List<Object> values) {
    StringBuilder sql = new StringBuilder();
    country.ifPresent(
        code -> {
          sql.append(" and d.country = ?");
          values.add(code);
        });
    from.ifPresent(
        moment -> {
          sql.append(" and d.date_to >= ?");
          values.add(DossierRow.micros(moment.earliest()));
        });
    to.ifPresent(
        moment -> {
          sql.append(" and d.date_from <= ?");
          values.add(DossierRow.micros(moment.latest()));
        });
    return sql.append(claims.sql(values)).append(search.sql(values)).toString();
  }
}
