package org.bilan.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bilan.dossier.Word;

/**
 * Which findings on a claim came, went and moved. Two findings are the same one when one rule made
 * both on one proposition; a rule that was renamed has one that went and one that came.
 *
 * @param came those of the later side alone
 * @param went those of the earlier side alone
 * @param moved those of both sides whose weight, reason or facts differ
 */
public record FindingChanges(
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Finding> came,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Finding> went,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MovedFinding> moved) {

  /** What can differ between two findings of one rule on one proposition. */
  public enum Difference implements Word {
    WEIGHT,
    REASON,
    FACTS
  }

  /**
   * A finding that both sides have, and that differs.
   *
   * @param changed in what
   */
  public record MovedFinding(List<Difference> changed, Finding before, Finding after) {}

  static FindingChanges between(List<Finding> before, List<Finding> after) {
    Map<List<Object>, Deque<Finding>> earlier = new LinkedHashMap<>();
    before.forEach(f -> earlier.computeIfAbsent(key(f), k -> new ArrayDeque<>()).add(f));
    List<Finding> came = new ArrayList<>();
    List<MovedFinding> moved = new ArrayList<>();
    for (Finding finding : after) {
      Finding same = earlier.getOrDefault(key(finding), new ArrayDeque<>()).poll();
      if (same == null) {
        came.add(finding);
      } else {
        List<Difference> differences = differences(same, finding);
        if (!differences.isEmpty()) {
          moved.add(new MovedFinding(differences, same, finding));
        }
      }
    }
    return new FindingChanges(
        List.copyOf(came),
        earlier.values().stream().flatMap(Deque::stream).toList(),
        List.copyOf(moved));
  }

  boolean none() {
    return came.isEmpty() && went.isEmpty() && moved.isEmpty();
  }

  FindingChanges reworded(Comparison.Reworded before, Comparison.Reworded after) {
    return new FindingChanges(
        came.stream().map(after::apply).toList(),
        went.stream().map(before::apply).toList(),
        moved.stream()
            .map(m -> new MovedFinding(m.changed, before.apply(m.before), after.apply(m.after)))
            .toList());
  }

  private static List<Object> key(Finding finding) {
    return List.of(finding.rule(), finding.proposition());
  }

  private static List<Difference> differences(Finding before, Finding after) {
    List<Difference> differences = new ArrayList<>();
    if (before.weight() != after.weight()) {
      differences.add(Difference.WEIGHT);
    }
    if (!sameReason(before.because(), after.because())) {
      differences.add(Difference.REASON);
    }
    if (!new HashSet<>(before.facts()).equals(new HashSet<>(after.facts()))) {
      differences.add(Difference.FACTS);
    }
    return List.copyOf(differences);
  }

  /**
   * By what the sentence names; where that is the same to the letter, by the sentence as well,
   * since another revision may word it otherwise. Names in another order are the same names: their
   * order depends on what else the dossier holds.
   */
  private static boolean sameReason(Because before, Because after) {
    if (before.values().equals(after.values())) {
      return before.text().equals(after.text());
    }
    return unordered(before.values()).equals(unordered(after.values()));
  }

  private static Map<String, Object> unordered(Map<String, Object> values) {
    Map<String, Object> unordered = new HashMap<>();
    values.forEach(
        (name, value) ->
            unordered.put(
                name,
                value instanceof List<?> several
                    ? several.stream().map(String::valueOf).sorted().toList()
                    : value));
    return unordered;
  }
}
