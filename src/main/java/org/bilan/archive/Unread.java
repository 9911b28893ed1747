package org.bilan.archive;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.bilan.movement.StoodReader;
import org.jboss.logging.Logger;

/**
 * Dossiers that were kept before Bilan kept what they are searched by. The first service of this
 * version reads them again, beside what else it does: what a document says is found out by whoever
 * reads documents, and not by the database. One that cannot be read is found by its id until it is
 * sent again.
 */
@ApplicationScoped
public class Unread {

  private static final Logger LOG = Logger.getLogger(Unread.class);

  /** Dossiers of one transaction: whoever sends one of them waits for it. */
  private static final int AT_ONCE = 20;

  private final DataSource database;
  private volatile boolean ending;

  Unread(DataSource database) {
    this.database = database;
  }

  void begin(@Observes StartupEvent started) {
    Thread reading = new Thread(this::read, "unread");
    reading.setDaemon(true);
    reading.setPriority(Thread.MIN_PRIORITY); // whoever waits for an answer comes first
    reading.start();
  }

  void end(@Observes ShutdownEvent ending) {
    this.ending = true;
  }

  /** Reads them all. */
  void read() {
    long read = 0;
    try {
      List<String> next = after("");
      while (!next.isEmpty() && !ending) {
        List<String> some = next;
        read += Jdbc.transaction(database, connection -> read(connection, some));
        next = after(some.get(some.size() - 1));
      }
    } catch (ArchiveFailure failure) {
      if (ending) {
        return; // the next start goes on
      }
      LOG.warnf(
          "Dossiers of an earlier version are not all found by their words yet: %s."
              + " The next start goes on.",
          failure.getMessage());
    }
    if (read > 0) {
      LOG.infof("Dossiers of an earlier version that are found by their words now: %d", read);
    }
  }

  private List<String> after(String incident) {
    return Jdbc.ask(
        database,
        connection ->
            Jdbc.list(
                connection,
                row -> row.getString(1),
                "select incident from dossier where words is null and incident > ?"
                    + " order by incident limit ?",
                incident,
                AT_ONCE));
  }

  private static int read(Connection connection, List<String> incidents) throws SQLException {
    Locks.take(connection, incidents.toArray(String[]::new));
    int read = 0;
    for (String incident : incidents) {
      // One after the other: they can be large.
      Optional<DossierRow> row =
          Jdbc.first(
              connection,
              Unread::row,
              "select d.incident, v.document, a.document as assessment from dossier d"
                  + " join dossier_version v on v.incident = d.incident and v.version = d.version"
                  + " left join assessment a on a.id = d.assessment"
                  + " where d.incident = ? and d.words is null",
              incident);
      if (row.isPresent()) {
        write(connection, row.get());
        read++;
      }
    }
    Stands.refresh(connection, incidents);
    return read;
  }

  private static DossierRow row(ResultSet found) throws SQLException {
    DossierRow row = new DossierRow();
    row.incident = found.getString("incident");
    byte[] document = found.getBytes("document");
    byte[] assessment = found.getBytes("assessment");
    try {
      row.describe(DossierReader.read(document).incident());
    } catch (InvalidDossier | RuntimeException unreadable) {
      row.words = SearchWords.ofId(row.incident);
      LOG.warnf(
          "Dossier %s does not fit the contract of this version: it is found by its id only",
          row.incident);
    }
    try {
      if (assessment != null) {
        row.signs(Signs.of(StoodReader.read(assessment)));
      }
    } catch (IllegalArgumentException unknown) {
      LOG.debugf("The assessment of %s says what is not known: %s", row.incident, unknown);
    }
    return row;
  }

  private static void write(Connection connection, DossierRow row) throws SQLException {
    Jdbc.run(
        connection,
        "update dossier set place = ?, lat = ?, lon = ?, words = ?::tsvector, disputed = ?,"
            + " picture = ? where incident = ?",
        row.place,
        row.lat,
        row.lon,
        row.words.vector(),
        row.disputed,
        row.picture,
        row.incident);
  }
}
