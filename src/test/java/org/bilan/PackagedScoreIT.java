package org.bilan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands in a JVM of their own, as people run and interrupt them. */
class PackagedScoreIT {

  private static final Path SEED = Path.of("seeds/amasrakad.json");

  @TempDir private Path folder;

  @Test
  void anInterruptedScoreLeavesTheFileAsItWas() throws Exception {
    Path out = Files.writeString(folder.resolve("out.jsonl"), "what was there");
    String line = Files.readString(SEED).replaceAll("\\R", " ") + "\n";
    Process process = start("score", "--format", "jsonl", "--out", out.toString(), "-");
    try (OutputStream in = process.getOutputStream()) {
      in.write(line.repeat(20).getBytes(StandardCharsets.UTF_8));
      in.flush();
      awaitPart();
      // SIGTERM; Ctrl-C's SIGINT takes the same way, but is ignored where a shell says so.
      process.destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(process.exitValue()).isEqualTo(143);
    assertThat(out).hasContent("what was there");
    assertThat(names()).containsExactly("out.jsonl");
  }

  /** As a shell does it: redirected to a file, to what is full, and to who reads one line. */
  @Test
  void outputGoesWhereAShellSendsIt() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "there is no device that is full");
    for (String command : new String[] {"score " + SEED, "check", "--help"}) {
      assertThat(shell(command + " > /dev/full")).isEqualTo(1);
    }
    Path out = folder.resolve("out");
    String twice = "score --format jsonl --out /dev/stdout " + SEED;
    assertThat(shell(twice + " > " + out)).isZero();
    assertThat(out).content().startsWith("{\"incident\":").hasLineCount(1);
    assertThat(shell(twice + " >> " + out)).isZero();
    assertThat(out).content().hasLineCount(2);
    assertThat(Path.of("/dev/stdout")).isSymbolicLink();
    assertThat(shell("score " + SEED + " | head -1 > " + out)).isZero();
    assertThat(out).content().hasLineCount(1);
  }

  private int shell(String command) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String line =
        "%s %s -jar %s %s"
            .formatted(
                java, PackagedServer.ONE_COMPILER, System.getProperty("bilan.it.jar"), command);
    Process process = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }

  @Test
  void aTakenPortIsTold() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = String.valueOf(taken.getLocalPort());
      Process process = start("serve", "--port", port);
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).isEqualTo(1);
      assertThat(output)
          .contains("Bilan cannot start. Port " + port + " is taken")
          .doesNotContain("\tat ", "Exception");
    }
  }

  private void awaitPart() throws Exception {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (names().size() < 2) {
      assertThat(System.nanoTime()).isLessThan(giveUp);
      Thread.sleep(20);
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(PackagedServer.ONE_COMPILER);
    command.addAll(List.of("-jar", System.getProperty("bilan.it.jar")));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.matches("(DATABASE|BILAN|QUARKUS)_.*"));
    builder.environment().put("BILAN_HOME", folder.resolve("home").toString());
    return builder.start();
  }
}
