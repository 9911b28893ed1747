package org.bilan.evaluation;

import java.util.List;

/**
 * Numbers worked out of cases. Several at once, so that they are of the same resamples. Worked out
 * by several threads at once, and of the same cases always the same.
 *
 * @param <T> a case
 */
@FunctionalInterface
public interface Statistic<T> {

  /**
   * The numbers, always as many and in the same order.
   *
   * @param cases at least one; the same case may be there several times
   * @return {@link Double#NaN} for each that is undefined of these cases
   */
  double[] of(List<T> cases);
}
