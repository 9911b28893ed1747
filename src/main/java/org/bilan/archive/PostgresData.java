package org.bilan.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The data directory of the embedded PostgreSQL. A copy of it, made while it rests, is a backup.
 */
record PostgresData(Path directory) {

  static final String LOOPBACK = "127.0.0.1";
  private static final String MAJOR_VERSION = "18";
  private static final String USER = "bilan";
  // Inside the directory, so that a copy of that is complete.
  private static final String PASSWORD_FILE = "bilan-password";

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
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    Path password = directory.resolveSibling("postgres-password.unfinished");
    Files.deleteIfExists(password);
    Files.createFile(
        password,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(password, HexFormat.of().formatHex(secret));
    // The collation is PostgreSQL's own, so that lists have one order on all machines.
    binaries.run(
        "initdb",
        List.of(
            "--pgdata=" + unfinished,
            "--username=" + USER,
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

  Database servedAt(int port) throws IOException {
    return new Database(
        "jdbc:postgresql://%s:%d/postgres".formatted(LOOPBACK, port),
        USER,
        Files.readString(directory.resolve(PASSWORD_FILE)).strip(),
        directory.toString());
  }
}
