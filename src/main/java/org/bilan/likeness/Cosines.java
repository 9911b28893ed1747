package org.bilan.likeness;

import java.util.Arrays;

/**
 * The lowest frequencies of a square of values (discrete cosine transform, type II), without the
 * mean of each row and column when {@code first} is 1.
 */
final class Cosines {

  private final int size;
  private final int many;
  private final float[] waves;

  /**
   * @param size the side of the square
   * @param first the lowest frequency
   * @param many how many frequencies each way
   */
  Cosines(int size, int first, int many) {
    this.size = size;
    this.many = many;
    this.waves = new float[many * size];
    for (int wave = 0; wave < many; wave++) {
      for (int at = 0; at < size; at++) {
        // StrictMath: the same on every machine.
        waves[wave * size + at] =
            (float) StrictMath.cos(Math.PI * (wave + first) * (2 * at + 1) / (2.0 * size));
      }
    }
  }

  /** many x many strengths, a row for each frequency from top to bottom. */
  float[] of(float[] square) {
    float[] across = new float[size * many];
    for (int y = 0; y < size; y++) {
      for (int wave = 0; wave < many; wave++) {
        float sum = 0;
        for (int x = 0; x < size; x++) {
          sum += square[y * size + x] * waves[wave * size + x];
        }
        across[y * many + wave] = sum;
      }
    }
    float[] strengths = new float[many * many];
    for (int down = 0; down < many; down++) {
      for (int y = 0; y < size; y++) {
        float factor = waves[down * size + y];
        for (int wave = 0; wave < many; wave++) {
          strengths[down * many + wave] += factor * across[y * many + wave];
        }
      }
    }
    return strengths;
  }

  /** A bit for each strength that is above the median, the first bit highest. */
  static long[] aboveMedian(float[] strengths) {
    float[] sorted = strengths.clone();
    Arrays.sort(sorted);
    float median = (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    long[] bits = new long[strengths.length / 64];
    for (int i = 0; i < strengths.length; i++) {
      if (strengths[i] > median) {
        bits[i / 64] |= 1L << (63 - i % 64);
      }
    }
    return bits;
  }
}
