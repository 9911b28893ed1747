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
    Jdbc.list(
        connection,
        row -> row,
        "select pg_advisory_xact_lock(key) from (select distinct hashtextextended(i, 0) as key"
            + " from unnest(?) i order by key) keys",
        (Object) incidents);
  }
}
