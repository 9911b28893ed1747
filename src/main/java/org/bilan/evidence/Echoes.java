package org.bilan.evidence;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bilan.dossier.AbsentLast;
import org.bilan.dossier.Basis;
import org.bilan.dossier.Media;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Proximity;
import org.bilan.dossier.Report;
import org.bilan.dossier.Source;
import org.bilan.dossier.Stance;

/**
 * Which reports each report goes back to, by all that makes it certain: what it names, what it
 * copies, where and by whom it was published, which picture it stands on.
 *
 * <p>Which of two reports that are one by such a sign is the original tells {@link #originality}.
 */
final class Echoes {

  private final Index index;
  private final BitSet[] grounds;
  private final Link[] links;
  private final WeakLinks weak;

  Echoes(Index index) {
    this.index = index;
    this.grounds = new BitSet[index.reports.size()];
    this.links = new Link[grounds.length];
    for (int report = 0; report < grounds.length; report++) {
      grounds[report] = new BitSet();
    }
    NearCopies.Found copies = NearCopies.of(index, originality(index));
    this.weak = new WeakLinks(index, originality(index), copies);
    for (int copy = 0; copy < grounds.length; copy++) {
      if (copies.originals()[copy] >= 0) {
        add(copy, copies.originals()[copy], Link.NEAR_COPY);
      }
    }
    citations();
    pages();
    authors();
    pictures();
    carried();
  }

  /** By the kind of sign the reports that this one may go back to. */
  Map<Link, BitSet> perhaps(int report) {
    return weak.of(report);
  }

  /** The reports that this one goes back to directly. */
  BitSet grounds(int report) {
    return grounds[report];
  }

  /** What shows that a report repeats others; empty for one that goes back to nothing. */
  Optional<Link> link(int report) {
    return Optional.ofNullable(links[report]);
  }

  /**
   * Which of several reports that are one by some sign is the original: the least. One from
   * somebody who was there before any other; the earlier by its day, as hours are seldom known; of
   * one day the nearer, whoever takes no side, the earlier. Where nothing tells, all that one
   * source has said goes before all that another has: by their names, lest their kinds make a
   * difference.
   */
  static Comparator<Integer> originality(Index index) {
    return Comparator.comparing((Integer report) -> !firstHand(index.source(report)))
        .thenComparing(report -> day(index.reports.get(report)), AbsentLast.order())
        .thenComparing(report -> Distance.of(index.source(report)))
        .thenComparing(report -> partisan(index.source(report)))
        .thenComparing(report -> index.reports.get(report).publishedAt(), AbsentLast.order())
        .thenComparing(report -> index.source(report).name(), AbsentLast.order())
        .thenComparing(index::sourcePlace)
        .thenComparing(Comparator.naturalOrder());
  }

  private static boolean firstHand(Source source) {
    return source.proximity().filter(Proximity.FIRST_HAND::equals).isPresent();
  }

  private static Optional<LocalDate> day(Report report) {
    return report.publishedAt().map(t -> LocalDate.ofInstant(t.earliest(), ZoneOffset.UTC));
  }

  private static boolean partisan(Source source) {
    return source.party().isPresent() || !source.alignedWith().isEmpty();
  }

  private void add(int copy, int original, Link link) {
    if (copy != original) {
      grounds[copy].set(original);
      links[copy] = links[copy] == null ? link : links[copy];
    }
  }

  private void citations() {
    for (int i = 0; i < grounds.length; i++) {
      int copy = i;
      for (String cited : index.reports.get(i).cites()) {
        index.report(cited).ifPresent(original -> add(copy, original, Link.CITES));
      }
    }
  }

  /** An outlet's page is one publication, whoever shows it again. What others say in it is not. */
  private void pages() {
    Map<String, List<Integer>> byPage = new HashMap<>();
    for (int i = 0; i < grounds.length; i++) {
      if (ofOutlet(i)) {
        for (String page : pages(index.reports.get(i))) {
          byPage.computeIfAbsent(page, p -> new ArrayList<>()).add(i);
        }
      }
    }
    for (List<Integer> group : byPage.values()) {
      int first = first(group);
      group.forEach(report -> add(report, first, Link.SAME_PAGE));
    }
  }

  private static Set<String> pages(Report report) {
    Set<String> pages = new LinkedHashSet<>();
    Stream.of(report.url(), report.archiveUrl())
        .flatMap(Optional::stream)
        .flatMap(address -> Pages.canonical(address).stream())
        .forEach(pages::add);
    return pages;
  }

