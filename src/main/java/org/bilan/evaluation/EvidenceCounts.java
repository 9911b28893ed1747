package org.bilan.evaluation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.bilan.assessment.Grade;

/** How many claims have how many decibans of evidence, by the grade that people gave them. */
final class EvidenceCounts {

  /** By the places of grades, and within by decibans from the least that any claim has. */
  private final long[][] counts;

  private EvidenceCounts(long[][] counts) {
    this.counts = counts;
  }

  /**
   * Counts claims.
   *
   * @param evidence in decibans; null for a claim that is to be left out
   */
  static <T> EvidenceCounts of(
      List<T> claims, Function<T, Grade> people, Function<T, Integer> evidence) {
    int least = Integer.MAX_VALUE;
    int most = Integer.MIN_VALUE;
    for (T claim : claims) {
      Integer decibans = evidence.apply(claim);
      if (decibans != null) {
        least = Math.min(least, decibans);
        most = Math.max(most, decibans);
      }
    }
    long[][] counts = new long[Grade.values().length][least > most ? 0 : most - least + 1];
    for (T claim : claims) {
      Integer decibans = evidence.apply(claim);
      if (decibans != null) {
        counts[people.apply(claim).ordinal()][decibans - least]++;
      }
    }
    return new EvidenceCounts(counts);
  }

  /** How probable it is that a claim of some grades has more evidence than one of others. */
  OptionalDouble auc(List<Grade> higher, List<Grade> lower) {
    return Auc.ofCounts(sum(higher), sum(lower));
  }

  private long[] sum(List<Grade> grades) {
    long[] sum = new long[counts[0].length];
    for (Grade grade : grades) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += counts[grade.ordinal()][i];
      }
    }
    return sum;
  }
}
