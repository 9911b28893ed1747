package org.bilan.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bilan.dossier.Stance;

/**
 * Clusters the positions of one side into origins.
 *
 * <p>Kin speak with one voice: the report that leads them is the earliest that repeats nobody. Kin
 * whose leading report goes back to others on the same side are an echo of those, whatever they
 * publish later; all others are origins. So an echo never adds an origin, and an origin is not lost
 * by being quoted together with another.
 */
final class Clusters {

  private final Index index;
  private final List<Position> positions;
  private final boolean withEchoes;
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

  /** Kin that take this side: from each the positions, in the order of the reports. */
  private static final class Kin {
    final int place;
    final List<Position> positions = new ArrayList<>();
    Position lead;
    final BitSet echoes = new BitSet();

    /** Whether what it says goes back to kin who repeat nobody here, perhaps itself. */
    boolean grounded;

    Kin(int place) {
      this.place = place;
    }
  }

  private List<Cluster> build(BitSet bearing) {
    gatherKin();
    for (Kin kin : kins) {
      kin.lead = kin.positions.stream().min(leading(kin)).orElseThrow();
      forEachGround(kin.lead, ground -> kin.echoes.set(ground.place), kin);
    }
    UnionFind origins = new UnionFind(kins.size());
    joinCircles(origins);
    joinCommonSources(origins, bearing);
    return collect(origins);
  }

  private void gatherKin() {
    Map<Integer, Kin> byKinship = new LinkedHashMap<>();
    for (Position position : positions) {
      Kin kin =
          byKinship.computeIfAbsent(
              index.kin(position.report()),
              k -> {
                Kin added = new Kin(kins.size());
                kins.add(added);
                return added;
              });
      kin.positions.add(position);
      kinOfReport[position.report()] = kin;
    }
  }

  private void forEachGround(Position position, Consumer<Kin> action, Kin except) {
    BitSet ancestors = index.ancestors(position.report());
    for (int a = ancestors.nextSetBit(0); a >= 0; a = ancestors.nextSetBit(a + 1)) {
      Kin ground = kinOfReport[a];
      if (ground != null && ground != except) {
        action.accept(ground);
      }
    }
  }

  private boolean repeatsOwnKin(Position position, Kin kin) {
    BitSet ancestors = index.ancestors(position.report());
    return kin.positions.stream()
        .filter(p -> p.stands() && p.said() == position.said())
        .anyMatch(p -> ancestors.get(p.report()));
  }

  private boolean repeatsOthers(Position position, Kin kin) {
    boolean[] repeats = new boolean[1];
    forEachGround(position, ground -> repeats[0] = true, kin);
    return repeats[0];
  }

  /**
   * The leading position comes first: not one that counts for nothing; one on the claim itself; the
   * earliest; of the same time one that repeats others, since independence must be certain (STANAG
   * 2511), but not its own kin; then the nearer and the better grounded.
   */
  private Comparator<Position> leading(Kin kin) {
    if (kin.positions.size() == 1) {
      return Comparator.comparing(Position::report);
    }
    return Comparator.comparing((Position p) -> !p.stands())
        .thenComparing(p -> !p.direct())
        .thenComparing(p -> index.reports.get(p.report()).publishedAt(), Order.absentLast())
        .thenComparing(p -> !repeatsOthers(p, kin))
        .thenComparing(p -> repeatsOwnKin(p, kin))
        .thenComparing(p -> Order.distance(p.source()))
        .thenComparing(p -> p.stance().basis(), Order.absentLast())
        .thenComparing(p -> p.stance().hedged(), Order.absentLast())
        .thenComparing(Position::report);
  }

  /** Kin that only repeat each other, in a circle, are one origin, and nobody knows whose. */
  private void joinCircles(UnionFind origins) {
    BitSet roots = new BitSet();
    kins.stream().filter(kin -> kin.echoes.isEmpty()).forEach(kin -> roots.set(kin.place));
    BitSet grounded = echoing(roots, echoedBy());
    grounded.or(roots);
    for (Kin kin : kins) {
      kin.grounded = grounded.get(kin.place);
      if (!kin.grounded) {
        kin.echoes.stream().forEach(place -> origins.join(kin.place, place));
      }
    }
  }

  /** For each kin those that repeat it directly. */
  private BitSet[] echoedBy() {
    BitSet[] echoedBy = new BitSet[kins.size()];
    Arrays.setAll(echoedBy, place -> new BitSet());
    kins.forEach(kin -> kin.echoes.stream().forEach(place -> echoedBy[place].set(kin.place)));
    return echoedBy;
  }

