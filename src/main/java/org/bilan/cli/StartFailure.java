package org.bilan.cli;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.QuarkusBindException;
import io.smallrye.config.ConfigValidationException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jboss.logging.Logger;

/** Tells people why the service did not start: one sentence where the reason is known. */
final class StartFailure {

  private static final Logger LOG = Logger.getLogger(StartFailure.class);

  private StartFailure() {}

  static void explain(Throwable problem) {
    Set<String> reasons = new LinkedHashSet<>();
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof PreventFurtherStepsException refusal && refusal.getMessage() != null) {
        reasons.add(refusal.getMessage());
      } else if (cause instanceof QuarkusBindException bind) {
        reasons.add(bind(bind));
      } else if (cause instanceof UnknownHostException host) {
        reasons.add("Bilan cannot start. There is no such host: " + host.getMessage());
      } else if (cause instanceof SQLException database && concernsLogin(database)) {
        reasons.add("Bilan cannot start. Its database says: " + database.getMessage());
      } else if (cause instanceof ConfigValidationException settings) {
        // Our own refusals come here too, as text: once for each setting that asked for the
        // database.
        for (int i = 0; i < settings.getProblemCount(); i++) {
          String message = settings.getProblem(i).getMessage();
          reasons.add(
              message.replaceFirst("^" + PreventFurtherStepsException.class.getName() + ": ", ""));
        }
      }
    }
    if (reasons.isEmpty()) {
      LOG.error("Bilan cannot start", problem);
    } else {
      reasons.forEach(System.err::println);
    }
  }

  private static String bind(QuarkusBindException bind) {
    // Any free port is never taken: then it is the address.
    return bind.getPort() > 0
        ? "Bilan cannot start. Port %d is taken, perhaps by another Bilan, or is not free to you. Choose another one with serve --port PORT."
            .formatted(bind.getPort())
        : "Bilan cannot start. The address %s is none of this machine's. Choose another one with serve --host HOST."
            .formatted(bind.getHost());
  }

  /**
   * No connection (class 08 of the SQL standard's states), login refused (28), no such database.
   */
  private static boolean concernsLogin(SQLException database) {
    String state = String.valueOf(database.getSQLState());
    return state.startsWith("08") || state.startsWith("28") || state.equals("3D000");
  }
}
