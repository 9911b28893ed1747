package org.bilan.likeness;

/** A picture turned about its middle by a few degrees, from a coarser square of it. */
final class Turned {

  private static final int SIDE = 2 * Print.CELLS;

  private final float[] values;
  private final double shape;

  Turned(Plane plane) {
    this.values = plane.whole(SIDE);
    this.shape = plane.shape();
  }

  /**
   * A view of it as a square of mean values.
   *
   * @param degrees by how much, clockwise
   * @param more how much is seen beyond the edges, as a share of width and height; negative: less
   */
  float[] by(double degrees, double more) {
    double cosine = StrictMath.cos(StrictMath.toRadians(degrees)) * (1 + more);
    double sine = StrictMath.sin(StrictMath.toRadians(degrees)) * (1 + more);
    float[] cells = new float[Print.CELLS * Print.CELLS];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double right = (x + 0.5) / SIDE - 0.5;
        double down = (y + 0.5) / SIDE - 0.5;
        double from = right * cosine + down * sine / shape;
        double above = down * cosine - right * sine * shape;
        cells[y / 2 * Print.CELLS + x / 2] += between(from, above) / 4;
      }
    }
    return cells;
  }

  private float between(double right, double down) {
    double x = (right + 0.5) * SIDE - 0.5;
    double y = (down + 0.5) * SIDE - 0.5;
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    float aside = (float) (x - column);
    float below = (float) (y - row);
    float upper = at(column, row) * (1 - aside) + at(column + 1, row) * aside;
    float lower = at(column, row + 1) * (1 - aside) + at(column + 1, row + 1) * aside;
    return upper * (1 - below) + lower * below;
  }

  private float at(int x, int y) {
    return values[inside(y) * SIDE + inside(x)];
  }

  /** Reflected; what lies farther out than the whole is the edge. */
  private static int inside(int at) {
    int reflected = at < 0 ? -1 - at : at < SIDE ? at : 2 * SIDE - 1 - at;
    return Math.max(0, Math.min(SIDE - 1, reflected));
  }
}
