package org.bilan.examination;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/**
 * Pixels out of the parts of a file. Large pictures are read with steps, so that what is held of
 * one is bounded; one that is broken on the way is kept as far as it went.
 */
final class Decoder {

  /** Pixels that are held of a picture at most while it is read. */
  private static final long MOST_HELD = 16_000_000;

  /**
   * Pixels of the longest side of what is kept: several times what looks compare, and enough for a
   * thumbnail.
   */
  static final int SIDE = 1024;

  private Decoder() {}

  static Picture decode(Anatomy anatomy) throws RefusedFile {
    ImageReader reader = reader(anatomy);
    AtomicBoolean damaged = new AtomicBoolean(anatomy.marks().contains(Mark.DAMAGED));
    reader.addIIOReadWarningListener((source, warning) -> damaged.set(true));
    try (ImageInputStream in = anatomy.pixels().read()) {
      reader.setInput(in, true, true);
      ImageReadParam param = reader.getDefaultReadParam();
      int wide = reader.getWidth(0);
      int high = reader.getHeight(0);
      anatomy.check(wide, high);
      int step = step(wide, high);
      param.setSourceSubsampling(step, step, 0, 0);
      BufferedImage held = destination(reader, (wide + step - 1) / step, (high + step - 1) / step);
      param.setDestination(held);
      try {
        held = reader.read(0, param);
      } catch (IOException | RuntimeException e) {
        if (held == null) {
          throw new RefusedFile(Refusal.BROKEN);
        }
        damaged.set(true);
      }
      return new Picture(Reduction.of(held, SIDE), damaged.get());
    } catch (IOException | RuntimeException e) {
      throw new RefusedFile(Refusal.BROKEN);
    } finally {
      reader.dispose();
    }
  }

  private static int step(long wide, long high) {
    int step = 1;
    while ((wide / step) * (high / step) > MOST_HELD) {
      step++;
    }
    return step;
  }

  /** What is read into, so that it is there when reading fails. */
  private static BufferedImage destination(ImageReader reader, int wide, int high)
      throws IOException {
    Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
    return types.hasNext() ? types.next().createBufferedImage(wide, high) : null;
  }

  /**
   * The JDK's own where it has one, since it is native and as well kept. It does not know pictures
   * for print, of four colours.
   */
  private static ImageReader reader(Anatomy anatomy) {
    try {
      return spi(anatomy).createReaderInstance();
    } catch (IOException e) {
      throw new IllegalStateException("No reader", e);
    }
  }

  private static ImageReaderSpi spi(Anatomy anatomy) {
    return switch (anatomy.format()) {
      case JPEG ->
          anatomy.components() > 3 ? registered(JPEGImageReaderSpi.class) : ofTheJdk("jpeg");
      case PNG -> ofTheJdk("png");
      case GIF -> ofTheJdk("gif");
      case WEBP -> registered(WebPImageReaderSpi.class);
      case TIFF -> registered(TIFFImageReaderSpi.class);
      case HEIC, AVIF -> throw new IllegalArgumentException("Not decoded");
    };
  }

  private static ImageReaderSpi registered(Class<? extends ImageReaderSpi> type) {
    return IIORegistry.getDefaultInstance().getServiceProviderByClass(type);
  }

  private static ImageReaderSpi ofTheJdk(String format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReaderSpi spi = readers.next().getOriginatingProvider();
      if (spi.getClass().getModule().getName() != null) {
        return spi;
      }
    }
    throw new IllegalStateException("The JDK reads no " + format);
  }
}
