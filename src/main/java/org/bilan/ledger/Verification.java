package org.bilan.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a ledger from its first entry to its last and says what is wrong with it.
 *
 * <p>What it cannot see: a database that was put back, all of it, to an earlier state. Against that
 * keep the end that {@link Result} tells somewhere else, and give it to {@link #expect}.
 */
public final class Verification {

  /** Enough to see what happened; whoever alters all of a ledger would else fill the memory. */
  private static final int MOST_FAULTS = 1_000;

  private final Chain chain;
  private final Head head;
  private final List<Fault> faults = new ArrayList<>();
  private Entry last;
  private Head expected;
  private boolean expectedSeen;
  private long count;
  private boolean more;
  private boolean used;

  /** What can be wrong. */
  public enum Kind {
    /** What it says, or its hash or seal, is not what was written. */
    ALTERED,
    /** It is not there. */
    MISSING,
    /** It is whole, but does not follow the one before it. */
    MISPLACED,
    /** The record of where the ledger ends is not what was written. */
    HEAD_ALTERED
  }

  /**
   * Something wrong.
   *
   * @param first the number of the entry, or of the first of several in a row
   * @param last the number of the last of them
   */
  public record Fault(Kind kind, long first, long last) {}

  /**
   * What was found.
   *
   * @param entries how many were read
   * @param faults empty when all is well; the first thousand, if there are more
   * @param more whether there are more
   * @param number of the last entry
   * @param hash of the last entry
   */
  public record Result(long entries, List<Fault> faults, boolean more, long number, Bytes hash) {

    /** Whether nothing is wrong. */
    @JsonProperty
    public boolean intact() {
      return faults.isEmpty();
    }
  }

  /**
   * A verification.
   *
   * @param head where the ledger is said to end
   */
  public Verification(Chain chain, Head head) {
    this.chain = chain;
    this.head = head;
  }

  /** The end that somebody noted at an earlier time: an entry of that number and hash must be. */
  public Verification expect(long number, Bytes hash) {
    this.expected = new Head(number, hash, null);
    return this;
  }

  /** Something shows that the ledger was written to: one without entries was emptied. */
  public Verification used() {
    this.used = true;
    return this;
  }

  /** Takes the next entry, by their numbers. */
  public void next(Entry entry) {
    count++;
    long due = last == null ? 1 : last.number() + 1;
    if (entry.number() > due) {
      fault(Kind.MISSING, due, entry.number() - 1);
    }
    if (!chain.whole(entry)) {
      fault(Kind.ALTERED, entry.number(), entry.number());
    } else if (entry.number() == due && !entry.previous().equals(hashBefore())) {
      // If the one before is altered, that is told already, and this one is in its place.
      if (last == null || chain.whole(last)) {
        fault(Kind.MISPLACED, entry.number(), entry.number());
      }
    }
    if (expected != null && entry.number() == expected.number()) {
      expectedSeen = true;
      if (!entry.hash().equals(expected.hash())) {
        fault(Kind.ALTERED, entry.number(), entry.number());
      }
    }
    last = entry;
  }

  /** Tells what was found, after the last entry. */
  public Result result() {
    long end = last == null ? 0 : last.number();
    if (!chain.whole(head, used)) {
      fault(Kind.HEAD_ALTERED, head.number(), head.number());
    } else if (head.number() > end) {
      fault(Kind.MISSING, end + 1, head.number());
    } else if (head.number() < end) {
      // Entries beyond the end were not written by Bilan, or the end was put back.
      fault(Kind.MISPLACED, head.number() + 1, end);
    } else if (last != null && chain.whole(last) && !head.hash().equals(last.hash())) {
      fault(Kind.MISPLACED, end, end);
    }
    if (expected != null && !expectedSeen && expected.number() > 0) {
      fault(Kind.MISSING, expected.number(), expected.number());
    }
    return new Result(count, List.copyOf(faults), more, end, hashBefore());
  }

  private Bytes hashBefore() {
    return last == null ? Chain.NOTHING : last.hash();
  }

  private void fault(Kind kind, long first, long last) {
    Fault fault = new Fault(kind, first, last);
    if (faults.size() >= MOST_FAULTS) {
      more = true;
    } else if (!faults.contains(fault)) {
      faults.add(fault);
    }
  }
}
