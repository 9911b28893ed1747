package org.bilan.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What probabilities were given beside how often the event then happened: where forecasts can be
 * taken at their word, both are alike in each bin (A. H. Murphy and R. L. Winkler, "Reliability of
 * subjective probability forecasts of precipitation and temperature", Applied Statistics 26 (1977),
 * 41-47).
 *
 * @param bins all of them, from 0 to 1
 */
public record ReliabilityDiagram(List<Bin> bins) {

  /**
   * The forecasts of one range.
   *
   * @param from the lowest probability that it holds
   * @param to the probability that the next bin begins with; the last one holds it too
   * @param forecasts how many there are
   * @param happened of how many the event happened
   * @param meanForecast the mean probability that was given; empty without forecasts
   * @param interval Wilson's 95 % interval of the share that happened; empty without forecasts
   */
  public record Bin(
      double from,
      double to,
      long forecasts,
      long happened,
      OptionalDouble meanForecast,
      Optional<Interval> interval) {

    /** The share, 0 to 1, of which the event happened; empty without forecasts. */
    public OptionalDouble observed() {
      return forecasts == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of((double) happened / forecasts);
    }
  }

  public ReliabilityDiagram {
    bins = List.copyOf(bins);
  }

  /** The diagram of some forecasts. */
  public static ReliabilityDiagram of(Collection<Forecast> forecasts, Bins bins) {
    long[] counts = new long[bins.count()];
    long[] happened = new long[bins.count()];
    double[] sums = new double[bins.count()];
    for (Forecast forecast : forecasts) {
      int bin = bins.of(forecast.probability());
      counts[bin]++;
      happened[bin] += forecast.happened() ? 1 : 0;
      sums[bin] += forecast.probability();
    }
    List<Bin> all = new ArrayList<>();
    for (int bin = 0; bin < bins.count(); bin++) {
      long count = counts[bin];
      all.add(
          new Bin(
              bins.edges().get(bin),
              bins.edges().get(bin + 1),
              count,
              happened[bin],
              count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sums[bin] / count),
              Interval.ofShare(happened[bin], count)));
    }
    return new ReliabilityDiagram(all);
  }
}
