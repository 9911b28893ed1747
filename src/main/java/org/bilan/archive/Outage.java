package org.bilan.archive;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.transaction.xa.XAException;

/** Tells a database that cannot be reached from a fault of ours. */
public final class Outage {

  private static final int MOST_CAUSES = 20;

  private static final Set<Integer> LOST = Set.of(XAException.XAER_RMFAIL, XAException.XAER_RMERR);

  /** How states begin, of the SQL standard's and of PostgreSQL's own. */
  private static final List<String> STATES =
      List.of(
          "08", // the connection is lost, or was never had; also when the socket waited too long
          "53", // out of disk, memory, or connections
          "57P", // shutting down, crashed, starting
          "58", // the system below fails: input and output
          "57014", // cancelled: statement_timeout
          "55P03", // somebody else holds a lock: lock_timeout
          "25P03", // idle in a transaction for too long: we were paused
          "25P04", // transaction_timeout, where an administrator has set one
          "25006"); // read-only: a standby, or put so by an administrator

  private Outage() {}

  /**
   * Whether a failure comes from a database that is down, shutting down, out of connections or
   * space, or too slow: all that may be well a little later without anybody changing the request.
   */
  public static boolean isCauseOf(Throwable failure) {
    return isCauseOf(failure, MOST_CAUSES);
  }

  private static boolean isCauseOf(Throwable failure, int depth) {
    if (failure == null || depth == 0) {
      return false;
    }
    if (failure instanceof ArchiveAway
        || failure instanceof SQLException database && isOutage(database)
        // What a transaction's manager makes of a connection that is lost while it commits.
        || failure instanceof XAException lost && LOST.contains(lost.errorCode)) {
      return true;
    }
    for (Throwable aside : failure.getSuppressed()) {
      if (isCauseOf(aside, depth - 1)) {
        return true;
      }
    }
    return isCauseOf(failure.getCause(), depth - 1);
  }

  private static boolean isOutage(SQLException database) {
    String state = database.getSQLState();
    return state == null
        ? database.getCause() instanceof TimeoutException // the pool's
        : STATES.stream().anyMatch(state::startsWith);
  }
}
