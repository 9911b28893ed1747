package org.bilan.likeness;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * Reads pictures as squares of {@link Plane#SIDE} x {@link Plane#SIDE} mean brightnesses (BT.601
 * luma, 0 to 255), row by row: a large picture takes no memory. What is transparent is seen on
 * white.
 *
 * <p>The arithmetic is that of integers, and no library scales: the same pixels give the same
 * square on every machine.
 */
final class Luminance {

  private static final int SIDE = Plane.SIDE;

  private Luminance() {}

  static Plane of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    // A cell is so many pixels wide as the picture has, of which each is SIDE units wide.
    double[] sums = new double[SIDE * SIDE];
    int[] line = new int[width];
    long[] cells = new long[SIDE];
    for (int y = 0; y < height; y++) {
      readLine(image, y, line);
      spread(line, cells);
      long top = (long) y * SIDE;
      long bottom = top + SIDE;
      for (int row = (int) (top / height); row * (long) height < bottom && row < SIDE; row++) {
        long share = Math.min(bottom, (row + 1L) * height) - Math.max(top, (long) row * height);
        for (int x = 0; x < SIDE; x++) {
          sums[row * SIDE + x] += (double) (cells[x] * share);
        }
      }
    }
    float[] values = new float[SIDE * SIDE];
    double area = 1000.0 * width * height;
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (sums[i] / area);
    }
    return new Plane(values, (double) width / height);
  }

  /** Adds each pixel to the cells that it covers, by how much of it each covers. */
  private static void spread(int[] line, long[] cells) {
    int width = line.length;
    Arrays.fill(cells, 0);
    for (int x = 0; x < width; x++) {
      long left = (long) x * SIDE;
      long right = left + SIDE;
      for (int cell = (int) (left / width); cell * (long) width < right && cell < SIDE; cell++) {
        long share = Math.min(right, (cell + 1L) * width) - Math.max(left, (long) cell * width);
        cells[cell] += line[x] * share;
      }
    }
  }

  /** The brightness of each pixel of a line, in thousandths. */
  private static void readLine(BufferedImage image, int y, int[] line) {
    Raster raster = image.getRaster();
    if (isGrey(image)) {
      // Java takes grey for linear light, and its getRGB would make it brighter than it is.
      raster.getSamples(0, y, line.length, 1, 0, line);
      int shift = raster.getDataBuffer().getDataType() == DataBuffer.TYPE_USHORT ? 8 : 0;
      for (int x = 0; x < line.length; x++) {
        line[x] = (line[x] >> shift) * 1000;
      }
      return;
    }
    image.getRGB(0, y, line.length, 1, line, 0, line.length);
    for (int x = 0; x < line.length; x++) {
      int pixel = line[x];
      int alpha = pixel >>> 24;
      int luma = 299 * (pixel >> 16 & 255) + 587 * (pixel >> 8 & 255) + 114 * (pixel & 255);
      line[x] = (luma * alpha + 255_000 * (255 - alpha)) / 255;
    }
  }

  private static boolean isGrey(BufferedImage image) {
    return image.getType() == BufferedImage.TYPE_BYTE_GRAY
        || image.getType() == BufferedImage.TYPE_USHORT_GRAY;
  }
}
