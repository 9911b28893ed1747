package org.bilan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Brier's score, and Murphy's parts of it. */
class BrierTest {

  private static final Offset<Double> ROUNDED = within(0.0005);
  private static final Offset<Double> EXACT = within(1e-15);

  /** The example gives 0.144, 0.025, 0.060 and 0.179. */
  @Test
  void scoreAndPartsOfForecastsForTampereAreThoseOfTheExample() {
    Brier brier = Brier.of(Tampere.forecasts(), Tampere.TENTHS).orElseThrow();
    assertThat(brier.score()).isCloseTo(0.144, ROUNDED);
    assertThat(brier.reliability()).isCloseTo(0.025, ROUNDED);
    assertThat(brier.resolution()).isCloseTo(0.060, ROUNDED);
    assertThat(brier.uncertainty()).isCloseTo(0.179, ROUNDED);
    assertThat(Brier.score(Tampere.forecasts())).hasValue(brier.score());
    // scikit-learn 1.9.1, brier_score_loss.
    assertThat(brier.score()).isCloseTo(0.14447976878612714, EXACT);
  }

  /** Murphy's identity: where each bin holds one probability, nothing is left over. */
  @Test
  void threePartsAreTheWholeWhereABinHoldsOneProbability() {
    Brier brier = Brier.of(Tampere.forecasts(), Tampere.TENTHS).orElseThrow();
    assertThat(brier.reliability() - brier.resolution() + brier.uncertainty())
        .isCloseTo(brier.score(), EXACT);
    assertThat(brier.withinBins()).isCloseTo(0, EXACT);
  }

  /**
   * Worked out with numpy 2.4.6 from the formulas of Stephenson, Coelho and Jolliffe (2008): the
   * variance within bins, 0.0031003, less twice the covariance, 0.0046448.
   */
  @Test
  void whatDiffersWithinWiderBinsIsAPartOfItsOwn() {
    Brier brier = Brier.of(Tampere.forecasts(), Bins.ofEqualWidth(5)).orElseThrow();
    assertThat(brier.reliability()).isCloseTo(0.02381471569159997, EXACT);
    assertThat(brier.resolution()).isCloseTo(0.05708977402564448, EXACT);
    assertThat(brier.withinBins()).isCloseTo(-0.0015445146553637445, EXACT);
  }

  @Test
  void whoIsAlwaysRightScoresZeroAndWhoIsAlwaysWrongOne() {
    assertThat(Brier.score(List.of(new Forecast(1, true), new Forecast(0, false)))).hasValue(0);
    assertThat(Brier.score(List.of(new Forecast(0, true), new Forecast(1, false)))).hasValue(1);
  }

  @Test
  void withoutForecastsThereIsNoScore() {
    assertThat(Brier.score(List.of())).isEmpty();
    assertThat(Brier.of(List.of(), Bins.ofEqualWidth(10))).isEmpty();
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> new Forecast(wrong, true))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(Double.toString(wrong));
    }
  }
}
