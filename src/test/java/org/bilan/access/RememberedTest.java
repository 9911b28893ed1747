package org.bilan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.bilan.ledger.Actor;
import org.bilan.people.Role;
import org.junit.jupiter.api.Test;

/** Who is still known while the database is away. */
class RememberedTest {

  private static final Instant NOW = Instant.parse("2024-03-18T08:00:00Z");
  private static final Credential.Password PASSWORD = new Credential.Password("ana", "secret");
  private static final Credential.Session SESSION = new Credential.Session("ab".repeat(32));

  private final Remembered remembered = new Remembered();

  private static Identified ana(Instant until) {
    return new Identified(new Actor("ana", "password", "192.0.2.1"), Set.of(Role.REPORTER), until);
  }

  @Test
  void whoWasLetInIsKnownAsComingFromWhereTheyComeNow() {
    remembered.remember(PASSWORD, ana(Instant.MAX));
    Identified known = remembered.identified(PASSWORD, "192.0.2.9", NOW).orElseThrow();
    assertThat(known.actor()).isEqualTo(new Actor("ana", "password", "192.0.2.9"));
    assertThat(known.roles()).containsExactly(Role.REPORTER);
    assertThat(remembered.identified(new Credential.Password("ana", "secreT"), "", NOW)).isEmpty();
    assertThat(remembered.identified(SESSION, "", NOW)).isEmpty();
  }

  @Test
  void whatHasEndedMeanwhileLetsNobodyIn() {
    remembered.remember(SESSION, ana(NOW.plusSeconds(60)));
    assertThat(remembered.identified(SESSION, "", NOW)).isPresent();
    assertThat(remembered.identified(SESSION, "", NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  void whoWasChangedIsForgottenByEveryWay() {
    remembered.remember(PASSWORD, ana(Instant.MAX));
    remembered.remember(SESSION, ana(Instant.MAX));
    remembered.forgetAll("ana");
    assertThat(remembered.identified(PASSWORD, "", NOW)).isEmpty();
    assertThat(remembered.identified(SESSION, "", NOW)).isEmpty();
  }

  @Test
  void aPasswordIsVerifiedAgainstOneHashOnly() {
    assertThat(remembered.verified(PASSWORD, "hash", () -> true)).isTrue();
    assertThat(remembered.verified(PASSWORD, "hash", () -> false)).isTrue(); // not found out again
    assertThat(remembered.verified(PASSWORD, "another", () -> false)).isFalse(); // changed since
  }
}
