package org.bilan.likeness;

import java.util.Arrays;

/** The lowest frequencies of a square of values: discrete cosine transform, type II. */
final class Cosines {

  private final int size;
  private final int many;

  /** The frequencies of each place side by side: so the inner loops have no sum of their own. */
  private final float[] waves;

  /**
   * @param size the side of the square
   * @param first the lowest frequency: 0 is the mean of a row or column
   * @param many how many frequencies each way
   */
  Cosines(int size, int first, int many) {
    this.size = size;
    this.many = many;
    this.waves = new float[size * many];
    for (int at = 0; at < size; at++) {
      for (int wave = 0; wave < many; wave++) {
        // StrictMath: the same on every machine.
        waves[at * many + wave] =
            (float) StrictMath.cos(Math.PI * (wave + first) * (2 * at + 1) / (2.0 * size));
      }
    }
  }

  /** many x many strengths, a row for each frequency from top to bottom. */
  float[] of(float[] square) {
    float[] strengths = new float[many * many];
    float[] across = new float[many];
    for (int y = 0; y < size; y++) {
      Arrays.fill(across, 0);
      for (int x = 0; x < size; x++) {
        float value = square[y * size + x];
        for (int wave = 0; wave < many; wave++) {
          across[wave] += value * waves[x * many + wave];
        }
      }
      for (int down = 0; down < many; down++) {
        float factor = waves[y * many + down];
        for (int wave = 0; wave < many; wave++) {
          strengths[down * many + wave] += factor * across[wave];
        }
      }
    }
    return strengths;
  }

  /** Half of the values are above it. */
  static float median(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** A bit for each value, set when it is above a bound; the first bit is the highest. */
  static long[] bitsAbove(float bound, float[] values) {
    long[] bits = new long[values.length / 64];
    for (int i = 0; i < values.length; i++) {
      if (values[i] > bound) {
        bits[i / 64] |= 1L << (63 - i % 64);
      }
    }
    return bits;
  }
}
