package org.bilan.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.bilan.ledger.Action;
import org.bilan.ledger.Actor;
import org.bilan.ledger.Deed;
import org.bilan.people.Secret;

/**
 * Keeps many dossiers at once, as {@link Archive#put} keeps one: each is the new state of its
 * incident, with its assessment and its entry in the ledger. A dossier whose bytes are those that
 * are kept already changes nothing, so an import that was interrupted is simply run again.
 */
public class DossierImports {

  private final DataSource database;
  private final Ledger ledger;
  private final byte[] hashKey;

  /**
   * Imports.
   *
   * @param secret the archive's
   */
  public DossierImports(DataSource database, Ledger ledger, Secret secret) {
    this.database = database;
    this.ledger = ledger;
    this.hashKey = secret.derive(Traces.HASHES);
  }

  /**
   * What came of dossiers.
   *
   * @param created incidents that were not there
   * @param replaced incidents that have a new version
   * @param same kept as they were, or changed by somebody else meanwhile
   */
  public record Stored(long created, long replaced, long same) {
    public Stored plus(Stored other) {
      return new Stored(created + other.created, replaced + other.replaced, same + other.same);
    }
  }

  /**
   * Keeps dossiers, all or none. Of an incident that is there twice, the later is a version of its
   * own.
   *
   * @param dossiers as many as one transaction should hold
   */
  public Stored store(List<Incoming> dossiers, Actor actor) {
    return Jdbc.transaction(
        database,
        connection -> {
          List<String> all = dossiers.stream().map(Incoming::incident).toList();
          Locks.take(connection, all.toArray(String[]::new));
          HeldPictures.hold(
              connection,
              all,
              dossiers.stream().flatMap(dossier -> dossier.posted().stream()).toList());
          Stored stored = new Stored(0, 0, 0);
          List<Deed> deeds = new ArrayList<>();
          List<Incoming> batch = new ArrayList<>();
          Set<String> incidents = new HashSet<>();
          for (Incoming dossier : dossiers) {
            if (!incidents.add(dossier.incident())) {
              stored = stored.plus(write(connection, batch, deeds));
              batch.clear();
              incidents.clear();
              incidents.add(dossier.incident());
            }
            batch.add(dossier);
          }
          stored = stored.plus(write(connection, batch, deeds));
          ledger.append(connection, actor, deeds);
          return stored;
        });
  }

  /** A dossier as it stands. */
  private record Known(long lineage, long version, String sha256, boolean confidential) {
    static Known read(ResultSet row) throws SQLException {
      return new Known(
          row.getLong("lineage"),
          row.getLong("version"),
          row.getString("sha256"),
          row.getBoolean("confidential"));
    }
  }

  private Stored write(Connection connection, List<Incoming> batch, List<Deed> deeds)
      throws SQLException {
    Map<String, Known> known = new HashMap<>();
    Jdbc.list(
        connection,
        row -> known.put(row.getString("incident"), Known.read(row)),
        "select incident, lineage, version, sha256, confidential from dossier"
            + " where incident = any(?)",
        (Object) batch.stream().map(Incoming::incident).toArray(String[]::new));
    List<Incoming> created = new ArrayList<>();
    List<Incoming> replaced = new ArrayList<>();
    for (Incoming dossier : batch) {
      Known stands = known.get(dossier.incident());
      if (dossier.replaces().isPresent()
          && (stands == null || stands.version != dossier.replaces().getAsLong())) {
        continue;
      }
      if (stands == null) {
        created.add(dossier);
      } else if (!stands.sha256.equals(dossier.row().sha256)) {
        dossier.row().lineage = stands.lineage;
        dossier.row().version = stands.version + 1;
        // What was marked once stays so; of the version alone, its own document tells.
        dossier.row().confidential |= stands.confidential;
        replaced.add(dossier);
      }
    }
    List<Incoming> all = new ArrayList<>(created);
    all.addAll(replaced);
    List<Long> ids = AssessmentCopy.ids(connection, all.size());
    for (int i = 0; i < all.size(); i++) {
      all.get(i).row().assessment = ids.get(i);
    }
    create(connection, created);
    for (Incoming dossier : replaced) {
      replace(connection, dossier.row());
    }
    versions(connection, all);
    AssessmentCopy.append(
        connection,
        all.stream()
            .map(
                dossier ->
                    new AssessmentCopy.Row(
                        dossier.incident(),
                        dossier.row().version,
                        dossier.revision(),
                        dossier.made()))
            .toList(),
        ids,
        DossierRow.micros(Instant.now()));
    Stands.refresh(connection, all.stream().map(Incoming::incident).toList());
    PostedPicture.remember(
        connection,
        all.stream().map(Incoming::incident).toList(),
        all.stream()
            .filter(dossier -> !dossier.row().confidential)
            .flatMap(dossier -> dossier.posted().stream())
            .toList(),
        DossierRow.micros(Instant.now()));
    all.forEach(dossier -> deeds.add(deed(dossier)));
    return new Stored(created.size(), replaced.size(), batch.size() - all.size());
  }

