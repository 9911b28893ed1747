package org.bilan.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bilan.assessment.Grade;

/**
 * How dossiers stand: summaries of their claims and of what people say of these, in the table
 * dossier, so that nobody has to read all claims to list a few dossiers. The database keeps them,
 * by the function that the eighth migration made.
 */
final class Stands {

  /** Scores from 0 to 100. */
  private static final int SCORES = 101;

  private Stands() {}

  /** Brings them up to date, within the transaction that has changed what they sum up. */
  static void refresh(Connection connection, Collection<String> incidents) throws SQLException {
    if (!incidents.isEmpty()) {
      Jdbc.list(
          connection,
          row -> row,
          "select dossier_stands(?)",
          (Object) incidents.toArray(String[]::new));
    }
  }

  /**
   * Makes these the current assessments of dossiers, by their ids.
   *
   * @param signs what each of them tells of
   * @return how many dossiers stand otherwise now
   */
  static int point(Connection connection, Map<String, Long> current, Map<String, Signs> signs)
      throws SQLException {
    List<String> incidents = List.copyOf(current.keySet());
    List<Signs> told = incidents.stream().map(signs::get).toList();
    List<String> moved =
        Jdbc.list(
            connection,
            row -> row.getString(1),
            "update dossier d set assessment = c.id, disputed = c.disputed, picture = c.picture"
                + " from unnest(?, ?, ?, ?) c(incident, id, disputed, picture)"
                + " where d.incident = c.incident and d.assessment is distinct from c.id"
                + " returning d.incident",
            incidents.toArray(String[]::new),
            incidents.stream().map(current::get).toArray(Long[]::new),
            told.stream().map(Signs::disputed).toArray(Boolean[]::new),
            told.stream().map(Signs::picture).toArray(Boolean[]::new));
    refresh(connection, moved);
    return moved.size();
  }

  /** A bit for each grade and score: whether a claim that has both passes. */
  static String bits(ClaimFilter filter) {
    StringBuilder bits = new StringBuilder();
    for (Grade grade : Grade.values()) {
      for (int score = 0; score < SCORES; score++) {
        bits.append(filter.passes(grade, score) ? '1' : '0');
      }
    }
    return bits.toString();
  }
}
