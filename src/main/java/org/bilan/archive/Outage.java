package org.bilan.archive;

import java.sql.SQLException;
import java.util.concurrent.TimeoutException;

/** Tells a database that cannot be reached from a fault of ours. */
public final class Outage {

  private Outage() {}

  /** Whether a failure comes from a database that is down, shutting down, or out of connections. */
  public static boolean isCauseOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException database && isOutage(database)) {
        return true;
      }
    }
    return false;
  }

  /** States of the SQL standard's class 08, and PostgreSQL's own 53 and 57P. */
  private static boolean isOutage(SQLException database) {
    String state = database.getSQLState();
    return state == null
        ? database.getCause() instanceof TimeoutException // the pool's
        : state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
  }
}
