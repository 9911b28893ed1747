package org.bilan.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Puts a dossier's lists into an order that renaming ids does not change: by content first, by the
 * rank of what they refer to, by their {@link Colours}, and by id only between entries that play
 * the same part.
 */
final class ContentOrder {

  private final Incident incident;
  private final List<Source> sources;
  private final List<Claim> claims;
  private final List<Report> reports;
  private final List<Media> media;

  ContentOrder(
      Incident incident,
      List<Source> sources,
      List<Claim> claims,
      List<Report> reports,
      List<Media> media) {
    Colours colours = new Colours(incident, sources, claims, reports, media);
    List<Party> parties = sorted(incident.parties(), partyOrder(colours));
    Map<String, Integer> partyRank = ranks(parties, Party::id);
    List<Source> ordinary =
        sorted(
            sources.stream().map(source -> ordered(source, partyRank)).toList(),
            sourceOrder(partyRank, colours));
    Map<String, Integer> sourceRank = ranks(ordinary, Source::id);
    this.sources = ordinary.stream().map(source -> copying(source, sourceRank)).toList();
    this.claims = sorted(claims, claimOrder(partyRank, colours));
    Map<String, Integer> claimRank = ranks(this.claims, Claim::id);
    List<Report> withStances = reports.stream().map(report -> ordered(report, claimRank)).toList();
    List<Report> ordered = sorted(withStances, reportOrder(sourceRank, claimRank, colours));
    Map<String, Integer> reportRank = ranks(ordered, Report::id);
    this.reports = ordered.stream().map(report -> citing(report, reportRank)).toList();
    this.media =
        sorted(
            media.stream().map(m -> ordered(m, claimRank)).toList(),
            mediaOrder(reportRank, claimRank, colours));
    this.incident =
        new Incident(
            incident.id(),
            incident.title(),
            incident.date(),
            incident.place(),
            incident.conflict(),
            incident.access(),
            incident.communications(),
            parties.stream()
                .map(p -> new Party(p.id(), p.name(), p.kind(), byRank(p.adversaries(), partyRank)))
                .toList(),
            sorted(
                incident.actions(),
                Comparator.<Action>comparingInt(a -> partyRank.getOrDefault(a.party(), -1))
                    .thenComparing(Action::kind, AbsentLast.order())
                    .thenComparing(Action::status)
                    .thenComparingInt(a -> rank(a.report(), reportRank))));
  }

  Incident incident() {
    return incident;
  }

  List<Source> sources() {
    return sources;
  }

  List<Claim> claims() {
    return claims;
  }

  List<Report> reports() {
    return reports;
  }

  List<Media> media() {
    return media;
  }

  private static Comparator<Party> partyOrder(Colours colours) {
    return Comparator.comparing(Party::name, AbsentLast.order())
        .thenComparing(Party::kind, AbsentLast.order())
        .thenComparing(colours.order("party", Party::id))
        .thenComparing(Party::id);
  }

  private static Comparator<Source> sourceOrder(Map<String, Integer> partyRank, Colours colours) {
    return Comparator.comparing(Source::kind)
        .thenComparing(Source::name, AbsentLast.order())
        .thenComparingInt(s -> rank(s.party(), partyRank))
        .thenComparing(Source::owner, AbsentLast.order())
        .thenComparing(Source::proximity, AbsentLast.order())
        .thenComparing(Source::reliability, AbsentLast.order())
        .thenComparing(Source::anonymous, AbsentLast.order())
        .thenComparing(byRanks(Source::alignedWith, partyRank))
        .thenComparing(Source::record, Comparator.comparing(Optional::toString))
        .thenComparing(s -> s.copies().size())
        .thenComparing(colours.order("source", Source::id))
        .thenComparing(Source::id);
  }

  private static Comparator<Claim> claimOrder(Map<String, Integer> partyRank, Colours colours) {
    return Comparator.comparing(Claim::harm)
        .thenComparing(Claim::victims, AbsentLast.order())
        .thenComparingInt(c -> rank(c.victimsParty(), partyRank))
        .thenComparingInt(c -> number(c.count().map(Count::min)))
        .thenComparingInt(c -> number(c.count().map(Count::max)))
        .thenComparing(c -> c.count().flatMap(Count::words), AbsentLast.order())
        .thenComparingInt(c -> rank(c.responsible(), partyRank))
        .thenComparingInt(c -> number(Optional.of(c.namedVictims())))
        .thenComparing(Claim::text, AbsentLast.order())
        .thenComparing(c -> c.supersedes().isPresent())
        .thenComparing(colours.order("claim", Claim::id))
        .thenComparing(Claim::id);
  }

