package org.bilan.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.bilan.operation.Traced;

/** Searches that people like to make again. Each knows their own. */
@Guarded
@ApplicationScoped
@Traced
public class SavedViews {

  /** Of one person. */
  public static final int MOST = 100;

  private final DataSource database;

  SavedViews(DataSource database) {
    this.database = database;
  }

  /**
   * A search.
   *
   * @param name 1 to 80 characters
   * @param query as in the address of a list of dossiers: {@code country=ML&sort=-date}
   */
  public record View(String name, String query, Instant changedAt) {}

  /** Somebody's, by their names. */
  public List<View> of(String person) {
    return Jdbc.ask(
        database,
        connection ->
            Jdbc.list(
                connection,
                row ->
                    new View(
                        row.getString("name"),
                        row.getString("query"),
                        Jdbc.time(row, "changed_at")),
                "select name, query, changed_at from saved_view where person = ? order by name",
                person));
  }

  /**
   * Keeps one, in place of another of its name.
   *
   * @return whether it is new; empty when that person has as many as they can
   */
  @Guarded(writes = true)
  public Optional<Boolean> put(String person, View view) {
    return Jdbc.transaction(
        database,
        connection -> {
          // One at a time of each person: else two would count the same.
          Jdbc.list(
              connection,
              row -> row,
              "select pg_advisory_xact_lock(hashtextextended(?, 8))",
              person);
          int replaced =
              Jdbc.run(
                  connection,
                  "update saved_view set query = ?, changed_at = ? where person = ? and name = ?",
                  view.query(),
                  view.changedAt(),
                  person,
                  view.name());
          if (replaced > 0) {
            return Optional.of(false);
          }
          int added =
              Jdbc.run(
                  connection,
                  "insert into saved_view (person, name, query, changed_at) select ?, ?, ?, ?"
                      + " where (select count(*) from saved_view where person = ?) < ?",
                  person,
                  view.name(),
                  view.query(),
                  view.changedAt(),
                  person,
                  MOST);
          return added > 0 ? Optional.of(true) : Optional.empty();
        });
  }

  /** Forgets one; whether there was one. */
  @Guarded(writes = true)
  public boolean delete(String person, String name) {
    return Jdbc.transaction(
        database,
        connection ->
            Jdbc.run(
                    connection,
                    "delete from saved_view where person = ? and name = ?",
                    person,
                    name)
                > 0);
  }
}
