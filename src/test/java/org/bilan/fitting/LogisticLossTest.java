package org.bilan.fitting;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LogisticLossTest {

  private static final Offset<Double> CLOSE = Offset.offset(1e-9);

  @Test
  void tenDecibansAreOddsOfTen() {
    assertThat(LogisticLoss.of(10, true)).isEqualTo(-Math.log(10 / 11.0), CLOSE);
    assertThat(LogisticLoss.of(10, false)).isEqualTo(-Math.log(1 / 11.0), CLOSE);
    assertThat(LogisticLoss.of(-10_000, true)).isEqualTo(1_000 * Math.log(10), CLOSE);
    assertThat(LogisticLoss.of(10_000, true)).isZero();
  }

  @Test
  void theOffsetMakesTheShareWhatItIs() {
    boolean[] supported = {true, true, true, false};
    // Three to one, whatever the evidence, as long as it is the same.
    double odds = 10 * Math.log10(3);
    assertThat(LogisticLoss.offset(new double[4], supported, 0)).isEqualTo(odds, CLOSE);
    assertThat(LogisticLoss.offset(new double[] {7, 7, 7, 7}, supported, 50))
        .isEqualTo(odds - 7, CLOSE);
    double[] mixed = {20, -3, 5, 4};
    double offset = LogisticLoss.offset(mixed, supported, -64);
    double least = LogisticLoss.of(mixed, offset, supported);
    assertThat(LogisticLoss.of(mixed, offset + 0.01, supported)).isGreaterThan(least);
    assertThat(LogisticLoss.of(mixed, offset - 0.01, supported)).isGreaterThan(least);
  }

  @Test
  void whereAllAreAlikeTheOffsetEndsSomewhere() {
    assertThat(LogisticLoss.offset(new double[2], new boolean[] {true, true}, 0))
        .isEqualTo(LogisticLoss.FAR, Offset.offset(0.01));
    assertThat(LogisticLoss.offset(new double[2], new boolean[2], 0))
        .isEqualTo(-LogisticLoss.FAR, Offset.offset(0.01));
  }
}
