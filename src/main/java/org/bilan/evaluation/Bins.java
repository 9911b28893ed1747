package org.bilan.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ranges of probability that lie side by side and leave none out. Each holds its lower edge; the
 * last one its upper edge too.
 *
 * @param edges from 0 to 1, rising: one more than there are bins
 */
public record Bins(List<Double> edges) {

  /**
   * @throws IllegalArgumentException when the edges do not rise from 0 to 1
   */
  public Bins {
    edges = List.copyOf(edges);
    boolean rise = edges.size() >= 2 && edges.get(0) == 0 && edges.get(edges.size() - 1) == 1;
    for (int i = 1; rise && i < edges.size(); i++) {
      rise = edges.get(i - 1) < edges.get(i);
    }
    if (!rise) {
      throw new IllegalArgumentException("Edges of bins must rise from 0 to 1: " + edges);
    }
  }

  /**
   * Bins of one width.
   *
   * @param count from 1
   */
  public static Bins ofEqualWidth(int count) {
    return new Bins(IntStream.rangeClosed(0, count).mapToObj(i -> (double) i / count).toList());
  }

  /** How many there are. */
  public int count() {
    return edges.size() - 1;
  }

  /**
   * The bin that holds a probability, counted from zero.
   *
   * @param probability 0 to 1
   */
  public int of(double probability) {
    // Searching tells zeros of different signs apart, which are one probability.
    int found = Collections.binarySearch(edges, probability + 0.0);
    // Where it is no edge, the search tells the place of the next one, less one and negative.
    int bin = found >= 0 ? found : -found - 2;
    return Math.min(bin, count() - 1);
  }
}
