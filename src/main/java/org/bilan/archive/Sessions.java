package org.bilan.archive;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.bilan.ledger.Action;
import org.bilan.ledger.Actor;
import org.bilan.ledger.Deed;
import org.bilan.people.Person;

/** Who is logged in to the page. Of what a browser keeps, only a hash is here. */
public class Sessions {

  private final DataSource database;
  private final Ledger ledger;

  public Sessions(DataSource database, Ledger ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  /** A session of a person's, and when it ends. */
  public record Held(Person person, Instant expiresAt) {}

  /** Whose session that is, unless it has expired. */
  public Optional<Held> held(byte[] hash, Instant now) {
    return Jdbc.ask(
        database,
        connection ->
            Jdbc.first(
                connection,
                row -> new Held(People.person(row), Jdbc.time(row, "expires_at")),
                "select p.name, p.roles, p.disabled, p.created_at, s.expires_at from login_session s"
                    + " join person p on p.name = s.person where s.hash = ? and s.expires_at > ?",
                hash,
                now));
  }

  /** Begins a session, and clears away those that have expired. */
  public void begin(byte[] hash, String person, Instant now, Instant expires, Actor actor) {
    Jdbc.transaction(
        database,
        connection -> {
          Jdbc.run(connection, "delete from login_session where expires_at <= ?", now);
          Jdbc.run(
              connection,
              "insert into login_session (hash, person, created_at, expires_at) values (?, ?, ?, ?)",
              hash,
              person,
              now,
              expires);
          ledger.append(connection, actor, Deed.of(Action.LOGGED_IN, "person", person, Map.of()));
          return null;
        });
  }

  /** Ends a session, if it is there. */
  public void end(byte[] hash, Actor actor) {
    Jdbc.transaction(
        database,
        connection -> {
          Optional<String> person =
              Jdbc.first(
                  connection,
                  row -> row.getString("person"),
                  "delete from login_session where hash = ? returning person",
                  hash);
          if (person.isPresent()) {
            ledger.append(
                connection, actor, Deed.of(Action.LOGGED_OUT, "person", person.get(), Map.of()));
          }
          return null;
        });
  }
}
