package org.bilan.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.bilan.ledger.Actor;
import org.bilan.ledger.Bytes;
import org.bilan.ledger.Chain;
import org.bilan.ledger.Deed;
import org.bilan.ledger.Entry;
import org.bilan.ledger.Head;
import org.bilan.ledger.Verification;

/**
 * The ledger in the database. An entry is written in the transaction of the deed that it tells of:
 * both are there, or neither.
 */
public class Ledger {

  private static final String COLUMNS =
      "number, at, actor, means, address, action, object, details, previous, hash, seal";

  private final DataSource database;
  private final Chain chain;
  private final InstantSource clock;

  /**
   * A ledger.
   *
   * @param database the service's login, which may only append
   */
  public Ledger(DataSource database, Chain chain) {
    this(database, chain, InstantSource.system());
  }

  /** A ledger by another clock. Clocks step: entries have the order of their numbers. */
  Ledger(DataSource database, Chain chain, InstantSource clock) {
    this.database = database;
    this.chain = chain;
    this.clock = clock;
  }

  /** Writes an entry by itself, for what changes nothing else in the database. */
  public void append(Actor actor, Deed deed) {
    Jdbc.transaction(
        database,
        connection -> {
          append(connection, actor, deed);
          return null;
        });
  }

  /**
   * Writes an entry as part of a transaction. Call it last: until that ends, all others who write
   * wait for it, since each entry holds the hash of the one before.
   */
  void append(Connection connection, Actor actor, Deed deed) throws SQLException {
    append(connection, actor, List.of(deed));
  }

  /** As {@link #append(Connection, Actor, Deed)}, of many deeds, in their order. */
  void append(Connection connection, Actor actor, List<Deed> deeds) throws SQLException {
    if (deeds.isEmpty()) {
      return;
    }
    Head head = head(connection, " for update");
    if (head.number() < 0) {
      throw new IllegalStateException("The end of the ledger is gone. Run: ledger verify");
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into ledger (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (Deed deed : deeds) {
        Entry entry = chain.next(head, clock.instant(), actor, deed);
        head = chain.head(entry);
        Jdbc.set(
            insert,
            entry.number(),
            entry.at(),
            entry.actor().name(),
            entry.actor().means(),
            entry.actor().address(),
            entry.action(),
            entry.object(),
            entry.details(),
            entry.previous().array(),
            entry.hash().array(),
            entry.seal().array());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    Jdbc.run(
        connection,
        "update ledger_head set number = ?, hash = ?, seal = ?",
        head.number(),
        head.hash().array(),
        head.seal().array());
  }

  /**
   * Entries, the newest first.
   *
   * @param object of which one; empty takes all
   * @param actor of whom; empty takes all
   */
  public Listing<Entry> entries(
      Optional<String> object, Optional<String> actor, int page, int size) {
    String where = " from ledger where (? = '' or object = ?) and (? = '' or actor = ?)";
    String what = object.orElse("");
    String who = actor.orElse("");
    return Jdbc.ask(
        database,
        connection ->
            new Listing<>(
                Jdbc.list(
                    connection,
                    Ledger::entry,
                    "select " + COLUMNS + where + " order by number desc limit ? offset ?",
                    what,
                    what,
                    who,
                    who,
                    size,
                    (long) page * size),
                Jdbc.first(
                        connection,
                        row -> row.getLong(1),
                        "select count(*)" + where,
                        what,
                        what,
                        who,
                        who)
                    .orElseThrow()));
  }

  /**
   * Reads all of it and says what is wrong, as of one moment: what is written meanwhile does not
   * disturb. Takes memory for a thousand entries, and time for each.
   *
   * @param expected an end of it that was noted at an earlier time, if there is one
   */
  public Verification.Result verify(Optional<Head> expected) {
    return Jdbc.transaction(
        database,
        connection -> {
          connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
          return verify(connection, chain, expected);
        });
  }

  /** As {@link #verify(Optional)}, within a transaction that sees one moment. */
  static Verification.Result verify(Connection connection, Chain chain, Optional<Head> expected)
      throws SQLException {
    try (PreparedStatement noLimit =
        connection.prepareStatement("set local statement_timeout = 0")) {
      noLimit.execute();
    }
    Verification verification = new Verification(chain, head(connection, ""));
    expected.ifPresent(end -> verification.expect(end.number(), end.hash()));
    if (Jdbc.first(connection, row -> row, "select 1 from person limit 1").isPresent()) {
      verification.used(); // the first login is made with the first entry
    }
    try (PreparedStatement all =
        connection.prepareStatement("select " + COLUMNS + " from ledger order by number")) {
      all.setFetchSize(1_000);
      try (ResultSet rows = all.executeQuery()) {
        while (rows.next()) {
          verification.next(entry(rows));
        }
      }
    }
    return verification.result();
  }

  private static Head head(Connection connection, String lock) throws SQLException {
    return Jdbc.first(
            connection,
            row ->
                new Head(
                    row.getLong("number"),
                    bytes(row, "hash"),
                    row.getObject("seal") == null ? null : bytes(row, "seal")),
            "select number, hash, seal from ledger_head" + lock)
        // Whoever took the row away has hidden where the ledger ends.
        .orElse(new Head(-1, Bytes.of(new byte[0]), Bytes.of(new byte[0])));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("number"),
        Jdbc.time(row, "at"),
        new Actor(row.getString("actor"), row.getString("means"), row.getString("address")),
        row.getString("action"),
        row.getString("object"),
        row.getString("details"),
        bytes(row, "previous"),
        bytes(row, "hash"),
        bytes(row, "seal"));
  }

  private static Bytes bytes(ResultSet row, String column) throws SQLException {
    return Bytes.of(row.getBytes(column));
  }
}
