package org.bilan.movement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bilan.dossier.Proposition;

/**
 * A finding on one side or on both, in decibans.
 *
 * @param before absent when only the later side makes it
 * @param after absent when only the earlier side makes it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FindingMoved(
    String rule, Proposition proposition, Optional<Integer> before, Optional<Integer> after) {

  /**
   * What came, then what went, then what weighs otherwise. Two findings are the same one when one
   * rule made both on one proposition.
   */
  static List<FindingMoved> between(List<Stood.Finding> before, List<Stood.Finding> after) {
    Map<List<Object>, Deque<Stood.Finding>> earlier = new LinkedHashMap<>();
    before.forEach(f -> earlier.computeIfAbsent(key(f), k -> new ArrayDeque<>()).add(f));
    List<FindingMoved> moved = new ArrayList<>();
    List<FindingMoved> otherwise = new ArrayList<>();
    for (Stood.Finding finding : after) {
      Stood.Finding same = earlier.getOrDefault(key(finding), new ArrayDeque<>()).poll();
      if (same == null) {
        moved.add(of(finding, Optional.empty(), Optional.of(finding.weight())));
      } else if (same.weight() != finding.weight()) {
        otherwise.add(of(finding, Optional.of(same.weight()), Optional.of(finding.weight())));
      }
    }
    earlier.values().stream()
        .flatMap(Deque::stream)
        .forEach(f -> moved.add(of(f, Optional.of(f.weight()), Optional.empty())));
    moved.addAll(otherwise);
    return List.copyOf(moved);
  }

  private static List<Object> key(Stood.Finding finding) {
    return List.of(finding.rule(), finding.proposition());
  }

  private static FindingMoved of(
      Stood.Finding finding, Optional<Integer> before, Optional<Integer> after) {
    return new FindingMoved(finding.rule(), finding.proposition(), before, after);
  }
}
