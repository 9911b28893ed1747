package org.bilan.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LooksTest {

  /** The same on every machine, as nothing but whole numbers draws it. */
  private static BufferedImage counted(int width, int height, int type) {
    BufferedImage picture = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int across = x * 600 / width;
        int down = y * 400 / height;
        int value = (across * across / 300 + down * 3 + across * down / 200) & 255;
        if ((across / 40 * 7 + down / 50 * 11) % 5 == 0) {
          value = 255 - value;
        }
        picture.setRGB(x, y, 0xff000000 | value << 16 | value << 8 | value);
      }
    }
    return picture;
  }

  private static BufferedImage filled(int width, int height, Color colour) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.setColor(colour);
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    return picture;
  }

  @Test
  void theSamePixelsGiveTheSameLooksEverywhere() {
    Looks looks = Looks.of(counted(600, 400, BufferedImage.TYPE_INT_RGB));
    assertThat(looks.fingerprint().hex())
        .isEqualTo("83181c7338e13381e6636e4f479ec6e463fc6fc39e0fb03034e32d4ce3c93999");
    assertThat(looks.perceptualHash()).isEqualTo("ffc0073f1901fb03");
    Fingerprint all =
        looks.views().stream()
            .reduce(
                (one, two) ->
                    new Fingerprint(
                        Long.rotateLeft(one.a(), 1) ^ two.a(),
                        Long.rotateLeft(one.b(), 1) ^ two.b(),
                        Long.rotateLeft(one.c(), 1) ^ two.c(),
                        Long.rotateLeft(one.d(), 1) ^ two.d()))
            .orElseThrow();
    assertThat(all.hex())
        .as("all views")
        .isEqualTo("8cdc6be6969ab178d0c06bbe50813f3ad10963bd436b6c0eaadc5562a9983bcd");
  }

  @Test
  void aLargerPictureOfTheSameLooksTheSame() {
    Looks small = Looks.of(counted(600, 400, BufferedImage.TYPE_INT_RGB));
    Looks large = Looks.of(counted(3000, 2000, BufferedImage.TYPE_INT_RGB));
    assertThat(small.fingerprint().distance(large.fingerprint())).isLessThan(6);
    assertThat(small.likeness(large)).isEqualTo(Likeness.NEAR_IDENTICAL);
  }

  /** Java takes grey pictures for linear light, and would brighten them. */
  @Test
  void aGreyPictureLooksAsItDoesInColour() {
    BufferedImage coloured = counted(600, 400, BufferedImage.TYPE_INT_RGB);
    for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY}) {
      BufferedImage grey = new BufferedImage(600, 400, type);
      WritableRaster raster = grey.getRaster();
      int factor = type == BufferedImage.TYPE_USHORT_GRAY ? 257 : 1;
      for (int y = 0; y < 400; y++) {
        for (int x = 0; x < 600; x++) {
          raster.setSample(x, y, 0, (coloured.getRGB(x, y) & 255) * factor);
        }
      }
      assertThat(Looks.of(grey)).isEqualTo(Looks.of(coloured));
    }
  }

  @Test
  void whatIsTransparentIsSeenOnWhite() {
    BufferedImage picture = counted(600, 400, BufferedImage.TYPE_INT_ARGB);
    BufferedImage onWhite = counted(600, 400, BufferedImage.TYPE_INT_RGB);
    for (int y = 100; y < 300; y++) {
      for (int x = 200; x < 420; x++) {
        picture.setRGB(x, y, 0x00123456);
        onWhite.setRGB(x, y, 0xffffff);
      }
    }
    assertThat(Looks.of(picture)).isEqualTo(Looks.of(onWhite));
  }

  @Test
  void whatIsFlatIsLikeNothingAndFoundByNothing() {
    Random random = new Random(5);
    BufferedImage noise = filled(400, 300, Color.GRAY);
    BufferedImage sky = filled(400, 300, Color.GRAY);
    for (int y = 0; y < 300; y++) {
      for (int x = 0; x < 400; x++) {
        int grain = random.nextInt(7) - 3;
        noise.setRGB(x, y, 0x010101 * (20 + grain));
        sky.setRGB(x, y, 0x010101 * (150 + y / 6 + grain));
      }
    }
    FingerprintIndex index = new FingerprintIndex();
    for (BufferedImage flat :
        List.of(filled(400, 300, Color.BLACK), filled(400, 300, Color.WHITE), noise, sky)) {
      Looks looks = Looks.of(flat);
      index.add(1, looks);
      assertThat(looks.recognisable()).as("detail " + looks.detail()).isFalse();
      assertThat(looks.views()).isEmpty();
      assertThat(looks.likeness(looks)).isEqualTo(Likeness.UNLIKE);
      assertThat(index.near(looks, Fingerprint.BITS, 9)).isEmpty();
    }
    assertThat(index.size()).isZero();
  }

  @Test
  void anIconIsNotRecognised() {
    assertThat(Looks.of(counted(48, 31, BufferedImage.TYPE_INT_RGB)).recognisable()).isFalse();
    assertThat(Looks.of(counted(48, 32, BufferedImage.TYPE_INT_RGB)).recognisable()).isTrue();
    assertThat(Looks.of(filled(1, 1, Color.RED)).recognisable()).isFalse();
  }

  @Test
  void aFramedPictureIsHeldTwice() {
    BufferedImage picture = DrawnScene.of(4, 480);
    Looks plain = Looks.of(picture);
    Looks framed = Looks.of(Variant.BORDER_BLACK.of(picture, 4));
    assertThat(plain.fingerprints()).containsExactly(plain.fingerprint());
    assertThat(framed.fingerprints()).hasSize(2).startsWith(framed.fingerprint());
    assertThat(framed.fingerprints().get(1).distance(plain.fingerprint()))
        .isLessThan(Likeness.NEAR_IDENTICAL_BITS);
    FingerprintIndex index = new FingerprintIndex();
    index.add(1, framed);
    assertThat(index.size()).isEqualTo(2);
    assertThat(index.near(plain, Likeness.NEAR_IDENTICAL_BITS, 9))
        .extracting(Neighbour::id)
        .containsExactly(1L);
  }

  @Test
  void isWrittenAndReadAsBytes() {
    Looks looks = Looks.of(Variant.BORDER_BLACK.of(DrawnScene.of(4, 480), 4));
    Looks read = Looks.of(looks.bytes());
    assertThat(read).isEqualTo(looks);
    assertThat(read.fingerprints()).isEqualTo(looks.fingerprints());
    assertThat(read.views()).isEqualTo(looks.views());
    assertThat(read.detail()).isEqualTo(looks.detail());
    assertThat(read.perceptualHash()).isEqualTo(looks.perceptualHash());
    assertThat(looks.bytes()).hasSizeLessThan(4096);
    byte[] later = looks.bytes();
    later[0]++;
    byte[] none = looks.bytes();
    none[11] = 0;
    byte[] tooMany = looks.bytes();
    tooMany[11] = 120;
    for (byte[] wrong : List.of(new byte[0], new byte[43], new byte[44], later, none, tooMany)) {
      assertThatThrownBy(() -> Looks.of(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
