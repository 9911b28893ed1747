package org.bilan.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Clusters the positions of one side into origins.
 *
 * <p>Kin speak with one voice: the report that leads them is the earliest that repeats nobody. Kin
 * whose leading report goes back to others on the same side are an echo of those, whatever they
 * publish later; all others are origins. So an echo never adds an origin, and an origin is not lost
 * by being quoted together with another.
 */
final class Clusters {

  /**
   * With how many origins one echo is listed, the first ones in the dossier's order. A press review
   * of a thousand, repeated by a thousand, would else be a list of a million; what a reader wants
   * to know of it is that it is an echo, and of whom for example.
   */
  private static final int LISTED_WITH = 10;

  private final Index index;
  private final List<Position> positions;
  private final boolean withEchoes;
  private final BitSet speaking = new BitSet();
  private final List<Kin> kins = new ArrayList<>();
  private final Kin[] kinOfReport;

  private Clusters(Index index, List<Position> positions, boolean withEchoes) {
    this.index = index;
    this.positions = positions;
    this.withEchoes = withEchoes;
    this.kinOfReport = new Kin[index.reports.size()];
  }

  /**
   * The origins behind the positions of one side on one proposition, each with what echoes it.
   *
   * @param bearing places of all reports with any position on it
   */
  static List<Cluster> of(Index index, List<Position> positions, BitSet bearing) {
    return of(index, positions, bearing, true);
  }

  /** The same origins without their echoes, for whoever asks only who leads them: far quicker. */
  static List<Cluster> led(Index index, List<Position> positions, BitSet bearing) {
    return of(index, positions, bearing, false);
  }

  private static List<Cluster> of(
      Index index, List<Position> positions, BitSet bearing, boolean withEchoes) {
    return positions.isEmpty()
        ? List.of()
        : new Clusters(index, positions, withEchoes).build(bearing);
  }

  private List<Cluster> build(BitSet bearing) {
    gatherKin();
    boolean echoes = false;
    for (Kin kin : kins) {
      BitSet others = (BitSet) speaking.clone();
      others.andNot(kin.reports);
      kin.lead = Leading.ofKin(kin, others, index);
      kin.echo = Leading.repeats(kin.lead, others, index) && !kin.lead.concedes();
      kin.grounded = !kin.echo;
      echoes |= kin.echo;
    }
    if (kins.size() == 1) {
      return List.of(cluster(kins, List.of()));
    }
    UnionFind origins = new UnionFind(kins.size());
    if (echoes) {
      joinCircles(origins);
    }
    CommonSources.join(kins, index, bearing, origins);
    return collect(origins);
  }

  private void gatherKin() {
    Kin[] byKinship = new Kin[index.dossier.sources().size()];
    for (Position position : positions) {
      int kinship = index.kin(position.report());
      Kin kin = byKinship[kinship];
      if (kin == null) {
        kin = new Kin(kins.size());
        byKinship[kinship] = kin;
        kins.add(kin);
      }
      kin.positions.add(position);
      kin.reports.set(position.report());
      speaking.set(position.report());
      kinOfReport[position.report()] = kin;
    }
  }

  /** Kin that only repeat each other, in a circle, are one origin, and nobody knows whose. */
  private void joinCircles(UnionFind origins) {
    BitSet groundless = leads(kin -> kin.echo);
    for (Kin echo : echoing(kins.stream().filter(kin -> kin.grounded).toList(), groundless)) {
      echo.grounded = true;
    }
    for (Kin kin : kins) {
      if (!kin.grounded) {
        repeatedBy(kin).stream().forEach(other -> origins.join(kin.place, other));
      }
    }
    leaveCircles();
  }

  /** Takes from the circles, one by one, whom nobody in them repeats. */
  private void leaveCircles() {
    int[] repeating = new int[kins.size()];
    List<Kin> circling = kins.stream().filter(kin -> !kin.grounded).toList();
    circling.forEach(kin -> repeatedBy(kin).stream().forEach(other -> repeating[other]++));
    Deque<Kin> leaving = new ArrayDeque<>(circling);
    leaving.removeIf(kin -> repeating[kin.place] > 0);
    while (!leaving.isEmpty()) {
      Kin kin = leaving.poll();
      kin.outside = true;
      repeatedBy(kin).stream()
          .filter(other -> --repeating[other] == 0)
          .forEach(other -> leaving.add(kins.get(other)));
    }
  }

  /** Places of the other kin on this side whom the leading report of these goes back to. */
  private BitSet repeatedBy(Kin kin) {
    if (kin.repeated == null) {
      BitSet reports = (BitSet) index.ancestors(kin.lead.report()).clone();
      reports.and(speaking);
      reports.andNot(kin.reports);
      kin.repeated = new BitSet();
      for (int r = reports.nextSetBit(0); r >= 0; r = reports.nextSetBit(r + 1)) {
        kin.repeated.set(kinOfReport[r].place);
      }
    }
    return kin.repeated;
  }

