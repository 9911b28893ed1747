package org.bilan.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What happened in given cases, as a calibration: the probabilities that never fall with more
 * evidence and have the least Brier score in these cases (isotonic regression; as calibration of
 * probabilities: B. Zadrozny and C. Elkan, "Transforming classifier scores into accurate multiclass
 * probability estimates", KDD 2002). Between two amounts of evidence that were met it goes straight
 * from one's probability to the other's; beyond them all it stays.
 *
 * <p>Of the cases that it was fitted on it is always well calibrated, so others must judge it. With
 * few cases its ends are 0 and 1, which nobody should take at their word.
 */
public final class IsotonicCalibration implements Calibration {

  private final TreeMap<Double, Double> points;

  private IsotonicCalibration(TreeMap<Double, Double> points) {
    this.points = points;
  }

  /**
   * A case to learn from.
   *
   * @param decibans its evidence, finite
   * @param happened whether what it claims was so
   */
  public record Case(double decibans, boolean happened) {

    /**
     * @throws IllegalArgumentException when evidence is not finite
     */
    public Case {
      if (!Double.isFinite(decibans)) {
        throw new IllegalArgumentException("Evidence must be a finite number: " + decibans);
      }
      // Zero is one amount of evidence, whatever its sign.
      decibans += 0.0;
    }
  }

  /** Cases of one amount of evidence. */
  private static final class Tally {
    private double cases;
    private double happened;
  }

  /**
   * The calibration of some cases, in whatever order.
   *
   * @return empty without cases
   */
  public static Optional<IsotonicCalibration> fittedOn(List<Case> cases) {
    if (cases.isEmpty()) {
      return Optional.empty();
    }
    TreeMap<Double, Tally> tallies = new TreeMap<>();
    for (Case each : cases) {
      Tally tally = tallies.computeIfAbsent(each.decibans(), unused -> new Tally());
      tally.cases++;
      tally.happened += each.happened() ? 1 : 0;
    }
    double[] fitted =
        IsotonicRegression.of(
            tallies.values().stream().mapToDouble(t -> t.happened / t.cases).toArray(),
            tallies.values().stream().mapToDouble(t -> t.cases).toArray());
    TreeMap<Double, Double> points = new TreeMap<>();
    for (double decibans : tallies.keySet()) {
      points.put(decibans, fitted[points.size()]);
    }
    return Optional.of(new IsotonicCalibration(points));
  }

  @Override
  public double probability(double decibans) {
    if (Double.isNaN(decibans)) {
      return Double.NaN;
    }
    Map.Entry<Double, Double> below = points.floorEntry(decibans);
    Map.Entry<Double, Double> above = points.ceilingEntry(decibans);
    if (below == null) {
      return above.getValue();
    }
    if (above == null || above.getValue().equals(below.getValue())) {
      return below.getValue();
    }
    double way = (decibans - below.getKey()) / (above.getKey() - below.getKey());
    // Never above its end, which rounding would pass.
    return Math.min(
        below.getValue() + way * (above.getValue() - below.getValue()), above.getValue());
  }
}
