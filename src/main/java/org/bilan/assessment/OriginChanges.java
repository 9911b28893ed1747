package org.bilan.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which origins of a claim came, went and moved. An origin has no name: it is followed by the
 * reports that it shares with those of the other side, most first. Where two have become one, one
 * of them moved and the other went; where one has become two, one moved and the other came.
 *
 * @param came those of the later side that follow none
 * @param went those of the earlier side that none follows
 * @param moved those with other reports, or joined for other reasons
 */
public record OriginChanges(
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Origin> came,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Origin> went,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MovedOrigin> moved) {

  /** An origin that both sides have, and that differs. */
  public record MovedOrigin(Origin before, Origin after) {}

  boolean none() {
    return came.isEmpty() && went.isEmpty() && moved.isEmpty();
  }

  static OriginChanges between(List<Origin> before, List<Origin> after) {
    Map<Integer, Integer> followed = new TreeMap<>(); // place in after -> place in before
    Map<Set<String>, Deque<Integer>> byReports = new HashMap<>();
    Set<Integer> open = new LinkedHashSet<>();
    for (int i = 0; i < before.size(); i++) {
      byReports.computeIfAbsent(reports(before.get(i)), k -> new ArrayDeque<>()).add(i);
      open.add(i);
    }
    for (int j = 0; j < after.size(); j++) {
      Deque<Integer> same = byReports.get(reports(after.get(j)));
      if (same != null && !same.isEmpty()) {
        followed.put(j, same.peek());
        open.remove(same.poll());
      }
    }
    follow(before, after, open, followed);
    List<MovedOrigin> moved = new ArrayList<>();
    followed.forEach(
        (j, i) -> {
          if (!same(before.get(i), after.get(j))) {
            moved.add(new MovedOrigin(before.get(i), after.get(j)));
          }
        });
    return new OriginChanges(
        IntStream.range(0, after.size())
            .filter(j -> !followed.containsKey(j))
            .mapToObj(after::get)
            .toList(),
        open.stream().map(before::get).toList(),
        List.copyOf(moved));
  }

  /**
   * Lets each origin that is left follow the one, of those still open, that shares most with it.
   */
  private static void follow(
      List<Origin> before, List<Origin> after, Set<Integer> open, Map<Integer, Integer> followed) {
    Map<String, List<Integer>> holders = new HashMap<>();
    for (int i : open) {
      reports(before.get(i))
          .forEach(report -> holders.computeIfAbsent(report, k -> new ArrayList<>()).add(i));
    }
    for (int j = 0; j < after.size(); j++) {
      if (!followed.containsKey(j)) {
        Map<Integer, Integer> shared = new TreeMap<>();
        for (String report : reports(after.get(j))) {
          holders.getOrDefault(report, List.of()).stream()
              .filter(open::contains)
              .forEach(i -> shared.merge(i, 1, Integer::sum));
        }
        int best = -1;
        for (Map.Entry<Integer, Integer> candidate : shared.entrySet()) {
          if (best < 0 || candidate.getValue() > shared.get(best)) {
            best = candidate.getKey();
          }
        }
        if (best >= 0) {
          followed.put(j, best);
          open.remove(best);
        }
      }
    }
  }

  private static boolean same(Origin before, Origin after) {
    return reports(before).equals(reports(after))
        && Set.copyOf(before.because()).equals(Set.copyOf(after.because()));
  }

  private static Set<String> reports(Origin origin) {
    return new HashSet<>(origin.reports());
  }
}
