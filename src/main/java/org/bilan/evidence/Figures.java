package org.bilan.evidence;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Count;
import org.bilan.dossier.Proposition;

/** Facts about the figure that a claim gives. */
public final class Figures {

  private Figures() {}

  /**
   * How a figure is worded.
   *
   * @param open whether it has no upper end ("several")
   */
  public record Figure(String claim, Proposition proposition, boolean open, List<String> facts)
      implements Aspect {}

  /** How wide a stated range is, in percent of its upper end. */
  public record FigureRange(
      String claim, Proposition proposition, int spreadPercent, List<String> facts)
      implements Aspect {}

  /** How many victims are identified by full name. */
  public record NamedVictims(String claim, Proposition proposition, int named, List<String> facts)
      implements Aspect {}

  /**
   * Whether those who asserted this claim have revised it. What only others say supersedes it is
   * another figure, not a revision.
   *
   * @param superseded whether no independent origin stands by it
   * @param by ids of the claims by which its own sources, or their kin, revise it
   */
  public record Revision(
      String claim,
      Proposition proposition,
      boolean superseded,
      List<String> by,
      List<String> facts)
      implements Aspect {}

  /**
   * How many of the victims are identified by full name.
   *
   * @param percent named victims in percent of the least number that the claim states; 0 where it
   *     says that nobody was harmed
   */
  public record NamedShare(
      String claim, Proposition proposition, int named, int least, int percent, List<String> facts)
      implements Aspect {}

  /**
   * Whether more victims are named than there were.
   *
   * @param excess how many names there are above the most that the claim states, or 0
   */
  public record NamedExcess(
      String claim, Proposition proposition, int named, int most, int excess, List<String> facts)
      implements Aspect {}

  static void derive(
      int place, Relations relations, List<Cluster> carrying, Index index, FactSink sink) {
    Claim claim = relations.claim(place);
    Optional<Count> count = claim.count();
    OptionalInt least = count.map(Count::least).orElse(OptionalInt.empty());
    OptionalInt most = count.map(Count::most).orElse(OptionalInt.empty());
    List<String> own = List.of(claim.id());
    if (least.isEmpty() && most.isEmpty()) {
      sink.missing(Figure.class, "claims.count");
    } else {
      sink.add(new Figure(claim.id(), Proposition.HARM, most.isEmpty(), own));
    }
    if (count.isPresent() && count.get().bounded()) {
      long min = count.get().min().getAsInt();
      long max = count.get().max().getAsInt();
      int spread = max == 0 ? 0 : (int) ((max - min) * 100 / max);
      sink.add(new FigureRange(claim.id(), Proposition.HARM, spread, own));
    } else {
      sink.missing(FigureRange.class, "claims.count.min");
      sink.missing(FigureRange.class, "claims.count.max");
    }
    named(claim, least, most, sink);
    revision(place, relations, carrying, index, sink);
  }

  private static void named(Claim claim, OptionalInt least, OptionalInt most, FactSink sink) {
    if (claim.namedVictims().isEmpty()) {
      sink.missing(NamedVictims.class, "claims.namedVictims");
      sink.missing(NamedShare.class, "claims.namedVictims");
      sink.missing(NamedExcess.class, "claims.namedVictims");
      return;
    }
    String id = claim.id();
    List<String> own = List.of(id);
    int named = claim.namedVictims().getAsInt();
    sink.add(new NamedVictims(id, Proposition.HARM, named, own));
    if (least.isPresent() || claim.nobody()) {
      int stated = claim.nobody() ? 0 : least.getAsInt();
      int percent = stated == 0 ? 0 : (int) ((long) named * 100 / stated);
      sink.add(new NamedShare(id, Proposition.HARM, named, stated, percent, own));
    } else {
      sink.missing(NamedShare.class, "claims.count.min");
    }
    if (most.isPresent()) {
      int excess = Math.max(0, named - most.getAsInt());
      sink.add(new NamedExcess(id, Proposition.HARM, named, most.getAsInt(), excess, own));
    } else {
      sink.missing(NamedExcess.class, "claims.count.max");
    }
  }

  private static void revision(
      int place, Relations relations, List<Cluster> carrying, Index index, FactSink sink) {
    List<Claim> claims = index.dossier.claims();
    if (claims.stream().allMatch(c -> c.supersedes().isEmpty())) {
      sink.missing(Revision.class, "claims.supersedes");
      return;
    }
    List<String> by = revisers(place, relations);
    boolean superseded = !by.isEmpty() && !stoodBy(place, relations, carrying, index);
    sink.add(new Revision(relations.claim(place).id(), Proposition.HARM, superseded, by, by));
  }

  /** Ids of the claims by which those who asserted a claim have revised it. */
  private static List<String> revisers(int place, Relations relations) {
    return relations.statements().revisersOf(place).stream()
        .mapToObj(later -> relations.claim(later).id())
        .toList();
  }

  /** Whether an independent origin of the claim has not revised it. */
  private static boolean stoodBy(
      int place, Relations relations, List<Cluster> carrying, Index index) {
    BitSet revised = relations.statements().kinWhoRevised(place);
    return carrying.stream()
        .filter(origin -> origin.stands() && origin.independent())
        .anyMatch(origin -> !revised.get(index.kin(origin.lead().report())));
  }

  /**
   * Ids of the claims to which a claim has given way: those by which its own sources revised it,
   * where no independent origin stands by it.
   */
  static List<String> givenWayTo(
      int place, Relations relations, List<Cluster> carrying, Index index) {
    return stoodBy(place, relations, carrying, index) ? List.of() : revisers(place, relations);
  }
}
