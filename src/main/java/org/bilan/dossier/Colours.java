package org.bilan.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Tells entries apart that have the same content, by what they refer to and what refers to them,
 * whatever their ids are: colour refinement (Weisfeiler and Leman, 1968).
 *
 * <p>Each entry begins with a hash of its own content, without ids. In each round it is mixed with
 * the sum of its neighbours' hashes, each by the part that it plays ("cites", "is cited by"), until
 * a round tells no more entries apart. What is alike then plays the same part in the dossier, but
 * for rare patterns (rings of different lengths) that only a search through all orders would tell
 * apart. Entries that their neighbours tell apart keep their order when something far off changes.
 */
final class Colours {

  private record Link(int from, int to, long role) {}

  private final Incident incident;
  private final List<Source> sources;
  private final List<Claim> claims;
  private final List<Report> reports;
  private final List<Media> media;

  private final Map<String, Integer> places = new HashMap<>();
  private final List<Link> links = new ArrayList<>();
  private final List<long[]> told = new ArrayList<>();
  private long[] colours = new long[64];
  private int size;
  private boolean coloured;

  Colours(
      Incident incident,
      List<Source> sources,
      List<Claim> claims,
      List<Report> reports,
      List<Media> media) {
    this.incident = incident;
    this.sources = sources;
    this.claims = claims;
    this.reports = reports;
    this.media = media;
  }

  /** The order of a list's entries by colour: by what few rounds tell of them, then by more. */
  <T> Comparator<T> order(String list, Function<T, String> id) {
    return (a, b) -> {
      colour();
      int one = places.get(list + ' ' + id.apply(a));
      int other = places.get(list + ' ' + id.apply(b));
      int difference = 0;
      for (int i = 0; i < told.size() && difference == 0; i++) {
        difference = Long.compare(told.get(i)[one], told.get(i)[other]);
      }
      return difference;
    };
  }

  /** Once, when two entries are alike: in most dossiers none are. */
  private void colour() {
    if (coloured) {
      return;
    }
    coloured = true;
    incident.parties().forEach(p -> add("party", p.id(), p.name(), p.kind()));
    sources.forEach(
        s ->
            add(
                "source",
                s.id(),
                List.of(s.kind(), s.name(), s.owner(), s.anonymous(), s.proximity()),
                List.of(s.reliability(), s.record())));
    claims.forEach(
        c -> add("claim", c.id(), c.harm(), c.victims(), c.count(), c.namedVictims(), c.text()));
    reports.forEach(
        r ->
            add(
                "report",
                r.id(),
                List.of(r.publishedAt(), r.language(), r.author(), r.url(), r.archiveUrl()),
                r.text()));
    media.forEach(
        m ->
            add(
                "media",
                m.id(),
                List.of(m.kind(), m.sha256(), m.perceptualHash(), m.capturedAt(), m.firstSeenAt()),
                List.of(m.place(), m.chronolocated(), m.credentials(), m.manipulation()),
                List.of(m.fingerprint(), m.examined()),
                new TreeSet<>(m.shows())));
    incident.parties().forEach(p -> link("party", p.id(), "fights", "party", p.adversaries()));
    linkActions(incident.actions());
    sources.forEach(this::link);
    claims.forEach(this::link);
    reports.forEach(this::link);
    media.forEach(this::link);
    refine();
  }

  private void linkActions(List<Action> actions) {
    for (int i = 0; i < actions.size(); i++) {
      Action action = actions.get(i);
      String id = Integer.toString(i);
      add("action", id, action.kind(), action.status());
      link("action", id, "by", "party", List.of(action.party()));
      link("action", id, "told", "report", list(action.report()));
    }
  }

  private void link(Source source) {
    link("source", source.id(), "of", "party", list(source.party()));
    link("source", source.id(), "favours", "party", source.alignedWith());
    for (Copying copying : source.copies()) {
      String role = List.of(copying.percent(), copying.shared(), copying.asOf()).toString();
      link("source", source.id(), role, "source", List.of(copying.source()));
    }
  }

  private void link(Claim claim) {
    link("claim", claim.id(), "hit", "party", list(claim.victimsParty()));
    link("claim", claim.id(), "blames", "party", list(claim.responsible()));
    link("claim", claim.id(), "supersedes", "claim", list(claim.supersedes()));
  }

  private void link(Report report) {
    link("report", report.id(), "by", "source", List.of(report.source()));
    link("report", report.id(), "via", "source", list(report.via()));
    link("report", report.id(), "cites", "report", report.cites());
    for (Stance stance : report.stances()) {
      String role = List.of(stance.kind(), stance.hedged(), stance.basis()).toString();
      link("report", report.id(), role, "claim", List.of(stance.claim()));
    }
  }

  private void link(Media media) {
    link("media", media.id(), "from", "report", list(media.report()));
    link("media", media.id(), "supports", "claim", media.supports());
  }

  private static List<String> list(Optional<String> id) {
    return id.map(List::of).orElse(List.of());
  }

  private void add(String list, String id, Object... content) {
    places.put(list + ' ' + id, size);
    colours = size == colours.length ? Arrays.copyOf(colours, size * 2) : colours;
    colours[size++] = hash(list + Arrays.toString(content));
  }

  private void link(String list, String id, String role, String otherList, List<String> others) {
    int from = places.get(list + ' ' + id);
    others.stream()
        .distinct()
        .map(other -> places.get(otherList + ' ' + other))
        .forEach(to -> links.add(new Link(from, to, hash(list + role))));
  }

  /** In batches of 1, 2, 4 … rounds, since to count the colours is dearer than a round. */
  private void refine() {
    long before = 0;
    long now = distinct();
    for (int rounds = 1; before < now && now < size; rounds *= 2) {
      for (int i = 0; i < rounds; i++) {
        mixWithNeighbours();
      }
      told.add(colours);
      before = now;
      now = distinct();
    }
  }

  private void mixWithNeighbours() {
    long[] next = colours.clone();
    for (Link link : links) {
      next[link.from] += mix(colours[link.to] ^ link.role);
      next[link.to] += mix(colours[link.from] ^ ~link.role);
    }
    for (int i = 0; i < size; i++) {
      next[i] = mix(next[i]);
    }
    colours = next;
  }

  private long distinct() {
    return Arrays.stream(colours, 0, size).distinct().count();
  }

  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return mix(hash);
  }

  /** Finaliser of MurmurHash3. */
  private static long mix(long h) {
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
