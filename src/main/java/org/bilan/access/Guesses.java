package org.bilan.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Slows those who guess passwords: after a few wrong ones each further one has to wait, twice as
 * long every time. Counted by name and address together, so that nobody locks others out by
 * guessing at their names; and by address and by name alone, with more patience, for guesses that
 * come spread.
 */
final class Guesses {

  /** Wrong ones that cost nothing, at one name from one address: people mistype. */
  static final int FREE = 5;

  /** At many names from one address: a newsroom behind one router. */
  static final int FREE_BY_ADDRESS = 30;

  /** At one name from many addresses. */
  static final int FREE_BY_NAME = 100;

  /** The longest wait; also how long it takes until all is forgotten. */
  static final Duration LONGEST = Duration.ofMinutes(15);

  private static final Map<Slowed, Integer> FREE_BY =
      Map.of(Slowed.BOTH, FREE, Slowed.ADDRESS, FREE_BY_ADDRESS, Slowed.NAME, FREE_BY_NAME);

  private record Wrong(int count, long until) {}

  private final LongSupplier nanoTime;
  private final Cache<String, Wrong> wrong =
      Caffeine.newBuilder().expireAfterWrite(LONGEST).maximumSize(100_000).build();

  /**
   * Slows guesses.
   *
   * @param nanoTime a clock that never steps
   */
  Guesses(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** For how many seconds such a guess has to wait; 0 when it may be made now. */
  long wait(String name, String address) {
    long until = 0;
    long now = nanoTime.getAsLong();
    for (String key : keys(name, address)) {
      Wrong known = wrong.getIfPresent(key);
      until = Math.max(until, known == null ? 0 : known.until - now);
    }
    return Duration.ofNanos(until).plusMillis(999).toSeconds();
  }

  /** By what guesses are slowed: both together, or one of them. */
  enum Slowed {
    BOTH,
    ADDRESS,
    NAME
  }

  /**
   * A guess was wrong.
   *
   * @return by what it is the first that makes the next one wait
   */
  List<Slowed> wrong(String name, String address) {
    String[] keys = keys(name, address);
    List<Slowed> slowed = new ArrayList<>();
    for (Slowed by : Slowed.values()) {
      int free = FREE_BY.get(by);
      if (count(keys[by.ordinal()], free) == free) {
        slowed.add(by);
      }
    }
    return slowed;
  }

  /** It was right: what went wrong before at this name from here is forgotten. */
  void right(String name, String address) {
    wrong.invalidate(keys(name, address)[0]);
  }

  private int count(String key, int free) {
    return wrong
        .asMap()
        .compute(
            key,
            (same, before) -> {
              int count = before == null ? 1 : before.count + 1;
              long wait =
                  count < free
                      ? 0
                      : Math.min(LONGEST.toNanos(), 1_000_000_000L << Math.min(20, count - free));
              return new Wrong(count, nanoTime.getAsLong() + wait);
            })
        .count;
  }

  private static String[] keys(String name, String address) {
    String network = Network.of(address);
    return new String[] {"both " + network + " " + name, "address " + network, "name " + name};
  }
}
