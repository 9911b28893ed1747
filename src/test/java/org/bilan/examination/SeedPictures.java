package org.bilan.examination;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.bilan.likeness.DrawnScene;
import org.bilan.likeness.Looks;

/** Draws the pictures of {@code seeds/pictures}, and writes into their files what cameras do. */
public final class SeedPictures {

  private static final int LONG_SIDE = 480;

  private SeedPictures() {}

  /** Writes them, and the list of known pictures. */
  public static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    BufferedImage damage = DrawnScene.of(11, LONG_SIDE);
    byte[] photo = jpeg(damage, 0.85f);
    Files.write(
        folder.resolve("damage.jpg"),
        Bits.withExif(
            photo,
            new ExifBlock()
                .make("Invented")
                .model("Phone 1")
                .original("2024:03:17 09:30:00")
                .offsetOriginal("+00:00")
                .position(16_300_000, -100_000)
                .toBytes()));
    Files.write(folder.resolve("damage-again.jpg"), jpeg(part(damage, 0, 0.6), 0.5f));
    BufferedImage old = DrawnScene.of(23, LONG_SIDE);
    Files.write(folder.resolve("strike.jpg"), jpeg(part(old, 0.05, 1), 0.6f));
    Files.writeString(
        folder.resolve("known.csv"),
        "hash,date,place,url,note\n"
            + Looks.of(old).fingerprint().hex()
            + ",2019-05-01,An invented town,https://archive.example/2019/strike,Drawn for this example\n");
    Files.write(
        folder.resolve("weapons.jpg"),
        Bits.withExif(
            jpeg(DrawnScene.of(37, LONG_SIDE), 0.85f),
            new ExifBlock()
                .make("Invented")
                .model("Camera 2")
                .original("2022:06:01 12:00:00")
                .offsetOriginal("+00:00")
                .software("GIMP 2.10.34")
                .changed("2022:06:03 08:00:00")
                .position(13_500_000, -2_100_000)
                .toBytes()));
  }

  /** Without a margin on each side, and scaled. */
  private static BufferedImage part(BufferedImage image, double margin, double scale) {
    int left = (int) (image.getWidth() * margin);
    int top = (int) (image.getHeight() * margin);
    BufferedImage inner =
        image.getSubimage(left, top, image.getWidth() - 2 * left, image.getHeight() - 2 * top);
    BufferedImage scaled =
        new BufferedImage(
            (int) (inner.getWidth() * scale),
            (int) (inner.getHeight() * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = scaled.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(inner, 0, 0, scaled.getWidth(), scaled.getHeight(), null);
    pen.dispose();
    return scaled;
  }

  private static byte[] jpeg(BufferedImage image, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
