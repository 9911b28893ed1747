package org.bilan.archive;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bilan.people.Secret;

/**
 * What a backup holds, so that it can be checked before anything is done with it. Sealed with the
 * archive's secret: whoever can write to backups alone cannot give himself a login by one.
 *
 * @param format {@link #FORMAT}
 * @param bilan the version that made it
 * @param schema the version of the tables
 * @param madeAt when, by that machine's clock
 * @param secretCheck what the table installation holds of the secret
 * @param ledger where the ledger ended
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BackupManifest(
    String format,
    String bilan,
    String schema,
    String madeAt,
    String secretCheck,
    LedgerEnd ledger,
    List<Table> tables,
    List<Sequence> sequences) {

  static final String FORMAT = "bilan-backup-1";

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Where the ledger ended.
   *
   * @param hash of the last entry, in hexadecimal digits
   * @param intact whether nothing was wrong with it
   */
  public record LedgerEnd(long number, String hash, boolean intact) {}

  /** A table's rows, as COPY writes them. */
  public record Table(String name, List<String> columns, long rows, long bytes, String sha256) {}

  /** The number that a sequence gives next. */
  public record Sequence(String name, long next) {}

  /** How many rows of a table there are; 0 if it is not here. */
  public long rows(String table) {
    return tables.stream().filter(it -> it.name.equals(table)).mapToLong(Table::rows).sum();
  }

  byte[] json() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one. Null when these bytes are none. */
  static BackupManifest read(byte[] json) {
    try {
      BackupManifest manifest = JSON.readValue(json, BackupManifest.class);
      return manifest == null || manifest.format == null || manifest.secretCheck == null
          ? null
          : manifest;
    } catch (IOException none) {
      return null;
    }
  }

  static String seal(byte[] json, Secret secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.derive("bilan-backup"), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(json));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
    }
  }

  static String check(Secret secret) {
    return HexFormat.of().formatHex(secret.derive(Installation.CHECK));
  }
}
