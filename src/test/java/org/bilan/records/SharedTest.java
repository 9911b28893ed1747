package org.bilan.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedTest {

  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  /**
   * By hand. With e = 0.2, c = 0.8, n = 10: two that do not copy are both right with 0.8² = 0.64,
   * wrong alike with 0.2²/10 = 0.004, and differ with 0.356; of two of whom one copies the chances
   * are 0.8·0.8 + 0.2·0.64 = 0.768, 0.8·0.2 + 0.2·0.004 = 0.1608 and 0.2·0.356 = 0.0712. Prior 0.1.
   */
  @ParameterizedTest
  @CsvSource({
    // 0.1·0.1608 / (0.1·0.1608 + 0.9·0.004) = 0.01608 / 0.01968
    "0, 1, 0, 0.8170731707317073",
    // 0.01608·0.1608 / (… + 0.0036·0.004) = 0.002585664 / 0.002600064
    "0, 2, 0, 0.9944616747895438",
    // 0.002585664·0.0712 / (… + 0.0000144·0.356) = 0.0001840992768 / 0.0001892256768
    "0, 2, 1, 0.9729085392284351",
    // 0.0768·0.0712 / (… + 0.576·0.356) = 0.00546816 / 0.21052416
    "1, 0, 1, 0.02597402597402597",
    // 0.0768 / (0.0768 + 0.576)
    "1, 0, 0, 0.11764705882352941",
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
  void rightFiguresSharedTellLittleAndDifferencesMuch() {
    assertThat(new Shared(10, 0, 0).percent()).isEqualTo(40);
    assertThat(new Shared(10, 1, 3).percent()).isEqualTo(18);
  }

  @Test
  void nothingIsEverCertain() {
    assertThat(new Shared(100_000, 100_000, 0).percent()).isEqualTo(99);
    assertThat(new Shared(0, 0, 100_000).percent()).isZero();
  }
}
