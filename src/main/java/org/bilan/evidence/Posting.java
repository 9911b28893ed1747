package org.bilan.evidence;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bilan.dossier.Media;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Stance;

/**
 * Who posted a picture first. Who posts it again later, or after another, adds nothing to it and
 * takes nothing from it.
 *
 * @param first places of the reports that may have been the first, in order: several where nothing
 *     tells which, none where what is known contradicts itself
 * @param complete whether a report is known for every file: otherwise somebody unknown may have
 *     been the first
 */
record Posting(List<Integer> first, boolean complete) {

  static Posting of(List<Media> files, Index index) {
    List<Integer> reports =
        files.stream()
            .flatMap(file -> file.report().flatMap(index::report).stream())
            .distinct()
            .sorted()
            .toList();
    return new Posting(
        reports.stream()
            .filter(report -> reports.stream().noneMatch(other -> earlier(other, report, index)))
            .toList(),
        files.stream().allMatch(file -> file.report().isPresent()));
  }

  /**
   * Whether somebody may have posted it first who denies the claim, as who shows that a picture is
   * an old one: then it is not certain that it was offered for the claim, and its flaws say nothing
   * against it.
   */
  boolean againstClaim(int claim, Index index) {
    return first.stream().anyMatch(report -> denies(report, claim, index));
  }

  /** Whether this report denies the claim. */
  static boolean denies(int report, int claim, Index index) {
    int[] said = index.saidBy(report);
    List<Stance> stances = index.reports.get(report).stances();
    return IntStream.range(0, said.length)
        .anyMatch(i -> said[i] == claim && stances.get(i).kind() == Stance.Kind.DENIES);
  }

  private static boolean earlier(int one, int other, Index index) {
    boolean repeated = index.ancestors(other).get(one) && !index.ancestors(one).get(other);
    Optional<Moment> published = index.reports.get(one).publishedAt();
    Optional<Moment> then = index.reports.get(other).publishedAt();
    return repeated
        || published.isPresent() && then.isPresent() && published.get().certainlyBefore(then.get());
  }
}
