package org.bilan.evidence;

import java.util.List;
import java.util.Optional;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.TrackRecord;

/**
 * Facts about how those who support it have fared in earlier incidents. Each record counts by the
 * leading source of an origin, and by the end of its {@link Posterior} that claims less.
 */
public final class TrackRecords {

  private TrackRecords() {}

  /**
   * The best record of an independent origin: of those the one that is most certainly good.
   *
   * @param percent how often its source is right, at least: 0 to 100
   * @param aboveUsual percentage points by which that is above what is usual in its archive;
   *     negative where it is below
   * @param cases earlier incidents in which people found it right or wrong
   */
  public record BestRecord(
      String claim,
      Proposition proposition,
      int percent,
      int aboveUsual,
      int cases,
      List<String> facts)
      implements Aspect {}

  /**
   * How bad the records are of all who support it, also those with a stake in it.
   *
   * @param all whether each of them has a record
   * @param percent how often the best of them is right, at most: 0 to 100
   * @param belowUsual percentage points by which each is at least below what is usual in its
   *     archive; negative where one is not
   * @param cases earlier incidents in which people found right or wrong who has the fewest
   */
  public record PoorRecords(
      String claim,
      Proposition proposition,
      boolean all,
      int percent,
      int belowUsual,
      int cases,
      List<String> facts)
      implements Aspect {}

  static void derive(View view, FactSink sink) {
    if (view.forIt().isEmpty()) {
      sink.missing(BestRecord.class, "reports.stances");
      sink.missing(PoorRecords.class, "reports.stances");
      return;
    }
    best(view, sink);
    poor(view, sink);
  }

  private static Optional<TrackRecord> record(Cluster cluster) {
    return cluster.lead().source().record();
  }

  private static void best(View view, FactSink sink) {
    List<Cluster> known = View.where(view.independent(), c -> record(c).isPresent());
    BestRecord best = null;
    for (Cluster cluster : known) {
      TrackRecord record = record(cluster).orElseThrow();
      int percent = view.index().posterior(cluster.lead().report()).atLeast();
      int above = percent - record.usual();
      if (best == null
          || above > best.aboveUsual()
          || above == best.aboveUsual() && record.cases() > best.cases()) {
        best =
            new BestRecord(
                view.claim().id(),
                view.proposition(),
                percent,
                above,
                record.cases(),
                view.reports(List.of(cluster)));
      }
    }
    if (best == null) {
      sink.missing(BestRecord.class, "sources.record");
    } else {
      sink.add(best);
    }
  }

  private static void poor(View view, FactSink sink) {
    List<Cluster> known = View.where(view.forIt(), c -> record(c).isPresent());
    if (known.isEmpty()) {
      sink.missing(PoorRecords.class, "sources.record");
      return;
    }
    int percent = 0;
    int below = Integer.MAX_VALUE;
    int cases = Integer.MAX_VALUE;
    for (Cluster cluster : known) {
      TrackRecord record = record(cluster).orElseThrow();
      int atMost = view.index().posterior(cluster.lead().report()).atMost();
      percent = Math.max(percent, atMost);
      below = Math.min(below, record.usual() - atMost);
      cases = Math.min(cases, record.cases());
    }
    sink.add(
        new PoorRecords(
            view.claim().id(),
            view.proposition(),
            known.size() == view.forIt().size(),
            percent,
            below,
            cases,
            view.reports(known)));
  }
}
