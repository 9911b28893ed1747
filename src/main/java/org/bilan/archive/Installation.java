package org.bilan.archive;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** With which secret an archive was begun, so that nobody goes on with another one. */
public class Installation {

  /** What to say when it is not. */
  public static final String OTHER_SECRET =
      "BILAN_SECRET is not the secret that this archive was begun with. Give it that one: its ledger"
          + " and pseudonyms are made with it.";

  /** For what the check is derived from the secret. */
  public static final String CHECK = "bilan-check";

  private final DataSource database;

  public Installation(DataSource database) {
    this.database = database;
  }

  /**
   * Whether this is the secret of the archive. The first one that is asked about becomes it.
   *
   * @param check derived from the secret; tells nothing of it
   */
  public boolean begunWith(byte[] check) {
    return Jdbc.transaction(
        database,
        connection -> {
          Jdbc.run(
              connection,
              "insert into installation (secret_check, begun_at) values (?, ?) on conflict do nothing",
              check,
              Instant.now());
          byte[] known = known(connection).orElseThrow();
          return MessageDigest.isEqual(known, check);
        });
  }

  /** The check of an archive's secret; empty when none has begun it yet. */
  static Optional<byte[]> known(Connection connection) throws SQLException {
    return Jdbc.first(
        connection, row -> row.getBytes("secret_check"), "select secret_check from installation");
  }
}
