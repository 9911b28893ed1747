package org.bilan.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How machine and people agree on some claims.
 *
 * @param claims how many
 * @param measures by name, each with its 95 % interval; see {@link Measures}
 * @param matrix how often people and machine graded how
 * @param reliability the score taken as a probability, beside how often people found so
 */
public record Agreement(
    int claims,
    Map<String, Bootstrap.Estimate> measures,
    ConfusionMatrix matrix,
    ReliabilityDiagram reliability) {

  /** A score has two figures: tenths are as fine as some hundreds of claims can tell. */
  private static final Bins TENTHS = Bins.ofEqualWidth(10);

  public Agreement {
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
  }

  static Agreement of(List<Measures.Pair> pairs, Bootstrap bootstrap) {
    Measures measures = new Measures();
    return new Agreement(
        pairs.size(),
        measures.named(bootstrap.byIncident(pairs, Measures.Pair::incident, measures)),
        Measures.matrix(pairs),
        ReliabilityDiagram.of(Measures.forecasts(pairs), TENTHS));
  }
}
