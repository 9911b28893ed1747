package org.bilan.examination;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.stream.IntStream;

/** A picture as it was decoded, as large as looks and thumbnails need it. */
record Picture(BufferedImage image, boolean damaged) {

  /**
   * What there is to see: of a damaged picture the part that was decoded, if that is most of it.
   * The rest is filled with one colour, which would be taken for a part of the picture.
   */
  Optional<BufferedImage> shown() {
    if (!damaged) {
      return Optional.of(image);
    }
    int rows = image.getHeight();
    while (rows > 0 && isUniform(rows - 1)) {
      rows--;
    }
    // Of one that is interlaced, rows are missing everywhere.
    long missing = IntStream.range(0, image.getHeight()).filter(this::isUniform).count();
    return missing * 2 < image.getHeight()
        ? Optional.of(image.getSubimage(0, 0, image.getWidth(), rows))
        : Optional.empty();
  }

  private boolean isUniform(int y) {
    int first = image.getRGB(0, y);
    for (int x = 1; x < image.getWidth(); x++) {
      if (image.getRGB(x, y) != first) {
        return false;
      }
    }
    return true;
  }
}
