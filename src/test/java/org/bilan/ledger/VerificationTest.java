package org.bilan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bilan.ledger.Verification.Fault;
import org.bilan.ledger.Verification.Kind;
import org.junit.jupiter.api.Test;

class VerificationTest {

  private static final Instant MORNING = Instant.parse("2024-03-18T08:00:00Z");
  private static final Actor ANA = new Actor("ana", "password", "127.0.0.1");

  private final Chain chain = new Chain(new byte[32]);
  private final List<Entry> entries = new ArrayList<>();
  private Head head = new Head(0, Chain.NOTHING, null);

  VerificationTest() {
    for (int i = 1; i <= 5; i++) {
      Entry entry =
          chain.next(
              head,
              MORNING.plusSeconds(i),
              ANA,
              Deed.of(Action.DOSSIER_PUT, "dossier", "d" + i, Map.of()));
      entries.add(entry);
      head = chain.head(entry);
    }
  }

  @Test
  void aLedgerAsItWasWrittenIsIntact() {
    assertThat(faults()).isEmpty();
  }

  @Test
  void aLedgerThatWasNeverWrittenToIsIntact() {
    entries.clear();
    head = new Head(0, Chain.NOTHING, null);
    assertThat(faults()).isEmpty();
  }

  @Test
  void anAlteredEntryIsNamed() {
    entries.set(2, with(entries.get(2), "eve", entries.get(2).previous()));
    assertThat(faults()).containsExactly(new Fault(Kind.ALTERED, 3, 3));
  }

  /** Whoever can write to the database can hash, but has no secret to seal with. */
  @Test
  void anEntryThatSomebodyElseMadeIsNamed() {
    Chain eves = new Chain(new byte[] {1, 2, 3});
    Head before = new Head(2, entries.get(1).hash(), null);
    entries.set(
        2,
        eves.next(
            before, MORNING, ANA, Deed.of(Action.DOSSIER_DELETED, "dossier", "d3", Map.of())));
    assertThat(faults()).containsExactly(new Fault(Kind.ALTERED, 3, 3));
  }

  @Test
  void aMissingEntryIsNamed() {
    entries.remove(2);
    assertThat(faults()).containsExactly(new Fault(Kind.MISSING, 3, 3));
    entries.remove(2);
    assertThat(faults()).containsExactly(new Fault(Kind.MISSING, 3, 4));
  }

  @Test
  void entriesCutOffEitherEndAreNamed() {
    Entry last = entries.remove(4);
    assertThat(faults()).containsExactly(new Fault(Kind.MISSING, 5, 5));
    entries.add(last);
    entries.remove(0);
    assertThat(faults()).containsExactly(new Fault(Kind.MISSING, 1, 1));
  }

  @Test
  void anEndThatWasPutBackIsSeen() {
    // Nobody has the seal of an earlier end who did not keep it.
    entries.remove(4);
    head = new Head(4, entries.get(3).hash(), head.seal());
    assertThat(faults()).containsExactly(new Fault(Kind.HEAD_ALTERED, 4, 4));
    // Who did keep it is seen by the end that somebody noted elsewhere.
    head = chain.head(entries.get(3));
    assertThat(faults()).isEmpty();
    assertThat(result(new Head(5, entries.get(3).hash(), null)).faults())
        .containsExactly(new Fault(Kind.MISSING, 5, 5));
    assertThat(result(new Head(4, entries.get(2).hash(), null)).faults())
        .containsExactly(new Fault(Kind.ALTERED, 4, 4));
    assertThat(result(new Head(4, entries.get(3).hash(), null)).faults()).isEmpty();
  }

  @Test
  void anEmptiedLedgerIsNotANewOne() {
    entries.clear();
    assertThat(faults()).containsExactly(new Fault(Kind.MISSING, 1, 5));
    head = new Head(5, Chain.NOTHING, null);
    assertThat(faults()).containsExactly(new Fault(Kind.HEAD_ALTERED, 5, 5));
    // As a new one has it: but something shows that this one was written to.
    head = new Head(0, Chain.NOTHING, null);
    assertThat(new Verification(chain, head).used().result().faults())
        .containsExactly(new Fault(Kind.HEAD_ALTERED, 0, 0));
  }

  /** Two branches of one ledger, both sealed: what a database has that was split and joined. */
  @Test
  void aWholeEntryThatDoesNotFollowIsNamed() {
    Entry other =
        chain.next(
            new Head(2, entries.get(0).hash(), null),
            MORNING,
            ANA,
            Deed.of(Action.DOSSIER_PUT, "dossier", "other", Map.of()));
    entries.set(2, other);
    assertThat(faults())
        .containsExactly(new Fault(Kind.MISPLACED, 3, 3), new Fault(Kind.MISPLACED, 4, 4));
  }

  @Test
  void noTwoEntriesAreHashedAlike() {
    Entry one = chain.next(head, MORNING, new Actor("ab", "c", "d"), deed());
    Entry two = chain.next(head, MORNING, new Actor("a", "bc", "d"), deed());
    assertThat(one.hash()).isNotEqualTo(two.hash());
  }

  private static Deed deed() {
    return Deed.of(Action.LOGGED_IN, "person", "ana", Map.of());
  }

  private static Entry with(Entry entry, String actor, Bytes previous) {
    return new Entry(
        entry.number(),
        entry.at(),
        new Actor(actor, entry.actor().means(), entry.actor().address()),
        entry.action(),
        entry.object(),
        entry.details(),
        previous,
        entry.hash(),
        entry.seal());
  }

  private List<Fault> faults() {
    return result(null).faults();
  }

  private Verification.Result result(Head expected) {
    Verification verification = new Verification(chain, head);
    if (expected != null) {
      verification.expect(expected.number(), expected.hash());
    }
    entries.forEach(verification::next);
    return verification.result();
  }
}
