package org.bilan.examination;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures that tests draw, and files that the JDK writes of them. */
final class Drawn {

  private Drawn() {}

  /** A scene: sky, ground, and things that stand about; another one for each seed. */
  static BufferedImage scene(int wide, int high, long seed) {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, colour(random), wide, high, colour(random)));
    graphics.fillRect(0, 0, wide, high);
    for (int i = 0; i < 25; i++) {
      graphics.setPaint(colour(random));
      int x = random.nextInt(wide);
      int y = random.nextInt(high);
      int across = 1 + random.nextInt(wide / 3);
      int down = 1 + random.nextInt(high / 3);
      if (i % 2 == 0) {
        graphics.fillRect(x, y, across, down);
      } else {
        graphics.fillOval(x, y, across, down);
      }
    }
    graphics.dispose();
    return image;
  }

  private static Color colour(Random random) {
    return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  /** As the JDK writes it: {@code jpeg}, {@code png}, {@code gif}, {@code tiff}. */
  static byte[] written(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException(format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] jpeg(int wide, int high) {
    return written(scene(wide, high, 7), "jpeg");
  }

  static byte[] png(int wide, int high) {
    return written(scene(wide, high, 7), "png");
  }

  static byte[] progressive(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A file of several pictures: an animated {@code gif}, or a {@code tiff} of pages. */
  static byte[] sequence(String format, BufferedImage... images) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (BufferedImage image : images) {
        ImageWriteParam param = writer.getDefaultWriteParam();
        writer.writeToSequence(
            new IIOImage(
                image,
                null,
                writer.getDefaultImageMetadata(
                    ImageTypeSpecifier.createFromRenderedImage(image), param)),
            param);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