  private static void create(Connection connection, List<Incoming> created) throws SQLException {
    if (created.isEmpty()) {
      return;
    }
    List<Long> lineages =
        Jdbc.list(
            connection,
            row -> row.getLong(1),
            "select nextval('dossier_lineage') from generate_series(1, ?)",
            created.size());
    try (BinaryCopy copy =
        new BinaryCopy(
            connection,
            "dossier (incident, lineage, version, sha256, country, date_from, date_to, title,"
                + " confidential, updated_at, assessment, place, lat, lon, words, disputed,"
                + " picture)")) {
      for (int i = 0; i < created.size(); i++) {
        DossierRow row = created.get(i).row();
        row.lineage = lineages.get(i);
        copy.row(17);
        copy.text(row.incident);
        copy.bigint(row.lineage);
        copy.bigint(row.version);
        copy.text(row.sha256);
        copy.text(row.country);
        copy.time(row.from);
        copy.time(row.to);
        copy.text(row.title);
        copy.bool(row.confidential);
        copy.time(row.updatedAt);
        copy.bigint(row.assessment);
        copy.text(row.place);
        copy.decimal(row.lat);
        copy.decimal(row.lon);
        copy.words(row.words.all());
        copy.bool(row.disputed);
        copy.bool(row.picture);
      }
      copy.end();
    }
  }

  private static void replace(Connection connection, DossierRow row) throws SQLException {
    Jdbc.run(
        connection,
        "update dossier set version = ?, sha256 = ?, country = ?, date_from = ?, date_to = ?,"
            + " title = ?, confidential = ?, updated_at = ?, assessment = ?, place = ?, lat = ?,"
            + " lon = ?, words = ?::tsvector, disputed = ?, picture = ? where incident = ?",
        row.version,
        row.sha256,
        row.country,
        row.from,
        row.to,
        row.title,
        row.confidential,
        row.updatedAt,
        row.assessment,
        row.place,
        row.lat,
        row.lon,
        row.words.vector(),
        row.disputed,
        row.picture,
        row.incident);
  }

  private static void versions(Connection connection, List<Incoming> all) throws SQLException {
    if (all.isEmpty()) {
      return;
    }
    try (BinaryCopy copy =
        new BinaryCopy(
            connection,
            "dossier_version (incident, version, document, sha256, confidential, stored_at)")) {
      for (Incoming dossier : all) {
        copy.row(6);
        copy.text(dossier.incident());
        copy.bigint(dossier.row().version);
        copy.bytes(dossier.document());
        copy.text(dossier.row().sha256);
        copy.bool(dossier.marked());
        copy.time(dossier.row().updatedAt);
      }
      copy.end();
    }
  }

  private Deed deed(Incoming dossier) {
    Map<String, String> details = new HashMap<>();
    details.put("version", String.valueOf(dossier.row().version));
    details.put("ruleset", dossier.revision());
    Traces.hash(hashKey, dossier.row(), "document", dossier.document(), details);
    Traces.hash(hashKey, dossier.row(), "assessment", dossier.made().document(), details);
    return Deed.of(Action.DOSSIER_PUT, "dossier", dossier.incident(), details);
  }
}
