package org.bilan.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.bilan.dossier.FirstSeen.Ground;
import org.bilan.ledger.Action;
import org.bilan.ledger.Actor;
import org.bilan.ledger.Deed;
import org.bilan.likeness.Fingerprint;
import org.bilan.likeness.Looks;
import org.bilan.likeness.Neighbour;

/**
 * Where and when pictures were seen. What is added becomes visible in the order of the ids, so that
 * whoever holds the fingerprints keeps up by asking for those that follow the last one. What was
 * deleted is found out when it is read.
 */
public class Appearances {

  /** Of all who add appearances, one at a time, until its transaction ends. */
  private static final long LOCK = 0x70696374757265L;

  private static final String COLUMNS =
      "fingerprints, sha256, earliest, latest, ground, incident, report, place, url, note, said,"
          + " added_at";

  private final DataSource database;
  private final Ledger ledger;

  public Appearances(DataSource database, Ledger ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  /** An appearance's id and its fingerprints. */
  public record Indexed(long id, List<Fingerprint> fingerprints) {}

  /** Adds some, within a transaction. Those who add others wait until it ends. */
  static void add(Connection connection, List<Appearance> some, Instant now) throws SQLException {
    if (some.isEmpty()) {
      return;
    }
    lock(connection);
    for (Appearance one : some) {
      Jdbc.run(
          connection,
          "insert into picture_seen (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          SeenRows.bytes(one.fingerprints()),
          one.sha256().orElse(null),
          one.at().earliest(),
          one.at().latest(),
          one.ground().word(),
          one.incident().orElse(null),
          one.report().orElse(null),
          one.place().orElse(null),
          one.url().orElse(null),
          one.note().orElse(null),
          null,
          now);
    }
  }

  private static void lock(Connection connection) throws SQLException {
    Jdbc.list(connection, row -> row, "select pg_advisory_xact_lock(?)", LOCK);
  }

  /**
   * Makes these the appearances that dossiers tell of, within a transaction that holds the
   * incidents' locks. What stays the same keeps its id: else each new version of a dossier would
   * cost those who hold fingerprints another one.
   */
  static void replace(
      Connection connection, Collection<String> incidents, List<Appearance> posted, Instant now)
      throws SQLException {
    List<Appearance> added = new ArrayList<>(posted);
    List<Long> gone = new ArrayList<>();
    Jdbc.list(
            connection,
            row -> Map.entry(row.getLong("id"), SeenRows.appearance(row)),
            "select * from picture_seen where incident = any(?) order by id",
            (Object) incidents.toArray(String[]::new))
        .forEach(
            known -> {
              if (!added.remove(known.getValue())) {
                gone.add(known.getKey());
              }
            });
    if (!gone.isEmpty()) {
      Jdbc.run(
          connection,
          "delete from picture_seen where id = any(?)",
          (Object) gone.toArray(Long[]::new));
    }
    add(connection, added, now);
  }

  /**
   * Adds what lists of known pictures say. What has been said before is not kept again.
   *
   * @param some as many as one transaction should hold
   * @return how many are new
   */
  public int add(List<Appearance> some, Actor actor) {
    Instant now = DossierRow.micros(Instant.now());
    return Jdbc.transaction(
        database,
        connection -> {
          Jdbc.run(
              connection, "create temporary table said_now (like picture_seen) on commit drop");
          Jdbc.run(connection, "alter table said_now alter column id drop not null");
          copy(connection, some, now);
          lock(connection);
          int added =
              Jdbc.run(
                  connection,
                  "insert into picture_seen ("
                      + COLUMNS
                      + ") select "
                      + COLUMNS
                      + " from said_now on conflict (said) do nothing");
          if (added > 0) {
            ledger.append(
                connection,
                actor,
                Deed.of(
                    Action.PICTURES_KNOWN,
                    "pictures",
                    "known",
                    Map.of("appearances", String.valueOf(added))));
          }
          return added;
        });
  }

  private static void copy(Connection connection, List<Appearance> some, Instant now)
      throws SQLException {
    try (BinaryCopy copy =
        new BinaryCopy(
            connection,
            "said_now (fingerprints, earliest, latest, ground, place, url, note, said, added_at)")) {
      for (Appearance one : some) {
        copy.row(9);
        copy.bytes(SeenRows.bytes(one.fingerprints()));
        copy.time(one.at().earliest());
        copy.time(one.at().latest());
        copy.text(one.ground().word());
        copy.text(one.place().orElse(null));
        copy.text(one.url().orElse(null));
        copy.text(one.note().orElse(null));
        copy.bytes(said(one));
        copy.time(now);
      }
      copy.end();
    }
  }

  /** Names what is said of a picture. No part holds the character between them. */
  private static byte[] said(Appearance one) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    for (String part :
        List.of(
            one.fingerprints().get(0).hex(),
            one.at().earliest().toString(),
            one.at().latest().toString(),
            one.place().orElse(""),
            one.url().orElse(""),
            one.note().orElse(""))) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return digest.digest();
  }

