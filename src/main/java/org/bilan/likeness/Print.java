package org.bilan.likeness;

/**
 * The fingerprint of one view of a picture, and how much there is in it to see.
 *
 * @param fingerprint whether each of the 16 x 16 lowest frequencies is above their median
 * @param detail how far the strengths are from their median, at the median: the amplitude of waves
 *     in hundredths of a grey level, of which there are 256. It is 0 in what is flat.
 */
record Print(Fingerprint fingerprint, int detail) {

  /** A view is so many values wide and high. */
  static final int CELLS = 64;

  /**
   * The share of a view's width and height, at each side, over which it fades to its mean. What
   * changes when a picture is cut, framed or captioned is at its sides; without fading, a tenth cut
   * away changes a third of all bits.
   */
  private static final double FADED = 0.25;

  private static final Cosines COSINES = new Cosines(CELLS, 1, 16);
  private static final float[] FADING = fading();

  private static float[] fading() {
    float[] weights = new float[CELLS];
    for (int i = 0; i < CELLS; i++) {
      double edge = (Math.min(i, CELLS - 1 - i) + 0.5) / CELLS;
      weights[i] = edge < FADED ? (float) (0.5 - 0.5 * StrictMath.cos(Math.PI * edge / FADED)) : 1;
    }
    return weights;
  }

  /** Of a view's cells, row by row. */
  static Print of(float[] cells) {
    double sum = 0;
    for (float cell : cells) {
      sum += cell;
    }
    float mean = (float) (sum / cells.length);
    float[] faded = new float[cells.length];
    for (int i = 0; i < cells.length; i++) {
      faded[i] = (cells[i] - mean) * FADING[i / CELLS] * FADING[i % CELLS];
    }
    float[] strengths = COSINES.of(faded);
    float median = Cosines.median(strengths);
    long[] bits = Cosines.bitsAbove(median, strengths);
    return new Print(
        new Fingerprint(bits[0], bits[1], bits[2], bits[3]), detail(strengths, median));
  }

  private static int detail(float[] strengths, float median) {
    float[] far = new float[strengths.length];
    for (int i = 0; i < far.length; i++) {
      far[i] = Math.abs(strengths[i] - median);
    }
    return (int) (Cosines.median(far) * 400 / (CELLS * CELLS));
  }
}
