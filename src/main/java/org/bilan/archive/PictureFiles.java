package org.bilan.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.bilan.dossier.Moment;
import org.bilan.ledger.Action;
import org.bilan.ledger.Actor;
import org.bilan.ledger.Deed;
import org.bilan.likeness.Looks;
import org.bilan.people.Secret;

/**
 * The files of pictures that Bilan was sent, each once, by their SHA-256. Of a confidential one
 * only those know who sent it, and those who see confidential sources; to others it is as if it
 * were not there.
 */
public class PictureFiles {

  /** Who may know of a file {@code f}, with two values: the person, and whether they see all. */
  static final String KNOWN_TO =
      "(not f.confidential or exists (select 1 from picture_sender k"
          + " where k.sha256 = f.sha256 and k.person = ?) or ?)";

  private final DataSource database;
  private final Ledger ledger;
  private final Originals originals;
  private final byte[] hashKey;

  /**
   * Pictures.
   *
   * @param folder where originals are kept; empty: in the database
   */
  public PictureFiles(DataSource database, Ledger ledger, Secret secret, Optional<Path> folder) {
    this.database = database;
    this.ledger = ledger;
    this.originals = new Originals(database, folder);
    this.hashKey = secret.derive(Traces.HASHES);
  }

  /**
   * Keeps a file, and remembers that it came. One that is kept already stays as it is, open or
   * confidential, and who sends it knows of it from now on.
   *
   * @return whether it is new
   */
  public boolean keep(NewPicture picture, Path original, Actor actor) {
    AtomicBoolean placed = new AtomicBoolean();
    try {
      return keep(picture, original, actor, placed);
    } catch (RuntimeException failed) {
      if (placed.get()) {
        originals.takeBack(picture.sha256(), failed);
      }
      throw failed;
    }
  }

  private boolean keep(NewPicture picture, Path original, Actor actor, AtomicBoolean placed) {
    Instant now = DossierRow.micros(Instant.now());
    return Jdbc.transaction(
        database,
        connection -> {
          lock(connection, picture.sha256());
          Optional<Boolean> known =
              Jdbc.first(
                  connection,
                  row -> row.getBoolean(1),
                  "select confidential from picture_file where sha256 = ?",
                  picture.sha256());
          if (known.isEmpty()) {
            placed.set(originals.places(picture.sha256()));
            add(connection, picture, original, now);
          }
          boolean first =
              Jdbc.run(
                      connection,
                      "insert into picture_sender (sha256, person, received_at) values (?, ?, ?)"
                          + " on conflict do nothing",
                      picture.sha256(),
                      actor.name(),
                      now)
                  > 0;
          if (first) {
            boolean confidential = known.orElse(picture.confidential());
            Map<String, String> details = Map.of("bytes", String.valueOf(picture.bytes()));
            trace(
                connection,
                Action.PICTURE_RECEIVED,
                picture.sha256(),
                confidential,
                details,
                actor);
          }
          return known.isEmpty();
        });
  }

