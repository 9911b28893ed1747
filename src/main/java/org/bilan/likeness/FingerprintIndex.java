package org.bilan.likeness;

import java.util.ArrayList;
import java.util.List;

/**
 * Fingerprints of pictures in memory, searched by what is nearest: exactly, as if all were
 * compared. Many may read while one writes; readers wait for nobody and see each fingerprint whole
 * or not at all, at the latest when what added it has returned.
 *
 * <p>Up to 31 bits its tables are many times faster than a scan; up to 47 bits, at a million, as
 * fast as one.
 *
 * <p>An id may have several fingerprints, and several ids may have the same one. New ones are
 * compared one by one until there are enough for a {@link Segment}; segments of like size become
 * one, which takes the writer half a second at a million. It takes some 130 bytes a fingerprint.
 */
public final class FingerprintIndex {

  /** Comparing so many one by one takes some hundredths of a millisecond. */
  private static final int TAIL = 1 << 14;

  /** All that a reader sees. */
  private record State(List<Segment> segments, Held tail) {}

  private volatile State state = new State(List.of(), new Held(TAIL));
  private volatile int size;

  /** Takes all fingerprints of a picture; none when it tells too little to be recognised. */
  public void add(long id, Looks looks) {
    if (looks.recognisable()) {
      looks.fingerprints().forEach(fingerprint -> add(id, fingerprint));
    }
  }

  /** Takes one more fingerprint of a picture. */
  public synchronized void add(long id, Fingerprint fingerprint) {
    if (state.tail.isFull()) {
      state = new State(withTail(state), new Held(TAIL));
    }
    state.tail.add(id, fingerprint);
    size++;
  }

  /** A new segment takes along all later ones that are not larger than twice what it has. */
  private static List<Segment> withTail(State state) {
    List<Segment> segments = new ArrayList<>(state.segments);
    List<Segment> joined = new ArrayList<>();
    int many = state.tail.size();
    while (!segments.isEmpty() && segments.get(segments.size() - 1).size() <= 2 * many) {
      Segment last = segments.remove(segments.size() - 1);
      joined.add(last);
      many += last.size();
    }
    Held all = new Held(many);
    joined.forEach(segment -> segment.copyTo(all));
    for (int place = 0; place < state.tail.size(); place++) {
      all.add(state.tail, place);
    }
    segments.add(new Segment(all));
    return segments;
  }

  /**
   * Forgets a picture: all its fingerprints. Takes some milliseconds at a million.
   *
   * @return whether there were any
   */
  public synchronized boolean remove(long id) {
    int removed = 0;
    for (Segment segment : state.segments) {
      removed += segment.remove(id);
    }
    Held rest = state.tail.without(id);
    if (rest.size() < state.tail.size()) {
      removed += state.tail.size() - rest.size();
      state = new State(state.segments, rest);
    }
    size -= removed;
    return removed > 0;
  }

  /** How many fingerprints it holds. */
  public int size() {
    return size;
  }

  /**
   * The nearest pictures by any of the views of a picture; none when the picture tells too little
   * to be recognised.
   *
   * @param bits the most bits that may differ
   * @param most how many are returned at most: the nearest; of equally near ones the lower ids
   */
  public List<Neighbour> near(Looks query, int bits, int most) {
    return near(query.views(), bits, most);
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

  private List<Neighbour> near(List<Fingerprint> queries, int bits, int most) {
    State seen = state;
    int recent = seen.tail.size();
    Nearest nearest = new Nearest(bits);
    for (Fingerprint query : queries) {
      seen.segments.forEach(segment -> segment.search(query, nearest));
      for (int place = 0; place < recent; place++) {
        int distance = seen.tail.distance(query, place);
        if (distance <= bits) {
          nearest.take(seen.tail.id(place), distance);
        }
      }
    }
    return nearest.first(most);
  }
}
