package org.bilan.likeness;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.BiFunction;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** What happens to pictures on their way from one to another who publishes them. */
enum Variant {
  JPEG_90(Group.RECOMPRESSED, (p, r) -> jpeg(p, 0.9f)),
  JPEG_60(Group.RECOMPRESSED, (p, r) -> jpeg(p, 0.6f)),
  JPEG_30(Group.RECOMPRESSED, (p, r) -> jpeg(p, 0.3f)),
  JPEG_15(Group.RECOMPRESSED, (p, r) -> jpeg(p, 0.15f)),
  SCALED_75(Group.SCALED, (p, r) -> scaled(p, 0.75)),
  SCALED_50(Group.SCALED, (p, r) -> scaled(p, 0.5)),
  SCALED_25(Group.SCALED, (p, r) -> scaled(p, 0.25)),
  SCALED_150(Group.SCALED, (p, r) -> scaled(p, 1.5)),
  SCALED_50_JPEG_30(Group.SCALED, (p, r) -> jpeg(scaled(p, 0.5), 0.3f)),
  CROP_CENTRE(Group.CROPPED, (p, r) -> crop(p, 0.1, 0.5, 0.5)),
  CROP_TOP_LEFT(Group.CROPPED, (p, r) -> crop(p, 0.1, 0, 0)),
  CROP_BOTTOM_RIGHT(Group.CROPPED, (p, r) -> crop(p, 0.1, 1, 1)),
  CROP_RANDOM(Group.CROPPED, (p, r) -> crop(p, 0.1, r.nextDouble(), r.nextDouble())),
  CROP_RANDOM_AGAIN(Group.CROPPED, (p, r) -> crop(p, 0.1, r.nextDouble(), r.nextDouble())),
  CROP_5_RANDOM(Group.CROPPED, (p, r) -> crop(p, 0.05, r.nextDouble(), r.nextDouble())),
  CROP_RANDOM_JPEG_30(
      Group.CROPPED, (p, r) -> jpeg(crop(p, 0.1, r.nextDouble(), r.nextDouble()), 0.3f)),
  CAPTION(Group.OVERLAID, Variant::caption),
  CAPTION_BAR(Group.OVERLAID, Variant::captionBar),
  LOGO(Group.OVERLAID, Variant::logo),
  WATERMARK(Group.OVERLAID, Variant::watermark),
  CAPTION_SCALED_50_JPEG_60(Group.OVERLAID, (p, r) -> jpeg(scaled(caption(p, r), 0.5), 0.6f)),
  BORDER_WHITE(Group.FRAMED, (p, r) -> framed(p, 0.05, 0.05, Color.WHITE)),
  BORDER_BLACK(Group.FRAMED, (p, r) -> framed(p, 0.1, 0.1, Color.BLACK)),
  LETTERBOX(Group.FRAMED, (p, r) -> framed(p, 0, 0.18, Color.BLACK)),
  BORDER_JPEG_30(Group.FRAMED, (p, r) -> jpeg(framed(p, 0.06, 0.06, Color.WHITE), 0.3f)),
  SCREENSHOT(Group.SCREENSHOT, Variant::screenshot),
  SCREENSHOT_JPEG_60(Group.SCREENSHOT, (p, r) -> jpeg(scaled(screenshot(p, r), 0.7), 0.6f)),
  ROTATED_1(Group.ROTATED, (p, r) -> rotated(p, r.nextBoolean() ? 1 : -1)),
  ROTATED_2(Group.ROTATED, (p, r) -> rotated(p, r.nextBoolean() ? 2 : -2)),
  ROTATED_3(Group.ROTATED, (p, r) -> rotated(p, r.nextBoolean() ? 3 : -3)),
  GREY(Group.COLOURS, (p, r) -> toned(p, new double[] {0, 0, 0}, 1, 0)),
  WARMER(Group.COLOURS, (p, r) -> toned(p, new double[] {1.2, 1, 0.75}, 1, 0)),
  BRIGHTER(Group.COLOURS, (p, r) -> toned(p, null, 1, 40)),
  DARKER(Group.COLOURS, (p, r) -> toned(p, null, 0.6, 0)),
  MORE_CONTRAST(Group.COLOURS, (p, r) -> toned(p, null, 1.5, -64)),
  MIRRORED(Group.MIRRORED, (p, r) -> mirrored(p)),
  MIRRORED_JPEG_60(Group.MIRRORED, (p, r) -> jpeg(mirrored(p), 0.6f));

