package org.bilan.evidence;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bilan.dossier.Source;
import org.bilan.dossier.Stance;

/**
 * Which claims are parts of one story. Who asserts two rivals at once, so many fighters and so many
 * civilians, does not contradict himself, nor who revises what he asserted. For everybody else they
 * are rivals still, unless of those who take no side and assert the one most assert the other with
 * it: else a single voice could dissolve every contradiction.
 */
final class Stories {

  private final Index index;
  private final int claims;

  /** For each kin, by claim, the claims that they assert in one breath with it or revise it by. */
  private final Map<Integer, BitSet[]> together = new HashMap<>();

  /** For each kin who take no side the claims that they assert of their own knowledge. */
  private final Map<Integer, BitSet> known = new HashMap<>();

  /** For each kin the kin to whom some report of theirs goes back. */
  private final Map<Integer, BitSet> repeated = new HashMap<>();

  /** For each kin what {@link #told} says of them, once somebody has asked. */
  private final Map<Integer, BitSet[]> told = new HashMap<>();

  /** The reports that assert something and go back to nobody else who says anything. */
  private final BitSet ownAccounts;

  private final int[] sayers;
  private final int[][] sayersOfBoth;

  Stories(Index index, Statements statements) {
    this.index = index;
    this.claims = index.dossier.claims().size();
    this.sayers = new int[claims];
    this.sayersOfBoth = new int[claims][claims];
    this.ownAccounts = ownAccounts();
    gather();
    known.forEach((kin, said) -> keepOwn(kin, said, statements));
    revisions(statements);
    known.forEach(this::count);
  }

  private void gather() {
    Map<Integer, BitSet> hearsay = new HashMap<>();
    for (int report = 0; report < index.reports.size(); report++) {
      BitSet asserted = asserted(report);
      // Who says nothing of any claim goes back to nobody.
      if (index.saidBy(report).length > 0) {
        BitSet grounds = repeated.computeIfAbsent(index.kin(report), k -> new BitSet());
        index.ancestors(report).stream().forEach(ancestor -> grounds.set(index.kin(ancestor)));
      }
      if (!asserted.isEmpty() && !index.predates(report)) {
        int kin = index.kin(report);
        BitSet[] of = together.computeIfAbsent(kin, k -> none());
        asserted.stream().forEach(claim -> of[claim].or(asserted));
        boolean repeats =
            !index.ancestors(report).isEmpty()
                || mayRepeat(report)
                || partisan(index.source(report));
        (repeats ? hearsay : known).computeIfAbsent(kin, k -> new BitSet()).or(asserted);
      }
    }
    hearsay.forEach((kin, said) -> known.getOrDefault(kin, new BitSet()).andNot(said));
  }

  /** Who has once repeated a claim does not know it of himself, whatever he publishes later. */
  private static void keepOwn(int kin, BitSet said, Statements statements) {
    for (int claim = said.nextSetBit(0); claim >= 0; claim = said.nextSetBit(claim + 1)) {
      said.set(claim, statements.asserts(kin, claim));
    }
  }

  private void revisions(Statements statements) {
    for (int claim = 0; claim < claims; claim++) {
      int earlier = claim;
      for (int reviser : statements.revisersOf(claim).stream().toArray()) {
        statements
            .revising(claim, reviser)
            .forEach(
                kin -> {
                  together.get(kin)[earlier].set(reviser);
                  together.get(kin)[reviser].set(earlier);
                });
      }
    }
  }

  private BitSet[] none() {
    BitSet[] none = new BitSet[claims];
    Arrays.setAll(none, claim -> new BitSet());
    return none;
  }

  /**
   * Of sources that share errors, only what one asserts of its own can be what the other has from
   * it, as in {@link Clusters}: else an echo of others would take a witness's knowledge from him.
   */
  private boolean mayRepeat(int report) {
    return index.perhaps(report).entrySet().stream()
        .anyMatch(
            sign -> sign.getKey() != Link.SHARED_ERRORS || sign.getValue().intersects(ownAccounts));
  }

  private BitSet ownAccounts() {
    BitSet own = new BitSet();
    for (int report = 0; report < index.reports.size(); report++) {
      own.set(report, !asserted(report).isEmpty() && !index.repeatsOthers(report));
    }
    return own;
  }

  private static boolean partisan(Source source) {
    return source.partyMissing() || source.party().isPresent() || !source.alignedWith().isEmpty();
  }

  /** Places of the claims that a report asserts on its own account: the press only repeats. */
  private BitSet asserted(int report) {
    BitSet asserted = new BitSet();
    List<Stance> stances = index.reports.get(report).stances();
    for (int i = 0; i < stances.size(); i++) {
      if (stances.get(i).kind() == Stance.Kind.ASSERTS) {
        asserted.set(index.saidBy(report)[i]);
      }
    }
    return asserted;
  }

  private void count(int kin, BitSet said) {
    said.stream()
        .forEach(
            claim -> {
              sayers[claim]++;
              BitSet both = (BitSet) together.get(kin)[claim].clone();
              both.and(said);
              both.stream().forEach(other -> sayersOfBoth[claim][other]++);
            });
  }

  /** The claims of whose disinterested sayers more than half assert this one with it. */
  BitSet partsOfOneStoryWith(int claim) {
    BitSet parts = new BitSet();
    for (int said = 0; said < claims; said++) {
      if (said != claim && 2 * sayersOfBoth[claim][said] > sayers[said]) {
        parts.set(said);
      }
    }
    return parts;
  }

  /**
   * Whether who published a report asserts both, there or elsewhere in one breath, or somebody does
   * to whom he goes back: an echo contradicts no more than whom it repeats.
   */
  boolean reconciles(int report, int claim, int said) {
    return told.computeIfAbsent(index.kin(report), this::told)[claim].get(said);
  }

  private BitSet[] told(int kin) {
    BitSet[] all = none();
    BitSet reached = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(kin));
    reached.set(kin);
    while (!open.isEmpty()) {
      int next = open.poll();
      BitSet[] of = together.get(next);
      for (int claim = 0; of != null && claim < claims; claim++) {
        all[claim].or(of[claim]);
      }
      BitSet further = (BitSet) repeated.getOrDefault(next, new BitSet()).clone();
      further.andNot(reached);
      reached.or(further);
      further.stream().forEach(open::add);
    }
    return all;
  }
}
