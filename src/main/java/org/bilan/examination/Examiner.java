package org.bilan.examination;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.bilan.dossier.Word;
import org.bilan.likeness.Looks;

/** Examines picture files. Many threads may use one; it is closed once. */
public final class Examiner implements AutoCloseable {

  private final Limits limits;

  /** With limits of its own. */
  public Examiner(Limits limits) {
    this.limits = limits;
  }

  /**
   * Examines one file, which is only read.
   *
   * @throws RefusedFile when it is no picture that can be examined
   * @throws TooManyWaiting when too many files wait already
   * @throws IOException when it cannot be read
   */
  public Examined examine(Path file) throws RefusedFile, IOException {
    long size = Files.size(file);
    if (size > limits.bytes()) {
      throw new RefusedFile(Refusal.TOO_MANY_BYTES, size, limits.bytes());
    }
    if (size == 0) {
      throw new RefusedFile(Refusal.EMPTY);
    }
    byte[] content = Files.readAllBytes(file);
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new RefusedFile(Refusal.NOT_A_PICTURE);
      }
      ImageReader reader = readers.next();
      Format format =
          Word.of(Format.class, reader.getFormatName().toLowerCase(Locale.ROOT))
              .orElseThrow(() -> new RefusedFile(Refusal.NOT_A_PICTURE));
      reader.setInput(in);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > limits.pixels()) {
        throw new RefusedFile(Refusal.TOO_MANY_PIXELS, (long) width * height, limits.pixels());
      }
      BufferedImage picture = reader.read(0);
      return new Examined(
          new Examination(
              HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)),
              size,
              format,
              width,
              height,
              reader.getNumImages(true),
              Set.of(),
              Metadata.NONE,
              ContentCredentials.ABSENT),
          Optional.of(Looks.of(picture)),
          Optional.of(thumbnail(picture)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] thumbnail(BufferedImage picture) throws IOException {
    double scale =
        Math.min(1, Thumbnail.SIDE / (double) Math.max(picture.getWidth(), picture.getHeight()));
    int width = Math.max(1, (int) (picture.getWidth() * scale));
    int height = Math.max(1, (int) (picture.getHeight() * scale));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.drawImage(
        picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(small, "jpg", out);
    return out.toByteArray();
  }

  @Override
  public void close() {}
}
