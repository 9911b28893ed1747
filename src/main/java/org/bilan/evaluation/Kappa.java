package org.bilan.evaluation;

import java.util.OptionalDouble;

/**
 * Cohen's kappa: by how much two judges agree beyond what they would by chance, each grading as
 * often as he does. 1 is full agreement, 0 what chance gives, less is worse than chance.
 *
 * <p>Counts are a square matrix: one judge's categories are its rows, the other's its columns, in
 * the same order. A kappa is undefined, thus empty, when chance alone gives full agreement: both
 * have put all cases into the same category, or there is no case.
 */
public final class Kappa {

  private Kappa() {}

  /**
   * Every disagreement counts the same: J. Cohen, "A coefficient of agreement for nominal scales",
   * Educational and Psychological Measurement 20 (1960), 37-46.
   *
   * @throws IllegalArgumentException when the matrix is not square, or a count is negative
   */
  public static OptionalDouble plain(long[][] counts) {
    return of(counts, (row, column) -> row == column ? 0 : 1);
  }

  /**
   * Categories are ordered, and a disagreement counts by the square of the distance between their
   * places: J. Cohen, "Weighted kappa: nominal scale agreement with provision for scaled
   * disagreement or partial credit", Psychological Bulletin 70 (1968), 213-220.
   *
   * @throws IllegalArgumentException when the matrix is not square, or a count is negative
   */
  public static OptionalDouble quadratic(long[][] counts) {
    return of(counts, (row, column) -> (row - column) * (row - column));
  }

  /** How much a disagreement counts, from zero. */
  private interface Weight {
    int of(int row, int column);
  }

  /** One less observed by expected disagreement (Cohen 1968). */
  private static OptionalDouble of(long[][] counts, Weight weight) {
    int size = counts.length;
    double all = 0;
    double[] rows = new double[size];
    double[] columns = new double[size];
    for (int row = 0; row < size; row++) {
      if (counts[row].length != size) {
        throw new IllegalArgumentException(
            "Row %d of %d has %d columns; as many as rows are needed"
                .formatted(row + 1, size, counts[row].length));
      }
      for (int column = 0; column < size; column++) {
        long count = counts[row][column];
        if (count < 0) {
          throw new IllegalArgumentException("A count below zero: " + count);
        }
        rows[row] += count;
        columns[column] += count;
        all += count;
      }
    }
    double observed = 0;
    double expected = 0;
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        observed += weight.of(row, column) * (double) counts[row][column];
        expected += weight.of(row, column) * rows[row] * columns[column];
      }
    }
    // Sums of nothing but zeros: whole numbers, so there is no rounding to allow for.
    return expected == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - observed * all / expected);
  }
}
