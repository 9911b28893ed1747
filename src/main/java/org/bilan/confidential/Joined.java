package org.bilan.confidential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names by their letters alone, however these are divided into words. To look one up takes no
 * memory beside the names.
 */
final class Joined<T> {

  /** Longer ones are found as they are divided only: so no name makes a search long. */
  private static final int LONGEST = 128;

  private final TreeMap<String, T> names = new TreeMap<>();

  /** The same in their order; null: to be made. */
  private volatile List<Map.Entry<String, T>> ordered;

  /** Of two that are the same the first counts. */
  void put(String letters, T value) {
    if (letters.length() <= LONGEST) {
      names.putIfAbsent(letters, value);
      ordered = null;
    }
  }

  /** All names, before the first letter is read. */
  Reading read() {
    List<Map.Entry<String, T>> all = ordered;
    if (all == null) {
      all = new ArrayList<>(names.entrySet());
      ordered = all;
    }
    return new Reading(all);
  }

  /** The names that begin with what was read. */
  final class Reading {
    private final List<Map.Entry<String, T>> all;
    private int from;
    private int to;
    private int letters;

    private Reading(List<Map.Entry<String, T>> all) {
      this.all = all;
      this.to = all.size();
    }

    /** Reads a letter on; whether any name begins so. */
    boolean next(char letter) {
      if (from < to && (at(from) != letter || at(to - 1) != letter)) {
        from = first(letter);
        to = first(letter + 1);
      }
      letters++;
      return from < to;
    }

    /** What belongs to the name that was read; null: it goes on, or there is none. */
    T whole() {
      return from < to && all.get(from).getKey().length() == letters
          ? all.get(from).getValue()
          : null;
    }

    /** How many letters were read. */
    int letters() {
      return letters;
    }

    private int at(int name) {
      String word = all.get(name).getKey();
      return letters < word.length() ? word.charAt(letters) : -1;
    }

    /** The first name that goes on with this letter or a later one. */
    private int first(int letter) {
      int low = from;
      int high = to;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (at(middle) < letter) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
