package org.bilan.evidence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bilan.dossier.AbsentLast;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Report;
import org.bilan.dossier.Stance;

/**
 * Who asserts and who denies each claim on its own account, and when. Whoever relays, or goes back
 * to others, has said nothing of its own, and what cannot know of the incident is left out.
 */
final class Statements {

  /**
   * That a source says something in a report.
   *
   * @param report place of the report
   */
  record Saying(Optional<Moment> at, int report) {

    /** Whether this was said before the other; empty where that is not known. */
    Optional<Boolean> before(Saying other) {
      return at.flatMap(mine -> other.at.map(mine::certainlyBefore));
    }
  }

  /** The first and the last time that a source says something, of the dated ones if any is. */
  record Said(Saying first, Saying last) {

    private Said with(Said other) {
      Comparator<Optional<Moment>> earlier = AbsentLast.order();
      boolean first = earlier.compare(other.first.at, this.first.at) < 0;
      boolean last =
          this.last.at.isEmpty()
              || other.last.at.isPresent() && earlier.compare(other.last.at, this.last.at) > 0;
      return new Said(first ? other.first : this.first, last ? other.last : this.last);
    }
  }

  private final Index index;
  private final List<Claim> claims;

  /** What a source says of a claim on its own account. */
  private record Word(Stance.Kind kind, Saying saying) {}

  private final List<Map<Integer, List<Word>>> words = new ArrayList<>();

  /** By claim and kin when they have repeated what others say of it. */
  private final List<Map<Integer, List<Saying>>> repeated = new ArrayList<>();

  private final List<Map<Integer, Said>> asserted = new ArrayList<>();
  private final List<Map<Integer, Said>> denied = new ArrayList<>();
  private final BitSet[] assertingKin;
  private final BitSet[] revisers;

  Statements(Index index) {
    this.index = index;
    this.claims = index.dossier.claims();
    this.assertingKin = new BitSet[claims.size()];
    for (int claim = 0; claim < claims.size(); claim++) {
      words.add(new HashMap<>());
      repeated.add(new HashMap<>());
      asserted.add(new LinkedHashMap<>());
      denied.add(new LinkedHashMap<>());
      assertingKin[claim] = new BitSet();
    }
    for (int report = 0; report < index.reports.size(); report++) {
      if (index.repeatsOthers(report)) {
        for (int claim : index.saidBy(report)) {
          repeated
              .get(claim)
              .computeIfAbsent(index.kin(report), kin -> new ArrayList<>())
              .add(saying(report));
        }
      }
    }
    for (int report = 0; report < index.reports.size(); report++) {
      if (!index.predates(report)) {
        read(report);
      }
    }
    this.revisers = ownRevisions();
  }

  private void read(int place) {
    Report report = index.reports.get(place);
    for (int i = 0; i < report.stances().size(); i++) {
      Stance stance = report.stances().get(i);
      int claim = index.saidBy(place)[i];
      if (stance.kind() == Stance.Kind.RELAYS || afterRepeating(place, claim)) {
        continue;
      }
      words
          .get(claim)
          .computeIfAbsent(index.sourcePlace(place), s -> new ArrayList<>())
          .add(new Word(stance.kind(), saying(place)));
      if (stance.kind() == Stance.Kind.ASSERTS) {
        note(asserted.get(claim), place);
        assertingKin[claim].set(index.kin(place));
      } else if (stance.kind() == Stance.Kind.DENIES) {
        note(denied.get(claim), place);
      }
    }
  }

  /** Whether it repeats others, or its kin may have repeated them before. */
  private boolean afterRepeating(int report, int claim) {
    return repeated.get(claim).getOrDefault(index.kin(report), List.of()).stream()
        .anyMatch(repeating -> !saying(report).before(repeating).orElse(false));
  }

  private Saying saying(int report) {
    return new Saying(index.reports.get(report).publishedAt(), report);
  }

  private void note(Map<Integer, Said> said, int place) {
    Saying saying = saying(place);
    said.merge(index.sourcePlace(place), new Said(saying, saying), Said::with);
  }

  /** For each claim the later ones, directly or through others, by those who asserted both. */
  private BitSet[] ownRevisions() {
    Map<String, Integer> placeOf = new HashMap<>();
    BitSet[] later = new BitSet[claims.size()];
    for (int i = 0; i < later.length; i++) {
      placeOf.put(claims.get(i).id(), i);
      later[i] = new BitSet();
    }
    for (int reviser = 0; reviser < later.length; reviser++) {
      Integer earlier = claims.get(reviser).supersedes().map(placeOf::get).orElse(null);
      while (earlier != null) {
        if (assertingKin[reviser].intersects(assertingKin[earlier])) {
          later[earlier].set(reviser);
        }
        earlier = claims.get(earlier).supersedes().map(placeOf::get).orElse(null);
      }
    }
    return later;
  }

  /**
   * Places of the claims that revise this one, each asserted by some of those, or their kin, who
   * asserted this one. A claim of which only others say that it supersedes is another claim.
   */
  BitSet revisersOf(int claim) {
    return revisers[claim];
  }

  /** The kin who have revised a claim that they asserted themselves. */
  BitSet kinWhoRevised(int claim) {
    BitSet revised = new BitSet();
    revisers[claim].stream().forEach(later -> revised.or(assertingKin[later]));
    revised.and(assertingKin[claim]);
    return revised;
  }

  /** Whether these kin assert a claim on their own account. */
  boolean asserts(int kin, int claim) {
    return assertingKin[claim].get(kin);
  }

  /** The kin who asserted a claim and the one that revises it. */
  IntStream revising(int claim, int reviser) {
    BitSet both = (BitSet) assertingKin[claim].clone();
    both.and(assertingKin[reviser]);
    return both.stream();
  }

  /**
   * Places of the reports in which a source has certainly later said something else of a claim than
   * it said of it in this one.
   */
  List<Integer> otherwiseSince(int report, int claim) {
    List<Word> all = words.get(claim).getOrDefault(index.sourcePlace(report), List.of());
    if (all.size() < 2) {
      return List.of();
    }
    return all.stream()
        .filter(word -> word.saying().report() == report)
        .flatMap(
            word ->
                all.stream()
                    .filter(later -> later.kind() != word.kind())
                    .filter(later -> word.saying().before(later.saying()).orElse(false)))
        .map(later -> later.saying().report())
        .toList();
  }

  /** By the places of the sources that assert a claim: when. */
  Map<Integer, Said> asserting(int claim) {
    return asserted.get(claim);
  }

  /** By the places of the sources that deny a claim: when. */
  Map<Integer, Said> denying(int claim) {
    return denied.get(claim);
  }
}
