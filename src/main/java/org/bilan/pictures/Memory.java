package org.bilan.pictures;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bilan.archive.Appearances;
import org.bilan.archive.Remembered;
import org.bilan.archive.Viewer;
import org.bilan.likeness.Fingerprint;
import org.bilan.likeness.FingerprintIndex;
import org.bilan.likeness.Likeness;
import org.bilan.likeness.Looks;
import org.bilan.likeness.Neighbour;

/**
 * All appearances of pictures, searched by how pictures look. The fingerprints are held in memory,
 * read when they are first asked for; before each search it catches up with what was added
 * meanwhile, by this service or another. All else is read from the archive, so that what was
 * deleted is not told.
 */
@Singleton
public final class Memory {

  /** Fingerprints that are read at once. */
  private static final int CHUNK = 50_000;

  /** Of more appearances than these that look alike, the nearest count, and of these the oldest. */
  static final int MOST = 200;

  private final Appearances appearances;
  private FingerprintIndex index = new FingerprintIndex();
  private long generation = -1;
  private long last;

  public Memory(Appearances appearances) {
    this.appearances = appearances;
  }

  /** How a search is done, and what is thought of what it finds. */
  private interface Query {
    List<Neighbour> in(FingerprintIndex index);

    Likeness to(Remembered found, int bits);
  }

  /**
   * The appearances of what looks like this, the nearest first; none of what they may not know of.
   */
  List<Match> near(Looks looks, Viewer viewer) {
    return near(
        new Query() {
          @Override
          public List<Neighbour> in(FingerprintIndex index) {
            return index.near(looks, Likeness.SEARCH_BITS, MOST);
          }

          @Override
          public Likeness to(Remembered found, int bits) {
            return found.looks().map(looks::likeness).orElseGet(() -> Likeness.ofBits(bits));
          }
        },
        viewer);
  }

  /** As {@link #near(Looks, Viewer)}, where no more is known than the fingerprint. */
  List<Match> near(Fingerprint fingerprint, Viewer viewer) {
    return near(
        new Query() {
          @Override
          public List<Neighbour> in(FingerprintIndex index) {
            return index.near(fingerprint, Likeness.SEARCH_BITS, MOST);
          }

          @Override
          public Likeness to(Remembered found, int bits) {
            return Likeness.ofBits(bits);
          }
        },
        viewer);
  }

  private List<Match> near(Query query, Viewer viewer) {
    while (true) {
      FingerprintIndex known = caughtUp();
      List<Neighbour> near = query.in(known);
      Map<Long, Remembered> rows = new HashMap<>();
      appearances
          .read(near.stream().map(Neighbour::id).toList(), viewer)
          .forEach(row -> rows.put(row.id(), row));
      List<Match> matches = new ArrayList<>();
      boolean anyDeleted = false;
      for (Neighbour one : near) {
        Optional<Remembered> row = Optional.ofNullable(rows.get(one.id()));
        if (row.isEmpty()) {
          known.remove(one.id());
          anyDeleted = true;
        } else if (row.get().shown()) {
          Likeness likeness = query.to(row.get(), one.bits());
          matches.add(new Match(row.get(), one.bits(), likeness));
        }
      }
      // What was deleted has taken the place of others.
      if (!anyDeleted || near.size() < MOST) {
        matches.removeIf(match -> match.likeness() == Likeness.UNLIKE);
        matches.sort(
            Comparator.comparingInt(Match::bits).thenComparing(match -> match.remembered().id()));
        return matches;
      }
    }
  }

  private synchronized FingerprintIndex caughtUp() {
    long now = appearances.generation();
    if (now != generation) {
      index = new FingerprintIndex();
      generation = now;
      last = 0;
    }
    List<Appearances.Indexed> next;
    do {
      next = appearances.after(last, CHUNK);
      for (Appearances.Indexed one : next) {
        one.fingerprints().forEach(fingerprint -> index.add(one.id(), fingerprint));
      }
      last = next.isEmpty() ? last : next.get(next.size() - 1).id();
    } while (next.size() == CHUNK);
    return index;
  }
}