  /** Kinds of what happens, as aims are told for them. */
  enum Group {
    RECOMPRESSED,
    SCALED,
    CROPPED,
    OVERLAID,
    FRAMED,
    SCREENSHOT,
    ROTATED,
    COLOURS,
    MIRRORED
  }

  private final Group group;
  private final BiFunction<BufferedImage, Random, BufferedImage> change;

  Variant(Group group, BiFunction<BufferedImage, Random, BufferedImage> change) {
    this.group = group;
    this.change = change;
  }

  Group group() {
    return group;
  }

  /** The changed picture; the same number changes the same picture always alike. */
  BufferedImage of(BufferedImage original, long number) {
    return change.apply(original, new Random(number * 1_000 + ordinal()));
  }

  private static BufferedImage jpeg(BufferedImage picture, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (var out = ImageIO.createImageOutputStream(bytes)) {
        writer.setOutput(out);
        writer.write(null, new IIOImage(picture, null, null), how);
      }
      return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }

  /** Scaled in halves first, as programs do that do not alias. */
  private static BufferedImage scaled(BufferedImage picture, double factor) {
    int width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
    BufferedImage from = picture;
    while (from.getWidth() > 2 * width) {
      from = resized(from, from.getWidth() / 2, from.getHeight() / 2);
    }
    return resized(from, width, height);
  }

  private static BufferedImage resized(BufferedImage picture, int width, int height) {
    BufferedImage result = blank(width, height);
    Graphics2D pen = pen(result);
    pen.drawImage(picture, 0, 0, width, height, null);
    pen.dispose();
    return result;
  }

  /** Width and height each less by a share; what is left lies at (x, y) of what may be cut. */
  private static BufferedImage crop(BufferedImage picture, double less, double x, double y) {
    int width = (int) Math.round(picture.getWidth() * (1 - less));
    int height = (int) Math.round(picture.getHeight() * (1 - less));
    int left = (int) Math.round((picture.getWidth() - width) * x);
    int top = (int) Math.round((picture.getHeight() - height) * y);
    return copy(picture.getSubimage(left, top, width, height));
  }

  private static BufferedImage caption(BufferedImage picture, Random random) {
    BufferedImage result = copy(picture);
    Graphics2D pen = pen(result);
    int size = picture.getHeight() / 12;
    int y = random.nextBoolean() ? size * 3 / 2 : picture.getHeight() - size;
    for (int line = 0; line < 2; line++) {
      pen.setColor(Color.BLACK);
      write(pen, size / 2 + 2, y - line * size + 2, size, 24, line);
      pen.setColor(Color.WHITE);
      write(pen, size / 2, y - line * size, size, 24, line);
    }
    pen.dispose();
    return result;
  }

  private static BufferedImage captionBar(BufferedImage picture, Random random) {
    BufferedImage result = copy(picture);
    Graphics2D pen = pen(result);
    int bar = picture.getHeight() / 10;
    pen.setColor(new Color(random.nextInt(0x1000000)));
    pen.fillRect(0, picture.getHeight() - bar, picture.getWidth(), bar);
    pen.setColor(Color.WHITE);
    write(pen, bar / 2, picture.getHeight() - bar / 4, bar * 6 / 10, 28, 5);
    pen.dispose();
    return result;
  }

  private static BufferedImage logo(BufferedImage picture, Random random) {
    BufferedImage result = copy(picture);
    Graphics2D pen = pen(result);
    int size = Math.min(picture.getWidth(), picture.getHeight()) / 7;
    int x = random.nextBoolean() ? size / 4 : picture.getWidth() - size * 5 / 4;
    int y = random.nextBoolean() ? size / 4 : picture.getHeight() - size * 5 / 4;
    pen.setColor(new Color(random.nextInt(0x1000000)));
    pen.fillOval(x, y, size, size);
    pen.setColor(Color.WHITE);
    write(pen, x + size / 6, y + size * 2 / 3, size / 2, 2, 9);
    pen.dispose();
    return result;
  }

  private static BufferedImage watermark(BufferedImage picture, Random random) {
    BufferedImage result = copy(picture);
    Graphics2D pen = pen(result);
    pen.setColor(new Color(255, 255, 255, 110));
    pen.rotate(-0.4, picture.getWidth() / 2.0, picture.getHeight() / 2.0);
    write(pen, picture.getWidth() / 6, picture.getHeight() / 2, picture.getWidth() / 10, 12, 3);
    pen.dispose();
    return result;
  }

