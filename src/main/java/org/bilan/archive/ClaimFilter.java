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
   * Which dossiers have a claim that passes, in SQL and begun with "and": {@code d} is the table
   * dossier. Adds its values in order.
   */
  String sql(List<Object> values) {
    if (none()) {
      return "";
    }
    values.add(Stands.bits(this));
    return " and bit_count(d.standing & ?::bit(505)) > 0";
  }
}
