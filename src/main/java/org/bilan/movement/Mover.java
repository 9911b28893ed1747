package org.bilan.movement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bilan.assessment.ClaimChange.Standing;

/**
 * A claim that moved.
 *
 * @param state names the state of the dossier that was judged, where it is kept; else empty
 * @param findings what came, went or weighs otherwise
 */
public record Mover(
    String incident,
    @JsonIgnore String state,
    String claim,
    Standing before,
    Standing after,
    List<FindingMoved> findings) {

  /**
   * Those that moved farthest first: by score, then by evidence, then by their names. The rest
   * settles the order of a claim that is there twice.
   */
  static final Comparator<Mover> FARTHEST =
      Comparator.comparingInt((Mover mover) -> -distance(mover.before, mover.after))
          .thenComparingInt(mover -> -Math.abs(mover.after.evidence() - mover.before.evidence()))
          .thenComparing(Mover::incident)
          .thenComparing(Mover::claim)
          .thenComparing(Mover::toString);

  /** How far the score moved. */
  static int distance(Standing before, Standing after) {
    return Math.abs(after.score() - before.score());
  }

  /** In a dossier whose state is named so. */
  Mover in(String otherState) {
    return new Mover(incident, otherState, claim, before, after, findings);
  }

  /** With the claim under another id. */
  public Mover called(UnaryOperator<String> ids) {
    return new Mover(incident, state, ids.apply(claim), before, after, findings);
  }
}