  /**
   * Tells one filling of the table from another: a backup that was restored brings other
   * appearances under the same ids.
   */
  public long generation() {
    // PostgreSQL gives a table another file when it empties it.
    return Jdbc.ask(
        database,
        connection ->
            Jdbc.first(
                    connection,
                    row -> row.getLong(1),
                    "select pg_relation_filenode('picture_seen'::regclass)")
                .orElse(0L));
  }

  /** Those that follow an id, in the order of their ids. */
  public List<Indexed> after(long id, int most) {
    return Jdbc.ask(
        database,
        connection ->
            Jdbc.list(
                connection,
                row -> new Indexed(row.getLong(1), SeenRows.fingerprints(row.getBytes(2))),
                "select id, fingerprints from picture_seen where id > ? order by id limit ?",
                id,
                most));
  }

  /** Of these ids those that are still there, some with how their files look. */
  public Map<Long, Optional<Looks>> there(Collection<Long> ids, Collection<Long> looked) {
    Map<Long, Optional<Looks>> there = new HashMap<>();
    if (!ids.isEmpty()) {
      Jdbc.ask(
          database,
          connection ->
              Jdbc.list(
                  connection,
                  row -> there.put(row.getLong("id"), SeenRows.looks(row)),
                  "select s.id, f.looks from picture_seen s left join picture_file f"
                      + " on f.sha256 = s.sha256 and s.id = any(?) where s.id = any(?)",
                  looked.toArray(Long[]::new),
                  ids.toArray(Long[]::new)));
    }
    return there;
  }

  /** The nearest of these that they may know of, the nearest first. */
  public List<Remembered> nearest(List<Neighbour> near, int most, Viewer viewer) {
    return read(near, viewer, " order by n.bits, s.id limit ?", most);
  }

  /**
   * The earliest of these that they may know of.
   *
   * @param besides an incident whose own reports do not count
   */
  public Optional<Remembered> earliest(
      List<Neighbour> same, Optional<String> besides, Viewer viewer) {
    return read(
            same,
            viewer,
            " and s.incident is distinct from ? order by s.latest, s.earliest, s.id limit 1",
            besides.orElse("")) // no incident's id
        .stream()
        .findFirst();
  }

  /** Of these, what Bilan was sent before, and they may know of: the nearest. */
  public Optional<Remembered> received(List<Neighbour> same, Instant before, Viewer viewer) {
    return read(
            same,
            viewer,
            " and s.ground = ? and s.earliest < ? order by n.bits, s.id limit 1",
            Ground.RECEIVED.word(),
            before)
        .stream()
        .findFirst();
  }

  private List<Remembered> read(
      List<Neighbour> near, Viewer viewer, String more, Object... values) {
    List<Object> all = new ArrayList<>();
    all.add(near.stream().map(Neighbour::id).toArray(Long[]::new));
    all.add(near.stream().map(Neighbour::bits).toArray(Integer[]::new));
    all.add(viewer.person());
    all.add(viewer.sees());
    all.addAll(List.of(values));
    return Jdbc.ask(
        database,
        connection ->
            Jdbc.list(
                connection,
                SeenRows::remembered,
                "select s.*, f.looks, f.thumbnail is not null as thumbnail"
                    + " from unnest(?, ?) as n (id, bits) join picture_seen s on s.id = n.id"
                    + " left join picture_file f on f.sha256 = s.sha256"
                    + " where (f.sha256 is null or "
                    + PictureFiles.KNOWN_TO
                    + ")"
                    + more,
                all.toArray()));
  }
}
