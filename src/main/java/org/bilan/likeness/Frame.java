package org.bilan.likeness;

import java.util.Optional;

/**
 * The part of a picture within its borders: bars, frames, the empty parts of a telephone's screen,
 * which may be written upon. A border has one brightness, begins at the picture's edge and ends in
 * a straight line.
 *
 * @param left where it begins, as a share of the width
 * @param top where it begins, as a share of the height
 * @param right where it ends, as a share of the width
 * @param bottom where it ends, as a share of the height
 */
record Frame(double left, double top, double right, double bottom) {

  private static final int SIDE = Plane.SIDE;

  /** At least so much of the width and height is left: what is all border has no frame. */
  private static final int LEAST = SIDE / 8;

  /** In grey levels: how far the values of one border may differ, as JPEG makes them differ. */
  private static final float SAME = 10;

  /** Writing upon the empty part of a screen leaves more than half of each line empty. */
  private static final double FILLED = 0.55;

  /** Where a border ends, at least half of the line is not of its brightness. */
  private static final double ENDED = 0.5;

  /** Lines past the end of a border that are a mixture, or have the rings that JPEG makes. */
  private static final int BLURRED = 2;

  /** The part within borders, if there are any. */
  static Optional<Frame> of(Plane plane) {
    Lines lines = new Lines(plane);
    // The empty parts of a screen are wider than half of each column: so rows come first.
    lines.cutRows();
    lines.cutColumns();
    lines.cutRows();
    int across = lines.right - lines.left;
    int down = lines.bottom - lines.top;
    if (Math.min(across, down) < LEAST || Math.min(across, down) == SIDE) {
      return Optional.empty();
    }
    return Optional.of(
        new Frame(
            (double) lines.left / SIDE,
            (double) lines.top / SIDE,
            (double) lines.right / SIDE,
            (double) lines.bottom / SIDE));
  }

  private static final class Lines {

    private final Plane plane;
    private int left;
    private int top;
    private int right = SIDE;
    private int bottom = SIDE;

    private Lines(Plane plane) {
      this.plane = plane;
    }

    private void cutRows() {
      top += border(top, bottom, 1, true);
      bottom -= border(bottom - 1, top - 1, -1, true);
    }

    private void cutColumns() {
      left += border(left, right, 1, false);
      right -= border(right - 1, left - 1, -1, false);
    }

    /** How many lines are border, from one on, up to another. */
    private int border(int from, int end, int step, boolean rows) {
      if (from == end) {
        return 0;
      }
      float[] line = line(from, rows);
      float colour = Cosines.median(line);
      int at = from;
      while (at != end && share(line(at, rows), colour) >= FILLED) {
        at += step;
      }
      int after = at + BLURRED * step;
      boolean inside = step > 0 ? after < end : after > end;
      boolean ended = inside && share(line(after, rows), colour) <= 1 - ENDED;
      return ended ? Math.abs(at - from) : 0;
    }

    private float[] line(int at, boolean row) {
      int from = row ? left : top;
      float[] line = new float[(row ? right : bottom) - from];
      for (int i = 0; i < line.length; i++) {
        line[i] = row ? plane.at(from + i, at) : plane.at(at, from + i);
      }
      return line;
    }

    private static double share(float[] line, float colour) {
      int same = 0;
      for (float value : line) {
        if (Math.abs(value - colour) <= SAME) {
          same++;
        }
      }
      return (double) same / line.length;
    }
  }
}
