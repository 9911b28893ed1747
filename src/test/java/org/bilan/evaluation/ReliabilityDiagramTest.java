package org.bilan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Forecasts in bins, and the intervals of what then happened. */
class ReliabilityDiagramTest {

  private static void assertInterval(Interval interval, double low, double high, double by) {
    assertThat(interval.low()).isCloseTo(low, within(by));
    assertThat(interval.high()).isCloseTo(high, within(by));
  }

  /** Newcombe (1998), table I, method 3. */
  @Test
  void wilsonsIntervalsAreThoseThatNewcombeGives() {
    assertInterval(Interval.ofShare(81, 263).orElseThrow(), 0.2553, 0.3662, 0.00005);
    assertInterval(Interval.ofShare(15, 148).orElseThrow(), 0.0624, 0.1605, 0.00005);
    assertInterval(Interval.ofShare(0, 20).orElseThrow(), 0.0000, 0.1611, 0.00005);
    assertInterval(Interval.ofShare(1, 29).orElseThrow(), 0.0061, 0.1718, 0.00005);
  }

  @Test
  void anIntervalOfNoneBeginsAtZeroAndOneOfAllEndsAtOne() {
    for (int all = 1; all < 200; all++) {
      assertThat(Interval.ofShare(0, all).orElseThrow().low()).isZero();
      assertThat(Interval.ofShare(all, all).orElseThrow().high()).isEqualTo(1);
    }
    assertThat(Interval.ofShare(0, 0)).isEmpty();
    assertThatThrownBy(() -> Interval.ofShare(3, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Interval.ofShare(-1, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Means by numpy 2.4.6, intervals by statsmodels 0.15.0, proportion_confint. */
  @Test
  void theBinsOfForecastsForTampereAreThoseOfOtherLibraries() {
    List<ReliabilityDiagram.Bin> bins =
        ReliabilityDiagram.of(Tampere.forecasts(), Bins.ofEqualWidth(5)).bins();
    assertThat(bins).extracting(ReliabilityDiagram.Bin::from).containsExactly(0.0, .2, .4, .6, .8);
    assertThat(bins).extracting(ReliabilityDiagram.Bin::to).containsExactly(.2, .4, .6, .8, 1.0);
    assertThat(bins)
        .extracting(ReliabilityDiagram.Bin::forecasts)
        .containsExactly(101L, 100L, 41L, 56L, 48L);
    assertThat(bins)
        .extracting(ReliabilityDiagram.Bin::happened)
        .containsExactly(2L, 10L, 12L, 22L, 35L);
    assertThat(bins.get(0).meanForecast()).hasValueCloseTo(0.054455445544554, within(1e-14));
    assertThat(bins.get(4).meanForecast()).hasValueCloseTo(0.877083333333333, within(1e-14));
    assertThat(bins.get(4).observed()).hasValueCloseTo(0.729166666666667, within(1e-14));
    assertInterval(
        bins.get(4).interval().orElseThrow(), 0.5900303501775938, 0.8343404237254356, 1e-15);
  }

  @Test
  void aBinWithoutForecastsIsThereAndSaysNothing() {
    ReliabilityDiagram diagram =
        ReliabilityDiagram.of(List.of(new Forecast(1, true)), Bins.ofEqualWidth(2));
    ReliabilityDiagram.Bin empty = diagram.bins().get(0);
    assertThat(empty.forecasts()).isZero();
    assertThat(empty.meanForecast()).isEmpty();
    assertThat(empty.observed()).isEmpty();
    assertThat(empty.interval()).isEmpty();
    assertThat(diagram.bins().get(1).observed()).hasValue(1);
  }

  @Test
  void aBinHoldsItsLowerEdgeAndTheLastOneItsUpperToo() {
    Bins bins = Bins.ofEqualWidth(10);
    assertThat(bins.count()).isEqualTo(10);
    for (int tenth = 0; tenth < 10; tenth++) {
      assertThat(bins.of(tenth / 10.0)).isEqualTo(tenth);
      assertThat(bins.of(Math.nextDown((tenth + 1) / 10.0))).isEqualTo(tenth);
    }
    assertThat(bins.of(1)).isEqualTo(9);
    assertThat(bins.of(-0.0)).isZero();
  }

  @Test
  void edgesThatDoNotRiseFromZeroToOneAreRefused() {
    for (List<Double> wrong :
        List.of(
            List.<Double>of(),
            List.of(0.0),
            List.of(0.0, 0.9),
            List.of(0.1, 1.0),
            List.of(0.0, 0.5, 0.5, 1.0),
            List.of(0.0, 0.6, 0.4, 1.0),
            List.of(0.0, Double.NaN, 1.0))) {
      assertThatThrownBy(() -> new Bins(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(wrong.toString());
    }
  }
}
