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
}
