package org.bilan.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Source;

/**
 * One proposition of a claim as the origins see it.
 *
 * @param forIt origins that support it, each led by one position
 * @param independent those of them that have no stake in it
 * @param against origins that deny the claim, or say what contradicts this proposition
 * @param inDoubt origins that call the claim uncertain, or hedge what speaks against it
 * @param uncertain origins that would support it, but may go back to those that do; and like those
 *     against and in doubt that are uncertain, they count for nothing else
 * @param unattributed whether somebody repeats it without naming whom
 */
record View(
    Claim claim,
    Proposition proposition,
    Index index,
    List<Cluster> forIt,
    List<Cluster> independent,
    List<Cluster> against,
    List<Cluster> inDoubt,
    List<Cluster> uncertain,
    boolean unattributed) {

  static View of(Claim claim, Proposition proposition, Index index, List<Position> positions) {
    BitSet bearing = new BitSet();
    for (Position position : positions) {
      bearing.set(position.report());
    }
    List<Cluster> carried = side(positions, Position.Side.FOR, index, bearing);
    List<Cluster> forIt = standing(carried);
    List<Cluster> contrary = standing(side(positions, Position.Side.AGAINST, index, bearing));
    List<Cluster> inDoubt = new ArrayList<>(where(contrary, View::hedges));
    inDoubt.addAll(standing(side(positions, Position.Side.IN_DOUBT, index, bearing)));
    return new View(
        claim,
        proposition,
        index,
        forIt,
        where(forIt, Cluster::independent),
        where(contrary, cluster -> !hedges(cluster)),
        inDoubt,
        where(carried, c -> c.stands() && c.uncertain()),
        any(carried, c -> c.lead().flaw().filter(Link.UNATTRIBUTED::equals).isPresent()));
  }

  /**
   * Whether who says the contrary leaves open whether it is so: that is a doubt. What a party's
   * voice says is its account all the same.
   */
  private static boolean hedges(Cluster cluster) {
    Position lead = cluster.lead();
    return lead.stance().hedged().orElse(false) && !lead.source().voiceOfParty();
  }

  private static List<Cluster> side(
      List<Position> positions, Position.Side side, Index index, BitSet bearing) {
    List<Position> taking = new ArrayList<>(positions.size());
    for (Position position : positions) {
      if (position.side() == side) {
        taking.add(position);
      }
    }
    return Clusters.led(index, taking, bearing);
  }

  private static List<Cluster> standing(List<Cluster> clusters) {
    return where(clusters, c -> c.stands() && !c.uncertain());
  }

  // Loops, not streams: these are asked a hundred times for each claim, mostly of one origin or
  // none, and a stream costs more than all that it is asked.

  /** Those of which the condition holds. */
  static <T> List<T> where(List<T> all, Predicate<? super T> condition) {
    List<T> found = List.of();
    for (int i = 0; i < all.size(); i++) {
      if (condition.test(all.get(i))) {
        found = found.isEmpty() ? new ArrayList<>(all.size() - i) : found;
        found.add(all.get(i));
      }
    }
    return found;
  }

  /** Whether the condition holds of one of these. */
  static <T> boolean any(List<T> all, Predicate<? super T> condition) {
    for (int i = 0; i < all.size(); i++) {
      if (condition.test(all.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the condition holds of each of these. */
  static <T> boolean all(List<T> all, Predicate<? super T> condition) {
    for (int i = 0; i < all.size(); i++) {
      if (!condition.test(all.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Ids of the reports that lead these origins, in the dossier's order. */
  List<String> reports(List<Cluster> clusters) {
    if (clusters.isEmpty()) {
      return List.of();
    }
    int[] reports = new int[clusters.size()];
    for (int i = 0; i < reports.length; i++) {
      reports[i] = clusters.get(i).lead().report();
    }
    Arrays.sort(reports);
    String[] ids = new String[reports.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = index.reports.get(reports[i]).id();
    }
    return List.of(ids);
  }

  /** Names of the sources that lead these origins, each once, in the dossier's order. */
  List<String> speakers(List<Cluster> clusters) {
    if (clusters.isEmpty()) {
      return List.of();
    }
    Set<String> names = new LinkedHashSet<>();
    clusters.forEach(cluster -> names.add(cluster.lead().source().label()));
    return List.copyOf(names);
  }

  /** Whether the cluster is led by the voice of this party. */
  static boolean voiceOf(Cluster cluster, String party) {
    Source source = cluster.lead().source();
    return source.voiceOfParty() && source.party().filter(party::equals).isPresent();
  }

  /** Whether something that may be a party's voice is given without its party. */
  static boolean partyMissing(List<Cluster> clusters) {
    return any(clusters, cluster -> cluster.lead().source().partyMissing());
  }
}
