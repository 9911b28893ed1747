package org.bilan.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Locks that keep pictures' files from being deleted until a transaction ends. Each is for many
 * files: PostgreSQL has room for some thousands of locks, and one transaction may name more files.
 * Not the rows' own locks: the service may not change these rows, and so not lock them either.
 */
final class HeldPictures {

  private HeldPictures() {}

  /**
   * Holds the files that pictures name, and those that the incidents' pictures named so far: else
   * one that is found would be gone when its appearance is written, or two would each wait for a
   * row that the other deletes. Many who name the same file hold it at once. Taken once in a
   * transaction, after the incidents' locks.
   */
  static void hold(
      Connection connection, Collection<String> incidents, Collection<PostedPicture> all)
      throws SQLException {
    Set<String> files =
        all.stream().flatMap(picture -> picture.sha256().stream()).collect(Collectors.toSet());
    files.addAll(
        Jdbc.list(
            connection,
            row -> row.getString(1),
            "select distinct sha256 from picture_seen"
                + " where incident = any(?) and sha256 is not null",
            (Object) incidents.toArray(String[]::new)));
    Locks.share(connection, files.stream().map(HeldPictures::name).toArray(String[]::new));
  }

  /** Waits until nobody holds a file that is to be deleted; nobody does from then on. */
  static void release(Connection connection, String sha256) throws SQLException {
    Locks.take(connection, new String[] {name(sha256)});
  }

  private static String name(String sha256) {
    return "pictures:" + sha256.substring(0, 2);
  }
}