  private void add(Connection connection, NewPicture picture, Path original, Instant now)
      throws SQLException {
    Jdbc.run(
        connection,
        "insert into picture_file (sha256, bytes, media_type, examination, looks, thumbnail,"
            + " confidential, in_folder, received_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        picture.sha256(),
        picture.bytes(),
        picture.mediaType(),
        picture.examination(),
        picture.looks().map(Looks::bytes).orElse(null),
        picture.thumbnail().orElse(null),
        picture.confidential(),
        originals.inFolder(),
        now);
    try {
      originals.keep(connection, picture.sha256(), original);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Optional<Looks> looks = picture.looks().filter(Looks::recognisable);
    if (looks.isPresent()) {
      Appearances.add(
          connection,
          List.of(Appearance.received(looks.get(), picture.sha256(), new Moment(now, now))),
          now);
    }
  }

  /** A file; empty when there is none that they may know of. */
  public Optional<StoredPicture> find(String sha256, Viewer viewer) {
    return find(List.of(sha256), viewer).stream().findFirst();
  }

  /** Of these files those that they may know of. */
  public List<StoredPicture> find(Collection<String> sha256s, Viewer viewer) {
    return Jdbc.ask(
        database,
        connection ->
            Jdbc.list(
                connection,
                row -> stored(row, viewer),
                "select f.sha256, f.bytes, f.media_type, f.examination, f.looks, f.confidential,"
                    + " f.thumbnail is not null as thumbnail, f.received_at, own.received_at as own"
                    + " from picture_file f left join picture_sender own"
                    + " on own.sha256 = f.sha256 and own.person = ?"
                    + " where f.sha256 = any(?) and "
                    + KNOWN_TO,
                viewer.person(),
                sha256s.toArray(String[]::new),
                viewer.person(),
                viewer.sees()));
  }

  private static StoredPicture stored(ResultSet row, Viewer viewer) throws SQLException {
    boolean confidential = row.getBoolean("confidential");
    boolean others = !confidential || viewer.sees();
    return new StoredPicture(
        row.getString("sha256"),
        row.getLong("bytes"),
        row.getString("media_type"),
        row.getBytes("examination"),
        Optional.ofNullable(row.getBytes("looks")).map(Looks::of),
        row.getBoolean("thumbnail"),
        confidential,
        Jdbc.time(row, others ? "received_at" : "own"));
  }

  /** A small JPEG of it; empty when there is none, or no file that they may know of. */
  public Optional<byte[]> thumbnail(String sha256, Viewer viewer) {
    return Jdbc.ask(
        database,
        connection ->
            Jdbc.first(
                connection,
                row -> row.getBytes(1),
                "select f.thumbnail from picture_file f"
                    + " where f.sha256 = ? and f.thumbnail is not null and "
                    + KNOWN_TO,
                sha256,
                viewer.person(),
                viewer.sees()));
  }

  /**
   * Writes the file as it came.
   *
   * @param picture that was found
   * @throws IOException when it cannot be written, or what is kept is damaged: then its end is
   *     missing
   */
  public void original(StoredPicture picture, OutputStream out) throws IOException {
    boolean inFolder =
        Jdbc.ask(database, connection -> inFolder(connection, picture.sha256())).orElse(false);
    originals.write(picture.sha256(), inFolder, out);
  }

  /** Whether there are originals that no backup of the database holds. */
  public boolean anyInFolder() {
    return Jdbc.<Optional<Boolean>>ask(
            database,
            connection ->
                Jdbc.first(
                    connection,
                    row -> row.getBoolean(1),
                    "select exists (select 1 from picture_file where in_folder)"))
        .orElseThrow();
  }

  private static Optional<Boolean> inFolder(Connection connection, String sha256)
      throws SQLException {
    return Jdbc.first(
        connection,
        row -> row.getBoolean(1),
        "select in_folder from picture_file where sha256 = ?",
        sha256);
  }

  /**
   * Forgets a file: its original, its thumbnail, what was established, and its appearances.
   *
   * @return whether there was one that they may know of
   * @throws Withheld when they know of it only as one of those who sent it; then nothing has
   *     changed
   */
  public boolean delete(String sha256, Viewer viewer, Actor actor) {
    return Jdbc.transaction(
        database,
        connection -> {
          HeldPictures.release(connection, sha256);
          lock(connection, sha256);
          Optional<Boolean> confidential =
              Jdbc.first(
                  connection,
                  row -> row.getBoolean(1),
                  "select f.confidential from picture_file f where f.sha256 = ? and " + KNOWN_TO,
                  sha256,
                  viewer.person(),
                  viewer.sees());
          if (confidential.isEmpty()) {
            return false;
          }
          if (confidential.get() && !viewer.sees()) {
            throw new Withheld();
          }
          boolean inFolder = inFolder(connection, sha256).orElse(false);
          Jdbc.run(connection, "delete from picture_file where sha256 = ?", sha256);
          trace(connection, Action.PICTURE_DELETED, sha256, confidential.get(), Map.of(), actor);
          try {
            // Before the end of the transaction: rather a row without a file, which is deleted
            // again, than a file that nobody knows of.
            originals.delete(sha256, inFolder);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return true;
        });
  }

  /** So that of two who do something to one file, the second finds what the first has done. */
  static void lock(Connection connection, String sha256) throws SQLException {
    Locks.take(connection, new String[] {"picture:" + sha256});
  }

  /** With the secret where a plain hash would confirm who guesses at a confidential file. */
  private void trace(
      Connection connection,
      Action action,
      String sha256,
      boolean confidential,
      Map<String, String> details,
      Actor actor)
      throws SQLException {
    String id =
        confidential
            ? "hmac-sha256-"
                + HexFormat.of().formatHex(Secret.hmac(hashKey, HexFormat.of().parseHex(sha256)))
            : sha256;
    ledger.append(connection, actor, Deed.of(action, "picture", id, details));
  }
}
