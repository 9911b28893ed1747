package org.bilan.evidence;

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
 * @param against origins that deny the claim, or say what contradicts this proposition
 * @param inDoubt origins that call the claim uncertain
 * @param uncertain origins that would support it, but may go back to those that do; and like those
 *     against and in doubt that are uncertain, they count for nothing else
 * @param unattributed whether somebody repeats it without naming whom
 */
record View(
    Claim claim,
    Proposition proposition,
    Index index,
    List<Cluster> forIt,
    List<Cluster> against,
    List<Cluster> inDoubt,
    List<Cluster> uncertain,
    boolean unattributed) {

  static View of(Claim claim, Proposition proposition, Index index, List<Position> positions) {
    BitSet bearing = new BitSet();
    positions.forEach(position -> bearing.set(position.report()));
    List<Cluster> carried = side(positions, Position.Side.FOR, index, bearing);
    return new View(
        claim,
        proposition,
        index,
        standing(carried),
        standing(side(positions, Position.Side.AGAINST, index, bearing)),
        standing(side(positions, Position.Side.IN_DOUBT, index, bearing)),
        where(carried, c -> c.stands() && c.uncertain()),
        carried.stream()
            .anyMatch(
                cluster -> cluster.lead().flaw().filter(Link.UNATTRIBUTED::equals).isPresent()));
  }

  private static List<Cluster> side(
      List<Position> positions, Position.Side side, Index index, BitSet bearing) {
    return Clusters.led(index, positions.stream().filter(p -> p.side() == side).toList(), bearing);
  }

  private static List<Cluster> standing(List<Cluster> clusters) {
    return where(clusters, c -> c.stands() && !c.uncertain());
  }

  /** The supporting origins that have no stake in it. */
  List<Cluster> independent() {
    return where(forIt, Cluster::independent);
  }

  static List<Cluster> where(List<Cluster> clusters, Predicate<Cluster> condition) {
    return clusters.stream().filter(condition).toList();
  }

  /** Ids of the reports that lead these origins, in the dossier's order. */
  List<String> reports(List<Cluster> clusters) {
    return clusters.stream()
        .map(cluster -> cluster.lead().report())
        .sorted()
        .map(report -> index.reports.get(report).id())
        .toList();
  }

  /** Names of the sources that lead these origins, each once, in the dossier's order. */
  List<String> speakers(List<Cluster> clusters) {
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
    return clusters.stream().anyMatch(cluster -> cluster.lead().source().partyMissing());
  }
}
