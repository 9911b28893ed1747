package org.bilan.evaluation;

import java.util.Optional;

/**
 * An interval that holds, in 95 of 100 samples, what is estimated.
 *
 * @param low the lower end, in the unit of the estimate
 * @param high the upper end, not below it
 */
public record Interval(double low, double high) {

  /** The point of the standard normal distribution that 2.5 % lie above. */
  private static final double Z = 1.959963984540054;

  /**
   * The score interval of a share: E. B. Wilson, "Probable inference, the law of succession, and
   * statistical inference", Journal of the American Statistical Association 22 (1927), 209-212;
   * method 3 of R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872. It holds with few cases,
   * and near 0 and 1.
   *
   * @param of how many cases have what is counted
   * @param all how many cases there are
   * @return within 0 and 1; empty when there is no case
   * @throws IllegalArgumentException when {@code of} is not between zero and {@code all}
   */
  public static Optional<Interval> ofShare(long of, long all) {
    if (of < 0 || of > all) {
      throw new IllegalArgumentException("Not a share: %d of %d".formatted(of, all));
    }
    if (all == 0) {
      return Optional.empty();
    }
    double share = (double) of / all;
    double middle = 2 * of + Z * Z;
    double half = Z * Math.sqrt(Z * Z + 4 * of * (1 - share));
    double scale = 2 * (all + Z * Z);
    double low = (middle - half) / scale;
    // The upper end of all is 1, which rounding would miss; the lower one of none it meets.
    double high = of == all ? 1 : (middle + half) / scale;
    return Optional.of(new Interval(low, high));
  }
}
