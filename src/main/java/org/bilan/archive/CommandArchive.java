package org.bilan.archive;

import java.util.Optional;
import javax.sql.DataSource;
import org.bilan.ledger.Chain;
import org.bilan.people.Secret;

/**
 * The archive for a command: that of the environment, as the service has it, beside a service that
 * runs or without one.
 */
public final class CommandArchive {

  private final Ledger ledger;
  private final People people;
  private final Tokens tokens;

  private CommandArchive(DataSource database, Secret secret) {
    this.ledger = new Ledger(database, new Chain(secret.derive("bilan-ledger")));
    this.people = new People(database, ledger);
    this.tokens = new Tokens(database, ledger);
  }

  /**
   * Opens it; an embedded PostgreSQL is started, and stops with the JVM, unless it runs already.
   *
   * @throws io.quarkus.runtime.PreventFurtherStepsException with a sentence for people, when it
   *     cannot be opened
   */
  public static CommandArchive open() {
    DatabaseSettings settings = DatabaseSettings.of(CommandArchive::setting);
    Database database = settings.shared();
    DataSource connections = database.connections(database.service());
    requireTables(connections, database.place());
    Secret secret =
        DatabaseSettings.secret(
            Optional.ofNullable(setting("bilan.secret"))
                .or(() -> Optional.ofNullable(settings.generatedSecret())));
    if (!new Installation(connections).begunWith(secret.derive("bilan-check"))) {
      throw CannotStart.because("%s", Installation.OTHER_SECRET);
    }
    return new CommandArchive(connections, secret);
  }

  public Ledger ledger() {
    return ledger;
  }

  public People people() {
    return people;
  }

  public Tokens tokens() {
    return tokens;
  }

  private static void requireTables(DataSource connections, String place) {
    boolean there;
    try {
      there =
          Jdbc.ask(
                  connections,
                  connection ->
                      Jdbc.first(
                          connection,
                          row -> row,
                          "select 1 where to_regclass('ledger') is not null"))
              .isPresent();
    } catch (ArchiveFailure failure) {
      throw CannotStart.because(
          "Its archive (%s) cannot be opened: %s", place, failure.getMessage());
    }
    if (!there) {
      throw CannotStart.because(
          "There is no archive yet in %s: start the service once, which makes it.", place);
    }
  }

  /** As Quarkus finds settings: a property, or the environment variable that is spelt so. */
  private static String setting(String name) {
    String property = System.getProperty(name);
    String value =
        property != null
            ? property
            : System.getenv(name.replace('.', '_').toUpperCase(java.util.Locale.ROOT));
    return value == null || value.isBlank() ? null : value.strip();
  }
}
