package org.bilan.archive;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Locks on incidents, held until a transaction ends: no other changes their dossiers, or what is
 * said of them, meanwhile. A lock on the row would not do: two that create the same dossier have no
 * row yet.
 */
final class Locks {

  /** Of one incident, {@code :incident}. */
  static final String ONE = "select 1 from pg_advisory_xact_lock(hashtextextended(:incident, 0))";

  private Locks() {}

  /** Takes those of many, in one order, so that no two wait for each other. */
  static void take(Connection connection, String[] incidents) throws SQLException {
    take(connection, "pg_advisory_xact_lock", incidents);
  }

  /** Takes them together with others who share them, and with nobody who takes them alone. */
  static void share(Connection connection, String[] names) throws SQLException {
    take(connection, "pg_advisory_xact_lock_shared", names);
  }

  private static void take(Connection connection, String how, String[] names) throws SQLException {
    Jdbc.list(
        connection,
        row -> row,
        "select "
            + how
            + "(key) from (select distinct hashtextextended(i, 0) as key"
            + " from unnest(?) i order by key) keys",
        (Object) names);
  }
}
