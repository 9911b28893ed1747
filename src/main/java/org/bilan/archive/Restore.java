package org.bilan.archive;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bilan.ledger.Action;
import org.bilan.ledger.Actor;
import org.bilan.ledger.Bytes;
import org.bilan.ledger.Deed;
import org.bilan.ledger.Head;
import org.bilan.ledger.Verification;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Puts a backup into an archive, in one transaction: all of it, found to be as it was, or nothing.
 * What a service wrote when it first started there (its first login, which rules it judges by) is
 * replaced; what people did there is not, unless they say so.
 */
public final class Restore {

  /** What leaves an archive as it was. */
  private static final String HARMLESS = "('logged-in', 'logged-out', 'login-slowed', 'backed-up')";

  private final CommandArchive archive;
  private final BackupFile file;

  public Restore(CommandArchive archive, BackupFile file) {
    this.archive = archive;
    this.file = file;
  }

  /**
   * Restores.
   *
   * @param force also replaces an archive that is not empty
   */
  public void run(boolean force, Actor actor, Backup.Progress progress)
      throws IOException, BackupRefused {
    BackupManifest manifest = file.manifest();
    if (!manifest.schema().equals(Migrations.newest())) {
      throw new BackupRefused(
          "%s holds tables of version %s; this Bilan has version %s. Restore it with the Bilan that"
              + " made it (%s), and start this one afterwards: it brings them up to date.",
          file.path(), manifest.schema(), Migrations.newest(), manifest.bilan());
    }
    try (Connection connection = archive.owner().getConnection()) {
      if (Tables.exist(connection)) {
        checkTarget(connection, force); // before the migrations change anything
      }
      try {
        Migrations.run(archive.database());
      } catch (FlywayException refused) {
        throw new BackupRefused(
            "The tables in %s cannot be made: %s", archive.place(), refused.getMessage());
      }
      connection.setAutoCommit(false);
      load(connection, force, actor, progress);
    } catch (SQLException failure) {
      throw new ArchiveFailure(failure);
    }
  }

  private void checkTarget(Connection connection, boolean force)
      throws SQLException, BackupRefused {
    Optional<byte[]> known = Installation.known(connection);
    if (known.isPresent()
        && !Bytes.of(known.get()).toString().equals(file.manifest().secretCheck())) {
      throw new BackupRefused(
          "The archive in %s was begun with another secret than the one in %s. Restore into a new"
              + " BILAN_HOME that holds that file secret, or into an empty database.",
          archive.place(), file.path());
    }
    boolean used =
        Jdbc.first(
                connection,
                row -> row.getBoolean(1),
                "select exists (select 1 from dossier) or exists (select 1 from ledger"
                    + " where means <> ? and action not in "
                    + HARMLESS
                    + ")",
                Actor.SERVICE.means())
            .orElseThrow();
    if ((used || typed(connection)) && !force) {
      throw new BackupRefused(
          "The archive in %s is not empty. Restore into a new BILAN_HOME or an empty database; or"
              + " make a backup of this one, and add --force: then all of it is replaced, its ledger"
              + " too.",
          archive.place());
    }
  }

  /** Whether there is what people keep for themselves: the ledger does not tell of it. */
  private static boolean typed(Connection connection) throws SQLException {
    for (String table : List.of("dossier_draft", "saved_view")) {
      // An archive that has not been brought up to date yet lacks them.
      boolean any =
          Jdbc.first(
                      connection,
                      row -> row.getBoolean(1),
                      "select to_regclass(?) is not null",
                      table)
                  .orElseThrow()
              && Jdbc.first(
                      connection,
                      row -> row.getBoolean(1),
                      "select exists (select 1 from " + table + ")")
                  .orElseThrow();
      if (any) {
        return true;
      }
    }
    return false;
  }

  private void load(Connection connection, boolean force, Actor actor, Backup.Progress progress)
      throws SQLException, IOException, BackupRefused {
    BackupManifest manifest = file.manifest();
    Jdbc.run(connection, "set local lock_timeout = '30s'");
    Jdbc.run(connection, "set local statement_timeout = 0");
    Jdbc.run(connection, "lock table " + String.join(", ", Tables.ALL));
    checkTarget(connection, force); // again, now that nobody else can write
    Jdbc.run(connection, "alter table ledger disable trigger ledger_append_only");
    Jdbc.run(connection, "truncate " + String.join(", ", Tables.ALL));
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    for (String name : Tables.ALL) {
      BackupManifest.Table table =
          manifest.tables().stream()
              .filter(it -> it.name().equals(name))
              .findFirst()
              .orElseThrow(() -> wrong("it has no table " + name));
      List<String> columns = Tables.columns(connection, name);
      if (!columns.equals(table.columns())) {
        throw wrong("its table %s has the columns %s".formatted(name, table.columns()));
      }
      try (InputStream in = file.table(table, progress)) {
        copy.copyIn("copy %s (%s) from stdin".formatted(name, String.join(", ", columns)), in);
      }
    }
    for (BackupManifest.Sequence sequence : manifest.sequences()) {
      if (Tables.SEQUENCES.contains(sequence.name())) {
        Jdbc.run(
            connection,
            "alter sequence %s restart with %d".formatted(sequence.name(), sequence.next()));
      }
    }
    Jdbc.run(connection, "alter table ledger enable trigger ledger_append_only");
    compare(connection);
    archive
        .ledger()
        .append(
            connection,
            actor,
            Deed.of(
                Action.RESTORED,
                "backup",
                manifest.madeAt(),
                Map.of(
                    "ledger", String.valueOf(manifest.ledger().number()),
                    "dossiers", String.valueOf(manifest.rows("dossier")))));
    connection.commit();
  }

  private void compare(Connection connection) throws SQLException, BackupRefused {
    BackupManifest manifest = file.manifest();
    for (BackupManifest.Table table : manifest.tables()) {
      long rows =
          Jdbc.first(connection, row -> row.getLong(1), "select count(*) from " + table.name())
              .orElseThrow();
      if (rows != table.rows()) {
        throw wrong("the table %s has %d rows, not %d".formatted(table.name(), rows, table.rows()));
      }
    }
    BackupManifest.LedgerEnd end = manifest.ledger();
    Head expected =
        new Head(end.number(), Bytes.of(java.util.HexFormat.of().parseHex(end.hash())), null);
    Verification.Result ledger = Ledger.verify(connection, archive.chain(), Optional.of(expected));
    boolean same = ledger.number() == end.number() && ledger.hash().equals(expected.hash());
    if (!same || ledger.intact() != end.intact()) {
      throw wrong("its ledger is not the one that was backed up");
    }
  }

  private BackupRefused wrong(String how) {
    return new BackupRefused("%s was not restored, nothing has changed: %s.", file.path(), how);
  }
}