  /** What looks like writing, on machines without fonts too. */
  private static void write(Graphics2D pen, int x, int y, int size, int letters, long text) {
    Random random = new Random(text);
    for (int letter = 0; letter < letters; letter++) {
      int shape = random.nextInt(1 << 15) | 0b101;
      for (int dot = 0; dot < 15; dot++) {
        if ((shape >> dot & 1) == 1) {
          pen.fillRect(
              x + letter * size * 6 / 10 + dot % 3 * size / 7,
              y - size * 7 / 10 + dot / 3 * size / 7,
              size / 7 + 1,
              size / 7 + 1);
        }
      }
    }
  }

  private static BufferedImage framed(
      BufferedImage picture, double aside, double above, Color colour) {
    int x = (int) (picture.getWidth() * aside);
    int y = (int) (picture.getHeight() * above);
    BufferedImage result = blank(picture.getWidth() + 2 * x, picture.getHeight() + 2 * y);
    Graphics2D pen = pen(result);
    pen.setColor(colour);
    pen.fillRect(0, 0, result.getWidth(), result.getHeight());
    pen.drawImage(picture, x, y, null);
    pen.dispose();
    return result;
  }

  /** On a telephone: the picture over its whole width, empty above and below, with signs. */
  private static BufferedImage screenshot(BufferedImage picture, Random random) {
    int width = 540;
    int height = 1170;
    BufferedImage result = blank(width, height);
    Graphics2D pen = pen(result);
    boolean dark = random.nextBoolean();
    pen.setColor(dark ? Color.BLACK : Color.WHITE);
    pen.fillRect(0, 0, width, height);
    int high = Math.min(height - 240, width * picture.getHeight() / picture.getWidth());
    int top = (height - high) / 2;
    pen.drawImage(picture, 0, top, width, high, null);
    pen.setColor(dark ? Color.LIGHT_GRAY : Color.DARK_GRAY);
    write(pen, 24, 32, 22, 5, 1);
    write(pen, width - 120, 32, 22, 6, 2);
    write(pen, 24, 80, 22, 16, 3);
    write(pen, 120, height - 40, 22, 20, 4);
    pen.dispose();
    return result;
  }

  /** Turned, and cut so far that no empty corner is left, as programs that straighten do. */
  private static BufferedImage rotated(BufferedImage picture, double degrees) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    double angle = Math.toRadians(Math.abs(degrees));
    double longer = Math.max(width, height) / (double) Math.min(width, height);
    double zoom = Math.cos(angle) + longer * Math.sin(angle);
    BufferedImage result = blank(width, height);
    Graphics2D pen = pen(result);
    AffineTransform turn = new AffineTransform();
    turn.translate(width / 2.0, height / 2.0);
    turn.rotate(Math.toRadians(degrees));
    turn.scale(zoom, zoom);
    turn.translate(-width / 2.0, -height / 2.0);
    pen.drawImage(picture, turn, null);
    pen.dispose();
    return result;
  }

  /** Channels times their factors (without any: their mean), times a factor, plus an offset. */
  private static BufferedImage toned(
      BufferedImage picture, double[] factors, double factor, double offset) {
    BufferedImage result = blank(picture.getWidth(), picture.getHeight());
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int pixel = picture.getRGB(x, y);
        int[] channel = {pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255};
        double luma = 0.299 * channel[0] + 0.587 * channel[1] + 0.114 * channel[2];
        int changed = 0;
        for (int i = 0; i < 3; i++) {
          double own = factors == null ? 1 : factors[i];
          double value = (own == 0 ? luma : channel[i] * own) * factor + offset;
          changed = changed << 8 | (int) Math.max(0, Math.min(255, value));
        }
        result.setRGB(x, y, changed);
      }
    }
    return result;
  }

  private static BufferedImage mirrored(BufferedImage picture) {
    BufferedImage result = blank(picture.getWidth(), picture.getHeight());
    Graphics2D pen = pen(result);
    pen.drawImage(picture, picture.getWidth(), 0, -picture.getWidth(), picture.getHeight(), null);
    pen.dispose();
    return result;
  }

  private static BufferedImage copy(BufferedImage picture) {
    BufferedImage result = blank(picture.getWidth(), picture.getHeight());
    Graphics2D pen = result.createGraphics();
    pen.drawImage(picture, 0, 0, null);
    pen.dispose();
    return result;
  }

  private static BufferedImage blank(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  private static Graphics2D pen(BufferedImage picture) {
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return pen;
  }
}
