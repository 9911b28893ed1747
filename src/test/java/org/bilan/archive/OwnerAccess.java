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
}