  private static Comparator<Report> reportOrder(
      Map<String, Integer> sourceRank, Map<String, Integer> claimRank, Colours colours) {
    Comparator<Stance> stances = stanceOrder(claimRank);
    return Comparator.comparing(Report::publishedAt, AbsentLast.order())
        .thenComparingInt(r -> sourceRank.getOrDefault(r.source(), -1))
        .thenComparingInt(r -> rank(r.via(), sourceRank))
        .thenComparing(Report::language, AbsentLast.order())
        .thenComparing(Report::author, AbsentLast.order())
        .thenComparing(Report::url, AbsentLast.order())
        .thenComparing(Report::archiveUrl, AbsentLast.order())
        .thenComparing(Report::text, AbsentLast.order())
        .thenComparing(Report::stances, (a, b) -> lexicographic(a, b, stances))
        .thenComparing(r -> r.cites().size())
        .thenComparing(colours.order("report", Report::id))
        .thenComparing(Report::id);
  }

  private static Comparator<Stance> stanceOrder(Map<String, Integer> claimRank) {
    return Comparator.<Stance>comparingInt(s -> claimRank.getOrDefault(s.claim(), -1))
        .thenComparing(Stance::kind)
        .thenComparing(Stance::hedged, AbsentLast.order())
        .thenComparing(Stance::basis, AbsentLast.order());
  }

  private static Comparator<Media> mediaOrder(
      Map<String, Integer> reportRank, Map<String, Integer> claimRank, Colours colours) {
    return Comparator.comparing(Media::kind)
        .thenComparing(Media::sha256, AbsentLast.order())
        .thenComparing(Media::perceptualHash, AbsentLast.order())
        .thenComparing(Media::capturedAt, AbsentLast.order())
        .thenComparing(Media::firstSeenAt, AbsentLast.order())
        .thenComparing(Media::shows, (a, b) -> lexicographic(a, b, Comparator.naturalOrder()))
        .thenComparingInt(m -> rank(m.report(), reportRank))
        .thenComparing(byRanks(Media::supports, claimRank))
        .thenComparing(m -> m.place().map(Place::toString), AbsentLast.order())
        .thenComparing(Media::chronolocated, AbsentLast.order())
        .thenComparing(Media::credentials, AbsentLast.order())
        .thenComparing(Media::manipulation, AbsentLast.order())
        .thenComparing(Media::fingerprint, AbsentLast.order())
        .thenComparing(m -> m.examined().map(Examined::toString), AbsentLast.order())
        .thenComparing(colours.order("media", Media::id))
        .thenComparing(Media::id);
  }

  private static Source ordered(Source s, Map<String, Integer> partyRank) {
    return s.alignedWith().size() < 2 ? s : s.with(byRank(s.alignedWith(), partyRank), s.copies());
  }

  private static Source copying(Source s, Map<String, Integer> sourceRank) {
    Comparator<Copying> order =
        Comparator.comparing(copying -> sourceRank.getOrDefault(copying.source(), -1));
    return s.copies().size() < 2 ? s : s.with(s.alignedWith(), sorted(s.copies(), order));
  }

  private static Report ordered(Report r, Map<String, Integer> claimRank) {
    return r.stances().size() < 2
        ? r
        : r.with(r.cites(), sorted(r.stances(), stanceOrder(claimRank)));
  }

  private static Report citing(Report r, Map<String, Integer> reportRank) {
    return r.cites().size() < 2 ? r : r.with(byRank(r.cites(), reportRank), r.stances());
  }

  private static Media ordered(Media m, Map<String, Integer> claimRank) {
    return m.with(
        sorted(m.shows(), Comparator.naturalOrder()).stream().distinct().toList(),
        byRank(m.supports(), claimRank));
  }

  /** Compares what a list of ids refers to. */
  private static <T> Comparator<T> byRanks(
      Function<T, List<String>> ids, Map<String, Integer> ranks) {
    return (a, b) ->
        lexicographic(
            ids.apply(a), ids.apply(b), Comparator.comparing(id -> ranks.getOrDefault(id, -1)));
  }

  /** In the order of what they refer to, each once. */
  private static List<String> byRank(List<String> ids, Map<String, Integer> ranks) {
    return ids.size() < 2
        ? List.copyOf(ids)
        : ids.stream()
            .distinct()
            .sorted(Comparator.comparing(id -> ranks.getOrDefault(id, -1)))
            .toList();
  }

  private static <T> List<T> sorted(List<T> list, Comparator<? super T> order) {
    if (list.size() < 2) {
      return List.copyOf(list);
    }
    List<T> copy = new ArrayList<>(list);
    copy.sort(order);
    return List.copyOf(copy);
  }

  private static <T> Map<String, Integer> ranks(List<T> list, Function<T, String> id) {
    Map<String, Integer> ranks = new HashMap<>(list.size() * 2);
    for (int i = 0; i < list.size(); i++) {
      ranks.put(id.apply(list.get(i)), i);
    }
    return ranks;
  }

  private static int rank(Optional<String> id, Map<String, Integer> ranks) {
    return id.map(ranks::get).orElse(Integer.MAX_VALUE);
  }

  private static int number(Optional<OptionalInt> number) {
    return number.orElse(OptionalInt.empty()).orElse(Integer.MAX_VALUE);
  }

  private static <T> int lexicographic(List<T> a, List<T> b, Comparator<? super T> order) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int difference = order.compare(a.get(i), b.get(i));
      if (difference != 0) {
        return difference;
      }
    }
    return Integer.compare(a.size(), b.size());
  }
}
