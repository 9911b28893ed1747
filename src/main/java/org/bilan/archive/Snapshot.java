package org.bilan.archive;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Word;

/** The archive as of one moment. */
public final class Snapshot {

  /** Dossiers that one statement goes through: none takes long, however few of them pass. */
  private static final int WINDOW = 1000;

  /** Dossiers held at once: they can be large. */
  private static final int HELD = 4;

  private final Connection connection;
  private final int window;
  private final Instant asOf;

  Snapshot(Connection connection) throws SQLException {
    this(connection, WINDOW);
  }

  /** With windows of another size. */
  Snapshot(Connection connection, int window) throws SQLException {
    this.connection = connection;
    this.window = window;
    this.asOf =
        Jdbc.first(connection, row -> Jdbc.time(row, "now"), "select now() as now").orElseThrow();
  }

  /** What was written later is not in it. */
  public Instant asOf() {
    return asOf;
  }

  /** Is shown dossier after dossier. */
  public interface Visitor {
    void visit(ArchivedClaims claims) throws IOException;
  }

  /** Shows all dossiers that pass, by the incidents' ids. */
  public void each(DossierFilter filter, Visitor visitor) throws IOException {
    try {
      String after = "";
      for (Optional<String> last = end(after); last.isPresent(); last = end(after)) {
        window(filter, after, last.get(), visitor);
        after = last.get();
      }
    } catch (SQLException e) {
      throw new ArchiveFailure(e);
    }
  }

  /** The last incident of the window that begins after another; empty at the end. */
  private Optional<String> end(String after) throws SQLException {
    return Jdbc.first(
            connection,
            row -> Optional.ofNullable(row.getString("last")),
            "select max(incident) as last from (select incident from dossier"
                + " where incident > ? order by incident limit ?) next",
            after,
            window)
        .flatMap(last -> last);
  }

  private void window(DossierFilter filter, String after, String last, Visitor visitor)
      throws SQLException, IOException {
    Map<String, Map<String, GradeOverride>> overrides = overrides(after, last);
    List<Object> values = new ArrayList<>(List.of(after, last));
    String where = filter.sql(values);
    try (PreparedStatement statement =
        Jdbc.prepared(
            connection,
            "select d.incident, d.version, d.lineage, d.confidential, v.document, v.stored_at,"
                + " a.document as assessment, a.stored_at as judged_at from dossier d"
                + " join dossier_version v on v.incident = d.incident and v.version = d.version"
                + " join assessment a on a.id = d.assessment"
                + " where d.incident > ? and d.incident <= ?"
                + where
                + " order by d.incident",
            values.toArray())) {
      statement.setFetchSize(HELD);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String incident = row.getString("incident");
          visitor.visit(
              new ArchivedClaims(
                  stored(row, incident),
                  row.getLong("lineage"),
                  row.getBoolean("confidential"),
                  row.getBytes("assessment"),
                  Jdbc.time(row, "judged_at"),
                  overrides.getOrDefault(incident, Map.of())));
        }
      }
    }
  }

  private static StoredDossier stored(ResultSet row, String incident) throws SQLException {
    // Without a tag, as all that is not read to be changed.
    return new StoredDossier(
        incident,
        row.getLong("version"),
        "",
        row.getBytes("document"),
        Jdbc.time(row, "stored_at"));
  }

  private Map<String, Map<String, GradeOverride>> overrides(String after, String last)
      throws SQLException {
    Map<String, Map<String, GradeOverride>> all = new HashMap<>();
    Jdbc.list(
        connection,
        row ->
            all.computeIfAbsent(row.getString("incident"), incident -> new HashMap<>())
                .put(
                    row.getString("claim"),
                    new GradeOverride(
                        Word.of(Grade.class, row.getString("grade")).orElseThrow(),
                        row.getString("person"),
                        row.getString("reason"),
                        Jdbc.time(row, "made_at"),
                        row.getLong("version"))),
        "select * from override_in_force where incident > ? and incident <= ?",
        after,
        last);
    return all;
  }

  /** The versions of a dossier in which a source is marked as confidential. */
  public List<Long> confidentialVersions(String incident) {
    return asked(
        row -> row.getLong("version"),
        "select version from dossier_version where incident = ? and confidential order by version",
        incident);
  }

  /** A version of a dossier; empty when there is none. */
  public Optional<StoredDossier> version(String incident, long version) {
    return asked(
            row -> stored(row, incident),
            "select version, document, stored_at from dossier_version"
                + " where incident = ? and version = ?",
            incident,
            version)
        .stream()
        .findFirst();
  }

  private <T> List<T> asked(Jdbc.Row<T> row, String sql, Object... values) {
    try {
      return Jdbc.list(connection, row, sql, values);
    } catch (SQLException e) {
      throw new ArchiveFailure(e);
    }
  }
}
