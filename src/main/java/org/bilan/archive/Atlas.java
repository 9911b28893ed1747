package org.bilan.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.bilan.assessment.Grade;
import org.bilan.dossier.Word;
import org.bilan.operation.Traced;

/** Shows where incidents were: those that lie near one another counted together. */
@Guarded
@ApplicationScoped
@Traced
public class Atlas {

  /** Halvings of the world's width; cells are then some centimetres wide. */
  private static final int MOST_HALVINGS = 30;

  private final DataSource database;

  Atlas(DataSource database) {
    this.database = database;
  }

  /**
   * A map.
   *
   * @param degrees how wide and high cells are: 360, halved as often as need be. They begin at 180
   *     degrees west and 90 south whatever part of the world is shown, so that they stay where they
   *     are when that is moved
   * @param cells those with incidents, from south to north and west to east
   * @param placed incidents that pass the filter and are in the cells
   * @param unplaced incidents that pass the rest of the filter and of which no place is known
   */
  public record WorldMap(double degrees, List<Cell> cells, long placed, long unplaced) {}

  /**
   * Incidents that lie near one another.
   *
   * @param lat degrees north, the mean of theirs
   * @param lon degrees east, likewise
   * @param count how many there are
   * @param contested of how many a claim stands as contested, or somebody denies one, doubts it, or
   *     tells otherwise
   * @param look at how many a person should look
   * @param incident its id, where it is one
   * @param grade where it is one: that which stands of its claim with the highest score
   * @param score where it is one: that score
   */
  public record Cell(
      double lat,
      double lon,
      long count,
      long contested,
      long look,
      Optional<String> incident,
      Optional<Grade> grade,
      Optional<Integer> score) {}

  /**
   * Shows the incidents that pass.
   *
   * @param across at most so many cells, and one more, beside and above one another
   */
  public WorldMap map(DossierFilter filter, int across) {
    return Jdbc.transaction(
        database,
        connection -> {
          Jdbc.run(connection, "set transaction isolation level repeatable read, read only");
          // A few MB of cells: sorted on disk they take twice as long.
          Jdbc.run(connection, "set local work_mem = '32MB'");
          return map(connection, filter, across);
        });
  }

  static WorldMap map(Connection connection, DossierFilter filter, int across) throws SQLException {
    Box box = filter.search().box().orElse(Box.WORLD);
    double degrees = degrees(Math.max(box.width(), box.height()) / across);
    List<Cell> cells = cells(connection, filter, degrees);
    return new WorldMap(
        degrees, cells, cells.stream().mapToLong(Cell::count).sum(), unplaced(connection, filter));
  }

  private static double degrees(double least) {
    double degrees = 360;
    for (int i = 0; i < MOST_HALVINGS && degrees / 2 >= least; i++) {
      degrees /= 2;
    }
    return degrees;
  }

  private static List<Cell> cells(Connection connection, DossierFilter filter, double degrees)
      throws SQLException {
    List<Object> values = new ArrayList<>(List.of(degrees, degrees));
    String where = filter.sql(values);
    return Jdbc.list(
        connection,
        Atlas::cell,
        "select floor((d.lat + 90) / ?) as y, floor((d.lon + 180) / ?) as x,"
            + " round(avg(d.lat)::numeric, 5) as lat, round(avg(d.lon)::numeric, 5) as lon,"
            + " count(*) as incidents, count(*) filter (where d.contested) as contested,"
            + " count(*) filter (where d.look <> '{}') as look,"
            + " min(d.incident) as incident, min(d.grade) as grade, min(d.score) as score"
            + " from dossier d where d.lat is not null"
            + where
            + " group by y, x order by y, x",
        values.toArray());
  }

  private static Cell cell(ResultSet row) throws SQLException {
    long count = row.getLong("incidents");
    boolean one = count == 1;
    return new Cell(
        row.getDouble("lat"),
        row.getDouble("lon"),
        count,
        row.getLong("contested"),
        row.getLong("look"),
        one ? Optional.of(row.getString("incident")) : Optional.empty(),
        one
            ? Optional.ofNullable(row.getString("grade")).flatMap(it -> Word.of(Grade.class, it))
            : Optional.empty(),
        one && row.getObject("score") != null
            ? Optional.of(row.getInt("score"))
            : Optional.empty());
  }

  private static long unplaced(Connection connection, DossierFilter filter) throws SQLException {
    List<Object> values = new ArrayList<>();
    String where = filter.anywhere().sql(values);
    return Jdbc.first(
            connection,
            row -> row.getLong(1),
            "select count(*) from dossier d where d.lat is null" + where,
            values.toArray())
        .orElseThrow();
  }
}
