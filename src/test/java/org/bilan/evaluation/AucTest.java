package org.bilan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The area under the ROC curve. */
class AucTest {

  /** As many scores of each height, from 1, as are given. */
  static double[] ratings(int... counts) {
    return IntStream.range(0, counts.length)
        .flatMap(i -> IntStream.generate(() -> i + 1).limit(counts[i]))
        .asDoubleStream()
        .toArray();
  }

  /**
   * How one reader rated the CT images of 51 abnormal and 58 normal patients, from definitely
   * normal to definitely abnormal: Hanley and McNeil (1982), table I, and their area, 0.893.
   * scikit-learn 1.9.1, roc_auc_score: 0.8931710615.
   */
  @Test
  void theAreaOfHanleyAndMcNeilsImagesIsTheirs() {
    double[] abnormal = ratings(3, 2, 2, 11, 33);
    double[] normal = ratings(33, 6, 6, 11, 2);
    assertThat(Auc.of(abnormal, normal)).hasValueCloseTo(0.893, within(0.0005));
    assertThat(Auc.of(abnormal, normal)).hasValueCloseTo(0.8931710615280595, within(1e-15));
    assertThat(Auc.of(normal, abnormal)).hasValueCloseTo(1 - 0.8931710615280595, within(1e-15));
  }

  @Test
  void groupsThatAreApartHaveAnAreaOfOneAndThoseThatAreAlikeOfAHalf() {
    assertThat(Auc.of(new double[] {3, 4}, new double[] {1, 2})).hasValue(1);
    assertThat(Auc.of(new double[] {1, 2}, new double[] {3, 4})).hasValue(0);
    assertThat(Auc.of(new double[] {5, 5, 5}, new double[] {5, 5})).hasValue(0.5);
    assertThat(Auc.of(new double[] {0.0}, new double[] {-0.0})).hasValue(0.5);
  }

  @Test
  void withoutCasesOfAGroupThereIsNoArea() {
    assertThat(Auc.of(new double[] {}, new double[] {1})).isEmpty();
    assertThat(Auc.of(new double[] {1}, new double[] {})).isEmpty();
    assertThat(Auc.ofCounts(new long[] {0}, new long[] {1})).isEmpty();
    assertThat(Auc.ofCounts(new long[] {1}, new long[] {0})).isEmpty();
  }

  /** The definition, pair by pair. */
  @Test
  void theAreaIsTheShareOfPairsThatStandAsExpected() {
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < 200; trial++) {
      double[] higher = random.ints(1 + trial % 17, -6, 9).asDoubleStream().toArray();
      double[] lower = random.ints(1 + trial % 23, -8, 7).asDoubleStream().toArray();
      double pairs = 0;
      for (double one : higher) {
        for (double other : lower) {
          pairs += one > other ? 1 : one == other ? 0.5 : 0;
        }
      }
      assertThat(Auc.ofCounts(counts(higher), counts(lower)))
          .hasValueCloseTo(pairs / (higher.length * lower.length), within(1e-15));
      double[] before = higher.clone();
      assertThat(Auc.of(higher, lower))
          .hasValueCloseTo(pairs / (higher.length * lower.length), within(1e-15));
      assertThat(higher).as("what was given is left as it is").isEqualTo(before);
    }
  }

  private static long[] counts(double[] scores) {
    long[] counts = new long[20];
    for (double score : scores) {
      counts[(int) score + 8]++;
    }
    return counts;
  }

  @Test
  void aScoreThatIsNoNumberIsRefused() {
    double[] good = {1};
    double[] bad = {2, Double.NaN, 1};
    assertThatThrownBy(() -> Auc.of(bad, good)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Auc.of(good, bad)).isInstanceOf(IllegalArgumentException.class);
  }
}