  /** The reports that lead such kin. */
  private BitSet leads(Predicate<Kin> such) {
    BitSet leads = new BitSet();
    for (Kin kin : kins) {
      leads.set(kin.lead.report(), such.test(kin));
    }
    return leads;
  }

  /**
   * All kin that repeat some of these, directly or through others.
   *
   * @param open reports that lead those who may; those who do are taken out of it
   */
  private List<Kin> echoing(List<Kin> repeated, BitSet open) {
    if (open.isEmpty()) {
      return List.of();
    }
    List<Kin> echoing = new ArrayList<>();
    Deque<Kin> next = new ArrayDeque<>(repeated);
    while (!next.isEmpty() && !open.isEmpty()) {
      BitSet found = new BitSet();
      next.poll().reports.stream().forEach(report -> found.or(index.descendants(report)));
      found.and(open);
      open.andNot(found);
      found.stream().mapToObj(report -> kinOfReport[report]).forEach(echoing::add);
      found.stream().mapToObj(report -> kinOfReport[report]).forEach(next::add);
    }
    return echoing;
  }

  /** Origins with what echoes them, in the order of their leading reports. */
  private List<Cluster> collect(UnionFind origins) {
    Map<Integer, List<Kin>> standing = new LinkedHashMap<>();
    Map<Link, List<Kin>> flawed = new EnumMap<>(Link.class);
    for (Kin kin : kins) {
      boolean origin = !kin.echo || !kin.grounded;
      Optional<Link> flaw = kin.lead.flaw();
      if (origin && flaw.isPresent()) {
        flawed.computeIfAbsent(flaw.get(), k -> new ArrayList<>()).add(kin);
      } else if (origin) {
        standing.computeIfAbsent(origins.find(kin.place), k -> new ArrayList<>()).add(kin);
      }
    }
    BitSet open = leads(kin -> withEchoes && kin.echo && kin.grounded);
    List<Cluster> clusters = new ArrayList<>();
    standing.values().forEach(kins -> clusters.add(cluster(kins, echoesOf(kins, open))));
    flawed.values().forEach(kins -> clusters.add(cluster(kins, echoesOf(kins, open))));
    return clusters;
  }

  /** Whoever repeats an echo that is listed often enough is listed as often itself. */
  private List<Kin> echoesOf(List<Kin> origin, BitSet open) {
    List<Kin> echoes = echoing(origin, (BitSet) open.clone());
    for (Kin echo : echoes) {
      if (++echo.listed == LISTED_WITH) {
        open.clear(echo.lead.report());
      }
    }
    return echoes;
  }

  private Cluster cluster(List<Kin> origin, List<Kin> echoes) {
    BitSet members = new BitSet();
    Set<Link> links = EnumSet.noneOf(Link.class);
    for (Kin kin : origin) {
      members.or(kin.reports);
      links.addAll(Link.ofKin(kin.positions, index));
    }
    Optional<Link> flaw = origin.get(0).lead.flaw();
    flaw.ifPresent(links::add);
    if (origin.size() > 1 && flaw.isEmpty()) {
      links.add(Link.COMMON_SOURCE);
    }
    for (Kin kin : echoes) {
      members.or(kin.reports);
      links.add(Link.ofEcho(kin.lead, index));
      links.addAll(Link.ofKin(kin.positions, index));
    }
    Position lead = Leading.ofOrigin(origin, index);
    Set<Link> perhaps = perhaps(lead, members);
    links.addAll(perhaps);
    List<Integer> leadFirst = new ArrayList<>(List.of(lead.report()));
    members.clear(lead.report());
    for (int member = members.nextSetBit(0); member >= 0; member = members.nextSetBit(member + 1)) {
      leadFirst.add(member);
    }
    return new Cluster(lead, List.copyOf(leadFirst), List.copyOf(links), !perhaps.isEmpty());
  }

  /**
   * Of sources that share errors, only what one says of its own can be what the other has from it:
   * else who echoes others would take an origin from the claim.
   */
  private boolean mayBeGround(Link link, int report) {
    Kin kin = kinOfReport[report];
    return link != Link.SHARED_ERRORS
        || !kin.echo && kin.lead.stands() && kin.lead.report() == report;
  }

  /** By which signs a leading report may go back to others on this side. */
  private Set<Link> perhaps(Position lead, BitSet members) {
    Map<Link, BitSet> signs = index.perhaps(lead.report());
    if (signs.isEmpty()) {
      return Set.of();
    }
    Set<Link> perhaps = EnumSet.noneOf(Link.class);
    signs.forEach(
        (link, reports) -> {
          if (reports.stream()
              .anyMatch(r -> speaking.get(r) && !members.get(r) && mayBeGround(link, r))) {
            perhaps.add(link);
          }
        });
    return perhaps;
  }
}
