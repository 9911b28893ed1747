package org.bilan.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedTest {

  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  /**
   * By hand. With e = 0.2, c = 0.8, n = 10: two that do not copy are wrong alike with 0.2²/10 =
   * 0.004, and differ with 0.356; of two of whom one copies the chances are 0.8·0.2 + 0.2·0.004 =
   * 0.1608 and 0.2·0.356 = 0.0712. Prior 0.1.
   */
  @ParameterizedTest
  @CsvSource({
    // 0.1·0.1608 / (0.1·0.1608 + 0.9·0.004) = 0.01608 / 0.01968
    "0, 1, 0, 0.8170731707317073",
    // 0.01608·0.1608 / (… + 0.0036·0.004) = 0.002585664 / 0.002600064
    "0, 2, 0, 0.9944616747895438",
    // 0.002585664·0.0712 / (… + 0.0000144·0.356) = 0.0001840992768 / 0.0001892256768
    "0, 2, 1, 0.9729085392284351",
    // 0.1·0.0712 / (0.1·0.0712 + 0.9·0.356) = 0.00712 / 0.32752
    "0, 0, 1, 0.021739130434782608",
    "0, 0, 0, 0.1"
  })
  void copyingIsAsComputedByHand(int right, int wrong, int different, double copying) {
    assertThat(new Shared(right, wrong, different).copying()).isCloseTo(copying, EXACT);
  }

  @Test
  void oneSharedErrorIsNotEnoughForALikelyCopyAndTwoAre() {
    assertThat(new Shared(0, 1, 0).percent()).isEqualTo(81);
    assertThat(new Shared(0, 2, 0).percent()).isEqualTo(99);
  }

  @Test
  void noNumberOfRightFiguresMakesCopyistsWithoutAWrongOne() {
    for (int right : new int[] {0, 1, 25, 1_000_000}) {
      assertThat(new Shared(right, 0, 0).percent()).isEqualTo(10);
      assertThat(new Shared(right, 1, 0).percent()).isEqualTo(81);
    }
  }

  @Test
  void figuresThatDifferTellAgainstCopying() {
    // 40.2 · 0.2³ / 9 = 0.0357 to one
    assertThat(new Shared(10, 1, 3).percent()).isEqualTo(3);
  }

  @Test
  void nothingIsEverCertain() {
    assertThat(new Shared(100_000, 100_000, 0).percent()).isEqualTo(99);
    assertThat(new Shared(0, 0, 100_000).percent()).isZero();
  }
}
