package org.bilan.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures as they come, through a worker. */
class ExaminerTest {

  private static final Examiner EXAMINER = new Examiner(Limits.DEFAULTS);

  @TempDir Path folder;

  @AfterAll
  static void close() {
    EXAMINER.close();
  }

  private Examined examine(byte[] content) throws IOException, RefusedFile {
    Path file = folder.resolve("file");
    Files.write(file, content);
    return EXAMINER.examine(file);
  }

  @Test
  void everyFormatIsToldByItsContentAndDecoded() throws Exception {
    BufferedImage scene = Drawn.scene(300, 200, 7);
    Map<Format, byte[]> files =
        Map.of(
            Format.JPEG, Drawn.written(scene, "jpeg"),
            Format.PNG, Drawn.written(scene, "png"),
            Format.GIF, Drawn.written(scene, "gif"),
            Format.TIFF, Drawn.written(scene, "tiff"),
            Format.WEBP, Webp.lossless(scene));
    Examined jpeg = examine(files.get(Format.JPEG));
    for (Format format : files.keySet()) {
      Examined examined = examine(files.get(format));
      Examination examination = examined.examination();
      assertThat(examination.format()).isEqualTo(format);
      assertThat(examination.width()).as(format.word()).isEqualTo(300);
      assertThat(examination.height()).isEqualTo(200);
      assertThat(examination.marks()).as(format.word()).isEmpty();
      assertThat(examination.metadata().capturedAt()).isEmpty();
      assertThat(examination.metadata().editors()).isEmpty();
      assertThat(examination.credentials()).isEqualTo(ContentCredentials.ABSENT);
      int apart =
          examined
              .looks()
              .orElseThrow()
              .fingerprint()
              .distance(jpeg.looks().orElseThrow().fingerprint());
      assertThat(apart).as(format.word()).isLessThan(20);
    }
  }

  @Test
  void lossyWebpIsDecoded() throws Exception {
    Examined examined = examine(Webp.lossy());
    assertThat(examined.examination().format()).isEqualTo(Format.WEBP);
    assertThat(examined.examination().width()).isEqualTo(48);
    assertThat(examined.examination().marks()).isEmpty();
    BufferedImage small =
        ImageIO.read(new ByteArrayInputStream(examined.thumbnail().orElseThrow()));
    assertThat(small.getWidth()).isEqualTo(48);
    int corner = small.getRGB(2, 2);
    assertThat(corner & 0xFF).isGreaterThan(200);
    assertThat(corner >> 16 & 0xFF).isLessThan(60);
  }
}
