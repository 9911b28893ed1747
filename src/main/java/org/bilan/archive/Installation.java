package org.bilan.archive;

import java.security.MessageDigest;
import java.time.Instant;
import javax.sql.DataSource;

/** With which secret an archive was begun, so that nobody goes on with another one. */
public class Installation {

  /** What to say when it is not. */
  public static final String OTHER_SECRET =
      "BILAN_SECRET is not the secret that this archive was begun with. Give it that one: its ledger"
          + " and pseudonyms are made with it.";

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
          byte[] known =
              Jdbc.first(
                      connection,
                      row -> row.getBytes("secret_check"),
                      "select secret_check from installation")
                  .orElseThrow();
          return MessageDigest.isEqual(known, check);
        });
  }
}
