package org.bilan.assess;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bilan.assessment.Timeline.Material;
import org.bilan.assessment.Timeline.Step;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Media;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Report;

/**
 * The moments at which something that bears on a claim came in.
 *
 * @param step which moments share a point
 * @param thinned whether even so there were too many, so that not each is here: the first, the last
 *     and others evenly among them
 * @param came what came in at each moment, the earliest first
 */
record Moments(Step step, boolean thinned, Map<Instant, Material> came) {

  /** The moments of a dossier: at least one, and at most so many as its size allows. */
  static Moments of(Dossier dossier) {
    TreeSet<Instant> published = published(dossier);
    int most = Extent.points(dossier);
    for (Step step : Step.values()) {
      List<Instant> moments = merged(published, step);
      if (moments.size() <= Extent.MOST || step == Step.YEAR) {
        return new Moments(step, moments.size() > most, came(dossier, spread(moments, most)));
      }
    }
    throw new AssertionError("A year is the last step");
  }

  /** What has no date and is in from the first point on. */
  static Material undated(Dossier dossier) {
    Set<String> bearing = dossier.bearing();
    return new Material(
        dossier.reports().stream()
            .filter(report -> bearing.contains(report.id()) && report.publishedAt().isEmpty())
            .map(Report::id)
            .toList(),
        dossier.media().stream()
            .filter(media -> media.bears() && undated(media, dossier))
            .map(Media::id)
            .toList());
  }

  private static boolean undated(Media media, Dossier dossier) {
    return media.knownSince().isEmpty()
        && dossier.reports().stream()
            .filter(report -> media.report().equals(Optional.of(report.id())))
            .allMatch(report -> report.publishedAt().isEmpty());
  }

  /** The first, the last, and others evenly among them; all, if there are not too many. */
  private static List<Instant> spread(List<Instant> moments, int most) {
    int last = moments.size() - 1;
    return last < most
        ? moments
        : IntStream.range(0, most).mapToObj(i -> moments.get(i * last / (most - 1))).toList();
  }

  /** When what bears on a claim was published; when nothing is dated, up to when all is known. */
  private static TreeSet<Instant> published(Dossier dossier) {
    Set<String> bearing = dossier.bearing();
    TreeSet<Instant> published = new TreeSet<>();
    dossier.reports().stream()
        .filter(report -> bearing.contains(report.id()))
        .forEach(report -> report.publishedAt().map(Moment::latest).ifPresent(published::add));
    dossier.media().stream()
        .filter(Media::bears)
        .forEach(media -> media.knownSince().map(Moment::latest).ifPresent(published::add));
    if (published.isEmpty()) {
      published.add(dossier.knownUntil());
    }
    return published;
  }

  /** The last moment of each step. */
  private static List<Instant> merged(TreeSet<Instant> published, Step step) {
    Map<Object, Instant> last = new LinkedHashMap<>();
    published.forEach(moment -> last.put(key(step).apply(moment), moment));
    return List.copyOf(last.values());
  }

  private static Function<Instant, Object> key(Step step) {
    return switch (step) {
      case MOMENT -> moment -> moment;
      case DAY -> moment -> utc(moment).toLocalDate();
      case MONTH -> moment -> List.of(utc(moment).getYear(), utc(moment).getMonth());
      case YEAR -> moment -> utc(moment).getYear();
    };
  }

  private static ZonedDateTime utc(Instant moment) {
    return moment.atZone(ZoneOffset.UTC);
  }

  /** What came in at which of these moments. One at which nothing did is none. */
  private static Map<Instant, Material> came(Dossier dossier, List<Instant> moments) {
    Set<String> bearing = dossier.bearing();
    Set<String> reports = new HashSet<>();
    Set<String> media = new HashSet<>();
    Map<Instant, Material> came = new TreeMap<>();
    for (Instant moment : moments) {
      Dossier known = dossier.asOf(moment);
      List<String> newReports = new ArrayList<>();
      List<String> newMedia = new ArrayList<>();
      known.reports().stream()
          .map(Report::id)
          .filter(id -> bearing.contains(id) && reports.add(id))
          .forEach(newReports::add);
      known.media().stream()
          .filter(m -> m.bears() && media.add(m.id()))
          .map(Media::id)
          .forEach(newMedia::add);
      Material material = new Material(List.copyOf(newReports), List.copyOf(newMedia));
      if (!material.none()) {
        came.put(moment, material);
      }
    }
    if (came.isEmpty()) {
      came.put(moments.get(moments.size() - 1), new Material(List.of(), List.of()));
    }
    return came;
  }
}
