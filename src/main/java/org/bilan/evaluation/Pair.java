package org.bilan.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.bilan.assessment.Grade;

/**
 * A claim as people graded it and as it stands by some rules, with what that forecasts: that people
 * find it supported.
 *
 * @param stated the evidence at its word
 * @param calibrated after an isotonic calibration that never met the incident; empty when there is
 *     no other incident
 */
record Pair(
    String incident,
    Grade people,
    GradedClaim.Standing machine,
    Forecast stated,
    Optional<Forecast> calibrated) {

  /** People who grade so say that the incident is well enough supported to be counted. */
  static final List<Grade> SUPPORTED = List.of(Grade.CONFIRMED, Grade.FAIR);

  /**
   * Pairs of all claims, in their order.
   *
   * @param by how a claim stands by the rules that are looked at
   * @param seed of what is drawn for the calibration
   */
  static List<Pair> of(
      List<GradedClaim> claims, Function<GradedClaim, GradedClaim.Standing> by, long seed) {
    List<OptionalDouble> calibrated =
        OutOfFold.probabilities(
            claims,
            GradedClaim::incident,
            claim ->
                new IsotonicCalibration.Case(by.apply(claim).evidence(), supported(claim.people())),
            seed);
    List<Pair> pairs = new ArrayList<>(claims.size());
    for (GradedClaim claim : claims) {
      OptionalDouble probability = calibrated.get(pairs.size());
      boolean supported = supported(claim.people());
      GradedClaim.Standing standing = by.apply(claim);
      pairs.add(
          new Pair(
              claim.incident(),
              claim.people(),
              standing,
              new Forecast(Calibration.STATED.probability(standing.evidence()), supported),
              probability.isEmpty()
                  ? Optional.empty()
                  : Optional.of(new Forecast(probability.getAsDouble(), supported))));
    }
    return pairs;
  }

  static boolean supported(Grade people) {
    return SUPPORTED.contains(people);
  }
}
