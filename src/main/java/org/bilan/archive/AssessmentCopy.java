package org.bilan.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Appends assessments and their claims, many at once, within a transaction. */
final class AssessmentCopy {

  private AssessmentCopy() {}

  /** An assessment of a version of a dossier. */
  record Row(String incident, long version, String revision, DueOutcome.Made made) {}

  /** Ids for so many. */
  static List<Long> ids(Connection connection, int rows) throws SQLException {
    return Jdbc.list(
        connection,
        row -> row.getLong(1),
        "select nextval('assessment_id_seq') from generate_series(1, ?)",
        rows);
  }

  /** Appends what is not there yet, for else it fails, under these ids. */
  static void append(Connection connection, List<Row> rows, List<Long> ids, Instant now)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (BinaryCopy assessments =
        new BinaryCopy(
            connection,
            "assessment (id, incident, version, revision, as_of, document, stored_at)")) {
      for (int i = 0; i < rows.size(); i++) {
        Row row = rows.get(i);
        assessments.row(7);
        assessments.bigint(ids.get(i));
        assessments.text(row.incident());
        assessments.bigint(row.version());
        assessments.text(row.revision());
        assessments.time(row.made().asOf());
        assessments.bytes(row.made().document());
        assessments.time(now);
      }
      assessments.end();
    }
    try (BinaryCopy claims =
        new BinaryCopy(
            connection, "claim (assessment, claim, harm, victims, score, evidence, grade)")) {
      for (int i = 0; i < rows.size(); i++) {
        for (ClaimRow claim : rows.get(i).made().claims()) {
          claims.row(7);
          claims.bigint(ids.get(i));
          claims.text(claim.claim);
          claims.text(claim.harm);
          claims.text(claim.victims);
          claims.smallint(claim.score);
          claims.integer(claim.evidence);
          claims.text(claim.grade);
        }
      }
      claims.end();
    }
  }
}
