package org.bilan.evaluation;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The area under the ROC curve: how probable it is that a case of one group has a higher score than
 * one of another, both drawn at random; ties count half. 1 when the groups are apart, 0.5 when
 * scores tell nothing. It is Mann and Whitney's U (1947) as a share of all pairs: J. A. Hanley and
 * B. J. McNeil, "The meaning and use of the area under a receiver operating characteristic (ROC)
 * curve", Radiology 143 (1982), 29-36.
 */
public final class Auc {

  private Auc() {}

  /**
   * The area, in O(n log n).
   *
   * @param higher scores of the group that is expected to have the higher ones, in any unit
   * @param lower scores of the other group, in the same unit
   * @return 0 to 1; empty when a group has no case
   * @throws IllegalArgumentException when a score is not a number
   */
  public static OptionalDouble of(double[] higher, double[] lower) {
    double[] above = sorted(higher);
    double[] below = sorted(lower);
    if (above.length == 0 || below.length == 0) {
      return OptionalDouble.empty();
    }
    // Half pairs, so that a tie is a whole number and the sum is exact.
    long halves = 0;
    int less = 0;
    int lessOrEqual = 0;
    for (double score : above) {
      while (less < below.length && below[less] < score) {
        less++;
      }
      while (lessOrEqual < below.length && below[lessOrEqual] <= score) {
        lessOrEqual++;
      }
      halves += (long) less + lessOrEqual;
    }
    return OptionalDouble.of(halves / (2.0 * above.length * below.length));
  }

  /**
   * The same of cases that are counted by their score, in one pass.
   *
   * @param higher how many cases have each score, from the least score to the greatest
   * @param lower the same of the other group, of the same scores
   * @return 0 to 1; empty when a group has no case
   */
  static OptionalDouble ofCounts(long[] higher, long[] lower) {
    double halves = 0;
    long above = 0;
    long below = 0;
    for (int i = 0; i < higher.length; i++) {
      // Whole numbers, which a double holds exactly for up to some 60 million cases of each group.
      halves += (double) higher[i] * (2 * below + lower[i]);
      above += higher[i];
      below += lower[i];
    }
    return above == 0 || below == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(halves / (2.0 * above * below));
  }

  private static double[] sorted(double[] scores) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    // Sorting puts what is not a number last.
    if (sorted.length > 0 && Double.isNaN(sorted[sorted.length - 1])) {
      throw new IllegalArgumentException("A score is not a number; leave such cases out");
    }
    return sorted;
  }
}
