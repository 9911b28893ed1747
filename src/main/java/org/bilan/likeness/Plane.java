package org.bilan.likeness;

/**
 * The brightness of a picture as a square of mean values, whatever the picture's shape. Outside of
 * it lies its reflection.
 */
final class Plane {

  /** How many values it has on each side. */
  static final int SIDE = 256;

  /** How far the reflection reaches on each side. */
  private static final int MARGIN = 64;

  private static final int WIDE = SIDE + 2 * MARGIN;

  private final float[] values;

  /** The sum of all that is above and left, with a first row and column of zeros. */
  private final double[] sums = new double[(WIDE + 1) * (WIDE + 1)];

  Plane(float[] values) {
    this.values = values;
    for (int y = 0; y < WIDE; y++) {
      double row = 0;
      int from = reflected(y - MARGIN) * SIDE;
      for (int x = 0; x < WIDE; x++) {
        row += values[from + reflected(x - MARGIN)];
        sums[(y + 1) * (WIDE + 1) + x + 1] = sums[y * (WIDE + 1) + x + 1] + row;
      }
    }
  }

  private static int reflected(int at) {
    if (at < 0) {
      return -1 - at;
    }
    return at < SIDE ? at : 2 * SIDE - 1 - at;
  }

  float[] values() {
    return values;
  }

  /** A part of it (in shares of its sides: 0 to 1 is the whole) as size x size mean values. */
  float[] part(double left, double top, double right, double bottom, int size) {
    float[] cells = new float[size * size];
    double[] above = new double[size + 1];
    double[] below = new double[size + 1];
    sumsAlong(at(top), left, right, above);
    double area = (right - left) * (bottom - top) * SIDE * SIDE / (size * size);
    for (int y = 0; y < size; y++) {
      sumsAlong(at(top + (bottom - top) * (y + 1) / size), left, right, below);
      for (int x = 0; x < size; x++) {
        cells[y * size + x] = (float) ((below[x + 1] - above[x + 1] - below[x] + above[x]) / area);
      }
      double[] done = above;
      above = below;
      below = done;
    }
    return cells;
  }

  private static double at(double share) {
    return MARGIN + share * SIDE;
  }

  private void sumsAlong(double y, double left, double right, double[] into) {
    int size = into.length - 1;
    for (int x = 0; x <= size; x++) {
      into[x] = sum(at(left + (right - left) * x / size), y);
    }
  }

  /** The sum of all above and left of a point, which may lie between values. */
  private double sum(double x, double y) {
    int column = Math.max(0, Math.min(WIDE - 1, (int) x));
    int row = Math.max(0, Math.min(WIDE - 1, (int) y));
    double right = x - column;
    double down = y - row;
    int at = row * (WIDE + 1) + column;
    double upper = sums[at] + (sums[at + 1] - sums[at]) * right;
    double lower = sums[at + WIDE + 1] + (sums[at + WIDE + 2] - sums[at + WIDE + 1]) * right;
    return upper + (lower - upper) * down;
  }
}
