package org.bilan.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PosteriorTest {

  private static final Offset<Double> EXACT = Offset.offset(1e-9);

  /** By SciPy 1.17.1: beta.mean(a, b), beta.ppf(0.025, a, b), beta.isf(0.025, a, b). */
  @ParameterizedTest
  @CsvSource({
    "18, 2, 60, 0.85, 0.6858141757534277, 0.9596532221928324",
    "2, 18, 60, 0.18333333333333335, 0.05919650145540241, 0.3570272684794226",
    "0, 0, 60, 0.6, 0.15790562217533682, 0.9521829824732596",
    "0, 0, 50, 0.5, 0.09429932405024609, 0.9057006759497539",
    "3, 0, 60, 0.7714285714285715, 0.42427325483057476, 0.9772223752203525",
    "0, 5, 0, 0.0044444444444444444, 6.070000725449014e-42, 0.05253041849851638"
  })
  void meanAndIntervalAreThoseOfAnotherLibrary(
      int right, int wrong, int usual, double mean, double low, double high) {
    Posterior posterior = Posterior.of(right, wrong, usual);
    assertThat(posterior.mean()).isCloseTo(mean, EXACT);
    assertThat(posterior.low()).isCloseTo(low, EXACT);
    assertThat(posterior.high()).isCloseTo(high, EXACT);
  }

  /** Beta(3, 1) has the distribution x³. */
  @Test
  void quantilesAreThoseOfTheClosedForm() {
    assertThat(Posterior.of(1, 0, 50).high()).isCloseTo(betaOfThreeAndTwo(0.975), EXACT);
    assertThat(Posterior.of(0, 0, 75).low()).isCloseTo(Math.cbrt(0.025), EXACT);
    assertThat(Posterior.of(0, 0, 75).high()).isCloseTo(Math.cbrt(0.975), EXACT);
  }

  /** Beta(3, 2) has the distribution 4x³ - 3x⁴: where it reaches p, by bisection. */
  private static double betaOfThreeAndTwo(double p) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double x = (low + high) / 2;
      if (4 * Math.pow(x, 3) - 3 * Math.pow(x, 4) < p) {
        low = x;
      } else {
        high = x;
      }
    }
    return low;
  }

  @Test
  void endsAreRoundedToWhatTheyBear() {
    Posterior posterior = Posterior.of(18, 2, 60);
    assertThat(posterior.atLeast()).isEqualTo(68);
    assertThat(posterior.atMost()).isEqualTo(96);
  }

  @Test
  void anEndThatIsAWholePercentStaysSoWhateverItsLastBitsAre() {
    // 0.29 * 100 is 28.999999999999996, and 0.07 * 100 is 7.000000000000001.
    assertThat(new Posterior(0.5, 0.29, 0.07).atLeast()).isEqualTo(29);
    assertThat(new Posterior(0.5, 0.29, 0.07).atMost()).isEqualTo(7);
    assertThat(new Posterior(0.5, 0.68 - 1e-8, 0.36 + 1e-8).atLeast()).isEqualTo(67);
    assertThat(new Posterior(0.5, 0.68 - 1e-8, 0.36 + 1e-8).atMost()).isEqualTo(37);
  }

  @Test
  void fewCasesStayNearWhatIsUsualAndManyDoNot() {
    assertThat(Posterior.of(1, 0, 40).mean()).isCloseTo(0.52, EXACT);
    assertThat(Posterior.of(100, 0, 40).mean()).isGreaterThan(0.97);
    assertThat(Posterior.of(1, 0, 40).low()).isLessThan(0.4);
  }

  @Test
  void anArchiveWithoutAnyErrorIsNotTakenForOneThatCannotErr() {
    assertThat(Posterior.of(0, 1, 100)).isEqualTo(Posterior.of(0, 1, 99));
    assertThat(Posterior.of(1, 0, 0)).isEqualTo(Posterior.of(1, 0, 1));
    assertThat(Posterior.of(1_000_000, 1_000_000, 50).atLeast()).isEqualTo(49);
  }
}
