package org.bilan.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads dossiers as they stand, with how they are assessed. */
final class DueRows {

  /** Incidents that one statement looks through, however few of them a filter lets through. */
  private static final int WINDOW = 20_000;

  private static final String COLUMNS =
      " d.incident, d.lineage, d.version, d.sha256, d.confidential, v.document,"
          + " s.id as stood_id, s.revision as stood_revision, s.document as stood,"
          + " p.id as prior_id, p.revision as prior_revision, p.document as prior,"
          + " k.id as known_id, case when k.id is distinct from s.id then k.document end as known";

  /** Each takes the run's revision once. */
  private static final String JOINS =
      " join dossier_version v on v.incident = d.incident and v.version = d.version"
          + " left join assessment s on s.id = d.assessment"
          + " left join lateral (select o.id, o.revision, o.document from assessment o"
          + " where s.revision = ? and o.incident = d.incident and o.version = d.version"
          + " and o.revision <> s.revision order by o.id desc limit 1) p on true"
          + " left join assessment k on k.incident = d.incident and k.version = d.version"
          + " and k.revision = ?";

  private DueRows() {}

  /**
   * The next dossiers of a run, by the incidents' ids; none at the end.
   *
   * @param most dossiers
   * @param bytes of documents and assessments after which no more is read, so that those of ten
   *     megabytes do not fill the memory; the one that goes beyond is read still
   */
  static List<DueDossier> next(
      Connection connection, Rescoring run, String after, int most, long bytes)
      throws SQLException {
    String from = after;
    while (true) {
      List<String> window =
          Jdbc.list(
              connection,
              row -> row.getString(1),
              "select max(incident) as last from (select incident from dossier where incident > ?"
                  + " order by incident limit ?) next having count(*) > 0",
              from,
              WINDOW);
      if (window.isEmpty()) {
        return List.of();
      }
      List<DueDossier> due = within(connection, run, from, window.get(0), most, bytes);
      if (!due.isEmpty()) {
        return due;
      }
      from = window.get(0);
    }
  }

  private static List<DueDossier> within(
      Connection connection, Rescoring run, String after, String to, int most, long bytes)
      throws SQLException {
    List<Object> values = new ArrayList<>(List.of(after, to));
    String where = run.filter().dossiers().sql(values);
    values.add(most);
    values.add(run.revision());
    values.add(run.revision());
    values.add(bytes);
    return Jdbc.list(
        connection,
        row -> due(row, run.revision()),
        // The length of a document is known without reading it.
        "with due as (select d.incident, d.lineage, d.version, d.sha256, d.confidential,"
            + " d.assessment, octet_length(l.document) + coalesce(octet_length(a.document), 0)"
            + " as length from dossier d join dossier_version l"
            + " on l.incident = d.incident and l.version = d.version"
            + " left join assessment a on a.id = d.assessment"
            + " where d.incident > ? and d.incident <= ?"
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
        revision,
        incident);
  }

  private static DueDossier due(ResultSet row, String revision) throws SQLException {
    Optional<DueDossier.Standing> stands = standing(row, "stood");
    Optional<DueDossier.Standing> prior = standing(row, "prior");
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
        prior.or(() -> stands),
        known);
  }

  private static Optional<DueDossier.Standing> standing(ResultSet row, String which)
      throws SQLException {
    return row.getObject(which + "_id") == null
        ? Optional.empty()
        : Optional.of(
            new DueDossier.Standing(
                row.getLong(which + "_id"),
                row.getString(which + "_revision"),
                row.getBytes(which)));
  }
}
