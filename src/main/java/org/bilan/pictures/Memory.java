package org.bilan.pictures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bilan.archive.Appearances;
import org.bilan.likeness.Fingerprint;
import org.bilan.likeness.FingerprintIndex;
import org.bilan.likeness.Likeness;
import org.bilan.likeness.Looks;
import org.bilan.likeness.Neighbour;

/**
 * All appearances of pictures, searched by how pictures look. The fingerprints are held in memory,
 * read when they are first asked for; before each search it catches up with what was added
 * meanwhile, by this service or another. What was found is kept until something is added: a dossier
 * may name one file many times, and is judged more than once.
 */
@Singleton
public final class Memory {

  /** Fingerprints that are read at once. */
  private static final int CHUNK = 50_000;

  /** The looks of so many are compared that by the index alone look alike and no more. */
  private static final int COMPARED = 200;

  /** What is kept of searches, in bytes, roughly. */
  private static final long KEPT_BYTES = 32L << 20;

  private static final int SEARCH_BYTES = 5_000;
  private static final int FOUND_BYTES = 200;

  private final Appearances appearances;
  private final Cache<Search, Lookalikes> searches =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_BYTES)
          .<Search, Lookalikes>weigher(
              (search, found) -> SEARCH_BYTES + FOUND_BYTES * Math.min(found.size(), 1 << 20))
          .build();
  private FingerprintIndex index = new FingerprintIndex();
  private long generation = -1;
  private long last;

  public Memory(Appearances appearances) {
    this.appearances = appearances;
  }

  /** How a search is done, and what is thought of what it finds. Equal ones find the same. */
  private interface Query {
    List<Neighbour> in(FingerprintIndex index);

    Likeness to(Optional<Looks> found, int bits);
  }

  private record OfFile(Looks looks) implements Query {
    @Override
    public List<Neighbour> in(FingerprintIndex index) {
      return index.near(looks, Likeness.SEARCH_BITS, Integer.MAX_VALUE);
    }

    @Override
    public Likeness to(Optional<Looks> found, int bits) {
      return found.map(looks::likeness).orElseGet(() -> Likeness.ofBits(bits));
    }
  }

  private record OfFingerprint(Fingerprint fingerprint) implements Query {
    @Override
    public List<Neighbour> in(FingerprintIndex index) {
      return index.near(fingerprint, Likeness.SEARCH_BITS, Integer.MAX_VALUE);
    }

    @Override
    public Likeness to(Optional<Looks> found, int bits) {
      return Likeness.ofBits(bits);
    }
  }

  /** A search among all appearances up to the last one. */
  private record Search(Query query, long generation, long last) {}

  /** What looks like this. */
  Lookalikes of(Looks looks) {
    return found(new OfFile(looks));
  }

  /** As {@link #of(Looks)}, where no more is known than the fingerprint. */
  Lookalikes of(Fingerprint fingerprint) {
    return found(new OfFingerprint(fingerprint));
  }

  private Lookalikes found(Query query) {
    FingerprintIndex known;
    Search search;
    synchronized (this) {
      catchUp();
      known = index;
      search = new Search(query, generation, last);
    }
    return searches.get(search, missing -> found(query, known));
  }

  private Lookalikes found(Query query, FingerprintIndex known) {
    List<Neighbour> near = query.in(known);
    Map<Long, Optional<Looks>> there =
        appearances.there(
            near.stream().map(Neighbour::id).toList(),
            near.stream()
                .filter(one -> one.bits() > Likeness.NEAR_IDENTICAL_BITS)
                .limit(COMPARED)
                .map(Neighbour::id)
                .toList());
    Lookalikes found = new Lookalikes(appearances);
    for (Neighbour one : near) {
      Optional<Looks> looks = there.get(one.id());
      if (looks == null) {
        known.remove(one.id()); // deleted since
      } else {
        found.add(one, query.to(looks, one.bits()));
      }
    }
    return found;
  }

  private void catchUp() {
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
  }
}
