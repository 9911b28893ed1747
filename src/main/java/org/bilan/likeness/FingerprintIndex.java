package org.bilan.likeness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fingerprints of pictures in memory, searched by what is nearest. Many may read while one writes.
 *
 * <p>An id may have several fingerprints, and several ids may have the same one.
 */
public final class FingerprintIndex {

  private record Held(long id, Fingerprint fingerprint) {}

  private final List<Held> held = new ArrayList<>();

  /** Takes one more fingerprint of a picture. */
  public synchronized void add(long id, Fingerprint fingerprint) {
    held.add(new Held(id, fingerprint));
  }

  /** Forgets a picture: all its fingerprints. Tells whether it was there. */
  public synchronized boolean remove(long id) {
    return held.removeIf(each -> each.id == id);
  }

  /** How many fingerprints it holds. */
  public synchronized int size() {
    return held.size();
  }

  /**
   * The nearest pictures by any of the views of a picture; none when the picture tells too little
   * to be recognised.
   *
   * @param bits the most bits that may differ
   * @param most how many are returned at most: the nearest; of equally near ones the lower ids
   */
  public List<Neighbour> near(Looks query, int bits, int most) {
    return query.recognisable() ? near(query.views(), bits, most) : List.of();
  }

  /**
   * The nearest pictures by fingerprint, nearest first; each once.
   *
   * @param bits the most bits that may differ
   * @param most how many are returned at most: the nearest; of equally near ones the lower ids
   */
  public List<Neighbour> near(Fingerprint query, int bits, int most) {
    return near(List.of(query), bits, most);
  }

  private synchronized List<Neighbour> near(List<Fingerprint> queries, int bits, int most) {
    Map<Long, Integer> nearest = new HashMap<>();
    for (Held each : held) {
      for (Fingerprint query : queries) {
        int distance = query.distance(each.fingerprint);
        if (distance <= bits) {
          nearest.merge(each.id, distance, Math::min);
        }
      }
    }
    return nearest.entrySet().stream()
        .map(entry -> new Neighbour(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(Neighbour::bits).thenComparingLong(Neighbour::id))
        .limit(most)
        .toList();
  }
}
