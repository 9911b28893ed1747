package org.bilan.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Stance;

/**
 * Facts about how near each other the figures are that independent origins give for the same harm
 * to people of the same status. The claim's own figure is always one of those compared: whoever
 * asserts the claim moves nothing apart.
 */
public final class Dispersion {

  private Dispersion() {}

  /**
   * How well the figures of independent origins fit together.
   *
   * @param origins how many independent origins that support the claim give a figure with both ends
   * @param spreadPercent how far it is from the least of all figures to the most, the claim's own
   *     and those of independent origins that contradict it included, in percent of the most: 0 to
   *     100
   */
  public record AgreeingFigures(
      String claim, Proposition proposition, int origins, int spreadPercent, List<String> facts)
      implements Aspect {}

  /**
   * How far the figures are apart that other independent origins give.
   *
   * @param others how many independent origins give a figure, but not by asserting this claim
   * @param gapPercent the widest gap between any two figures, the claim's own included, in percent
   *     of the larger: 0, where all overlap, to 100
   * @param least the lowest figure's upper end
   * @param most the highest figure's lower end
   */
  public record ScatteredFigures(
      String claim,
      Proposition proposition,
      int others,
      int gapPercent,
      int least,
      int most,
      List<String> facts)
      implements Aspect {}

  private static final int OPEN = Integer.MAX_VALUE;

  /** A figure: from, to, and who gives it. */
  private record Figure(int least, int most, Cluster by) {}

  static void derive(View view, FactSink sink) {
    if (view.forIt().isEmpty() && view.against().isEmpty()) {
      sink.missing(AgreeingFigures.class, "reports.stances");
      sink.missing(ScatteredFigures.class, "reports.stances");
      return;
    }
    Claim claim = view.claim();
    OptionalInt least = least(claim);
    if (least.isEmpty()) {
      sink.missing(AgreeingFigures.class, "claims.count");
      sink.missing(ScatteredFigures.class, "claims.count");
      return;
    }
    Figure own = new Figure(least.getAsInt(), most(claim), null);
    List<Figure> given = new ArrayList<>();
    View.where(view.forIt(), Cluster::independent)
        .forEach(c -> given(c, view).ifPresent(given::add));
    int supporting = (int) given.stream().filter(Dispersion::bounded).count();
    View.where(view.against(), c -> c.independent() && !c.lead().direct())
        .forEach(c -> given(c, view).ifPresent(given::add));
    agreeing(view, own, given, supporting, sink);
    scattered(view, own, given, sink);
  }

  private static void agreeing(
      View view, Figure own, List<Figure> given, int supporting, FactSink sink) {
    if (!bounded(own)) {
      sink.missing(AgreeingFigures.class, "claims.count.max");
      return;
    }
    List<Figure> bounded = given.stream().filter(Dispersion::bounded).toList();
    int least = bounded.stream().mapToInt(Figure::least).reduce(own.least(), Math::min);
    int most = bounded.stream().mapToInt(Figure::most).reduce(own.most(), Math::max);
    sink.add(
        new AgreeingFigures(
            view.claim().id(),
            view.proposition(),
            supporting,
            percent(most - least, most),
            view.reports(bounded.stream().map(Figure::by).toList())));
  }

  private static void scattered(View view, Figure own, List<Figure> given, FactSink sink) {
    List<Figure> others = given.stream().filter(f -> !f.by().lead().direct()).toList();
    int highest = others.stream().mapToInt(Figure::least).reduce(own.least(), Math::max);
    int lowest = others.stream().mapToInt(Figure::most).reduce(own.most(), Math::min);
    int low = Math.min(lowest, highest);
    sink.add(
        new ScatteredFigures(
            view.claim().id(),
            view.proposition(),
            others.size(),
            percent(highest - low, highest),
            low,
            highest,
            view.reports(others.stream().map(Figure::by).toList())));
  }

  private static int percent(int part, int whole) {
    return whole == 0 ? 0 : (int) ((long) part * 100 / whole);
  }

  private static boolean bounded(Figure figure) {
    return figure.most() != OPEN;
  }

  /**
   * The figure that an origin's leading report gives: that of the claim, where it is about the
   * claim itself, or else what all that it says of the same harm to the same people has in common.
   */
  private static Optional<Figure> given(Cluster cluster, View view) {
    Position lead = cluster.lead();
    if (lead.direct()) {
      return figure(List.of(view.claim()), cluster);
    }
    List<Claim> said = new ArrayList<>();
    List<Stance> stances = view.index().reports.get(lead.report()).stances();
    for (int i = 0; i < stances.size(); i++) {
      Claim other = view.index().dossier.claims().get(view.index().saidBy(lead.report())[i]);
      boolean same =
          other.harm() == view.claim().harm()
              && other.status().equals(view.claim().status())
              && !Agreement.otherPeople(view.claim(), other);
      if (stances.get(i).kind().carries() && same && least(other).isPresent()) {
        said.add(other);
      }
    }
    return figure(said, cluster);
  }

  private static Optional<Figure> figure(List<Claim> said, Cluster by) {
    if (said.isEmpty()) {
      return Optional.empty();
    }
    int least = said.stream().mapToInt(c -> least(c).getAsInt()).max().orElseThrow();
    int most = said.stream().mapToInt(Dispersion::most).min().orElseThrow();
    return Optional.of(new Figure(Math.min(least, most), Math.max(least, most), by));
  }

  /** The least that a claim states: "nobody" needs no lower end. */
  private static OptionalInt least(Claim claim) {
    if (claim.nobody()) {
      return OptionalInt.of(0);
    }
    return claim.count().map(c -> c.least()).orElse(OptionalInt.empty());
  }

  private static int most(Claim claim) {
    return claim.count().map(c -> c.most().orElse(OPEN)).orElse(OPEN);
  }
}
