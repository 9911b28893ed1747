package org.bilan.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.bilan.dossier.Word;

/** The rows of rescorings. */
final class RescoringRows {

  private static final String HEARD =
      "r.heard_at > clock_timestamp() - interval '" + Rescorings.SILENCE_SECONDS + " seconds'";

  static final String SELECT =
      "select r.*, s.revision, coalesce(r.worker is not null and "
          + HEARD
          + ", false) as worked from rescoring r join ruleset s on s.id = r.ruleset";

  /** Nobody works on it. */
  static final String FREE = "(r.worker is null or r.heard_at is null or not " + HEARD + ")";

  private RescoringRows() {}

  static Optional<Rescoring> find(Connection connection, long id) throws SQLException {
    return Jdbc.first(connection, RescoringRows::read, SELECT + " where r.id = ?", id);
  }

  static Rescoring read(ResultSet row) throws SQLException {
    return new Rescoring(
        row.getLong("id"),
        row.getLong("ruleset"),
        row.getString("revision"),
        Optional.ofNullable(row.getString("base")),
        RescoringFilter.read(row.getString("filter")),
        row.getBoolean("dry_run"),
        Word.of(RescoringState.class, row.getString("state")).orElseThrow(),
        Optional.ofNullable(row.getString("reason")),
        row.getString("by"),
        Jdbc.time(row, "begun_at"),
        Optional.ofNullable(Jdbc.time(row, "ended_at")),
        row.getLong("total"),
        row.getLong("dossiers"),
        row.getLong("appended"),
        row.getLong("failed"),
        row.getLong("chunks"),
        row.getString("done_up_to"),
        Optional.ofNullable(Jdbc.time(row, "heard_at")),
        Optional.ofNullable(Jdbc.time(row, "since")),
        row.getLong("since_dossiers"),
        row.getBoolean("worked"));
  }
}
