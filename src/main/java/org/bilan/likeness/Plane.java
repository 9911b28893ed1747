package org.bilan.likeness;

/**
 * The brightness of a picture as a square of mean values, whatever the picture's shape. Outside of
 * it lies its reflection.
 */
final class Plane {

  /** How many values it has on each side. */
  static final int SIDE = 512;

  /** How far the reflection reaches on each side. */
  private static final int MARGIN = 64;

  private static final int WIDE = SIDE + 2 * MARGIN;

  private final float[] values;
  private final double shape;

  /** The sum of all that is above and left, with a first row and column of zeros. */
  private final double[] sums = new double[(WIDE + 1) * (WIDE + 1)];

  /**
   * @param values row by row
   * @param shape the picture's width by its height
   */
  Plane(float[] values, double shape) {
    this.values = values;
    this.shape = shape;
    for (int y = 0; y < WIDE; y++) {
      double row = 0;
      int from = reflected(y - MARGIN, SIDE) * SIDE;
      for (int x = 0; x < WIDE; x++) {
        row += values[from + reflected(x - MARGIN, SIDE)];
        sums[(y + 1) * (WIDE + 1) + x + 1] = sums[y * (WIDE + 1) + x + 1] + row;
      }
    }
  }

  private static int reflected(int at, int side) {
    if (at < 0) {
      return -1 - at;
    }
    return at < side ? at : 2 * side - 1 - at;
  }

  float at(int x, int y) {
    return values[y * SIDE + x];
  }

  /** Width by height of the picture. */
  double shape() {
    return shape;
  }

  /** What is within a frame as size x size mean values. */
  float[] within(Frame frame, int size) {
    return part(frame.left(), frame.top(), frame.right(), frame.bottom(), size);
  }

  /** The whole as size x size mean values. */
  float[] whole(int size) {
    return part(0, 0, 1, 1, size);
  }

  /**
   * A part of it as size x size mean values.
   *
   * @param left where it begins, as a share of the width: 0 is the picture's edge, -0.1 outside
   * @param top where it begins, as a share of the height
   * @param right where it ends, as a share of the width: 1 is the picture's edge, 1.1 outside
   * @param bottom where it ends, as a share of the height
   */
  float[] part(double left, double top, double right, double bottom, int size) {
    float[] cells = new float[size * size];
    double[] above = new double[size + 1];
    double[] below = new double[size + 1];
    sumsAlong(on(top), left, right, above);
    double area = (right - left) * (bottom - top) * SIDE * SIDE / (size * size);
    for (int y = 0; y < size; y++) {
      sumsAlong(on(top + (bottom - top) * (y + 1) / size), left, right, below);
      for (int x = 0; x < size; x++) {
        cells[y * size + x] = (float) ((below[x + 1] - above[x + 1] - below[x] + above[x]) / area);
      }
      double[] done = above;
      above = below;
      below = done;
    }
    return cells;
  }

  private static double on(double share) {
    return MARGIN + share * SIDE;
  }

  private void sumsAlong(double y, double left, double right, double[] into) {
    int size = into.length - 1;
    for (int x = 0; x <= size; x++) {
      into[x] = sum(on(left + (right - left) * x / size), y);
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
