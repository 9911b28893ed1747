package org.bilan.fitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BoxedRidgeTest {

  private static final Offset<Double> CLOSE = Offset.offset(1e-4);

  /** What SciPy 1.17.1 finds of the same cases (optimize.minimize, L-BFGS-B, gtol 1e-12). */
  @Test
  void itFindsWhatAnotherLibraryFinds() {
    assertThat(least(0.2))
        .containsExactly(new double[] {6, 1.54849477, -0.72385647, -0.24075895}, CLOSE);
    assertThat(least(0.02)).containsExactly(new double[] {6, 0, 0, 0.02084006}, CLOSE);
  }

  private static double[] least(double pull) {
    int[][] rows =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    IntStream.of(i % 2 == 0 ? 0 : -1, i % 3 == 0 ? 1 : -1, i % 5 < 2 ? 2 : -1, 3)
                        .filter(j -> j >= 0)
                        .toArray())
            .toArray(int[][]::new);
    boolean[] supported = new boolean[40];
    for (int i = 0; i < 40; i++) {
      supported[i] = i * 7 % 10 < 4 + (i % 2 == 0 ? 3 : 0) - (i % 3 == 0 ? 3 : 0);
    }
    double[] fixed = new double[40];
    Arrays.fill(fixed, -4);
    return new BoxedRidge(
            List.of(
                new BoxedRidge.Coefficient(4, pull, 0, 6),
                new BoxedRidge.Coefficient(5, pull, 0, 10),
                new BoxedRidge.Coefficient(-2, pull, -6, 0),
                new BoxedRidge.Coefficient(0, 0, -64, 64)),
            rows,
            fixed,
            supported)
        .least(new double[] {4, 5, -2, 0});
  }

  /** A coefficient that counts twice in a case moves it twice as far. */
  @Test
  void whatCountsTwiceIsHalfAsLarge() {
    double once = one(new int[] {0}, 0.01);
    // The pull is on the coefficient itself: at four times the pull, half of it costs the same.
    assertThat(one(new int[] {0, 0}, 0.04)).isEqualTo(once / 2, CLOSE);
  }

  private static double one(int[] row, double pull) {
    return new BoxedRidge(
            List.of(new BoxedRidge.Coefficient(0, pull, -50, 50)),
            new int[][] {row, row, row},
            new double[3],
            new boolean[] {true, true, false})
        .least(new double[1])[0];
  }
}
