package org.bilan.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.bilan.dossier.Word;

/** Plain statements, in transactions of their own: what the command line needs without Quarkus. */
final class Jdbc {

  private Jdbc() {}

  /** Work with a connection. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Reads a row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Does all of it or nothing. */
  static <T> T transaction(DataSource database, Work<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        T result = work.on(connection);
        connection.commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          rollBack(connection); // whatever went wrong: else what was done so far would be kept
        }
        restore(connection);
      }
    } catch (SQLException failure) {
      throw new ArchiveFailure(failure);
    }
  }

  /** Asks one question. */
  static <T> T ask(DataSource database, Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.on(connection);
    } catch (SQLException failure) {
      throw new ArchiveFailure(failure);
    }
  }

  static int run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }

  static <T> List<T> list(Connection connection, Row<T> row, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepared(connection, sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(row.read(rows));
      }
      return all;
    }
  }

  static <T> Optional<T> first(Connection connection, Row<T> row, String sql, Object... values)
      throws SQLException {
    return list(connection, row, sql, values).stream().findFirst();
  }

  /** A statement with its values; whoever asks closes it. */
  static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    set(statement, values);
    return statement;
  }

  /** Fills in the values of a statement. */
  static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Instant time) {
        statement.setObject(i + 1, time.atOffset(ZoneOffset.UTC));
      } else if (values[i] instanceof Set<?> words) {
        statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts(words)));
      } else {
        statement.setObject(i + 1, values[i]);
      }
    }
  }

  private static Object[] texts(Set<?> words) {
    return words.stream().map(word -> ((Word) word).word()).sorted().toArray();
  }

  static Instant time(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  /**
   * Words that this version does not know, of a newer one that uses the same database, say nothing.
   */
  static <E extends Enum<E> & Word> Set<E> words(ResultSet row, String column, Class<E> type)
      throws SQLException {
    return List.of((String[]) row.getArray(column).getArray()).stream()
        .flatMap(word -> Word.of(type, word).stream())
        .collect(Collectors.toSet());
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException lost) {
      // Then the database has rolled back by itself.
    }
  }

  private static void restore(Connection connection) {
    try {
      connection.setAutoCommit(true);
    } catch (SQLException lost) {
      // The pool finds out by itself that the connection is of no use.
    }
  }
}
