package org.bilan.likeness;

/**
 * Fingerprints and their ids in flat arrays of a fixed length. One thread adds; what it has added
 * is there for all who ask for the size after that.
 */
final class Held {

  private final long[] words;
  private final long[] ids;
  private volatile int size;

  Held(int most) {
    this.words = new long[4 * most];
    this.ids = new long[most];
  }

  void add(long id, Fingerprint fingerprint) {
    int at = size;
    ids[at] = id;
    words[4 * at] = fingerprint.a();
    words[4 * at + 1] = fingerprint.b();
    words[4 * at + 2] = fingerprint.c();
    words[4 * at + 3] = fingerprint.d();
    size = at + 1;
  }

  void add(Held other, int place) {
    int at = size;
    ids[at] = other.ids[place];
    System.arraycopy(other.words, 4 * place, words, 4 * at, 4);
    size = at + 1;
  }

  /** The same without an id; who reads this one is not disturbed. */
  Held without(long id) {
    Held rest = new Held(ids.length);
    for (int place = 0; place < size; place++) {
      if (ids[place] != id) {
        rest.add(this, place);
      }
    }
    return rest;
  }

  int size() {
    return size;
  }

  boolean isFull() {
    return size == ids.length;
  }

  long id(int place) {
    return ids[place];
  }

  long word(int place, int number) {
    return words[4 * place + number];
  }

  int distance(Fingerprint query, int place) {
    int at = 4 * place;
    return Long.bitCount(words[at] ^ query.a())
        + Long.bitCount(words[at + 1] ^ query.b())
        + Long.bitCount(words[at + 2] ^ query.c())
        + Long.bitCount(words[at + 3] ^ query.d());
  }
}
