package org.bilan.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Word;

/**
 * Which claims to list.
 *
 * @param grades any of these is the grade that stands, a person's where there is one; all when
 *     empty
 */
public record ClaimFilter(Set<Grade> grades, OptionalInt minScore, OptionalInt maxScore) {

  boolean none() {
    return grades.isEmpty() && minScore.isEmpty() && maxScore.isEmpty();
  }

  /**
   * The conditions on a {@link ClaimRow} named {@code c} and the {@link OverrideInForceRow} named
   * {@code o} that it may have, joined by "and"; adds their values.
   */
  String where(Map<String, Object> values) {
    List<String> conditions = new ArrayList<>();
    if (!grades.isEmpty()) {
      conditions.add("coalesce(o.grade, c.grade) in :grades");
      values.put("grades", grades.stream().map(Word::word).toList());
    }
    minScore.ifPresent(
        score -> {
          conditions.add("c.score >= :minScore");
          values.put("minScore", (short) score);
        });
    maxScore.ifPresent(
        score -> {
          conditions.add("c.score <= :maxScore");
          values.put("maxScore", (short) score);
        });
    return String.join(" and ", conditions);
  }

  /** Whether a claim passes, by the grade that stands and its score. */
  public boolean passes(Grade grade, int score) {
    return (grades.isEmpty() || grades.contains(grade))
        && score >= minScore.orElse(Integer.MIN_VALUE)
        && score <= maxScore.orElse(Integer.MAX_VALUE);
  }

  /**
   * The same as {@link #where}, in SQL and begun with "and", for plain statements: {@code d} is the
   * table dossier. Adds its values in order.
   */
  String sql(List<Object> values) {
    if (none()) {
      return "";
    }
    StringBuilder sql =
        new StringBuilder(" and exists (select 1 from claim c where c.assessment = d.assessment");
    minScore.ifPresent(
        score -> {
          sql.append(" and c.score >= ?");
          values.add(score);
        });
    maxScore.ifPresent(
        score -> {
          sql.append(" and c.score <= ?");
          values.add(score);
        });
    if (!grades.isEmpty()) {
      sql.append(
          " and coalesce((select o.grade from grade_override o where o.incident = d.incident"
              + " and o.claim = c.claim order by o.number desc limit 1), c.grade) = any (?)");
      values.add(grades);
    }
    return sql.append(")").toString();
  }
}
