package org.bilan.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Random;
import javax.imageio.ImageIO;
import org.bilan.assessment.Language;
import org.bilan.likeness.Looks;
import org.junit.jupiter.api.Test;

/** What becomes of one file's bytes. */
class InspectionTest {

  private static final BufferedImage SCENE = Drawn.scene(300, 200, 5);

  private static Examined inspected(byte[] file) throws RefusedFile {
    return Inspection.of(file, Limits.DEFAULTS, Clock.systemUTC());
  }

  private static BufferedImage thumbnail(Examined examined) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(examined.thumbnail().orElseThrow()));
  }

  private static int apart(Examined one, Looks other) {
    return one.looks().orElseThrow().fingerprint().distance(other.fingerprint());
  }

  @Test
  void aPictureIsSeenAsItWasHeld() throws Exception {
    BufferedImage held = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = held.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, 100, 80);
    byte[] jpeg = Drawn.written(held, "jpeg");
    // Where the red corner stands when a viewer shows it: left or right, top or bottom.
    String[] corners = {"", "lt", "rt", "rb", "lb", "lt", "rt", "rb", "lb"};
    for (int orientation = 1; orientation <= 8; orientation++) {
      Examined examined =
          inspected(Bits.withExif(jpeg, new ExifBlock().orientation(orientation).toBytes()));
      boolean turned = orientation >= 5;
      assertThat(examined.examination().width()).isEqualTo(turned ? 200 : 300);
      assertThat(examined.examination().height()).isEqualTo(turned ? 300 : 200);
      BufferedImage small = thumbnail(examined);
      int x = corners[orientation].charAt(0) == 'l' ? 10 : small.getWidth() - 10;
      int y = corners[orientation].charAt(1) == 't' ? 10 : small.getHeight() - 10;
      assertThat(new Color(small.getRGB(x, y)).getRed()).as("" + orientation).isGreaterThan(200);
      assertThat(new Color(small.getRGB(small.getWidth() - x, y)).getRed()).isLessThan(50);
      assertThat(new Color(small.getRGB(x, small.getHeight() - y)).getRed()).isLessThan(50);
    }
  }

  @Test
  void aThumbnailIsSmallAndHasNoMetadata() throws Exception {
    BufferedImage noise = new BufferedImage(900, 500, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int y = 0; y < 500; y++) {
      for (int x = 0; x < 900; x++) {
        noise.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    byte[] file =
        Bits.withExif(
            Drawn.written(noise, "jpeg"), new ExifBlock().position(1_000_000, 1).toBytes());
    Examined examined = inspected(file);
    assertThat(examined.thumbnail().orElseThrow().length).isLessThanOrEqualTo(Thumbnail.BYTES);
    assertThat(thumbnail(examined).getWidth()).isEqualTo(Thumbnail.SIDE);
    assertThat(thumbnail(examined).getHeight()).isEqualTo(177);
    assertThat(inspected(examined.thumbnail().orElseThrow()).examination().metadata())
        .isEqualTo(Metadata.NONE);
    assertThat(thumbnail(inspected(Drawn.jpeg(30, 20))).getWidth()).isEqualTo(30);
  }

  @Test
  void whatIsTransparentIsSeenOnWhite() throws Exception {
    BufferedImage clear = new BufferedImage(60, 40, BufferedImage.TYPE_INT_ARGB);
    BufferedImage small = thumbnail(inspected(Drawn.written(clear, "png")));
    assertThat(new Color(small.getRGB(30, 20)).getGreen()).isGreaterThan(250);
  }

  @Test
  void aCutPictureIsMarkedAndWhatIsLeftOfItIsLookedAt() throws Exception {
    for (String format : new String[] {"jpeg", "png", "gif"}) {
      byte[] whole = Drawn.written(SCENE, format);
      Looks looks = inspected(whole).looks().orElseThrow();
      Examined most = inspected(new Content(whole).part(0, whole.length * 9 / 10));
      assertThat(most.examination().marks()).as(format).containsExactly(Mark.DAMAGED);
      assertThat(most.looks()).as(format).isPresent();
      assertThat(apart(most, looks)).as(format).isLessThan(110);
      Examined little = inspected(new Content(whole).part(0, whole.length / 5));
      assertThat(little.examination().marks()).as(format).containsExactly(Mark.DAMAGED);
      assertThat(little.looks()).as(format).isEmpty();
      assertThat(little.thumbnail()).as(format).isPresent();
    }
  }

  @Test
  void framesAndPagesAreCountedAndTheFirstIsLookedAt() throws Exception {
    BufferedImage other = Drawn.scene(300, 200, 6);
    for (String format : new String[] {"gif", "tiff"}) {
      Examined examined = inspected(Drawn.sequence(format, SCENE, other, other));
      assertThat(examined.examination().frames()).as(format).isEqualTo(3);
      assertThat(examined.examination().marks()).as(format).isEmpty();
      assertThat(apart(examined, Looks.of(SCENE))).as(format).isLessThan(20);
    }
    Bits frames = new Bits().bytes(Webp.extended(2, 300, 200));
    for (BufferedImage image : new BufferedImage[] {SCENE, other}) {
      byte[] frame =
          new Bits()
              .bytes(new byte[6])
              .little(299, 3)
              .little(199, 3)
              .little(100, 4)
              .riff("VP8L", Webp.vp8l(image))
              .toByteArray();
      frames.riff("ANMF", frame);
    }
    Examined webp = inspected(Webp.file(frames.toByteArray()));
    assertThat(webp.examination().frames()).isEqualTo(2);
    assertThat(webp.examination().marks()).isEmpty();
    assertThat(apart(webp, Looks.of(SCENE))).isLessThan(20);
  }

  @Test
  void heicAndAvifAreDescribedButNotDecoded() throws Exception {
    for (Format format : new Format[] {Format.HEIC, Format.AVIF}) {
      Examined examined = inspected(Heif.file(format.word(), 4032, 3024));
      assertThat(examined.examination().format()).isEqualTo(format);
      assertThat(examined.examination().width()).isEqualTo(4032);
      assertThat(examined.examination().height()).isEqualTo(3024);
      assertThat(examined.examination().marks()).containsExactly(Mark.NOT_DECODED);
      assertThat(examined.looks()).isEmpty();
      assertThat(examined.thumbnail()).isEmpty();
    }
  }

  @Test
  void contentCredentialsAreFoundInEachFormatAndNeverCalledValid() throws Exception {
    byte[] store =
        new Bits()
            .text("\0\0\0\u0020jumb\0\0\0\u0018jumd" + JpegParts.MANIFEST_STORE)
            .toByteArray();
    byte[] segment = new Bits().text("JP\0\u0001\0\0\0\u0001").bytes(store).toByteArray();
    byte[] box =
        new Bits()
            .box(
                "uuid",
                new Bits()
                    .text("\u00d8\u00fe\u00c3\u00d6\u001b\u000e\u0048\u003c\u0092\u0097\u0058")
                    .text("\u0028\u0087\u007e\u00c4\u0081")
                    .bytes(store)
                    .toByteArray())
            .toByteArray();
    byte[] gif = Drawn.written(SCENE, "gif");
    int colours = 13 + ((gif[10] & 0x80) == 0 ? 0 : 3 << (gif[10] & 7) + 1);
    byte[][] files = {
      Bits.withSegment(Drawn.jpeg(300, 200), 0xEB, segment),
      Bits.withChunk(Drawn.png(300, 200), "caBX", store),
      Webp.file(new Bits().riff("VP8L", Webp.vp8l(SCENE)).riff("C2PA", store).toByteArray()),
      Bits.join(Heif.file("heic", 300, 200), box),
      Bits.join(Heif.file("avif", 300, 200), box),
      Bits.insert(
          gif,
          colours,
          new Bits()
              .bytes(0x21, 0xFF, 11)
              .text("C2PA_GIF\u0001\0\0")
              .bytes(store.length)
              .bytes(store)
              .bytes(0)
              .toByteArray()),
      // A directory that is no page.
      tiffWithDirectory(store)
    };
    for (byte[] file : files) {
      assertThat(inspected(file).examination().credentials())
          .isEqualTo(ContentCredentials.UNVERIFIED);
    }
    byte[] other = Bits.withSegment(Drawn.jpeg(300, 200), 0xEB, "JP something else".getBytes());
    assertThat(inspected(other).examination().credentials()).isEqualTo(ContentCredentials.ABSENT);
  }

  /** A TIFF of one page, and after it a directory of nothing but a manifest store. */
  private static byte[] tiffWithDirectory(byte[] store) {
    byte[] tiff = Drawn.written(SCENE, "tiff");
    Content content = new Content(tiff);
    boolean little = tiff[0] == 'I';
    int first = (int) (little ? content.u32Little(4) : content.u32(4));
    int count = little ? content.u16Little(first) : content.u16(first);
    byte[] at = number(little, tiff.length, 4);
    System.arraycopy(at, 0, tiff, first + 2 + 12 * count, 4);
    return new Bits()
        .bytes(tiff)
        .bytes(number(little, 1, 2))
        .bytes(number(little, 52545, 2))
        .bytes(number(little, 7, 2))
        .bytes(number(little, store.length, 4))
        .bytes(number(little, tiff.length + 18L, 4))
        .bytes(number(little, 0, 4))
        .bytes(store)
        .toByteArray();
  }

  private static byte[] number(boolean little, long number, int bytes) {
    Bits bits = new Bits();
    return (little ? bits.little(number, bytes) : bits.big(number, bytes)).toByteArray();
  }

  @Test
  void ofABrokenFileCredentialsAreSearchedWhereItsPartsDoNotLead() throws Exception {
    byte[] heic = Heif.file("heic", 300, 200);
    byte[] broken = new Bits().box("free", new byte[8]).toByteArray();
    broken[3] = 1;
    broken[0] = 1;
    byte[] lost = new Bits().text("jumd" + JpegParts.MANIFEST_STORE).toByteArray();
    Examination examination = inspected(Bits.join(heic, Bits.join(broken, lost))).examination();
    assertThat(examination.marks()).contains(Mark.DAMAGED);
    assertThat(examination.credentials()).isEqualTo(ContentCredentials.UNVERIFIED);
    // Where all parts are in order, what looks like them within the pixels is nothing.
    byte[] within = Bits.join(heic, new Bits().box("mdat", lost).toByteArray());
    assertThat(inspected(within).examination().credentials()).isEqualTo(ContentCredentials.ABSENT);
  }

  @Test
  void credentialsThatAreSaidToBeOnTheWebAreUnverified() throws Exception {
    byte[] jpeg = Drawn.jpeg(300, 200);
    assertThat(inspected(provenance(jpeg, "https://example.org/m.c2pa")).examination())
        .extracting(Examination::credentials)
        .isEqualTo(ContentCredentials.UNVERIFIED);
    // A place within the file tells nothing: the store there is found, or it is gone.
    assertThat(inspected(provenance(jpeg, "self#jumbf=c2pa/x")).examination())
        .extracting(Examination::credentials)
        .isEqualTo(ContentCredentials.ABSENT);
  }

  private static byte[] provenance(byte[] jpeg, String place) {
    return Bits.withXmp(
        jpeg,
        HostileMetadata.packet(
            "<t:provenance xmlns:t='http://purl.org/dc/terms/'>%s</t:provenance>"
                .formatted(place)));
  }

  @Test
  void whatPhonesAppendIsNotMarked() throws Exception {
    byte[] jpeg = Drawn.jpeg(300, 200);
    byte[] video = new Bits().text("\0\0\0\u0018ftypmp42").bytes(new byte[100]).toByteArray();
    byte[] samsung = new Bits().text("Image_UTC_Data123SEFHxxxxSEFT").toByteArray();
    for (byte[] more : new byte[][] {Drawn.jpeg(100, 80), video, samsung, new byte[500]}) {
      assertThat(inspected(Bits.join(jpeg, more)).examination().marks()).isEmpty();
    }
  }

  @Test
  void aLargePictureIsReadInSteps() throws Exception {
    Examined examined = inspected(Drawn.written(Drawn.scene(6000, 4000, 5), "jpeg"));
    assertThat(examined.examination().width()).isEqualTo(6000);
    assertThat(thumbnail(examined).getWidth()).isEqualTo(320);
    assertThat(apart(examined, Looks.of(Drawn.scene(6000, 4000, 5)))).isLessThan(12);
  }

  @Test
  void limitsAreCheckedBeforeAnythingIsDecoded() {
    Limits few = new Limits(1_000_000, 50_000, 400, 2, Limits.DEFAULTS.deadline(), 1, 0);
    BufferedImage small = Drawn.scene(20, 20, 1);
    // A picture of which nothing but the header is there would be damaged, if it were decoded.
    byte[] large = new Content(Drawn.png(300, 200)).part(0, 60);
    byte[] wide = new Content(Drawn.png(500, 20)).part(0, 60);
    byte[] many = Drawn.sequence("gif", small, small, small);
    refused(large, few, "file.too-many-pixels", "60,000", "50,000");
    refused(wide, few, "file.too-long-a-side", "500", "400");
    refused(many, few, "file.too-many-frames", "3", "2");
  }

  private static void refused(byte[] file, Limits limits, String code, String... numbers) {
    assertThatExceptionOfType(RefusedFile.class)
        .isThrownBy(() -> Inspection.of(file, limits, Clock.systemUTC()))
        .satisfies(
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.sentence(Language.EN)).contains(numbers);
            });
  }
}
