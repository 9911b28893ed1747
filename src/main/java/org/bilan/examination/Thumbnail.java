package org.bilan.examination;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The small picture that people see of one: a JPEG that is made anew, without metadata. */
public final class Thumbnail {

  /** Pixels of the longer side at most. A smaller picture is not enlarged. */
  public static final int SIDE = 320;

  /** Bytes at most. */
  public static final int BYTES = 40_000;

  private static final float[] QUALITIES = {0.8f, 0.6f, 0.4f, 0.2f};

  private Thumbnail() {}

  static byte[] of(BufferedImage image) {
    BufferedImage small = Reduction.of(image, SIDE);
    byte[] written = written(small, QUALITIES[0]);
    for (int i = 1; i < QUALITIES.length && written.length > BYTES; i++) {
      written = written(small, QUALITIES[i]);
    }
    return written;
  }

  private static byte[] written(BufferedImage image, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
