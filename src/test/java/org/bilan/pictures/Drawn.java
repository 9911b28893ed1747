package org.bilan.pictures;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures that tests draw, each unlike all others: the memory outlives a test run. */
public final class Drawn {

  private static final AtomicLong NEXT = new AtomicLong(System.currentTimeMillis() << 8);

  private final BufferedImage image;

  private Drawn(BufferedImage image) {
    this.image = image;
  }

  /** A picture that no test has drawn before. */
  public static Drawn another() {
    Random random = new Random(NEXT.getAndIncrement());
    BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    Graphics2D paint = image.createGraphics();
    paint.setPaint(
        new GradientPaint(0, 0, colour(random), random.nextInt(640), 480, colour(random)));
    paint.fillRect(0, 0, 640, 480);
    for (int i = 0; i < 40; i++) {
      paint.setColor(colour(random));
      int x = random.nextInt(640) - 60;
      int y = random.nextInt(480) - 60;
      int width = 30 + random.nextInt(200);
      int height = 30 + random.nextInt(160);
      if (random.nextBoolean()) {
        paint.fillRect(x, y, width, height);
      } else {
        paint.fillOval(x, y, width, height);
      }
    }
    paint.dispose();
    return new Drawn(image);
  }

  private static Color colour(Random random) {
    return new Color(random.nextInt(0x1000000));
  }

  /** The same in another size. */
  public Drawn scaled(int width, int height) {
    BufferedImage other = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D paint = other.createGraphics();
    paint.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    paint.drawImage(image, 0, 0, width, height, null);
    paint.dispose();
    return new Drawn(other);
  }

  public byte[] png() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As JPEG, of a quality of 0 to 1. */
  public byte[] jpeg(float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
        writer.setOutput(stream);
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(quality);
        writer.write(null, new IIOImage(image, null, null), how);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }
}
