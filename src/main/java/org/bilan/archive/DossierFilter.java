package org.bilan.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    Optional<String> country, Optional<Moment> from, Optional<Moment> to, ClaimFilter claims) {

  /** All dossiers. */
  public static final DossierFilter ALL =
      new DossierFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new ClaimFilter(Set.of(), OptionalInt.empty(), OptionalInt.empty()));

  /** The conditions on a {@link DossierRow} named {@code d}; adds their values. */
  String where(Map<String, Object> values) {
    List<String> conditions = new ArrayList<>();
    conditions.add("1 = 1");
    country.ifPresent(
        code -> {
          conditions.add("d.country = :country");
          values.put("country", code);
        });
    from.ifPresent(
        moment -> {
          conditions.add("d.to >= :from");
          values.put("from", DossierRow.micros(moment.earliest()));
        });
    to.ifPresent(
        moment -> {
          conditions.add("d.from <= :to");
          values.put("to", DossierRow.micros(moment.latest()));
        });
    if (!claims.none()) {
      conditions.add(
          // But for one equation it says nothing of d, so that the database reads claims once, and
          // not once for each dossier.
          "exists (select 1 from ClaimRow c join AssessmentRow a on a.id = c.assessment"
              + " left join OverrideInForceRow o on o.incident = a.incident and o.claim = c.claim"
              + " where c.assessment = d.assessment and "
              + claims.where(values)
              + ")");
    }
    return String.join(" and ", conditions);
  }

  /** The same in SQL, each condition begun with "and": {@code d} is the table dossier. */
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
    return sql.append(claims.sql(values)).toString();
  }
}
