package org.bilan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bilan.archive.Ledger;
import org.bilan.archive.LookUps;
import org.bilan.ledger.Actor;
import org.bilan.people.Role;
import org.junit.jupiter.api.Test;

/**
 * Sessions and tokens end by the wall's clock, as people were told; guesses are slowed by one that
 * never steps.
 */
@QuarkusTest
class SteppingClockTest {

  private static final String HERE = "192.0.2.1";
  private static final String ADMIN = FirstStart.ADMIN;
  private static final String PASSWORD = System.getProperty("bilan.admin.password");

  @Inject LookUps lookUps;
  @Inject Ledger ledger;
  @Inject Passwords passwords;
  @Inject Logins logins;
  @Inject PageSessions sessions;

  private Instant now = Instant.now();

  private Authentication authentication() {
    return new Authentication(lookUps, ledger, passwords, 30, () -> now);
  }

  @Test
  void aTokenEndsWhenTheWallClockSaysSoAndIsKnownAgainWhenItStepsBack() {
    Logins.NewToken token =
        logins
            .token(
                ADMIN, "clock", Optional.of(Set.of(Role.READER)), Duration.ofDays(2), Actor.SERVICE)
            .orElseThrow();
    assertEnds(
        new Credential.ApiToken(Bearer.parse(token.spelt()).orElseThrow()), Duration.ofDays(2));
    logins.revoke(token.token().id(), Optional.empty(), Actor.SERVICE);
    now = Instant.now().minus(Duration.ofDays(10));
    // Revoked is revoked, whatever the clock says.
    assertThatThrownBy(
            () ->
                authentication()
                    .identify(
                        new Credential.ApiToken(Bearer.parse(token.spelt()).orElseThrow()), HERE))
        .isInstanceOf(NotRecognised.class);
  }

  @Test
  void soDoesASession() {
    PageSessions.Begun session = sessions.begin(ADMIN, PASSWORD, HERE);
    assertEnds(new Credential.Session(session.cookie()), PageSessions.LASTS);
    sessions.end(session.cookie(), session.who().actor());
  }

  private void assertEnds(Credential credential, Duration lasts) {
    Authentication authentication = authentication();
    Instant made = now;
    assertThat(authentication.identify(credential, HERE).actor().name()).isEqualTo(ADMIN);
    now = made.plus(lasts).plusSeconds(60);
    assertThatThrownBy(() -> authentication.identify(credential, HERE))
        .isInstanceOf(NotRecognised.class);
    now = made.minus(Duration.ofDays(400));
    assertThat(authentication.identify(credential, HERE).actor().name()).isEqualTo(ADMIN);
    now = made;
  }

  @Test
  void guessesWaitAlsoWhenTheWallClockSteps() {
    Authentication authentication = authentication();
    String from = "192.0.2.77";
    Credential wrong = new Credential.Password(ADMIN, "a wrong password");
    for (int i = 0; i < Guesses.FREE + 2; i++) {
      try {
        authentication.identify(wrong, from);
      } catch (NotRecognised | TooManyGuesses expected) {
        // Until it has to wait.
      }
    }
    now = now.plus(Duration.ofDays(400));
    assertThatThrownBy(() -> authentication.identify(wrong, from))
        .isInstanceOf(TooManyGuesses.class);
    assertThatThrownBy(
            () -> authentication.identify(new Credential.Password(ADMIN, PASSWORD), from))
        .isInstanceOf(TooManyGuesses.class);
  }
}