  /** One author has one knowledge, in whatever outlet: Every Casualty asks for other authors. */
  private void authors() {
    Map<String, List<Integer>> byAuthor = new HashMap<>();
    for (int i = 0; i < grounds.length; i++) {
      Optional<String> author = index.reports.get(i).author().map(Index::plain);
      if (ofOutlet(i) && author.filter(a -> !NoName.is(a)).isPresent()) {
        byAuthor.computeIfAbsent(author.get(), a -> new ArrayList<>()).add(i);
      }
    }
    for (List<Integer> group : byAuthor.values()) {
      BitSet earlier = new BitSet();
      for (int report : group.stream().sorted(originality(index)).toList()) {
        earlier.stream()
            .filter(other -> index.kin(other) != index.kin(report))
            .forEach(other -> add(report, other, Link.SAME_AUTHOR));
        earlier.set(report);
      }
    }
  }

  /** Who knows it from a picture alone knows what the picture tells everybody. */
  private void pictures() {
    List<Media> posted =
        index.dossier.media().stream()
            // What bears on no claim says nothing of who knows what.
            .filter(media -> media.report().isPresent() && !media.supports().isEmpty())
            .filter(media -> !index.reports.get(poster(media)).stances().isEmpty())
            .toList();
    for (List<Media> picture : SamePicture.groups(posted)) {
      List<Integer> group = picture.stream().map(this::poster).toList();
      int first = first(group);
      group.stream()
          .filter(report -> standsOnImagery(report) && !investigates(report))
          .forEach(report -> add(report, first, Link.SAME_PICTURE));
    }
  }

  private int poster(Media media) {
    return media.report().flatMap(index::report).orElseThrow();
  }

  /** Who examines a picture knows more of it than who shows it. */
  private boolean investigates(int report) {
    return Nearness.INVESTIGATORS.contains(index.source(report).kind());
  }

  private boolean standsOnImagery(int report) {
    return index.reports.get(report).stances().stream()
        .allMatch(stance -> stance.basis().filter(Basis.IMAGERY::equals).isPresent());
  }

  /** An outlet that has from hearsay what somebody has said through it repeats him. */
  private void carried() {
    Map<String, List<Integer>> carriedBy = new HashMap<>();
    for (int i = 0; i < grounds.length; i++) {
      Report report = index.reports.get(i);
      if (report.via().filter(outlet -> !outlet.equals(report.source())).isPresent()) {
        carriedBy.computeIfAbsent(report.via().get(), o -> new ArrayList<>()).add(i);
      }
    }
    Comparator<Integer> originality = originality(index);
    for (int i = 0; i < grounds.length; i++) {
      Report report = index.reports.get(i);
      BitSet said = ofOutlet(i) && onHearsay(i) ? carrying(i) : new BitSet();
      for (int other : carriedBy.getOrDefault(report.source(), List.of())) {
        if (said.intersects(carrying(other))
            && originality.compare(other, i) <= 0
            && !saidBefore(i, other)) {
          add(i, other, Link.CARRIED);
        }
      }
    }
  }

  private boolean saidBefore(int one, int other) {
    Optional<Moment> then = index.reports.get(other).publishedAt();
    return index
        .reports
        .get(one)
        .publishedAt()
        .filter(at -> then.filter(at::certainlyBefore).isPresent())
        .isPresent();
  }

  /** Places of the claims that a report supports. */
  private BitSet carrying(int report) {
    BitSet carrying = new BitSet();
    List<Stance> stances = index.reports.get(report).stances();
    for (int i = 0; i < stances.size(); i++) {
      if (stances.get(i).kind().carries()) {
        carrying.set(index.saidBy(report)[i]);
      }
    }
    return carrying;
  }

  private boolean onHearsay(int report) {
    return index.reports.get(report).stances().stream()
        .allMatch(stance -> index.hearsay(report, stance));
  }

  /** Whether an outlet or an account published it itself and says something in it. */
  private boolean ofOutlet(int report) {
    Report published = index.reports.get(report);
    boolean own = published.via().map(published.source()::equals).orElse(true);
    return own && !published.stances().isEmpty() && index.source(report).kind().outlet();
  }

  private int first(Collection<Integer> group) {
    return group.stream().min(originality(index)).orElseThrow();
  }
}
