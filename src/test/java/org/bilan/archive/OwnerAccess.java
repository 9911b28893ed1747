package org.bilan.archive;

import java.sql.Connection;
import java.sql.SQLException;

/** What a test does to the tests' database as its owner, since the service may not. */
public final class OwnerAccess {

  private OwnerAccess() {}

  public static void execute(String statement) throws SQLException {
    Database database = DatabaseSettings.of(System::getProperty).shared();
    try (Connection connection = database.connections(database.owner()).getConnection()) {
      connection.createStatement().execute(statement);
    }
  }

  /** Keeps everybody else from a table until it is closed: who reads it waits. */
  public static AutoCloseable locked(String table) throws SQLException {
    Database database = DatabaseSettings.of(System::getProperty).shared();
    Connection connection = database.connections(database.owner()).getConnection();
    connection.setAutoCommit(false);
    connection.createStatement().execute("lock table " + table + " in access exclusive mode");
    return connection::close;
  }
}
