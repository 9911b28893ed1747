package org.bilan.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.bilan.people.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no backup, or no longer one, is refused before anything is done with it. */
@QuarkusTest
class BackupFileTest {

  @TempDir Path folder;

  private final CommandArchive archive = open();
  private Path backup;

  private static CommandArchive open() {
    try {
      return CommandArchive.open(
          name -> System.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.')));
    } catch (BackupRefused e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void make() throws Exception {
    backup = folder.resolve("bilan.zip");
    try (OutputStream out = Files.newOutputStream(backup)) {
      new Backup(archive).write(out, "1.2.3", (table, bytes) -> {});
    }
  }

  private void check(Path file) throws IOException, BackupRefused {
    BackupFile.checked(file, archive.secret(), (table, bytes) -> {}).close();
  }

  private void assertRefused(Path file, String... because) {
    assertThatThrownBy(() -> check(file))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContainingAll(because)
        .hasMessageContaining(file.toString());
  }

  @Test
  void holdsEveryTableThatTheMigrationsMake() throws Exception {
    check(backup);
    try (Connection connection = archive.owner().getConnection()) {
      assertThat(Tables.ALL)
          .containsExactlyInAnyOrderElementsOf(
              Jdbc.list(
                  connection,
                  row -> row.getString(1),
                  "select relname from pg_class where relnamespace = 'public'::regnamespace"
                      + " and relkind in ('r', 'p') and relname <> 'flyway_schema_history'"));
      assertThat(Tables.SEQUENCES)
          .containsExactlyInAnyOrderElementsOf(
              Jdbc.list(
                  connection,
                  row -> row.getString(1),
                  "select relname from pg_class where relnamespace = 'public'::regnamespace"
                      + " and relkind = 'S'"));
      assertThat(Tables.schema(connection)).isEqualTo(Migrations.newest());
    }
  }

  @Test
  void whatIsCutOffAnywhere() throws IOException {
    byte[] whole = Files.readAllBytes(backup);
    for (int length : new int[] {0, 1, 100, whole.length / 2, whole.length - 1}) {
      Path cut = folder.resolve("cut-" + length);
      Files.write(cut, Arrays.copyOf(whole, length));
      assertRefused(cut, "Use another copy of it, or another backup");
    }
  }

  @Test
  void whatHasOneBitTurned() throws Exception {
    byte[] whole = Files.readAllBytes(backup);
    int passed = 0;
    for (int i = 0; i < 60; i++) {
      byte[] turned = whole.clone();
      turned[(int) ((long) i * whole.length / 60)] ^= 4;
      Path file = folder.resolve("turned");
      Files.write(file, turned);
      try {
        check(file);
        passed++; // beside an entry, a time or a size that nobody reads: all hashes are right
      } catch (BackupRefused refused) {
        assertThat(refused).hasMessageContaining(file.toString());
      }
    }
    assertThat(passed).isLessThan(30);
  }

  @Test
  void anythingElse() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "No zip at all");
    assertRefused(text, "is no backup of Bilan, or was cut off");
    Path zip = folder.resolve("other.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("hello.txt"));
    }
    assertRefused(zip, "it has no manifest");
  }

  @Test
  void anArchiveWithAnotherSecret() {
    Secret other = Secret.of("another secret, of another archive, long enough");
    assertThatThrownBy(() -> BackupFile.checked(backup, other, (table, bytes) -> {}))
        .isInstanceOf(BackupRefused.class)
        .hasMessageStartingWith("BILAN_SECRET is not");
  }

  @Test
  void whatSomebodyHasChanged() throws IOException {
    Path planted = copy("planted", "tables/person.copy", "mallory\n", null);
    assertRefused(planted, "the table person is not as it was written");
    String manifest = read(Backup.MANIFEST).replace("\"1.2.3\"", "\"1.2.4\"");
    assertRefused(copy("manifest", Backup.MANIFEST, manifest, null), "not the one that was sealed");
    for (String name : new String[] {"../evil", "/etc/evil", "tables/evil.copy"}) {
      assertRefused(copy("more", "", "", name), "it also holds " + name);
    }
    String newer = read(Backup.MANIFEST).replace("bilan-backup-1", "bilan-backup-9");
    assertRefused(copy("newer", Backup.MANIFEST, newer, null), "bilan-backup-9", "(1.2.3)");
  }

  private String read(String name) throws IOException {
    try (ZipFile zip = new ZipFile(backup.toFile())) {
      return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes());
    }
  }

  /** The backup with one part replaced, and perhaps one more. */
  private Path copy(String as, String part, String content, String added) throws IOException {
    Path file = folder.resolve(as);
    try (ZipFile zip = new ZipFile(backup.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry entry : zip.stream().toList()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(
            entry.getName().equals(part)
                ? content.getBytes()
                : zip.getInputStream(entry).readAllBytes());
      }
      if (added != null) {
        out.putNextEntry(new ZipEntry(added));
      }
    }
    return file;
  }
}
