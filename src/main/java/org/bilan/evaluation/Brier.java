package org.bilan.evaluation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Brier's score of forecasts, and what it is made of. {@code score = reliability - resolution +
 * uncertainty + withinBins}, but for rounding.
 *
 * <p>The first three are A. H. Murphy's, "A new vector partition of the probability score", Journal
 * of Applied Meteorology 12 (1973), 595-600, of each bin's mean forecast. They are all where each
 * bin holds one probability; elsewhere the forecasts of a bin differ from their mean, which D. B.
 * Stephenson, C. A. S. Coelho and I. T. Jolliffe, "Two extra components in the Brier score
 * decomposition", Weather and Forecasting 23 (2008), 752-757, add. With few forecasts in a bin
 * reliability comes out too large, also of forecasts that can be taken at their word.
 *
 * @param score the mean square of probability less outcome, 0 (best) to 1
 * @param reliability the mean square by which forecasts miss what happens in their bin, 0 (best) to
 *     1
 * @param resolution the mean square by which what happens in a bin differs from what happens in
 *     all, 0 (forecasts tell nothing) to {@code uncertainty}
 * @param uncertainty the score of whoever always gives the share that happens, 0 to 0.25; no matter
 *     of the forecasts
 * @param withinBins what forecasts add or take by differing from the mean of their bin
 */
public record Brier(
    double score, double reliability, double resolution, double uncertainty, double withinBins) {

  /**
   * The score alone: G. W. Brier, "Verification of forecasts expressed in terms of probability",
   * Monthly Weather Review 78 (1950), 1-3. Half of what Brier gives for two classes, as is usual
   * since.
   *
   * @return 0 (best) to 1; empty without forecasts
   */
  public static OptionalDouble score(Collection<Forecast> forecasts) {
    return forecasts.stream()
        .mapToDouble(forecast -> square(forecast.probability() - forecast.outcome()))
        .average();
  }

  /**
   * The score and what it is made of.
   *
   * @return empty without forecasts
   */
  public static Optional<Brier> of(Collection<Forecast> forecasts, Bins bins) {
    OptionalDouble score = score(forecasts);
    if (score.isEmpty()) {
      return Optional.empty();
    }
    double all = forecasts.size();
    double share = forecasts.stream().filter(Forecast::happened).count() / all;
    double reliability = 0;
    double resolution = 0;
    for (ReliabilityDiagram.Bin bin : ReliabilityDiagram.of(forecasts, bins).bins()) {
      if (bin.forecasts() > 0) {
        double observed = bin.observed().getAsDouble();
        double weight = bin.forecasts() / all;
        reliability += weight * square(bin.meanForecast().getAsDouble() - observed);
        resolution += weight * square(observed - share);
      }
    }
    double uncertainty = share * (1 - share);
    return Optional.of(
        new Brier(
            score.getAsDouble(),
            reliability,
            resolution,
            uncertainty,
            score.getAsDouble() - (reliability - resolution + uncertainty)));
  }

  /** All of them by their names, in the order of the sum. */
  public Map<String, Double> parts() {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("score", score);
    parts.put("reliability", reliability);
    parts.put("resolution", resolution);
    parts.put("uncertainty", uncertainty);
    parts.put("withinBins", withinBins);
    return parts;
  }

  private static double square(double number) {
    return number * number;
  }
}
