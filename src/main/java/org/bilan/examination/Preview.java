package org.bilan.examination;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.bilan.likeness.Looks;

/**
 * The small picture in the metadata of a large one. A program that crops or changes the picture may
 * leave it as it was; then it shows what was there before.
 */
final class Preview {

  /** Cameras write 160 x 120. */
  private static final Limits LIMITS =
      new Limits(65_536, 2048 * 2048, 2048, 1, Limits.DEFAULTS.deadline(), 1, 0);

  /** How much longer one side may be, as a share: small pictures are cut to whole pixels. */
  private static final double SAME_SHAPE = 1.08;

  /**
   * Bits of 256 that differ: measured on 300 drawn scenes, at most 12 between a picture and its own
   * preview, at least 104 between a scene and the next. Fewer bits than this are never called
   * another.
   */
  private static final int SAME_PICTURE = 90;

  /** What is darker than this is a bar beside the preview: a share of 255. */
  private static final int DARK = 24;

  private Preview() {}

  /** Whether it certainly shows something else, however it is turned. */
  static boolean differs(byte[] jpeg, BufferedImage image) {
    BufferedImage preview;
    try {
      Anatomy anatomy = Sniffing.anatomy(Format.JPEG, new Content(jpeg), LIMITS);
      if (!anatomy.isDecodable()) {
        return false;
      }
      Picture picture = Decoder.decode(anatomy);
      if (picture.damaged()) {
        return false;
      }
      preview = withoutBars(picture.image());
    } catch (RefusedFile e) {
      return false;
    }
    Looks looks = Looks.of(image);
    Looks small = Looks.of(preview);
    boolean telling = looks.recognisable() && small.recognisable();
    return IntStream.of(1, 3, 6, 8)
        .mapToObj(turn -> Orientation.upright(preview, turn))
        .allMatch(turned -> !isSameShape(turned, image) || telling && isOther(turned, looks));
  }

  private static boolean isOther(BufferedImage preview, Looks looks) {
    return Looks.of(preview).fingerprint().distance(looks.fingerprint()) > SAME_PICTURE;
  }

  private static boolean isSameShape(BufferedImage one, BufferedImage other) {
    double ratio =
        (double) one.getWidth() * other.getHeight() / ((double) one.getHeight() * other.getWidth());
    return ratio < SAME_SHAPE && ratio > 1 / SAME_SHAPE;
  }

  /** Cameras fill a picture of 3:2 up to 4:3 with black. */
  private static BufferedImage withoutBars(BufferedImage image) {
    int wide = image.getWidth();
    int high = image.getHeight();
    int top = 0;
    while (top < high / 3 && isDark(image, 0, top, wide, 1)) {
      top++;
    }
    int left = 0;
    while (left < wide / 3 && isDark(image, left, 0, 1, high)) {
      left++;
    }
    int bottom = high;
    while (bottom > high - high / 3 && isDark(image, 0, bottom - 1, wide, 1)) {
      bottom--;
    }
    int right = wide;
    while (right > wide - wide / 3 && isDark(image, right - 1, 0, 1, high)) {
      right--;
    }
    return image.getSubimage(left, top, right - left, bottom - top);
  }

  private static boolean isDark(BufferedImage image, int x, int y, int wide, int high) {
    for (int rgb : image.getRGB(x, y, wide, high, null, 0, wide)) {
      if ((rgb >> 16 & 0xFF) > DARK || (rgb >> 8 & 0xFF) > DARK || (rgb & 0xFF) > DARK) {
        return false;
      }
    }
    return true;
  }
}
