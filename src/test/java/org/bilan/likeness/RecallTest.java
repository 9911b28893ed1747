package org.bilan.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A small part of what the program {@code Recall} of src/bench measures. */
class RecallTest {

  private static final int ORIGINALS = 14;

  private static final List<Variant> VARIANTS =
      List.of(
          Variant.JPEG_30,
          Variant.SCALED_50_JPEG_30,
          Variant.SCALED_25,
          Variant.CROP_TOP_LEFT,
          Variant.CROP_RANDOM,
          Variant.CROP_RANDOM_JPEG_30,
          Variant.CAPTION,
          Variant.CAPTION_BAR,
          Variant.LOGO,
          Variant.BORDER_JPEG_30,
          Variant.SCREENSHOT_JPEG_60,
          Variant.ROTATED_2,
          Variant.MIRRORED);

  private static final FingerprintIndex INDEX = new FingerprintIndex();
  private static List<Looks> originals;
  private static List<Map<Variant, Looks>> changed;

  @BeforeAll
  static void draw() {
    List<BufferedImage> pictures =
        IntStream.range(0, ORIGINALS).mapToObj(i -> DrawnScene.of(i, 320)).toList();
    originals = pictures.parallelStream().map(Looks::of).toList();
    changed =
        IntStream.range(0, ORIGINALS)
            .parallel()
            .mapToObj(
                i -> {
                  Map<Variant, Looks> looks = new EnumMap<>(Variant.class);
                  VARIANTS.forEach(v -> looks.put(v, Looks.of(v.of(pictures.get(i), i))));
                  return looks;
                })
            .toList();
    for (int i = 0; i < ORIGINALS; i++) {
      INDEX.add(i, originals.get(i));
    }
  }

  private static double found(Variant.Group group, int bits) {
    int found = 0;
    int all = 0;
    for (int i = 0; i < ORIGINALS; i++) {
      for (Variant variant : VARIANTS) {
        if (variant.group() == group) {
          Looks looks = changed.get(i).get(variant);
          long id = i;
          found += INDEX.near(looks, bits, 9).stream().anyMatch(each -> each.id() == id) ? 1 : 0;
          all++;
        }
      }
    }
    return (double) found / all;
  }

  @Test
  void recompressedAndScaledPicturesAreFoundAsTheSame() {
    assertThat(found(Variant.Group.RECOMPRESSED, Likeness.NEAR_IDENTICAL_BITS)).isGreaterThan(0.97);
    assertThat(found(Variant.Group.SCALED, Likeness.NEAR_IDENTICAL_BITS)).isGreaterThan(0.97);
  }

  @Test
  void cutWrittenUponFramedTurnedAndMirroredOnesAreFoundAsTheSame() {
    for (Variant.Group group :
        List.of(
            Variant.Group.CROPPED,
            Variant.Group.OVERLAID,
            Variant.Group.FRAMED,
            Variant.Group.SCREENSHOT,
            Variant.Group.ROTATED,
            Variant.Group.MIRRORED)) {
      assertThat(found(group, Likeness.NEAR_IDENTICAL_BITS))
          .as(group.toString())
          .isGreaterThan(0.85);
    }
  }

  @Test
  void noPictureIsFoundForAnother() {
    Set<String> wrong = new HashSet<>();
    for (int i = 0; i < ORIGINALS; i++) {
      for (Variant variant : VARIANTS) {
        for (Neighbour each : INDEX.near(changed.get(i).get(variant), Likeness.SEARCH_BITS, 9)) {
          if (each.id() != i) {
            wrong.add("%d %s for %d".formatted(i, variant, each.id()));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void likenessIsTheSameBothWays() {
    for (int i = 0; i < ORIGINALS; i++) {
      for (int other = 0; other < ORIGINALS; other++) {
        Looks one = originals.get(i);
        Looks two = changed.get(other).get(VARIANTS.get(i % VARIANTS.size()));
        assertThat(one.likeness(two)).isEqualTo(two.likeness(one));
        if (i != other) {
          assertThat(one.likeness(two)).isEqualTo(Likeness.UNLIKE);
        }
      }
    }
    assertThat(originals.get(0).likeness(originals.get(0))).isEqualTo(Likeness.NEAR_IDENTICAL);
  }
}
