package org.bilan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bilan.archive.ArchiveFailure;
import org.bilan.archive.Breaker;
import org.bilan.archive.Ledger;
import org.bilan.archive.LookUps;
import org.bilan.archive.Outage;
import org.bilan.archive.People;
import org.bilan.archive.Sessions;
import org.bilan.archive.Tokens;
import org.bilan.ledger.Action;
import org.bilan.ledger.Actor;
import org.bilan.ledger.Deed;
import org.bilan.people.Person;
import org.bilan.people.Role;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Lets in who is known. Every request is looked up in the database, so that whoever is put out is
 * out at once. While the database is away, those are still known who were let in shortly before:
 * judging needs no database, and whatever else they ask for fails for want of one.
 */
@ApplicationScoped
public class Authentication {

  private static final Logger LOG = Logger.getLogger(Authentication.class);

  private final People people;
  private final Tokens tokens;
  private final Sessions sessions;
  private final Ledger ledger;
  private final Passwords passwords;
  private final Guesses guesses;
  private final Remembered remembered = new Remembered();
  private final Breaker breaker;
  private final InstantSource clock;

  @Inject
  Authentication(
      LookUps lookUps,
      Ledger ledger,
      Passwords passwords,
      @ConfigProperty(name = "bilan.limits.wrong-passwords.address") int freeByAddress) {
    this(lookUps, ledger, passwords, freeByAddress, InstantSource.system());
  }

  /**
   * Authentication.
   *
   * @param clock the wall's, by which sessions and tokens end, as people were told; guesses are
   *     slowed by one that never steps
   */
  Authentication(
      LookUps lookUps, Ledger ledger, Passwords passwords, int freeByAddress, InstantSource clock) {
    this.people = lookUps.people();
    this.tokens = lookUps.tokens();
    this.sessions = lookUps.sessions();
    this.breaker = lookUps.breaker();
    this.ledger = ledger;
    this.passwords = passwords;
    this.clock = clock;
    this.guesses = new Guesses(System::nanoTime, freeByAddress);
  }

  /**
   * Lets in whoever brings the credential.
   *
   * @param address from where
   * @throws NotRecognised when nobody is known by it
   * @throws TooManyGuesses when passwords were guessed too often
   * @throws CannotAsk when the database is away and the credential was not seen shortly before
   */
  public Identified identify(Credential credential, String address) {
    Optional<Identified> seen = remembered.identified(credential, address, clock.instant());
    if (breaker.open()) {
      return seen.orElseThrow(CannotAsk::new);
    }
    try {
      Identified identified = lookUp(credential, address);
      remembered.remember(credential, identified);
      return identified;
    } catch (NotRecognised refused) {
      remembered.forget(credential);
      throw refused;
    } catch (RuntimeException failure) {
      if (!Outage.isCauseOf(failure)) {
        throw failure;
      }
      breaker.failed();
      return seen.orElseThrow(CannotAsk::new);
    }
  }

  /** Forgets whatever let this person in, who may have less to say from now on. */
  void forgetAll(String person) {
    remembered.forgetAll(person);
  }

  /** Forgets whom the credential let in: it was given back. */
  void forget(Credential credential) {
    remembered.forget(credential);
  }

  private Identified lookUp(Credential credential, String address) {
    if (credential instanceof Credential.Password password) {
      return byPassword(password, address);
    }
    if (credential instanceof Credential.ApiToken token) {
      return byToken(token.bearer(), address);
    }
    if (credential instanceof Credential.Proxied proxied) {
      return byProxy(proxied.name(), address);
    }
    return bySession((Credential.Session) credential, address);
  }

  private Identified byPassword(Credential.Password given, String address) {
    Optional<People.Login> login =
        Person.NAME.matcher(given.name()).matches() ? people.login(given.name()) : Optional.empty();
    // Of who may not enter no password is right: that it would be is nobody's business.
    String hash =
        login
            .filter(known -> !known.person().disabled())
            .flatMap(People.Login::password)
            .orElse(null);
    boolean right =
        hash == null
            ? guessed(given, null, address)
            : remembered.verified(given, hash, () -> guessed(given, hash, address));
    if (!right) {
      throw new NotRecognised();
    }
    Person person = login.get().person();
    return new Identified(
        new Actor(person.name(), "password", address), person.roles(), Instant.MAX);
  }

  /** Whether the password is right: a guess, until that is known. */
  private boolean guessed(Credential.Password given, String hash, String address) {
    // Whoever calls must not choose what stands in the ledger, the log, and the memory.
    String who = Person.NAME.matcher(given.name()).matches() ? given.name() : "(no name)";
    List<Guesses.Slowed> slowed = guesses.guess(who, address);
    try {
      if (given.password().length() <= Passwords.MOST
          && passwords.matches(given.password(), hash)) {
        guesses.right(who, address);
        return true;
      }
    } catch (Crowded notLookedAt) {
      // Else what strangers do would slow whoever knows the password.
      guesses.takeBack(who, address);
      throw notLookedAt;
    }
    trace(slowed, who, address);
    return false;
  }

  private void trace(List<Guesses.Slowed> all, String who, String address) {
    for (Guesses.Slowed slowed : all) {
      LOG.warnf("Guesses of a password are slowed, by %s: %s from %s", slowed, who, address);
      try {
        ledger.append(
            new Actor(Actor.UNKNOWN, "password", address),
            slowed == Guesses.Slowed.ADDRESS
                ? Deed.of(Action.LOGIN_SLOWED, "address", Network.of(address), Map.of())
                : Deed.of(Action.LOGIN_SLOWED, "person", who, Map.of()));
      } catch (ArchiveFailure notWritten) {
        // It is in the log. Who guesses wrong is not let in for want of an entry.
        LOG.warnf("That is missing in the ledger: %s", notWritten.getMessage());
      }
    }
  }

  private Identified byToken(Bearer bearer, String address) {
    Tokens.Held held = tokens.held(bearer.id()).orElseThrow(NotRecognised::new);
    boolean right = MessageDigest.isEqual(held.hash(), bearer.hash());
    if (!right
        || held.token().revokedAt().isPresent()
        || !held.token().expiresAt().isAfter(clock.instant())) {
      throw new NotRecognised();
    }
    Person person = enabled(held.person());
    // What the person may no longer do, the token may no longer do either.
    Set<Role> roles = EnumSet.noneOf(Role.class);
    roles.addAll(held.token().roles());
    roles.retainAll(person.roles());
    return new Identified(
        new Actor(person.name(), "token:" + bearer.id(), address), roles, held.token().expiresAt());
  }

  private Identified byProxy(String name, String address) {
    if (!Person.NAME.matcher(name).matches()) {
      throw new NotRecognised();
    }
    Person person = enabled(people.login(name).orElseThrow(NotRecognised::new).person());
    return new Identified(new Actor(person.name(), "proxy", address), person.roles(), Instant.MAX);
  }

  private Identified bySession(Credential.Session session, String address) {
    Sessions.Held held =
        sessions
            .held(Bearer.sha256(session.cookie()), clock.instant())
            .orElseThrow(NotRecognised::new);
    Person person = enabled(held.person());
    return new Identified(
        new Actor(person.name(), "session", address), person.roles(), held.expiresAt());
  }

  private static Person enabled(Person person) {
    if (person.disabled()) {
      throw new NotRecognised();
    }
    return person;
  }
}
