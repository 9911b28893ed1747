package org.bilan.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  static Fingerprint random(Random random) {
    return new Fingerprint(
        random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  /** Another one that differs in exactly so many bits. */
  static Fingerprint changed(Fingerprint original, int bits, Random random) {
    byte[] bytes = original.bytes();
    random
        .ints(0, Fingerprint.BITS)
        .distinct()
        .limit(bits)
        .forEach(bit -> bytes[bit / 8] ^= (byte) (1 << bit % 8));
    return Fingerprint.of(bytes);
  }

  @Test
  void isWrittenAndReadAsHexAndAsBytes() {
    Fingerprint one = new Fingerprint(0x0123456789abcdefL, -1, 0, 0xf);
    assertThat(one.hex())
        .isEqualTo("0123456789abcdef" + "f".repeat(16) + "0".repeat(16) + "000000000000000f");
    assertThat(Fingerprint.parse(one.hex())).isEqualTo(one);
    assertThat(Fingerprint.parse(one.hex().toUpperCase(java.util.Locale.ROOT))).isEqualTo(one);
    assertThat(Fingerprint.of(one.bytes())).isEqualTo(one);
  }

  @Test
  void refusesWhatIsNoFingerprint() {
    for (String wrong : new String[] {"", "12", "g".repeat(64), "0".repeat(63), "0".repeat(65)}) {
      assertThatThrownBy(() -> Fingerprint.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("64 hex digits");
    }
    assertThatThrownBy(() -> Fingerprint.of(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 bytes, not 31");
  }

  @Test
  void distanceCountsTheBitsThatDiffer() {
    Random random = new Random(3);
    for (int i = 0; i < 1000; i++) {
      Fingerprint one = random(random);
      Fingerprint two = random(random);
      Fingerprint three = random(random);
      int bits = random.nextInt(Fingerprint.BITS + 1);
      assertThat(one.distance(changed(one, bits, random))).isEqualTo(bits);
      assertThat(one.distance(two)).isEqualTo(two.distance(one)).isPositive();
      assertThat(one.distance(three)).isLessThanOrEqualTo(one.distance(two) + two.distance(three));
    }
  }

  @Test
  void likenessIsTheNearerTheFewerBitsDiffer() {
    assertThat(Likeness.ofBits(0)).isEqualTo(Likeness.NEAR_IDENTICAL);
    assertThat(Likeness.ofBits(Likeness.NEAR_IDENTICAL_BITS)).isEqualTo(Likeness.NEAR_IDENTICAL);
    assertThat(Likeness.ofBits(Likeness.NEAR_IDENTICAL_BITS + 1)).isEqualTo(Likeness.ALIKE);
    assertThat(Likeness.ofBits(Likeness.SEARCH_BITS)).isEqualTo(Likeness.ALIKE);
    assertThat(Likeness.ofBits(Likeness.SEARCH_BITS + 1)).isEqualTo(Likeness.UNLIKE);
  }
}