  /** All kin that repeat one of these, directly or through others. */
  private static BitSet echoing(BitSet places, BitSet[] echoedBy) {
    BitSet reached = new BitSet();
    BitSet open = (BitSet) places.clone();
    while (!open.isEmpty()) {
      int next = open.nextSetBit(0);
      open.clear(next);
      BitSet further = (BitSet) echoedBy[next].clone();
      further.andNot(reached);
      reached.or(further);
      open.or(further);
    }
    return reached;
  }

  /** Origins whose leading reports name one common report, silent here itself, are one origin. */
  private void joinCommonSources(UnionFind origins, BitSet bearing) {
    Kin[] firstOf = new Kin[index.reports.size()];
    for (Kin kin : kins) {
      if (kin.echoes.isEmpty()) {
        BitSet silent = (BitSet) index.ancestors(kin.lead.report()).clone();
        silent.andNot(bearing);
        for (int a = silent.nextSetBit(0); a >= 0; a = silent.nextSetBit(a + 1)) {
          if (firstOf[a] == null) {
            firstOf[a] = kin;
          }
          origins.join(firstOf[a].place, kin.place);
        }
      }
    }
  }

  /** Origins with what echoes them, in the order of their leading reports. */
  private List<Cluster> collect(UnionFind origins) {
    Map<Integer, List<Kin>> speaking = new LinkedHashMap<>();
    List<Kin> echoing = new ArrayList<>();
    Map<Position.Flaw, List<Kin>> flawed = new EnumMap<>(Position.Flaw.class);
    for (Kin kin : kins) {
      boolean echo = !kin.echoes.isEmpty() && kin.grounded;
      if (echo) {
        echoing.add(kin);
      } else if (!kin.lead.stands()) {
        flawed.computeIfAbsent(kin.lead.flaw().orElseThrow(), k -> new ArrayList<>()).add(kin);
      } else {
        speaking.computeIfAbsent(origins.find(kin.place), k -> new ArrayList<>()).add(kin);
      }
    }
    BitSet[] echoedBy = echoedBy();
    List<Cluster> clusters = new ArrayList<>();
    for (List<Kin> origin : speaking.values()) {
      clusters.add(cluster(origin, echoesOf(origin, echoing, echoedBy)));
    }
    flawed.values().forEach(l -> clusters.add(cluster(l, echoesOf(l, echoing, echoedBy))));
    return clusters;
  }

  private List<Kin> echoesOf(List<Kin> origin, List<Kin> echoing, BitSet[] echoedBy) {
    if (!withEchoes) {
      return List.of();
    }
    BitSet places = new BitSet();
    origin.forEach(kin -> places.set(kin.place));
    BitSet echoes = echoing(places, echoedBy);
    return echoing.stream().filter(kin -> echoes.get(kin.place)).toList();
  }

  private Cluster cluster(List<Kin> origin, List<Kin> echoes) {
    TreeSet<Integer> members = new TreeSet<>();
    TreeSet<String> links = new TreeSet<>();
    for (Kin kin : origin) {
      kin.positions.forEach(position -> members.add(position.report()));
      links.addAll(kinLinks(kin));
    }
    Optional<Position.Flaw> flaw = origin.get(0).lead.flaw();
    flaw.ifPresent(f -> links.add(f.link));
    if (origin.size() > 1 && flaw.isEmpty()) {
      links.add("common-source");
    }
    for (Kin kin : echoes) {
      kin.positions.forEach(position -> members.add(position.report()));
      links.add(echoLink(kin.lead));
      links.addAll(kinLinks(kin));
    }
    Position lead = origin.stream().map(kin -> kin.lead).min(leadingOfAll()).orElseThrow();
    List<Integer> leadFirst = new ArrayList<>(List.of(lead.report()));
    members.stream().filter(report -> report != lead.report()).forEach(leadFirst::add);
    return new Cluster(lead, List.copyOf(leadFirst), List.copyOf(links));
  }

  private Comparator<Position> leadingOfAll() {
    return Comparator.comparing(
            (Position p) -> index.reports.get(p.report()).publishedAt(), Order.absentLast())
        .thenComparing(p -> Order.distance(p.source()))
        .thenComparing(Position::report);
  }

  private String echoLink(Position position) {
    if (index.copies(position.report())) {
      return "near-copy";
    }
    return position.stance().kind() == Stance.Kind.RELAYS ? "relays" : "cites";
  }

  private List<String> kinLinks(Kin kin) {
    List<String> links = new ArrayList<>();
    if (kin.positions.size() > 1) {
      long sources = kin.positions.stream().map(p -> p.source().id()).distinct().count();
      if (sources < kin.positions.size()) {
        links.add("same-source");
      }
      if (sources > 1) {
        boolean stateMedia = kin.positions.stream().anyMatch(p -> index.stateMedia(p.report()));
        boolean voices = kin.positions.stream().allMatch(p -> p.source().voiceOfParty());
        links.add(voices ? (stateMedia ? "state-media" : "same-voice") : "same-owner");
      }
    }
    return links;
  }
}
