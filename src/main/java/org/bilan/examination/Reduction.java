package org.bilan.examination;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * Smaller pictures by averaging, in whole numbers: the same on every machine, which scaling by the
 * platform is not. What is transparent is seen on white.
 */
final class Reduction {

  private Reduction() {}

  /** The picture without transparency, at most so many pixels a side. */
  static BufferedImage of(BufferedImage image, int side) {
    int wide = image.getWidth();
    int high = image.getHeight();
    int longest = Math.max(wide, high);
    int newWide = longest <= side ? wide : (int) Math.max(1, (long) wide * side / longest);
    int newHigh = longest <= side ? high : (int) Math.max(1, (long) high * side / longest);
    BufferedImage small = new BufferedImage(newWide, newHigh, BufferedImage.TYPE_INT_RGB);
    BufferedImage band = null;
    for (int y = 0; y < newHigh; y++) {
      int top = (int) ((long) y * high / newHigh);
      int bottom = (int) Math.max(top + 1, (long) (y + 1) * high / newHigh);
      band = opaque(image, top, bottom - top, band);
      row(band, bottom - top, small, y);
    }
    return small;
  }

  /** Some rows, on white. The former band is used again when it is large enough. */
  private static BufferedImage opaque(
      BufferedImage image, int top, int rows, BufferedImage former) {
    BufferedImage band =
        former != null && former.getHeight() >= rows
            ? former
            : new BufferedImage(image.getWidth(), rows + 1, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = band.createGraphics();
    graphics.drawImage(image.getSubimage(0, top, image.getWidth(), rows), 0, 0, Color.WHITE, null);
    graphics.dispose();
    return band;
  }

  private static void row(BufferedImage band, int rows, BufferedImage small, int y) {
    int wide = band.getWidth();
    int[] pixels = band.getRGB(0, 0, wide, rows, null, 0, wide);
    for (int x = 0; x < small.getWidth(); x++) {
      int left = (int) ((long) x * wide / small.getWidth());
      int right = (int) Math.max(left + 1, (long) (x + 1) * wide / small.getWidth());
      long red = 0;
      long green = 0;
      long blue = 0;
      for (int line = 0; line < rows; line++) {
        for (int at = line * wide + left; at < line * wide + right; at++) {
          red += pixels[at] >> 16 & 0xFF;
          green += pixels[at] >> 8 & 0xFF;
          blue += pixels[at] & 0xFF;
        }
      }
      long count = (long) rows * (right - left);
      small.setRGB(
          x, y, rounded(red, count) << 16 | rounded(green, count) << 8 | rounded(blue, count));
    }
  }

  private static int rounded(long sum, long count) {
    return (int) ((sum + count / 2) / count);
  }
}
