package org.bilan.pictures;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bilan.archive.Appearances;
import org.bilan.archive.Remembered;
import org.bilan.archive.Viewer;
import org.bilan.likeness.Likeness;
import org.bilan.likeness.Neighbour;

/**
 * The appearances of what looks like a picture: all that a search has found, whoever may know of
 * them. What is told of them is read from the archive, so that what was deleted is not told.
 */
final class Lookalikes {

  private final Appearances appearances;

  /** By their ids, the nearest first. */
  private final Map<Long, Neighbour> near = new LinkedHashMap<>();

  /** Those of them that are told as the same picture. */
  private final Map<Long, Neighbour> same = new LinkedHashMap<>();

  Lookalikes(Appearances appearances) {
    this.appearances = appearances;
  }

  void add(Neighbour one, Likeness likeness) {
    near.put(one.id(), one);
    if (likeness == Likeness.NEAR_IDENTICAL) {
      same.put(one.id(), one);
    }
  }

  int size() {
    return near.size();
  }

  /** The nearest of those that they may know of, the nearest first. */
  List<Match> nearest(int most, Viewer viewer) {
    return near.isEmpty()
        ? List.of()
        : appearances.nearest(List.copyOf(near.values()), most, viewer).stream()
            .map(this::match)
            .toList();
  }

  /**
   * The earliest of the same picture that they may know of.
   *
   * @param besides an incident whose own reports do not count
   */
  Optional<Match> earliest(Optional<String> besides, Viewer viewer) {
    return same.isEmpty()
        ? Optional.empty()
        : appearances.earliest(List.copyOf(same.values()), besides, viewer).map(this::match);
  }

  /** Of the same picture and received before, the nearest that they may know of. */
  Optional<Match> received(Instant before, Viewer viewer) {
    return same.isEmpty()
        ? Optional.empty()
        : appearances.received(List.copyOf(same.values()), before, viewer).map(this::match);
  }

  private Match match(Remembered row) {
    Likeness likeness = same.containsKey(row.id()) ? Likeness.NEAR_IDENTICAL : Likeness.ALIKE;
    return new Match(row, near.get(row.id()).bits(), likeness);
  }
}
