package org.bilan.evidence;

import java.util.List;
import java.util.Optional;
import org.bilan.dossier.Basis;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Proximity;

/** Facts about how firmly, on what grounds and from how near it is said. */
public final class Wording {

  private Wording() {}

  /**
   * How firmly it is said.
   *
   * @param allHedged whether everybody who supports it is known to hedge
   * @param firmOrigins how many independent origins are known not to hedge
   */
  public record Hedging(
      String claim, Proposition proposition, boolean allHedged, int firmOrigins, List<String> facts)
      implements Aspect {}

  /**
   * On what grounds it is said.
   *
   * @param onlyHearsay whether nobody who supports it gives grounds, and that is known
   * @param groundedOrigins how many independent origins saw it, asked people, or hold records or
   *     pictures
   */
  public record Grounds(
      String claim,
      Proposition proposition,
      boolean onlyHearsay,
      int groundedOrigins,
      List<String> facts)
      implements Aspect {}

  /** How many independent origins speak at first hand. */
  public record FirstHand(String claim, Proposition proposition, int origins, List<String> facts)
      implements Aspect {}

  /** Whether everybody who supports it is known to be unnamed. */
  public record Anonymity(String claim, Proposition proposition, boolean all, List<String> facts)
      implements Aspect {}

  /**
   * How editors have rated those who support it.
   *
   * @param best the best rating: 1 for A to 5 for E; F, which is no rating, is left out
   * @param all whether everybody is rated
   */
  public record Ratings(
      String claim, Proposition proposition, int best, boolean all, List<String> facts)
      implements Aspect {}

  static void derive(View view, FactSink sink) {
    if (view.forIt().isEmpty()) {
      sink.missing(Hedging.class, "reports.stances");
      sink.missing(Grounds.class, "reports.stances");
      sink.missing(FirstHand.class, "reports.stances");
      sink.missing(Anonymity.class, "reports.stances");
      sink.missing(Ratings.class, "reports.stances");
      return;
    }
    hedging(view, sink);
    grounds(view, sink);
    firstHand(view, sink);
    anonymity(view, sink);
    ratings(view, sink);
  }

  private static void hedging(View view, FactSink sink) {
    boolean allHedged = View.all(view.forIt(), c -> hedged(c).orElse(false));
    List<Cluster> firm = View.where(view.independent(), c -> !hedged(c).orElse(true));
    boolean known = View.any(view.forIt(), c -> hedged(c).filter(h -> !h).isPresent());
    if (!allHedged && !known) {
      sink.missing(Hedging.class, "reports.stances.hedged");
    } else {
      sink.add(
          new Hedging(
              view.claim().id(),
              view.proposition(),
              allHedged,
              firm.size(),
              view.reports(allHedged ? view.forIt() : firm)));
    }
  }

  private static Optional<Boolean> hedged(Cluster cluster) {
    return cluster.lead().stance().hedged();
  }

  private static void grounds(View view, FactSink sink) {
    boolean onlyHearsay =
        View.all(view.forIt(), c -> basis(c).filter(b -> !grounded(b)).isPresent());
    List<Cluster> grounded =
        View.where(view.independent(), c -> basis(c).filter(Wording::grounded).isPresent());
    boolean known = View.any(view.forIt(), c -> basis(c).filter(Wording::grounded).isPresent());
    if (!onlyHearsay && !known) {
      sink.missing(Grounds.class, "reports.stances.basis");
    } else {
      sink.add(
          new Grounds(
              view.claim().id(),
              view.proposition(),
              onlyHearsay,
              grounded.size(),
              view.reports(onlyHearsay ? view.forIt() : grounded)));
    }
  }

  private static Optional<Basis> basis(Cluster cluster) {
    return cluster.lead().stance().basis();
  }

  private static boolean grounded(Basis basis) {
    return basis != Basis.HEARSAY && basis != Basis.NONE_GIVEN;
  }

  private static void firstHand(View view, FactSink sink) {
    boolean known =
        View.any(
            view.forIt(),
            c -> c.lead().source().proximity().filter(p -> p != Proximity.UNKNOWN).isPresent());
    if (!known) {
      sink.missing(FirstHand.class, "sources.proximity");
      return;
    }
    List<Cluster> firstHand =
        View.where(
            view.independent(),
            c -> c.lead().source().proximity().filter(Proximity.FIRST_HAND::equals).isPresent());
    sink.add(
        new FirstHand(
            view.claim().id(), view.proposition(), firstHand.size(), view.reports(firstHand)));
  }

  private static void anonymity(View view, FactSink sink) {
    boolean all = View.all(view.forIt(), c -> c.lead().source().anonymous().orElse(false));
    boolean named =
        View.any(view.forIt(), c -> c.lead().source().anonymous().filter(a -> !a).isPresent());
    if (!all && !named) {
      sink.missing(Anonymity.class, "sources.anonymous");
    } else {
      sink.add(
          new Anonymity(
              view.claim().id(),
              view.proposition(),
              all,
              all ? view.reports(view.forIt()) : List.of()));
    }
  }

  private static void ratings(View view, FactSink sink) {
    int best = Integer.MAX_VALUE;
    int rated = 0;
    for (Cluster cluster : view.forIt()) {
      int level = cluster.lead().source().reliability().map(r -> r.ordinal() + 1).orElse(6);
      if (level < 6) {
        rated++;
        best = Math.min(best, level);
      }
    }
    if (rated == 0) {
      sink.missing(Ratings.class, "sources.reliability");
      return;
    }
    int bestLevel = best;
    List<Cluster> bestRated =
        View.where(
            view.forIt(),
            c ->
                c.lead()
                    .source()
                    .reliability()
                    .filter(r -> r.ordinal() + 1 == bestLevel)
                    .isPresent());
    sink.add(
        new Ratings(
            view.claim().id(),
            view.proposition(),
            best,
            rated == view.forIt().size(),
            view.reports(bestRated)));
  }
}
