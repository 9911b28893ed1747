package org.bilan.assess;

import java.util.List;
import java.util.Set;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Report;

/**
 * How long a timeline may be. Each point costs a judgement, and a place in the answer for all that
 * changed: both grow with the dossier, so the larger it is, the fewer points it has. Measured with
 * the largest dossiers on two busy cores: at most ten seconds; at most 20 MB, or 40 MB where ids
 * are as long as they may be (twice what such a dossier's assessment has).
 */
final class Extent {

  /** However small the dossier is. */
  static final int MOST = 100;

  /** The first, the last, and one between, however large it is. */
  static final int LEAST = 3;

  /** Judging: claims times reports, and the texts that are compared, over all points. */
  private static final long WORK = 300_000;

  /** So many characters of text take about as long as one report's stance on one claim. */
  private static final int CHARACTERS = 200;

  /** The answer: characters of the ids that findings can name, over all points. */
  private static final long NAMED = 1_000_000;

  /** Quotation marks and comma around an id. */
  private static final int AROUND_ID = 3;

  private Extent() {}

  /** The most points of a dossier's timeline, {@link #LEAST} to {@link #MOST}. */
  static int points(Dossier dossier) {
    Set<String> bearing = dossier.bearing();
    List<Report> reports =
        dossier.reports().stream().filter(report -> bearing.contains(report.id())).toList();
    long characters =
        reports.stream().mapToLong(report -> report.text().map(String::length).orElse(0)).sum();
    long work = (long) dossier.claims().size() * reports.size() + characters / CHARACTERS;
    long named =
        reports.stream()
                .mapToLong(report -> (long) length(report.id()) * report.stances().size())
                .sum()
            + dossier.media().stream()
                .mapToLong(media -> (long) length(media.id()) * media.supports().size())
                .sum();
    long fits = Math.min(WORK / Math.max(1, work), NAMED / Math.max(1, named));
    return (int) Math.max(LEAST, Math.min(MOST, fits));
  }

  private static int length(String id) {
    return id.length() + AROUND_ID;
  }
}
