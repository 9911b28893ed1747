package org.bilan.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.bilan.ledger.Action;
import org.bilan.ledger.Actor;
import org.bilan.ledger.Deed;
import org.bilan.people.Person;
import org.bilan.people.Role;
import org.bilan.people.Token;

/** The API's tokens. Those that are revoked or expired stay, so that what they did keeps a name. */
public class Tokens {

  private static final String COLUMNS =
      "t.id, t.person, t.label, t.hash, t.roles as token_roles, t.created_at as made_at,"
          + " t.expires_at, t.revoked_at";

  private final DataSource database;
  private final Ledger ledger;

  public Tokens(DataSource database, Ledger ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  /**
   * A token as it is looked up when somebody brings one.
   *
   * @param hash SHA-256 of what its bearer knows
   */
  public record Held(Token token, byte[] hash, Person person) {}

  /** The token of this id, with its person. */
  public Optional<Held> held(String id) {
    return Jdbc.ask(
        database,
        connection ->
            Jdbc.first(
                connection,
                row -> new Held(token(row), row.getBytes("hash"), People.person(row)),
                "select "
                    + COLUMNS
                    + ", p.name, p.roles, p.disabled, p.created_at"
                    + " from token t join person p on p.name = t.person where t.id = ?",
                id));
  }

  /** All tokens, the newest first; of one person if named. */
  public List<Token> all(Optional<String> person) {
    String who = person.orElse("");
    return Jdbc.ask(
        database,
        connection ->
            Jdbc.list(
                connection,
                Tokens::token,
                "select "
                    + COLUMNS
                    + " from token t where (? = '' or t.person = ?) order by t.created_at desc, t.id",
                who,
                who));
  }

  /** Adds a token. */
  public void create(Token token, byte[] hash, Actor actor) {
    Jdbc.transaction(
        database,
        connection -> {
          Jdbc.run(
              connection,
              "insert into token (id, person, label, hash, roles, created_at, expires_at)"
                  + " values (?, ?, ?, ?, ?, ?, ?)",
              token.id(),
              token.person(),
              token.label(),
              hash,
              token.roles(),
              token.createdAt(),
              token.expiresAt());
          ledger.append(
              connection,
              actor,
              Deed.of(
                  Action.TOKEN_CREATED,
                  "token",
                  token.id(),
                  Map.of(
                      "person", token.person(),
                      "roles", People.words(token.roles()),
                      "expires", token.expiresAt().toString())));
          return null;
        });
  }

  /**
   * Lets nobody in by this token any more. At once: each use looks here.
   *
   * @param person whose it must be; empty if anybody's may be revoked
   * @return whose it was; empty when there is no such token. One that was revoked before stays so
   */
  public Optional<String> revoke(String id, Optional<String> person, Actor actor) {
    String who = person.orElse("");
    return Jdbc.transaction(
        database,
        connection -> {
          Optional<Token> token =
              Jdbc.first(
                  connection,
                  Tokens::token,
                  "select " + COLUMNS + " from token t where t.id = ? and (? = '' or t.person = ?)",
                  id,
                  who,
                  who);
          // Of two at once one revokes it.
          String revoke = "update token set revoked_at = now() where id = ? and revoked_at is null";
          if (token.isPresent() && Jdbc.run(connection, revoke, id) == 1) {
            ledger.append(
                connection,
                actor,
                Deed.of(Action.TOKEN_REVOKED, "token", id, Map.of("person", token.get().person())));
          }
          return token.map(Token::person);
        });
  }

  private static Token token(ResultSet row) throws SQLException {
    return new Token(
        row.getString("id"),
        row.getString("person"),
        row.getString("label"),
        Jdbc.words(row, "token_roles", Role.class),
        Jdbc.time(row, "made_at"),
        Jdbc.time(row, "expires_at"),
        Optional.ofNullable(Jdbc.time(row, "revoked_at")));
  }
}
