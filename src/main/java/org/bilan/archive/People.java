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
   * Gives a person these roles and no others.
   *
   * @return whether there is such a person
   */
  public boolean changeRoles(String name, Set<Role> roles, Actor actor) {
    return changed(
        name,
        actor,
        Action.ROLES_CHANGED,
        before -> Map.of("roles", words(roles), "before", words(before.person().roles())),
        "update person set roles = ?, changed_at = ? where name = ?",
        roles);
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
        actor,
        Action.PASSWORD_CHANGED,
        before -> Map.of(),
        "update person set password = ?, changed_at = ? where name = ?",
        password);
  }

  /**
   * Lets nobody in under this name any more, by no means, or again.
   *
   * @return whether there is such a person
   */
  public boolean disable(String name, boolean disabled, Actor actor) {
    return changed(
        name,
        actor,
        disabled ? Action.PERSON_DISABLED : Action.PERSON_ENABLED,
        before -> Map.of(),
        "update person set disabled = ?, changed_at = ? where name = ?",
        disabled);
  }

  private interface Details {
    Map<String, String> of(Login before);
  }

  private boolean changed(
      String name, Actor actor, Action action, Details details, String update, Object value) {
    return Jdbc.transaction(
        database,
        connection -> {
          Optional<Login> before = login(connection, name);
          if (before.isEmpty()) {
            return false;
          }
          Jdbc.run(connection, update, value, Instant.now(), name);
          if (action == Action.PASSWORD_CHANGED || action == Action.PERSON_DISABLED) {
            Jdbc.run(connection, "delete from login_session where person = ?", name);
          }
          trace(connection, actor, action, name, details.of(before.get()));
          return true;
        });
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
