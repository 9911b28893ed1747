package org.bilan.records;

/** Two sources, in the order of their names. */
record Pair(String one, String other) implements Comparable<Pair> {

  static Pair of(String one, String other) {
    return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
  }

  @Override
  public int compareTo(Pair that) {
    int byOne = one.compareTo(that.one);
    return byOne != 0 ? byOne : other.compareTo(that.other);
  }
}
