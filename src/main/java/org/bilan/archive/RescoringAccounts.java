package org.bilan.archive;

import java.sql.Connection;
import javax.sql.DataSource;
import org.bilan.movement.Movement;

/** What came of runs: what they moved, and what they could not judge. */
public class RescoringAccounts {

  private final DataSource database;

  public RescoringAccounts(DataSource database) {
    this.database = database;
  }

  /**
   * What a run moved so far, all its chunks together, and the checkpoint of which that holds.
   *
   * @throws IllegalArgumentException when there is no such run
   */
  public Moved moved(long id) {
    return Jdbc.transaction(
        database,
        connection -> {
          connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
          Rescoring run =
              RescoringRows.find(connection, id)
                  .orElseThrow(() -> new IllegalArgumentException("No rescoring " + id));
          Movement all = new Movement();
          try (var chunks =
              connection.prepareStatement(
                  "select movement from rescoring_chunk where rescoring = ? order by number")) {
            chunks.setLong(1, id);
            chunks.setFetchSize(100);
            try (var rows = chunks.executeQuery()) {
              while (rows.next()) {
                all.merge(Movement.read(rows.getBytes(1)));
              }
            }
          }
          return new Moved(run, all);
        });
  }

  /** A run, and what it moved. */
  public record Moved(Rescoring run, Movement movement) {}

  /**
   * Whether a dossier that a run has judged is still there: its incident may have another by now.
   *
   * @param tag names a state of it
   */
  public boolean isThere(String incident, String tag) {
    return Jdbc.ask(
            database,
            connection ->
                Jdbc.first(
                    connection,
                    row -> row.getLong(1),
                    "select lineage from dossier where incident = ?",
                    incident))
        .filter(lineage -> DossierRow.names(tag, lineage))
        .isPresent();
  }

  /** What went wrong with which dossiers, by the incidents' ids. */
  public Listing<RescoringFailure> failures(long id, int page, int size) {
    return Jdbc.ask(
        database,
        connection ->
            new Listing<>(
                Jdbc.list(
                    connection,
                    row ->
                        new RescoringFailure(
                            row.getString("incident"),
                            row.getLong("version"),
                            row.getString("reason")),
                    "select incident, version, reason from rescoring_failure"
                        + " where rescoring = ? order by incident limit ? offset ?",
                    id,
                    size,
                    (long) page * size),
                Jdbc.first(
                        connection,
                        row -> row.getLong(1),
                        "select count(*) from rescoring_failure where rescoring = ?",
                        id)
                    .orElse(0L)));
  }
}
