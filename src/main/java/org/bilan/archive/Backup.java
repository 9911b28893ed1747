package org.bilan.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.bilan.ledger.Action;
import org.bilan.ledger.Actor;
import org.bilan.ledger.Deed;
import org.bilan.ledger.Verification;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Copies an archive into a file, as of one moment: whatever is written meanwhile is not in it. The
 * file is a zip of one text for each table, as PostgreSQL's COPY writes it, and a manifest.
 */
public final class Backup {

  static final String MANIFEST = "manifest.json";
  static final String SEAL = "manifest.seal";

  private final CommandArchive archive;

  public Backup(CommandArchive archive) {
    this.archive = archive;
  }

  /** Is told how far the work has come. */
  public interface Progress {
    void at(String table, long bytes);
  }

  static String entry(String table) {
    return "tables/" + table + ".copy";
  }

  /**
   * Writes all of the archive.
   *
   * @param version of this Bilan
   * @param out is not closed
   */
  public BackupManifest write(OutputStream out, String version, Progress progress)
      throws IOException, BackupRefused {
    try (Connection connection = archive.owner().getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      if (!Tables.exist(connection)) {
        throw new BackupRefused(
            "There is no archive in %s yet. The service makes it when it starts.", archive.place());
      }
      ZipOutputStream zip = new ZipOutputStream(out);
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      List<BackupManifest.Table> tables = new ArrayList<>();
      for (String table : Tables.ALL) {
        List<String> columns = Tables.columns(connection, table);
        zip.putNextEntry(new ZipEntry(entry(table)));
        Counted counted = new Counted(zip, table, progress);
        long rows =
            copy.copyOut(
                "copy %s (%s) to stdout".formatted(table, String.join(", ", columns)), counted);
        zip.closeEntry();
        tables.add(new BackupManifest.Table(table, columns, rows, counted.bytes, counted.sha256()));
      }
      // Sequences do not stay behind with the snapshot: they may be ahead of it, which does no
      // harm.
      List<BackupManifest.Sequence> sequences = new ArrayList<>();
      for (String sequence : Tables.SEQUENCES) {
        sequences.add(new BackupManifest.Sequence(sequence, Tables.next(connection, sequence)));
      }
      Verification.Result ledger = Ledger.verify(connection, archive.chain(), Optional.empty());
      BackupManifest manifest =
          new BackupManifest(
              BackupManifest.FORMAT,
              version,
              Tables.schema(connection),
              Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
              BackupManifest.check(archive.secret()),
              new BackupManifest.LedgerEnd(
                  ledger.number(), ledger.hash().toString(), ledger.intact()),
              tables,
              sequences);
      checkSecret(connection);
      connection.rollback();
      byte[] json = manifest.json();
      put(zip, MANIFEST, json);
      put(
          zip,
          SEAL,
          BackupManifest.seal(json, archive.secret()).getBytes(StandardCharsets.US_ASCII));
      zip.finish();
      return manifest;
    } catch (SQLException failure) {
      throw new ArchiveFailure(failure);
    }
  }

  /**
   * Notes in the ledger that a backup was taken: after the moment of which it is, before the file
   * has its name, so that there is none that left no trace.
   *
   * @param sha256 of the file
   */
  public void trace(BackupManifest manifest, String sha256, Actor actor) {
    archive
        .ledger()
        .append(
            actor,
            Deed.of(
                Action.BACKED_UP,
                "backup",
                sha256,
                Map.of(
                    "ledger", String.valueOf(manifest.ledger().number()),
                    "dossiers", String.valueOf(manifest.rows("dossier")))));
  }

  /** Sealed with another one, it could never be restored. */
  private void checkSecret(Connection connection) throws SQLException, BackupRefused {
    Optional<byte[]> known = Installation.known(connection);
    if (known.isPresent()
        && !HexFormat.of().formatHex(known.get()).equals(BackupManifest.check(archive.secret()))) {
      throw new BackupRefused(
          "BILAN_SECRET is not the secret that this archive was begun with. Give it that one.");
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  /** Counts and hashes what passes; closing it closes nothing. */
  private static final class Counted extends FilterOutputStream {
    private final MessageDigest digest;
    private final String table;
    private final Progress progress;
    private long bytes;

    Counted(OutputStream out, String table, Progress progress) {
      this(out, table, progress, DigestUtils.getSha256Digest());
    }

    private Counted(OutputStream out, String table, Progress progress, MessageDigest digest) {
      super(new DigestOutputStream(out, digest));
      this.digest = digest;
      this.table = table;
      this.progress = progress;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
      out.write(some, from, length);
      bytes += length;
      progress.at(table, bytes);
    }

    @Override
    public void close() {}

    String sha256() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
