package org.bilan.evaluation;

import java.util.Comparator;
import java.util.List;
import org.bilan.assessment.Finding;

/**
 * A claim on which machine and people differ.
 *
 * @param by how far, from 0 to 1: the probability that the score gives to what people did not find
 */
public record Misjudged(GradedClaim claim, double by) {

  /** How many are told: those first whose grades differ. */
  private static final int MOST = 20;

  private static final Comparator<Misjudged> FARTHEST =
      Comparator.comparing((Misjudged each) -> each.claim.people() == each.claim.machine())
          .thenComparingDouble(each -> -each.by)
          .thenComparing(each -> each.claim.incident())
          .thenComparing(each -> each.claim.claim());

  static Misjudged of(GradedClaim claim) {
    double supported = Calibration.STATED.probability(claim.evidence());
    return new Misjudged(claim, Pair.supported(claim.people()) ? 1 - supported : supported);
  }

  /**
   * As it may be told to somebody who does not see all of the dossier.
   *
   * @param called what the claim is called for them
   * @param findings with reasons that they may read
   */
  public Misjudged told(String called, List<Finding> findings) {
    return new Misjudged(claim.told(called, findings), by);
  }

  /** Those that differ most. */
  static List<Misjudged> worst(List<GradedClaim> claims) {
    return claims.stream().map(Misjudged::of).sorted(FARTHEST).limit(MOST).toList();
  }
}
