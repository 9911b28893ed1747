package org.bilan.likeness;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one search has found: of each id the least distance. */
final class Nearest {

  private static final Comparator<Neighbour> NEAREST_FIRST =
      Comparator.comparingInt(Neighbour::bits).thenComparingLong(Neighbour::id);

  private final int bits;
  private final Map<Long, Integer> found = new HashMap<>();

  /**
   * @param bits the most bits that may differ
   */
  Nearest(int bits) {
    this.bits = bits;
  }

  int bits() {
    return bits;
  }

  void take(long id, int distance) {
    found.merge(id, distance, Math::min);
  }

  List<Neighbour> first(int most) {
    return found.entrySet().stream()
        .map(each -> new Neighbour(each.getKey(), each.getValue()))
        .sorted(NEAREST_FIRST)
        .limit(most)
        .toList();
  }
}
