package org.bilan.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.bilan.ledger.Action;
import org.bilan.ledger.Actor;
import org.bilan.ledger.Chain;
import org.bilan.ledger.Deed;
import org.bilan.ledger.Verification;
import org.bilan.people.Secret;
import org.junit.jupiter.api.Test;

/** Somebody who owns the database, and so may do anything there, changes what was written. */
@QuarkusTest
class LedgerTamperingTest {

  private static final int TAMPERINGS = 1_000;
  private static final int ENTRIES = 60;

  @Inject Ledger ledger;
  @Inject Secret secret;

  private final Database database = DatabaseSettings.of(System::getProperty).shared();

  /** The numbers of the entries that a tampering touches; what it did, in words. */
  private record Tampering(String kind, long first, long last) {}

  @Test
  void aThousandTamperingsAreDetectedAndPlaced() throws SQLException {
    for (int i = 0; i < ENTRIES; i++) {
      ledger.append(
          new Actor("ana", "password", "127.0.0.1"),
          Deed.of(
              Action.DOSSIER_PUT, "dossier", "d" + i, Map.of("version", "1", "sha256", "ab" + i)));
    }
    assertThat(ledger.verify(Optional.empty()).intact()).isTrue();
    Chain chain = new Chain(secret.derive("bilan-ledger"));
    Random random = new Random(20240317);
    Set<String> kinds = new HashSet<>();
    try (Connection connection = database.connections(database.owner()).getConnection()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < TAMPERINGS; i++) {
        Tampering tampering = tamper(connection, random);
        kinds.add(tampering.kind);
        Verification.Result result = Ledger.verify(connection, chain, Optional.empty());
        assertThat(result.intact()).as("%d: %s", i, tampering).isFalse();
        assertThat(result.faults())
            .as("%d: %s", i, tampering)
            .anyMatch(fault -> fault.first() <= tampering.last && tampering.first <= fault.last())
            // It says which, not just that: no more than what was touched, and its neighbours.
            .allMatch(
                fault ->
                    fault.first() >= tampering.first - 1 && fault.last() <= tampering.last + 1);
        connection.rollback();
      }
    }
    assertThat(kinds)
        .containsExactlyInAnyOrder(
            "value", "hashed anew", "delete", "swap", "insert", "truncate", "head");
    assertThat(ledger.verify(Optional.empty()).intact()).isTrue();
  }

  private static Tampering tamper(Connection connection, Random random) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute("set local session_replication_role = replica"); // no trigger is in the way
      var end = sql.executeQuery("select number from ledger_head");
      end.next();
      long last = end.getLong(1);
      long one = 1 + Math.floorMod(random.nextLong(), last);
      long other = 1 + (one + random.nextInt((int) last - 1)) % last;
      switch (random.nextInt(7)) {
        case 0 -> {
          sql.execute("update ledger set %s where number = %d".formatted(value(random), one));
          return new Tampering("value", one, one);
        }
        case 1 -> {
          // Whoever hashes anew what they changed, and links what follows, cannot seal it.
          sql.execute("update ledger set actor = 'eve', hash = sha256(hash) where number = " + one);
          sql.execute(
              "update ledger set previous = (select hash from ledger where number = %d) where number = %d"
                  .formatted(one, one + 1));
          return new Tampering("hashed anew", one, one + 1);
        }
        case 2 -> {
          long until = Math.min(last, one + random.nextInt(3));
          sql.execute("delete from ledger where number between %d and %d".formatted(one, until));
          return new Tampering("delete", one, until);
        }
        case 3 -> {
          sql.execute("update ledger set number = -1 where number = " + one);
          sql.execute("update ledger set number = %d where number = %d".formatted(one, other));
          sql.execute("update ledger set number = %d where number = -1".formatted(other));
          return new Tampering("swap", Math.min(one, other), Math.max(one, other));
        }
        case 4 -> {
          // A copy of an entry, beyond the end or before the beginning.
          long where = random.nextBoolean() ? last + 1 : -random.nextInt(5);
          sql.execute(
              "insert into ledger select %d, at, actor, means, address, action, object, details, previous, hash, seal from ledger where number = %d"
                  .formatted(where, one));
          return new Tampering("insert", where, Math.max(where, 1));
        }
        case 5 -> {
          long kept = random.nextInt((int) last);
          sql.execute("delete from ledger where number > " + kept);
          if (random.nextInt(4) == 0) {
            // As if it had never been used.
            sql.execute("delete from ledger");
            sql.execute(
                "update ledger_head set number = 0, hash = decode(repeat('00', 32), 'hex'), seal = null");
            return new Tampering("truncate", 0, last);
          }
          if (random.nextBoolean()) {
            // The end is put back too, as well as that can be done without the secret.
            sql.execute(
                "update ledger_head set number = %d, hash = coalesce((select hash from ledger where number = %d), hash)"
                    .formatted(kept, kept));
          }
          return new Tampering("truncate", kept, last);
        }
        default -> {
          sql.execute(
              List.of(
                      "update ledger_head set number = number - 1",
                      "update ledger_head set seal = null",
                      "update ledger_head set hash = sha256(hash)",
                      "delete from ledger_head")
                  .get(random.nextInt(4)));
          return new Tampering("head", -1, last + 1);
        }
      }
    }
  }

  private static String value(Random random) {
    return List.of(
            "actor = actor || 'x'",
            "means = means || ' '",
            "address = '10.0.0.1'",
            "at = at + interval '1 microsecond'",
            "action = replace(action, '-', '_') || '-'",
            "object = object || '0'",
            "details = '{' || details",
            "details = details || ' '",
            "previous = sha256(previous)",
            "hash = sha256(hash)",
            "seal = sha256(seal)",
            "seal = ''")
        .get(random.nextInt(12));
  }
}
