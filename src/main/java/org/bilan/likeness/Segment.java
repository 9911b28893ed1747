package org.bilan.likeness;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Fingerprints that stay as they are, with sixteen tables over them: multi-index hashing (Norouzi,
 * Punjani, Fleet: "Fast search in Hamming space with multi-index hashing", CVPR 2012). Two
 * fingerprints that differ in at most b bits differ in at most b / 16 bits of one of their sixteen
 * chunks of 16 bits at least: so only those that do are compared. All arrays are flat: a million
 * fingerprints are no million objects.
 */
final class Segment {

  private static final int CHUNKS = 16;
  private static final int KEYS = 1 << 16;

  /** What two chunks may differ by, by the number of bits that do at most. */
  private static final int[][] DIFFERENCES = {
    differences(0), differences(1), differences(2), differences(3)
  };

  /** How many comparisons in a row take as long as one that jumps to a place in memory. */
  private static final int JUMP = 6;

  private final Held held;

  /** By chunk and key: where its places begin; the end is where the next one's begin. */
  private final int[][] starts = new int[CHUNKS][];

  private final int[][] places = new int[CHUNKS][];

  /** A bit for each that was removed. */
  private final AtomicLongArray removed;

  private static int[] differences(int bits) {
    int[] found = new int[KEYS];
    int many = 0;
    for (int key = 0; key < KEYS; key++) {
      if (Integer.bitCount(key) <= bits) {
        found[many++] = key;
      }
    }
    return Arrays.copyOf(found, many);
  }

  /** Of what is held from now on unchanged. */
  Segment(Held held) {
    this.held = held;
    this.removed = new AtomicLongArray((held.size() + 63) / 64);
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      int[] start = new int[KEYS + 1];
      for (int place = 0; place < held.size(); place++) {
        start[key(held.word(place, chunk / 4), chunk) + 1]++;
      }
      for (int key = 0; key < KEYS; key++) {
        start[key + 1] += start[key];
      }
      int[] next = start.clone();
      int[] sorted = new int[held.size()];
      for (int place = 0; place < held.size(); place++) {
        sorted[next[key(held.word(place, chunk / 4), chunk)]++] = place;
      }
      starts[chunk] = start;
      places[chunk] = sorted;
    }
  }

  private static int key(long word, int chunk) {
    return (int) (word >>> 16 * (3 - chunk % 4)) & KEYS - 1;
  }

  int size() {
    return held.size();
  }

  /** Marks all of an id as removed, and tells how many were not yet. */
  int remove(long id) {
    int many = 0;
    for (int place = 0; place < held.size(); place++) {
      if (held.id(place) == id && !isRemoved(place)) {
        removed.set(place / 64, removed.get(place / 64) | 1L << place % 64);
        many++;
      }
    }
    return many;
  }

  /** Adds what was not removed. */
  void copyTo(Held all) {
    for (int place = 0; place < held.size(); place++) {
      if (!isRemoved(place)) {
        all.add(held, place);
      }
    }
  }

  private boolean isRemoved(int place) {
    return (removed.get(place / 64) >>> place % 64 & 1) == 1;
  }

  void search(Fingerprint query, Nearest nearest) {
    int radius = nearest.bits() / CHUNKS;
    if (radius >= DIFFERENCES.length || jumps(radius) * JUMP > held.size()) {
      for (int place = 0; place < held.size(); place++) {
        compare(query, place, nearest);
      }
      return;
    }
    long[] words = {query.a(), query.b(), query.c(), query.d()};
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      int key = key(words[chunk / 4], chunk);
      int[] start = starts[chunk];
      int[] sorted = places[chunk];
      for (int difference : DIFFERENCES[radius]) {
        int end = start[(key ^ difference) + 1];
        for (int i = start[key ^ difference]; i < end; i++) {
          compare(query, sorted[i], nearest);
        }
      }
    }
  }

  private long jumps(int radius) {
    return (long) CHUNKS * DIFFERENCES[radius].length * (1 + held.size() / KEYS);
  }

  private void compare(Fingerprint query, int place, Nearest nearest) {
    int distance = held.distance(query, place);
    if (distance <= nearest.bits() && !isRemoved(place)) {
      nearest.take(held.id(place), distance);
    }
  }
}
