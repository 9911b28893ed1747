package org.bilan.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The data directory of the embedded PostgreSQL. A copy of it, made while it rests, is a backup.
 */
record PostgresData(Path directory) {

  static final String LOOPBACK = "127.0.0.1";
  private static final String MAJOR_VERSION = "18";

  /** Owns the tables. */
  private static final String OWNER = "bilan";

  /** Works with them. */
  private static final String SERVICE = "bilan_service";

  // Inside the directory, so that a copy of that is complete.
  private static final String PASSWORD_FILE = "bilan-password";
  private static final String SERVICE_PASSWORD_FILE = "bilan-service-password";

  /** Refuses what another version wrote, before any program touches it. */
  void checkVersion() throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    Path file = directory.resolve("PG_VERSION");
    String version = Files.exists(file) ? Files.readString(file).strip() : "";
    if (version.isEmpty()) {
      throw CannotStart.because(
          "%s is not a data directory of PostgreSQL, or is damaged (no PG_VERSION). Restore it, or"
              + " move it away to begin with an empty archive.",
          directory);
    }
    if (!version.equals(MAJOR_VERSION)) {
      throw CannotStart.because(
          "%s was written by PostgreSQL %s, but this Bilan brings PostgreSQL %s along. Start it with"
              + " the Bilan that wrote it and move the data with pg_dump, or set BILAN_HOME to another"
              + " directory to begin with an empty archive.",
          directory, version, MAJOR_VERSION);
    }
  }

  /** Whoever is killed half-way leaves a directory of another name, never half a database. */
  void createIfAbsent(PostgresBinaries binaries) throws IOException {
    if (Files.exists(directory)) {
      return;
    }
    Path unfinished = directory.resolveSibling("postgres.unfinished");
    PostgresBinaries.delete(unfinished);
    Path password = directory.resolveSibling("postgres-password.unfinished");
    Files.deleteIfExists(password);
    writeSecret(password);
    // The collation is PostgreSQL's own, so that lists have one order on all machines.
    binaries.run(
        "initdb",
        List.of(
            "--pgdata=" + unfinished,
            "--username=" + OWNER,
            "--auth=scram-sha-256",
            "--pwfile=" + password,
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8"));
    Files.move(password, unfinished.resolve(PASSWORD_FILE));
    Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
  }

  Optional<Postmaster> postmaster() throws IOException {
    return Postmaster.of(directory);
  }

  /** The database at that port, for the owner alone: the service's login may not be there yet. */
  Database ownedAt(int port) throws IOException {
    Database.Login owner = login(OWNER, PASSWORD_FILE);
    return new Database(
        "jdbc:postgresql://%s:%d/postgres".formatted(LOOPBACK, port),
        owner,
        owner,
        directory.toString());
  }

  Database servedAt(int port) throws IOException {
    Database owned = ownedAt(port);
    return new Database(
        owned.url(), login(SERVICE, SERVICE_PASSWORD_FILE), owned.owner(), owned.place());
  }

  /**
   * Sees to it that the service has a login of its own, with few rights. Archives once had none.
   */
  void createServiceLogin(int port) throws IOException, SQLException {
    Path file = directory.resolve(SERVICE_PASSWORD_FILE);
    if (!Files.exists(file)) {
      Path unfinished = directory.resolve(SERVICE_PASSWORD_FILE + ".unfinished");
      Files.deleteIfExists(unfinished);
      writeSecret(unfinished);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
    Database owned = ownedAt(port);
    try (Connection connection = owned.connections(owned.owner()).getConnection();
        Statement statement = connection.createStatement()) {
      boolean there =
          statement.executeQuery("select 1 from pg_roles where rolname = '" + SERVICE + "'").next();
      // The password is of hexadecimal digits: nothing in it needs quoting.
      statement.execute(
          "%s role %s login password '%s'"
              .formatted(
                  there ? "alter" : "create",
                  SERVICE,
                  login(SERVICE, SERVICE_PASSWORD_FILE).password()));
    }
  }

  private Database.Login login(String name, String file) throws IOException {
    return new Database.Login(name, Files.readString(directory.resolve(file)).strip());
  }

  private static void writeSecret(Path file) throws IOException {
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, HexFormat.of().formatHex(secret));
  }
}
