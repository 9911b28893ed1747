package org.bilan.evaluation;

/**
 * Least squares by values that never fall: R. E. Barlow, D. J. Bartholomew, J. M. Bremner and H. D.
 * Brunk, Statistical Inference under Order Restrictions (1972): pool adjacent violators. In O(n).
 */
final class IsotonicRegression {

  private IsotonicRegression() {}

  /**
   * The values that never fall and are nearest to those given, by weighted squares.
   *
   * @param values in the order in which they should rise
   * @param weights above zero, one for each
   */
  static double[] of(double[] values, double[] weights) {
    double[] sums = new double[values.length];
    double[] weighs = new double[values.length];
    int[] ends = new int[values.length];
    int blocks = 0;
    for (int i = 0; i < values.length; i++) {
      sums[blocks] = values[i] * weights[i];
      weighs[blocks] = weights[i];
      ends[blocks] = i + 1;
      blocks++;
      while (blocks > 1
          && sums[blocks - 2] / weighs[blocks - 2] > sums[blocks - 1] / weighs[blocks - 1]) {
        blocks--;
        sums[blocks - 1] += sums[blocks];
        weighs[blocks - 1] += weighs[blocks];
        ends[blocks - 1] = ends[blocks];
      }
    }
    double[] fitted = new double[values.length];
    int i = 0;
    for (int block = 0; block < blocks; block++) {
      while (i < ends[block]) {
        fitted[i++] = sums[block] / weighs[block];
      }
    }
    return fitted;
  }
}
