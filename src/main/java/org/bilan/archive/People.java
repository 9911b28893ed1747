package org.bilan.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.bilan.ledger.Action;
import org.bilan.ledger.Actor;
import org.bilan.ledger.Deed;
import org.bilan.people.Person;
import org.bilan.people.Role;

/** Who has a login, and with which password. All changes leave a trace in the ledger. */
public class People {

  private static final String COLUMNS = "name, password, roles, disabled, created_at";

  private final DataSource database;
  private final Ledger ledger;

  public People(DataSource database, Ledger ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  /**
   * A person and the hash of the password.
   *
   * @param password Argon2id with its costs; empty if nobody enters by password under this name
   */
  public record Login(Person person, Optional<String> password) {}

  /** The login of that name, if there is one. */
  public Optional<Login> login(String name) {
    return Jdbc.ask(database, connection -> login(connection, name));
  }

  /** Everybody, by name. */
  public List<Person> all() {
    return Jdbc.ask(
        database,
        connection ->
            Jdbc.list(
                connection, People::person, "select " + COLUMNS + " from person order by name"));
  }

  /** Whether anybody has a login. */
  public boolean none() {
    return Jdbc.ask(
            database,
            connection -> Jdbc.first(connection, row -> row, "select 1 from person limit 1"))
        .isEmpty();
  }

  /**
   * Adds a person.
   *
   * @param password hashed; empty if nobody enters by password under this name
   * @return false when the name is taken; then nothing has changed
   */
  public boolean create(String name, Set<Role> roles, Optional<String> password, Actor actor) {
    Instant now = Instant.now();
    return Jdbc.transaction(
        database,
        connection -> {
          int added =
              Jdbc.run(
                  connection,
                  "insert into person (name, password, roles, created_at, changed_at)"
                      + " values (?, ?, ?, ?, ?) on conflict do nothing",
                  name,
                  password.orElse(null),
                  roles,
                  now,
                  now);
          if (added == 1) {
            trace(connection, actor, Action.PERSON_CREATED, name, Map.of("roles", words(roles)));
          }
          return added == 1;
        });
  }

  /**
   * Changes what a person may do, whether they may enter by any means, or both. Who may not any
   * more has no sessions either.
   *
   * @return whether there is such a person
   * @throws LastAdmin when nobody who may enter would be admin any more; then nothing has changed
   */
  public boolean change(
      String name, Optional<Set<Role>> roles, Optional<Boolean> disabled, Actor actor) {
    return changed(
        name,
        (connection, before) -> {
          Set<Role> after = roles.orElse(before.person().roles());
          boolean was = before.person().roles().contains(Role.ADMIN) && !before.person().disabled();
          boolean stays =
              after.contains(Role.ADMIN) && !disabled.orElse(before.person().disabled());
          if (was && !stays && !othersAreAdmin(connection, name)) {
            throw new LastAdmin();
          }
          if (roles.isPresent()) {
            Jdbc.run(connection, "update person set roles = ? where name = ?", roles.get(), name);
            trace(
                connection,
                actor,
                Action.ROLES_CHANGED,
                name,
                Map.of("roles", words(roles.get()), "before", words(before.person().roles())));
          }
          if (disabled.isPresent()) {
            Jdbc.run(
                connection, "update person set disabled = ? where name = ?", disabled.get(), name);
            if (disabled.get()) {
              endSessions(connection, name);
            }
            trace(
                connection,
                actor,
                disabled.get() ? Action.PERSON_DISABLED : Action.PERSON_ENABLED,
                name,
                Map.of());
          }
        });
  }

  /**
   * Gives a person another password and ends all sessions: whoever knew the old one is out.
   *
   * @param password hashed
   * @return whether there is such a person
   */
  public boolean changePassword(String name, String password, Actor actor) {
    return changed(
        name,
        (connection, before) -> {
          Jdbc.run(connection, "update person set password = ? where name = ?", password, name);
          endSessions(connection, name);
          trace(connection, actor, Action.PASSWORD_CHANGED, name, Map.of());
        });
  }

  private interface Change {
    void make(Connection connection, Login before) throws SQLException;
  }

  private static boolean othersAreAdmin(Connection connection, String name) throws SQLException {
    return Jdbc.first(
            connection,
            row -> row,
            "select 1 from person where name <> ? and not disabled and ? = any(roles) limit 1",
            name,
            Role.ADMIN.word())
        .isPresent();
  }

  /**
   * All of a change or nothing. Two at once are one after the other, also of two people: else two
   * admins who put each other out would both be the last but one.
   */
  private boolean changed(String name, Change change) {
    return Jdbc.transaction(
        database,
        connection -> {
          Jdbc.list(connection, row -> row, "select pg_advisory_xact_lock(hashtext('people'))");
          Optional<Login> before = login(connection, name);
          if (before.isPresent()) {
            change.make(connection, before.get());
            Jdbc.run(
                connection, "update person set changed_at = ? where name = ?", Instant.now(), name);
          }
          return before.isPresent();
        });
  }

  private static void endSessions(Connection connection, String name) throws SQLException {
    Jdbc.run(connection, "delete from login_session where person = ?", name);
  }

  private void trace(
      Connection connection, Actor actor, Action action, String name, Map<String, String> details)
      throws SQLException {
    ledger.append(connection, actor, Deed.of(action, "person", name, details));
  }

  static String words(Set<Role> roles) {
    return roles.stream().map(Role::word).sorted().collect(Collectors.joining(" "));
  }

  private static Optional<Login> login(Connection connection, String name) throws SQLException {
    return Jdbc.first(
        connection,
        row -> new Login(person(row), Optional.ofNullable(row.getString("password"))),
        "select " + COLUMNS + " from person where name = ?",
        name);
  }

  static Person person(ResultSet row) throws SQLException {
    return new Person(
        row.getString("name"),
        Jdbc.words(row, "roles", Role.class),
        row.getBoolean("disabled"),
        Jdbc.time(row, "created_at"));
  }
}
