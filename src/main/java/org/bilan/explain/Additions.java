package org.bilan.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bilan.dossier.Action;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Incident;
import org.bilan.dossier.Media;
import org.bilan.dossier.Report;
import org.bilan.dossier.Source;

/**
 * What is supposed to stand in a dossier beside what stands there. An entry with an id that is
 * there already takes that entry's place.
 */
record Additions(
    List<Source> sources,
    List<Claim> claims,
    List<Report> reports,
    List<Media> media,
    List<Action> actions) {

  static Additions said(Source source, Report report) {
    return new Additions(List.of(source), List.of(), List.of(report), List.of(), List.of());
  }

  static Additions said(Source source, Report report, Claim claim) {
    return new Additions(List.of(source), List.of(claim), List.of(report), List.of(), List.of());
  }

  static Additions of(Report report) {
    return new Additions(List.of(), List.of(), List.of(report), List.of(), List.of());
  }

  static Additions of(Source source) {
    return new Additions(List.of(source), List.of(), List.of(), List.of(), List.of());
  }

  static Additions of(Claim claim) {
    return new Additions(List.of(), List.of(claim), List.of(), List.of(), List.of());
  }

  static Additions of(Media media) {
    return new Additions(List.of(), List.of(), List.of(), List.of(media), List.of());
  }

  static Additions of(Action action) {
    return new Additions(List.of(), List.of(), List.of(), List.of(), List.of(action));
  }

  /** Both together. Of two entries with one id the other's counts. */
  Additions and(Additions other) {
    return new Additions(
        merged(sources, other.sources, Source::id),
        merged(claims, other.claims, Claim::id),
        merged(reports, other.reports, Report::id),
        merged(media, other.media, Media::id),
        Stream.concat(actions.stream(), other.actions.stream()).toList());
  }

  /** The dossier as it would be. */
  Dossier in(Dossier dossier) {
    Incident incident = dossier.incident();
    List<Action> allActions = new ArrayList<>(incident.actions());
    allActions.addAll(actions);
    return new Dossier(
        new Incident(
            incident.id(),
            incident.title(),
            incident.date(),
            incident.place(),
            incident.conflict(),
            incident.access(),
            incident.communications(),
            incident.parties(),
            allActions),
        merged(dossier.sources(), sources, Source::id),
        merged(dossier.claims(), claims, Claim::id),
        merged(dossier.reports(), reports, Report::id),
        merged(dossier.media(), media, Media::id));
  }

  private static <T> List<T> merged(List<T> known, List<T> others, Function<T, String> id) {
    Map<String, T> byId = new LinkedHashMap<>();
    known.forEach(entry -> byId.put(id.apply(entry), entry));
    others.forEach(entry -> byId.put(id.apply(entry), entry));
    return List.copyOf(byId.values());
  }
}
