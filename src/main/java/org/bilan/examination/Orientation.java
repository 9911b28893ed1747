package org.bilan.examination;

import java.awt.image.BufferedImage;

/** How a camera was held (EXIF 2.32, tag Orientation). */
final class Orientation {

  private Orientation() {}

  /**
   * The picture as a viewer shows it.
   *
   * @param orientation 1 to 8; 1 is upright
   */
  static BufferedImage upright(BufferedImage image, int orientation) {
    if (orientation == 1) {
      return image;
    }
    int wide = image.getWidth();
    int high = image.getHeight();
    boolean turned = orientation >= 5;
    BufferedImage upright =
        new BufferedImage(turned ? high : wide, turned ? wide : high, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        int left = wide - 1 - x;
        int up = high - 1 - y;
        int rgb = image.getRGB(x, y);
        switch (orientation) {
          case 2 -> upright.setRGB(left, y, rgb);
          case 3 -> upright.setRGB(left, up, rgb);
          case 4 -> upright.setRGB(x, up, rgb);
          case 5 -> upright.setRGB(y, x, rgb);
          case 6 -> upright.setRGB(up, x, rgb);
          case 7 -> upright.setRGB(up, left, rgb);
          case 8 -> upright.setRGB(y, left, rgb);
          default -> throw new IllegalArgumentException("Orientations are 1 to 8");
        }
      }
    }
    return upright;
  }
}
