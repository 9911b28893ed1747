package org.bilan.dossier;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that has been reported about one incident.
 *
 * <p>Its lists are put into an order that depends on their content, and on ids only between entries
 * of the same content. So the order in which a client sent them is gone at the door, and nothing
 * downstream can depend on it.
 *
 * <p>Gone too are the records and copies of confidential sources, and copies that name one: their
 * figures are the same in every dossier of a time, and whatever followed from them, were it only an
 * order, would tell who a source is to those who may not know.
 */
public record Dossier(
    Incident incident,
    List<Source> sources,
    List<Claim> claims,
    List<Report> reports,
    List<Media> media) {

  /** Orders the lists. The ids in them must be known and used once: see {@link DossierReader}. */
  public Dossier {
    ContentOrder order =
        new ContentOrder(incident, withCountedPast(sources), claims, reports, media);
    incident = order.incident();
    sources = order.sources();
    claims = order.claims();
    reports = order.reports();
    media = order.media();
  }

  private static List<Source> withCountedPast(List<Source> sources) {
    Set<String> hidden =
        sources.stream().filter(Source::marked).map(Source::id).collect(Collectors.toSet());
    return hidden.isEmpty()
        ? sources
        : sources.stream().map(source -> source.withCountedPast(hidden)).toList();
  }

  /**
   * The moment up to which this dossier speaks: the last instant at which a report or picture that
   * bears on a claim can have been published, or the end of the incident when none is dated. What
   * was known by then is all that counts, so {@code asOf(knownUntil())} is judged as this is.
   */
  public Instant knownUntil() {
    Set<String> bearing = bearing();
    Optional<Instant> known = Optional.empty();
    for (Report report : reports) {
      if (bearing.contains(report.id())) {
        known = latest(known, report.publishedAt());
      }
    }
    for (Media file : media) {
      if (file.bears()) {
        known = latest(known, file.knownSince());
      }
    }
    return known.orElse(incident.date().end().latest());
  }

  private static Optional<Instant> latest(Optional<Instant> one, Optional<Moment> other) {
    if (other.isEmpty()) {
      return one;
    }
    Instant latest = other.get().latest();
    return one.isPresent() && !latest.isAfter(one.get()) ? one : Optional.of(latest);
  }

  /**
   * Ids of the reports that bear on a claim: that take a stance, that published what supports a
   * claim or told of an action, and those which such reports cite.
   */
  public Set<String> bearing() {
    Set<String> bearing = new HashSet<>();
    Map<String, Report> byId = new HashMap<>();
    for (Report report : reports) {
      byId.put(report.id(), report);
      if (!report.stances().isEmpty()) {
        bearing.add(report.id());
      }
    }
    for (Media file : media) {
      if (file.bears()) {
        file.report().ifPresent(bearing::add);
      }
    }
    incident.actions().forEach(action -> action.report().ifPresent(bearing::add));
    Deque<String> open = new ArrayDeque<>(bearing);
    while (!open.isEmpty()) {
      for (String cited : byId.get(open.poll()).cites()) {
        if (bearing.add(cited)) {
          open.add(cited);
        }
      }
    }
    return bearing;
  }

  /**
   * What was known by a moment: without the reports published later, what hangs on them, and the
   * claims that nobody had spoken of yet. What has no date stays: unknown is not "later".
   */
  public Dossier asOf(Instant moment) {
    List<Report> published =
        reports.stream().filter(report -> !later(report.publishedAt(), moment)).toList();
    if (published.size() == reports.size() && media.stream().noneMatch(m -> later(m, moment))) {
      return this;
    }
    Set<String> known = published.stream().map(Report::id).collect(Collectors.toSet());
    Set<String> spokenOf = claimsOf(published);
    Set<String> notYet = claimsOf(reports);
    notYet.removeAll(spokenOf);
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
            incident.actions().stream()
                .filter(action -> action.report().map(known::contains).orElse(true))
                .toList()),
        sources,
        claims.stream()
            .filter(claim -> !notYet.contains(claim.id()))
            .map(claim -> without(claim, notYet))
            .toList(),
        published.stream().map(report -> without(report, known)).toList(),
        media.stream()
            .filter(m -> m.report().map(known::contains).orElse(true) && !later(m, moment))
            .map(m -> without(m, notYet))
            .toList());
  }

  private static boolean later(Media media, Instant moment) {
    return later(media.knownSince(), moment);
  }

  private static boolean later(Optional<Moment> time, Instant moment) {
    return time.isPresent() && time.get().earliest().isAfter(moment);
  }

  private static Set<String> claimsOf(List<Report> reports) {
    return reports.stream()
        .flatMap(report -> report.stances().stream())
        .map(Stance::claim)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Claim without(Claim claim, Set<String> notYet) {
    return claim.supersedes().filter(notYet::contains).isEmpty()
        ? claim
        : new Claim(
            claim.id(),
            claim.harm(),
            claim.victims(),
            claim.victimsParty(),
            claim.count(),
            claim.responsible(),
            claim.namedVictims(),
            Optional.empty(),
            claim.text());
  }

  private static Report without(Report report, Set<String> known) {
    return report.with(report.cites().stream().filter(known::contains).toList(), report.stances());
  }

  private static Media without(Media media, Set<String> notYet) {
    return media.with(
        media.shows(), media.supports().stream().filter(claim -> !notYet.contains(claim)).toList());
  }
}
