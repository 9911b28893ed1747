package org.bilan.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads dossiers as they stand, with how they are assessed. */
final class DueRows {

  private static final String COLUMNS =
      " d.incident, d.lineage, d.version, d.sha256, d.confidential, v.document,"
          + " s.id as stood_id, s.revision as stood_revision, s.document as stood,"
          + " k.id as known_id, case when k.id is distinct from s.id then k.document end as known";

  private static final String JOINS =
      " join dossier_version v on v.incident = d.incident and v.version = d.version"
          + " left join assessment s on s.id = d.assessment"
          + " left join assessment k on k.incident = d.incident and k.version = d.version"
          + " and k.revision = ?";

  private DueRows() {}

  /**
   * The next dossiers of a run, by the incidents' ids.
   *
   * @param most dossiers
   * @param bytes of their documents after which no more is read, so that those of ten megabytes do
   *     not fill the memory; the one that goes beyond is read still
   */
  static List<DueDossier> next(
      Connection connection, Rescoring run, String after, int most, long bytes)
      throws SQLException {
    List<Object> values = new ArrayList<>();
    values.add(after);
    String where = run.filter().where(values);
    values.add(most);
    values.add(run.revision());
    values.add(bytes);
    return Jdbc.list(
        connection,
        row -> due(row, run.revision()),
        // The length of a document is known without reading it.
        "with due as (select d.incident, d.lineage, d.version, d.sha256, d.confidential,"
            + " d.assessment,"
            + " octet_length(l.document) as length from dossier d join dossier_version l"
            + " on l.incident = d.incident and l.version = d.version where d.incident > ?"
            + where
            + " order by d.incident limit ?), cut as (select due.*,"
            + " sum(length) over (order by incident) - length as before from due)"
            + " select"
            + COLUMNS
            + " from cut d"
            + JOINS
            + " where d.before < ? order by d.incident",
        values.toArray());
  }

  /** One of them as it stands now; empty when it was deleted. */
  static Optional<DueDossier> one(Connection connection, String revision, String incident)
      throws SQLException {
    return Jdbc.first(
        connection,
        row -> due(row, revision),
        "select" + COLUMNS + " from dossier d" + JOINS + " where d.incident = ?",
        revision,
        incident);
  }

  private static DueDossier due(ResultSet row, String revision) throws SQLException {
    Optional<DueDossier.Standing> stands = Optional.empty();
    if (row.getObject("stood_id") != null) {
      stands =
          Optional.of(
              new DueDossier.Standing(
                  row.getLong("stood_id"), row.getString("stood_revision"), row.getBytes("stood")));
    }
    Optional<DueDossier.Standing> known = Optional.empty();
    if (row.getObject("known_id") != null) {
      byte[] document = row.getBytes("known");
      known =
          document == null
              ? stands
              : Optional.of(new DueDossier.Standing(row.getLong("known_id"), revision, document));
    }
    long lineage = row.getLong("lineage");
    long version = row.getLong("version");
    return new DueDossier(
        row.getString("incident"),
        lineage,
        version,
        DossierRow.tag(lineage, version, row.getString("sha256")),
        row.getBoolean("confidential"),
        row.getBytes("document"),
        stands,
        known);
  }
}
