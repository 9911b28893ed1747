package org.bilan.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bilan.ledger.Action;
import org.bilan.ledger.Actor;
import org.bilan.ledger.Chain;
import org.bilan.ledger.Deed;
import org.bilan.ledger.Entry;
import org.bilan.people.Secret;
import org.junit.jupiter.api.Test;

/** A ledger whose service's clock steps back and forth. */
@QuarkusTest
class ClockTest {

  @Inject javax.sql.DataSource database;
  @Inject Secret secret;

  @Test
  void entriesHaveTheOrderOfTheirNumbersWhateverTheClockSays() {
    Instant now = Instant.now();
    List<Instant> steps =
        List.of(now, now.minus(Duration.ofDays(400)), now.plus(Duration.ofDays(400)), now, now);
    List<Instant> left = new ArrayList<>(steps);
    Ledger ledger =
        new Ledger(database, new Chain(secret.derive("bilan-ledger")), () -> left.remove(0));
    for (int i = 0; i < steps.size(); i++) {
      ledger.append(
          Actor.SERVICE, Deed.of(Action.LOGGED_OUT, "clock", "it", Map.of("step", "" + i)));
    }
    List<Entry> newest =
        ledger.entries(Optional.of("clock:it"), Optional.empty(), 0, steps.size()).items();
    assertThat(newest).extracting(Entry::details).first().isEqualTo("{\"step\":\"4\"}");
    for (int i = 1; i < newest.size(); i++) {
      assertThat(newest.get(i - 1).number()).isGreaterThan(newest.get(i).number());
    }
    assertThat(newest.get(2).at()).isAfter(newest.get(1).at());
    assertThat(ledger.verify(Optional.empty()).intact()).isTrue();
  }
}
