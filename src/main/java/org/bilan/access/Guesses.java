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

  /** At one name from many addresses. */
  static final int FREE_BY_NAME = 100;

  /** The longest wait; also how long it takes until all is forgotten. */
  static final Duration LONGEST = Duration.ofMinutes(15);

  /** The longest wait where others may have to wait as well, who guess at nothing. */
  static final Duration LONGEST_FOR_ALL = Duration.ofSeconds(8);

  private record Wrong(int count, long until) {}

  private final LongSupplier nanoTime;
  private final Map<Slowed, Integer> freeBy;
  private final Cache<String, Wrong> wrong =
      Caffeine.newBuilder().expireAfterWrite(LONGEST).maximumSize(100_000).build();

  /**
   * Slows guesses.
   *
   * @param nanoTime a clock that never steps
   * @param freeByAddress wrong ones that cost nothing, at many names from one address: a newsroom
   *     behind one router
   */
  Guesses(LongSupplier nanoTime, int freeByAddress) {
    this.nanoTime = nanoTime;
    this.freeBy =
        Map.of(Slowed.BOTH, FREE, Slowed.ADDRESS, freeByAddress, Slowed.NAME, FREE_BY_NAME);
  }

  /**
   * A guess is about to be made. It is counted as a wrong one before it is looked at, and nobody
   * comes between the question whether it has to wait and the count: of many at once, no more are
   * looked at than of as many one after the other.
   *
   * @return by what it is the first that makes the next one wait, if it is wrong
   * @throws TooManyGuesses when it has to wait; then it is not counted
   */
  synchronized List<Slowed> guess(String name, String address) {
    long wait = wait(name, address);
    if (wait > 0) {
      throw new TooManyGuesses(wait);
    }
    return wrong(name, address);
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
      int free = freeBy.get(by);
      // Of an address or a name alone the wait is short: behind it are others as well.
      Duration longest = by == Slowed.BOTH ? LONGEST : LONGEST_FOR_ALL;
      if (count(keys[by.ordinal()], free, longest) == free) {
        slowed.add(by);
      }
    }
    return slowed;
  }

  /**
   * The guess that was just counted was right: what went wrong before at this name from here is
   * forgotten, and from the other counts that one is taken back.
   */
  void right(String name, String address) {
    takeBack(name, address);
    wrong.invalidate(keys(name, address)[0]);
  }

  /**
   * The guess that was just counted was not looked at, and counts no more. A wait that it began
   * stays, at most that of one more wrong one: it may be another's by now.
   */
  void takeBack(String name, String address) {
    for (String key : keys(name, address)) {
      wrong
          .asMap()
          .computeIfPresent(
              key,
              (same, before) ->
                  before.count == 1 ? null : new Wrong(before.count - 1, before.until));
    }
  }

  private int count(String key, int free, Duration longest) {
    return wrong
        .asMap()
        .compute(
            key,
            (same, before) -> {
              int count = before == null ? 1 : before.count + 1;
              long wait =
                  count < free
                      ? 0
                      : Math.min(longest.toNanos(), 1_000_000_000L << Math.min(20, count - free));
              return new Wrong(count, nanoTime.getAsLong() + wait);
            })
        .count;
  }

  private static String[] keys(String name, String address) {
    String network = Network.of(address);
    return new String[] {"both " + network + " " + name, "address " + network, "name " + name};
  }
}
