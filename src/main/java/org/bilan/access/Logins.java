package org.bilan.access;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bilan.archive.People;
import org.bilan.archive.Tokens;
import org.bilan.ledger.Actor;
import org.bilan.people.Person;
import org.bilan.people.Role;
import org.bilan.people.Token;

/** Gives logins and tokens, and takes them away. Over REST and by commands alike. */
public class Logins {

  /** A token that nobody renews ends some day, also when it is forgotten. */
  public static final Duration LONGEST_TOKEN = Duration.ofDays(366);

  private final People people;
  private final Tokens tokens;
  private final Passwords passwords;
  private final Consumer<String> changed;

  /**
   * Logins.
   *
   * @param changed is told who may have less to say from now on, to forget what let them in before
   */
  public Logins(People people, Tokens tokens, Passwords passwords, Consumer<String> changed) {
    this.people = people;
    this.tokens = tokens;
    this.passwords = passwords;
    this.changed = changed;
  }

  /** A token may have no role that its person lacks. */
  public static final class LacksRole extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Set<Role> has;

    LacksRole(Set<Role> has) {
      super("A role that the person lacks", null, false, false);
      this.has = has;
    }

    /** The roles that the person has. */
    public Set<Role> has() {
      return has;
    }
  }

  /**
   * A new token, of which the secret is told this once.
   *
   * @param spelt as its bearer uses it
   */
  public record NewToken(Token token, String spelt) {}

  public List<Person> people() {
    return people.all();
  }

  public Optional<Person> person(String name) {
    return people.login(name).map(People.Login::person);
  }

  /**
   * Adds a person.
   *
   * @param password empty generates one
   * @return the password; empty when the name is taken, and then nothing has changed
   */
  public Optional<String> add(
      String name, Set<Role> roles, Optional<String> password, Actor actor) {
    String chosen = password.orElseGet(passwords::generate);
    return people.create(name, roles, Optional.of(passwords.hash(chosen)), actor)
        ? Optional.of(chosen)
        : Optional.empty();
  }

  /**
   * Adds a person who enters by token, or by a proxy that vouches for them.
   *
   * @return false when the name is taken; then nothing has changed
   */
  public boolean addWithoutPassword(String name, Set<Role> roles, Actor actor) {
    return people.create(name, roles, Optional.empty(), actor);
  }

  /** Gives a person these roles and no others. Returns whether there is such a person. */
  public boolean roles(String name, Set<Role> roles, Actor actor) {
    return change(name, Optional.of(roles), Optional.empty(), actor);
  }

  /**
   * Changes what a person may do, whether they may enter, or both: all of it or nothing.
   *
   * @return whether there is such a person
   */
  public boolean change(
      String name, Optional<Set<Role>> roles, Optional<Boolean> disabled, Actor actor) {
    boolean known = people.change(name, roles, disabled, actor);
    changed.accept(name);
    return known;
  }

  /**
   * Gives a person another password, and ends all sessions.
   *
   * @param password empty generates one
   * @return the password; empty when there is no such person
   */
  public Optional<String> password(String name, Optional<String> password, Actor actor) {
    String chosen = password.orElseGet(passwords::generate);
    boolean known = people.changePassword(name, passwords.hash(chosen), actor);
    changed.accept(name);
    return known ? Optional.of(chosen) : Optional.empty();
  }

  /** Lets nobody in under this name any more, or again. Returns whether there is such a person. */
  public boolean disable(String name, boolean disabled, Actor actor) {
    return change(name, Optional.empty(), Optional.of(disabled), actor);
  }

  public List<Token> tokens(Optional<String> person) {
    return tokens.all(person);
  }

  /**
   * Gives a person a token.
   *
   * @param label what it is for
   * @param roles those of the person's that it shall have; absent means all
   * @param lasts at most {@link #LONGEST_TOKEN}
   * @return empty when there is no such person
   * @throws LacksRole when the person has not all of these roles
   */
  public Optional<NewToken> token(
      String person, String label, Optional<Set<Role>> roles, Duration lasts, Actor actor) {
    Optional<Person> owner = person(person);
    if (owner.isEmpty()) {
      return Optional.empty();
    }
    Set<Role> granted = roles.orElse(owner.get().roles());
    if (!owner.get().roles().containsAll(granted)) {
      throw new LacksRole(owner.get().roles());
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Bearer bearer = Bearer.generate();
    Token token =
        new Token(bearer.id(), person, label, granted, now, now.plus(lasts), Optional.empty());
    tokens.create(token, bearer.hash(), actor);
    return Optional.of(new NewToken(token, bearer.spelt()));
  }

  /**
   * Lets nobody in by a token any more, at once.
   *
   * @param person whose it must be; empty if anybody's may be revoked
   * @return whether there is such a token
   */
  public boolean revoke(String id, Optional<String> person, Actor actor) {
    Optional<String> whose = tokens.revoke(id, person, actor);
    whose.ifPresent(changed);
    return whose.isPresent();
  }
}
