package org.bilan.archive;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.bilan.people.Secret;

/**
 * Where the archive is, by its settings: for the service from its configuration, for commands from
 * the environment.
 *
 * @param home of the embedded PostgreSQL; null when {@code DATABASE_URL} names another
 */
record DatabaseSettings(String address, Database.Login service, Database.Login owner, Path home) {

  /**
   * Reads the settings.
   *
   * @param setting gives the value of a setting; null if it is absent or blank
   */
  static DatabaseSettings of(Function<String, String> setting) {
    String address = setting.apply("DATABASE_URL");
    String home = setting.apply("bilan.home"); // BILAN_HOME is found under this name too
    Path directory =
        home == null ? Path.of(System.getProperty("user.home"), ".bilan") : Path.of(home);
    return new DatabaseSettings(
        address,
        new Database.Login(setting.apply("DATABASE_USER"), setting.apply("DATABASE_PASSWORD")),
        new Database.Login(
            setting.apply("DATABASE_OWNER"), setting.apply("DATABASE_OWNER_PASSWORD")),
        address == null ? directory.toAbsolutePath().normalize() : null);
  }

  /** The database for the service, which claims an embedded one for itself. */
  Database claimed() {
    return home == null ? Database.at(address, service, owner) : EmbeddedPostgres.in(home);
  }

  /** The database for a command, also beside a service that runs. */
  Database shared() {
    return home == null ? Database.at(address, service, owner) : EmbeddedPostgres.beside(home);
  }

  /** The secret that is kept in the home, made when there is none; null without a home. */
  String generatedSecret() {
    return home == null ? null : new BilanHome(home).secret();
  }

  /** Reads the secret, or refuses to start without one. */
  static Secret secret(Optional<String> text) {
    if (text.isEmpty()) {
      throw CannotStart.because(
          "With DATABASE_URL it needs BILAN_SECRET as well: at least %d characters that only the"
              + " services of this archive know. Make one with: openssl rand -hex 32. Keep it as long"
              + " as the archive: its ledger and pseudonyms are made with it.",
          Secret.LEAST);
    }
    try {
      return Secret.of(text.get().strip());
    } catch (IllegalArgumentException tooShort) {
      throw CannotStart.because("%s", tooShort.getMessage());
    }
  }
}
