package org.bilan.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {

  @TempDir Path data;

  @Test
  void isAbsentWithoutItsFile() throws IOException {
    assertThat(Postmaster.of(data)).isEmpty();
  }

  @Test
  void isAbsentOnceItsProcessHasEnded() throws Exception {
    Process ended = new ProcessBuilder(java(), "-version").redirectErrorStream(true).start();
    ended.getInputStream().readAllBytes();
    ended.waitFor();
    writePidFile(ended.pid());

    assertThat(Postmaster.of(data)).isEmpty();
  }

  @Test
  void isRecognisedAsAnotherProgramWhenItsNumberWasGivenAway() throws IOException {
    writePidFile(ProcessHandle.current().pid()); // this is Java, not PostgreSQL

    Postmaster postmaster = Postmaster.of(data).orElseThrow();

    assertThat(postmaster.port()).isEqualTo(54321);
    assertThat(postmaster.program()).isEqualTo(Postmaster.Program.ANOTHER);
  }

  @Test
  void hasNoPortInTheFirstMomentsOfAStart() throws IOException {
    Files.writeString(data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n/data\n");

    assertThat(Postmaster.of(data).orElseThrow().port()).isZero();
  }

  @Test
  void isAbsentWhileItsFileIsEmpty() throws IOException {
    Files.createFile(data.resolve("postmaster.pid"));

    assertThat(Postmaster.of(data)).isEmpty();
  }

  private void writePidFile(long pid) throws IOException {
    Files.writeString(
        data.resolve("postmaster.pid"), pid + "\n/data\n1795358760\n54321\n\n127.0.0.1\n");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
