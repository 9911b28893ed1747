package org.bilan.records;

/** Two sources, in the order of their names. */
record SourcePair(String one, String other) implements Comparable<SourcePair> {

  static SourcePair of(String one, String other) {
    return one.compareTo(other) <= 0 ? new SourcePair(one, other) : new SourcePair(other, one);
  }

  @Override
  public int compareTo(SourcePair that) {
    int byOne = one.compareTo(that.one);
    return byOne != 0 ? byOne : other.compareTo(that.other);
  }
}
