package org.bilan.archive;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.bilan.dossier.DossierReader;
import org.bilan.dossier.InvalidDossier;
import org.bilan.movement.StoodReader;
import org.jboss.logging.Logger;

/**
 * Dossiers that were kept before Bilan kept what they are searched by. The first service of this
 * version reads them again, beside what else it does: what a document says is found out by whoever
 * reads documents, and not by the database. One that does not fit the contract is found by its id
 * until it is sent again. Where the database does not answer it waits; a dossier that fails twice
 * is stepped over until the next start. A backup that is restored while the service runs may bring
 * others: it looks for them now and then.
 */
@ApplicationScoped
public class Unread {

  private static final Logger LOG = Logger.getLogger(Unread.class);

  /** Between two questions to a database that did not answer. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  /** Between having read all and looking for more; an index makes that free. */
  private static final Duration ROUND = Duration.ofMinutes(5);

  private final DataSource database;
  private final Duration pause;
  private final Duration round;
  private final Set<String> steppedOver = new HashSet<>();
  private final CountDownLatch ending = new CountDownLatch(1);

  @Inject
  Unread(DataSource database) {
    this(database, PAUSE, ROUND);
  }

  Unread(DataSource database, Duration pause, Duration round) {
    this.database = database;
    this.pause = pause;
    this.round = round;
  }

  void begin(@Observes StartupEvent started) {
    Thread reading = new Thread(this::keepReading, "unread");
    reading.setDaemon(true);
    reading.setPriority(Thread.MIN_PRIORITY); // whoever waits for an answer comes first
    reading.start();
  }

  void end(@Observes ShutdownEvent ended) {
    ending.countDown();
  }

  private void keepReading() {
    while (!hasEnded()) {
      read();
      rest(round);
    }
  }

  /** Reads them all, or until the service ends: the next start goes on. */
  void read() {
    long read = 0;
    String last = "";
    String failed = "";
    boolean silent = false;
    while (!hasEnded()) {
      Optional<String> next;
      try {
        next = after(last);
        silent = false;
      } catch (ArchiveFailure failure) {
        if (!silent && !hasEnded()) {
          LOG.warnf("Dossiers of an earlier version wait for the database: %s", failure);
        }
        silent = true;
        rest(pause);
        continue;
      }
      if (next.isEmpty()) {
        break;
      }
      if (steppedOver.contains(next.get())) {
        last = next.get();
        continue;
      }
      try {
        read += read(next.get());
        last = next.get();
      } catch (RuntimeException failure) {
        if (!next.get().equals(failed)) {
          failed = next.get();
          rest(pause); // it may be the database, which is asked first then
        } else {
          LOG.warnf(
              failure,
              "Dossier %s is not found by its words: it could not be read again."
                  + " The next start tries it again",
              failed);
          last = failed;
          steppedOver.add(failed);
        }
      }
    }
    if (read > 0) {
      LOG.infof("Dossiers of an earlier version that are found by their words now: %d", read);
    }
  }

  private boolean hasEnded() {
    return ending.getCount() == 0;
  }

  private void rest(Duration time) {
    try {
      ending.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException endNow) {
      ending.countDown();
      Thread.currentThread().interrupt();
    }
  }

  private Optional<String> after(String incident) {
    return Jdbc.ask(
        database,
        connection ->
            Jdbc.first(
                connection,
                row -> row.getString(1),
                "select incident from dossier where words is null and incident > ?"
                    + " order by incident limit 1",
                incident));
  }

  /**
   * One in a transaction of its own: they can be large, and whoever sends one waits for its lock.
   */
  private int read(String incident) {
    return Jdbc.transaction(
        database,
        connection -> {
          Locks.take(connection, new String[] {incident});
          Optional<DossierRow> row =
              Jdbc.first(
                  connection,
                  Unread::row,
                  "select d.incident, v.document, a.document as assessment from dossier d"
                      + " join dossier_version v on v.incident = d.incident and v.version = d.version"
                      + " left join assessment a on a.id = d.assessment"
                      + " where d.incident = ? and d.words is null",
                  incident);
          if (row.isEmpty()) {
            return 0;
          }
          write(connection, row.get());
          Stands.refresh(connection, List.of(incident));
          return 1;
        });
  }

  private static DossierRow row(ResultSet found) throws SQLException {
    DossierRow row = new DossierRow();
    row.incident = found.getString("incident");
    byte[] document = found.getBytes("document");
    byte[] assessment = found.getBytes("assessment");
    try {
      row.describe(DossierReader.read(document).incident());
    } catch (InvalidDossier unfit) {
      row.words = SearchWords.ofId(row.incident);
      LOG.warnf(
          "Dossier %s does not fit the contract of this version: it is found by its id only (%s)",
          row.incident, unfit.problems().get(0).code());
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
        "update dossier set date_from = coalesce(?, date_from), date_to = coalesce(?, date_to),"
            + " place = ?, lat = ?, lon = ?, words = ?::tsvector, disputed = ?,"
            + " picture = ? where incident = ?",
        row.from,
        row.to,
        row.place,
        row.lat,
        row.lon,
        row.words.vector(),
        row.disputed,
        row.picture,
        row.incident);
  }
}
