package org.bilan.evaluation;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bilan.dossier.Proposition;

/**
 * How machine and people agree on some claims.
 *
 * @param claims how many
 * @param measures by name, each with its 95 % interval; see {@link Measures}
 * @param propositions what each that any claim asserts tells by itself
 * @param matrix how often people and machine graded how
 * @param stated the evidence at its word, as a forecast of what people find
 * @param calibrated the same after an isotonic calibration that was fitted on other incidents: what
 *     is left is no matter of calibration; empty when all claims are of one incident
 */
public record Agreement(
    int claims,
    Map<String, Bootstrap.Estimate> measures,
    Map<Proposition, OfProposition> propositions,
    ConfusionMatrix matrix,
    Forecasting stated,
    Optional<Forecasting> calibrated) {

  /** A score has two figures: tenths are as fine as some hundreds of claims can tell. */
  private static final Bins TENTHS = Bins.ofEqualWidth(10);

  /**
   * What one proposition tells by itself.
   *
   * @param claims how many assert it
   * @param weakest of how many none is weaker: their evidence is this one's, and hides the others'
   * @param measures the AUCs of its own evidence, by the same names
   */
  public record OfProposition(long claims, long weakest, Map<String, Bootstrap.Estimate> measures) {

    public OfProposition {
      measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    }
  }

  /** Forecasts, judged. */
  public record Forecasting(Brier brier, ReliabilityDiagram reliability) {

    static Optional<Forecasting> of(Collection<Forecast> forecasts) {
      return Brier.of(forecasts, TENTHS)
          .map(brier -> new Forecasting(brier, ReliabilityDiagram.of(forecasts, TENTHS)));
    }
  }

  public Agreement {
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    propositions = Collections.unmodifiableMap(new EnumMap<>(propositions));
  }

  /** That on some claims, at least one. */
  static Agreement of(List<Pair> pairs, Bootstrap bootstrap) {
    Measures measures = new Measures();
    Map<String, Bootstrap.Estimate> all =
        measures.named(bootstrap.byIncident(pairs, Pair::incident, measures));
    Map<Proposition, OfProposition> propositions = new EnumMap<>(Proposition.class);
    for (Proposition proposition : Proposition.values()) {
      Map<String, Bootstrap.Estimate> own = new LinkedHashMap<>();
      for (String name : measures.ofPropositions()) {
        own.put(name, all.remove(Measures.name(proposition, name)));
      }
      List<GradedClaim.Standing> asserting =
          pairs.stream()
              .map(Pair::machine)
              .filter(standing -> standing.propositions().containsKey(proposition))
              .toList();
      if (!asserting.isEmpty()) {
        long weakest =
            asserting.stream()
                .filter(s -> s.propositions().get(proposition) == s.evidence())
                .count();
        propositions.put(proposition, new OfProposition(asserting.size(), weakest, own));
      }
    }
    return new Agreement(
        pairs.size(),
        all,
        propositions,
        Measures.matrix(pairs),
        Forecasting.of(pairs.stream().map(Pair::stated).toList()).orElseThrow(),
        Forecasting.of(pairs.stream().flatMap(pair -> pair.calibrated().stream()).toList()));
  }
}
