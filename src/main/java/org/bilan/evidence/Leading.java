package org.bilan.evidence;

import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.bilan.dossier.AbsentLast;
import org.bilan.dossier.Claim;

/** Which of several positions stands for them all. */
final class Leading {

  private Leading() {}

  /**
   * The position that leads kin: not one that counts for nothing; one on the claim itself and of
   * its own, as who boasts first and admits later has admitted; the earliest; of the same time one
   * that repeats others, since independence must be certain (STANAG 2511), but not its own kin;
   * then the nearer and the better grounded.
   *
   * @param others the reports of all other kin on this side
   */
  static Position ofKin(Kin kin, BitSet others, Index index) {
    if (kin.positions.size() == 1) {
      return kin.positions.get(0);
    }
    Map<Claim, BitSet> saying = saying(kin);
    boolean ownWord =
        kin.positions.stream().filter(Position::direct).noneMatch(p -> repeats(p, others, index));
    return Collections.min(
        kin.positions,
        Comparator.comparing((Position p) -> !p.stands())
            .thenComparing(p -> ownWord && !p.direct())
            .thenComparing(p -> index.reports.get(p.report()).publishedAt(), AbsentLast.order())
            .thenComparing(p -> !repeats(p, others, index))
            .thenComparing(p -> repeats(p, saying.get(p.said()), index))
            .thenComparing(p -> Distance.of(p.source()))
            .thenComparing(p -> p.stance().basis(), AbsentLast.order())
            .thenComparing(p -> p.stance().hedged(), AbsentLast.order())
            .thenComparing(Position::report));
  }

  /** The position that leads kin of one origin: the earliest, then the nearest. */
  static Position ofOrigin(List<Kin> origin, Index index) {
    if (origin.size() == 1) {
      return origin.get(0).lead;
    }
    return origin.stream()
        .filter(kin -> !kin.outside)
        .map(kin -> kin.lead)
        .min(
            Comparator.comparing(
                    (Position p) -> index.reports.get(p.report()).publishedAt(), AbsentLast.order())
                .thenComparing(p -> Distance.of(p.source()))
                .thenComparing(Position::report))
        .orElseThrow();
  }

  /** Whether a position's report goes back to some of these. */
  static boolean repeats(Position position, BitSet reports, Index index) {
    return index.ancestors(position.report()).intersects(reports);
  }

  /** For each thing that kin say the reports that say so and count. */
  private static Map<Claim, BitSet> saying(Kin kin) {
    Map<Claim, BitSet> saying = new IdentityHashMap<>();
    for (Position position : kin.positions) {
      BitSet reports = saying.computeIfAbsent(position.said(), claim -> new BitSet());
      if (position.stands()) {
        reports.set(position.report());
      }
    }
    return saying;
  }
}
