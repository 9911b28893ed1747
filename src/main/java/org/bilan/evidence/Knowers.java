package org.bilan.evidence;

import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bilan.dossier.Source;
import org.bilan.dossier.Stance;

/**
 * Who takes no side and asserts a claim of their own knowledge, as far as is known: not from
 * others, nor perhaps from them, unless they said so before. Kin speak with one voice.
 */
final class Knowers {

  private final Index index;

  /** By report, what it is the first of its kin to assert on its own account. */
  private final Map<Integer, BitSet> firstToSay = new HashMap<>();

  /** For each kin who take no side by claim since when they know it, and since when repeat it. */
  private final Map<Integer, Since[]> since = new HashMap<>();

  Knowers(Index index) {
    this.index = index;
    findFirst();
    for (int report = 0; report < index.reports.size(); report++) {
      BitSet asserted = asserted(report, index);
      if (!asserted.isEmpty() && !index.predates(report)) {
        read(report, asserted);
      }
    }
  }

  private void findFirst() {
    Comparator<Integer> originality = Echoes.originality(index);
    Map<Integer, Integer[]> first = new HashMap<>();
    for (int report = 0; report < index.reports.size(); report++) {
      int other = report;
      Integer[] byClaim = first.computeIfAbsent(index.kin(report), kin -> new Integer[claims()]);
      ownAccount(report).stream()
          .filter(c -> byClaim[c] == null || originality.compare(other, byClaim[c]) < 0)
          .forEach(claim -> byClaim[claim] = other);
    }
    for (Integer[] byClaim : first.values()) {
      for (int claim = 0; claim < byClaim.length; claim++) {
        if (byClaim[claim] != null) {
          firstToSay.computeIfAbsent(byClaim[claim], report -> new BitSet()).set(claim);
        }
      }
    }
  }

  private int claims() {
    return index.dossier.claims().size();
  }

  /** For each kin who take no side the claims that they know. */
  Map<Integer, BitSet> known() {
    Map<Integer, BitSet> known = new HashMap<>();
    since.forEach(
        (kin, byClaim) -> {
          BitSet claims = new BitSet();
          for (int claim = 0; claim < byClaim.length; claim++) {
            claims.set(claim, byClaim[claim] != null && byClaim[claim].known());
          }
          known.put(kin, claims);
        });
    return known;
  }

  private void read(int report, BitSet asserted) {
    BitSet own = partisan(index.source(report)) ? new BitSet() : ownAccount(report);
    own.andNot(perhapsFromOthers(report, own));
    Since[] byClaim = since.computeIfAbsent(index.kin(report), kin -> new Since[claims()]);
    for (int claim = asserted.nextSetBit(0); claim >= 0; claim = asserted.nextSetBit(claim + 1)) {
      byClaim[claim] = byClaim[claim] == null ? new Since() : byClaim[claim];
      byClaim[claim].says(own.get(claim), index, report);
    }
  }

  private static boolean partisan(Source source) {
    return source.partyMissing() || source.party().isPresent() || !source.alignedWith().isEmpty();
  }

  /** Places of the claims that a report asserts: the press only repeats. */
  static BitSet asserted(int report, Index index) {
    BitSet asserted = new BitSet();
    List<Stance> stances = index.reports.get(report).stances();
    for (int i = 0; i < stances.size(); i++) {
      if (stances.get(i).kind() == Stance.Kind.ASSERTS) {
        asserted.set(index.saidBy(report)[i]);
      }
    }
    return asserted;
  }

  /** Those that it asserts on its own account: not after others, and not on hearsay. */
  private BitSet ownAccount(int report) {
    BitSet own = new BitSet();
    if (index.predates(report) || index.repeatsOthers(report)) {
      return own;
    }
    List<Stance> stances = index.reports.get(report).stances();
    for (int i = 0; i < stances.size(); i++) {
      Stance stance = stances.get(i);
      if (stance.kind() == Stance.Kind.ASSERTS && !index.hearsay(report, stance)) {
        own.set(index.saidBy(report)[i]);
      }
    }
    return own;
  }

  /**
   * Those that a report may have from others. Of sources that share errors, only what one says of
   * its own, and its kin have not said before, can be what the other has from it, as in {@link
   * Clusters}: else an echo of others would take from a witness what he knows.
   */
  private BitSet perhapsFromOthers(int report, BitSet asserted) {
    BitSet perhaps = new BitSet();
    index
        .perhaps(report)
        .forEach(
            (link, others) -> {
              if (link == Link.SHARED_ERRORS) {
                firstToSay.forEach(
                    (other, said) -> {
                      if (others.get(other) && index.kin(other) != index.kin(report)) {
                        perhaps.or(said);
                      }
                    });
              } else if (others.stream().anyMatch(o -> index.kin(o) != index.kin(report))) {
                perhaps.or(asserted);
              }
            });
    return perhaps;
  }

  /** When kin say one thing: of their own, and perhaps after others. */
  private static final class Since {
    private Instant own;
    private Instant repeated;

    void says(boolean ofTheirOwn, Index index, int report) {
      var at = index.reports.get(report).publishedAt();
      if (ofTheirOwn) {
        Instant latest = at.map(moment -> moment.latest()).orElse(Instant.MAX);
        own = own == null || latest.isBefore(own) ? latest : own;
      } else {
        Instant earliest = at.map(moment -> moment.earliest()).orElse(Instant.MIN);
        repeated = repeated == null || earliest.isBefore(repeated) ? earliest : repeated;
      }
    }

    boolean known() {
      return own != null && (repeated == null || own.isBefore(repeated));
    }
  }
}
