package org.bilan.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.bilan.dossier.FirstSeen.Ground;
import org.bilan.dossier.Moment;
import org.bilan.dossier.Word;
import org.bilan.ledger.Action;
import org.bilan.ledger.Actor;
import org.bilan.ledger.Deed;
import org.bilan.likeness.Fingerprint;
import org.bilan.likeness.Looks;

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
          bytes(one.fingerprints()),
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
            row -> Map.entry(row.getLong("id"), appearance(row)),
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
        copy.bytes(bytes(one.fingerprints()));
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
                row -> new Indexed(row.getLong(1), fingerprints(row.getBytes(2))),
                "select id, fingerprints from picture_seen where id > ? order by id limit ?",
                id,
                most));
  }

  /** Those of these ids that are still there, those that they may not know of included. */
  public List<Remembered> read(Collection<Long> ids, Viewer viewer) {
    return Jdbc.ask(
        database,
        connection ->
            Jdbc.list(
                connection,
                row ->
                    new Remembered(
                        row.getLong("id"),
                        appearance(row),
                        Optional.ofNullable(row.getBytes("looks")).map(Looks::of),
                        row.getBoolean("thumbnail"),
                        row.getBoolean("shown")),
                "select s.*, f.looks, f.thumbnail is not null as thumbnail, f.sha256 is null or "
                    + PictureFiles.KNOWN_TO
                    + " as shown from picture_seen s left join picture_file f"
                    + " on f.sha256 = s.sha256 where s.id = any(?)",
                viewer.person(),
                viewer.sees(),
                ids.toArray(Long[]::new)));
  }

  private static Appearance appearance(ResultSet row) throws SQLException {
    return new Appearance(
        fingerprints(row.getBytes("fingerprints")),
        Optional.ofNullable(row.getString("sha256")),
        new Moment(Jdbc.time(row, "earliest"), Jdbc.time(row, "latest")),
        Word.of(Ground.class, row.getString("ground")).orElseThrow(),
        Optional.ofNullable(row.getString("incident")),
        Optional.ofNullable(row.getString("report")),
        Optional.ofNullable(row.getString("place")),
        Optional.ofNullable(row.getString("url")),
        Optional.ofNullable(row.getString("note")));
  }

  private static byte[] bytes(List<Fingerprint> fingerprints) {
    ByteBuffer bytes = ByteBuffer.allocate(fingerprints.size() * Fingerprint.BYTES);
    fingerprints.forEach(fingerprint -> bytes.put(fingerprint.bytes()));
    return bytes.array();
  }

  private static List<Fingerprint> fingerprints(byte[] bytes) {
    List<Fingerprint> fingerprints = new ArrayList<>(1);
    for (int at = 0; at < bytes.length; at += Fingerprint.BYTES) {
      fingerprints.add(Fingerprint.of(Arrays.copyOfRange(bytes, at, at + Fingerprint.BYTES)));
    }
    return List.copyOf(fingerprints);
  }
}
