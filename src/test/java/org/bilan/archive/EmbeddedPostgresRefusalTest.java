package org.bilan.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the embedded PostgreSQL from starting, found before any program of it runs. */
class EmbeddedPostgresRefusalTest {

  @TempDir Path directory;

  @Test
  void homeThatCannotBeWrittenTo() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    assertThatThrownBy(() -> EmbeddedPostgres.in(file))
        .hasMessageContaining(file.toString())
        .hasMessageContaining("cannot be written to")
        .hasMessageContaining("BILAN_HOME")
        .hasMessageContaining("DATABASE_URL");
  }

  @Test
  void homeInUse() throws IOException {
    try (FileLock claim = new BilanHome(directory).claim()) {
      assertThat(claim.isValid()).isTrue();
      assertThatThrownBy(() -> EmbeddedPostgres.in(directory))
          .hasMessageContaining(
              "Another Bilan (process " + ProcessHandle.current().pid() + ") already uses")
          .hasMessageContaining("BILAN_HOME")
          .hasMessageContaining("DATABASE_URL");
    }
  }

  @Test
  void dataOfAnotherMajorVersion() throws IOException {
    Path data = Files.createDirectories(directory.resolve("postgres"));
    Files.writeString(data.resolve("PG_VERSION"), "17\n");

    assertThatThrownBy(() -> EmbeddedPostgres.in(directory))
        .hasMessageContaining("was written by PostgreSQL 17")
        .hasMessageContaining("pg_dump");
  }

  @Test
  void directoryThatIsNoDatabase() throws IOException {
    Files.createDirectories(directory.resolve("postgres"));

    assertThatThrownBy(() -> EmbeddedPostgres.in(directory))
        .hasMessageContaining("is not a data directory of PostgreSQL, or is damaged");
  }
}
