package org.bilan.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Finds who somebody is, over connections of its own: few, and impatient. Every request asks, so
 * nobody may wait for those who work (and perhaps for a lock), nor for long when nothing answers.
 */
public record LookUps(People people, Tokens tokens, Sessions sessions, Breaker breaker) {

  private static final Logger LOG = Logger.getLogger(LookUps.class);

  /** The name of their datasource in {@code application.properties}. */
  static final String CONNECTIONS = "lookups";

  static LookUps over(DataSource connections, Ledger ledger) {
    return new LookUps(
        new People(connections, ledger),
        new Tokens(connections, ledger),
        new Sessions(connections, ledger),
        new Breaker(() -> answers(connections)));
  }

  /** Whether the database answers a question of the kind that all requests ask first. */
  static boolean answers(DataSource connections) {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeQuery("select 1 from person limit 1").close();
      return true;
    } catch (SQLException | RuntimeException away) {
      LOG.debugf("The archive does not answer: %s", away.getMessage());
      return false;
    }
  }
}
