package org.bilan.archive;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.codec.digest.DigestUtils;
import org.bilan.people.Secret;

/** A backup that was read to its end and found to be what its manifest says. */
public final class BackupFile implements Closeable {

  private static final int LONGEST_MANIFEST = 1 << 20;

  private final Path path;
  private final ZipFile zip;
  private final BackupManifest manifest;

  private BackupFile(Path path, ZipFile zip, BackupManifest manifest) {
    this.path = path;
    this.zip = zip;
    this.manifest = manifest;
  }

  /**
   * Opens a backup and checks all of it; changes nothing anywhere.
   *
   * @param secret of the archive that was backed up
   */
  public static BackupFile checked(Path path, Secret secret, Backup.Progress progress)
      throws IOException, BackupRefused {
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (ZipException damaged) {
      throw new BackupRefused(
          "%s is no backup of Bilan, or was cut off (%s). Use another copy of it, or another backup.",
          path, damaged.getMessage());
    }
    try {
      BackupFile file = new BackupFile(path, zip, manifest(path, zip, secret));
      file.checkNames();
      for (BackupManifest.Table table : file.manifest.tables()) {
        try (InputStream in = file.table(table, progress)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
      return file;
    } catch (BackupRefused | RuntimeException refused) {
      zip.close();
      throw refused;
    } catch (IOException damaged) {
      zip.close();
      throw damaged(path, damaged.getMessage());
    }
  }

  private static BackupManifest manifest(Path path, ZipFile zip, Secret secret)
      throws IOException, BackupRefused {
    byte[] json = read(zip, Backup.MANIFEST);
    BackupManifest manifest = json == null ? null : BackupManifest.read(json);
    if (manifest == null) {
      throw new BackupRefused(
          "%s is no backup of Bilan: it has no manifest. Name a file that bilan backup has made.",
          path);
    }
    if (!manifest.format().equals(BackupManifest.FORMAT)) {
      throw new BackupRefused(
          "%s has the form %s; this Bilan reads %s. Restore it with the Bilan that made it (%s).",
          path, manifest.format(), BackupManifest.FORMAT, manifest.bilan());
    }
    if (!manifest.secretCheck().equals(BackupManifest.check(secret))) {
      throw new BackupRefused(
          "BILAN_SECRET is not the secret of the archive that was backed up in %s. Give it that one,"
              + " or copy the file secret of that archive's home into this one's: its ledger and"
              + " pseudonyms are made with it.",
          path);
    }
    byte[] seal = read(zip, Backup.SEAL);
    if (seal == null
        || !MessageDigest.isEqual(
            seal,
            BackupManifest.seal(json, secret)
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII))) {
      throw damaged(path, "its manifest is not the one that was sealed");
    }
    return manifest;
  }

  /** Nothing else is in it, and nothing twice. Names are compared, never used as paths. */
  private void checkNames() throws BackupRefused {
    Set<String> due = new HashSet<>(List.of(Backup.MANIFEST, Backup.SEAL));
    manifest.tables().forEach(table -> due.add(Backup.entry(table.name())));
    List<String> found = zip.stream().map(ZipEntry::getName).toList();
    for (String name : found) {
      if (!due.contains(name)) {
        throw damaged(path, "it also holds " + name.replaceAll("\\p{Cntrl}", " "));
      }
    }
    if (found.size() != due.size() || new HashSet<>(found).size() != due.size()) {
      throw damaged(path, "a part is missing, or there twice");
    }
  }

  public BackupManifest manifest() {
    return manifest;
  }

  Path path() {
    return path;
  }

  /** The rows of a table; reading to the end fails if they are not those of the manifest. */
  InputStream table(BackupManifest.Table table, Backup.Progress progress) throws IOException {
    ZipEntry entry = zip.getEntry(Backup.entry(table.name()));
    return new Checked(zip.getInputStream(entry), table, progress, DigestUtils.getSha256Digest());
  }

  private static byte[] read(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return null;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes(LONGEST_MANIFEST);
    }
  }

  private static BackupRefused damaged(Path path, String how) {
    return new BackupRefused(
        "%s is damaged or was altered: %s. Use another copy of it, or another backup.", path, how);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static final class Checked extends FilterInputStream {
    private final BackupManifest.Table table;
    private final Backup.Progress progress;
    private final MessageDigest digest;
    private long bytes;
    private boolean ended;

    Checked(
        InputStream in,
        BackupManifest.Table table,
        Backup.Progress progress,
        MessageDigest digest) {
      super(new DigestInputStream(in, digest));
      this.table = table;
      this.progress = progress;
      this.digest = digest;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      if (read > 0) {
        bytes += read;
        progress.at(table.name(), bytes);
      }
      // A few bytes may be packed so that they fill a disk: no more than were told of are read.
      boolean wrong = bytes > table.bytes();
      if (read < 0 && !ended) {
        ended = true;
        wrong |=
            bytes != table.bytes()
                || !HexFormat.of().formatHex(digest.digest()).equals(table.sha256());
      }
      if (wrong) {
        throw new IOException("the table " + table.name() + " is not as it was written");
      }
      return read;
    }
  }
}
