package org.bilan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bilan.dossier.Documents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the assessments go: standard output, files, links and pipes. */
class ScoreOutputTest {

  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  @TempDir private Path folder;

  private String input;

  @BeforeEach
  void write() throws IOException {
    input = Files.writeString(folder.resolve("in.json"), Documents.small().toString()).toString();
  }

  @Test
  void aFullDiskIsTold() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "there is no device that is full");
    for (String format : new String[] {"table", "jsonl"}) {
      try (OutputStream out = Files.newOutputStream(full)) {
        Cli run =
            Cli.run(new byte[0], CheckedPrint.to(out, true), "score", "--format", format, input);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
            .startsWith("Stopped: standard output cannot be written to: ")
            .doesNotContain("perhaps", "Exception")
            .hasLineCount(1);
      }
    }
    for (String command : new String[] {"check", "--help"}) {
      try (OutputStream out = Files.newOutputStream(full)) {
        Cli run = Cli.run(new byte[0], CheckedPrint.to(out, true), command);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
            .startsWith("Stopped: standard output cannot be written to: ")
            .hasLineCount(1);
      }
    }
    Cli run = Cli.run("score", "--out", full.toString(), input);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("Stopped: /dev/full cannot be written to: ");
  }

  @Test
  void anOutputThatDoesNotSayWhyItFailsIsToldAsWell() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("broken");
          }
        };
    Cli run = Cli.run(new byte[0], new PrintStream(broken), "score", input);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("standard output cannot be written to: perhaps the disk is full");
  }

  @Test
  void whereNobodyReadsOnItEndsQuietly() throws IOException {
    Pipe pipe = Pipe.open();
    pipe.source().close();
    try (OutputStream out = Channels.newOutputStream(pipe.sink())) {
      Cli run = Cli.run(new byte[0], CheckedPrint.to(out, true), "score", input, input);
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void aPipeWithoutANameIsWrittenTo() throws IOException {
    assumeTrue(Files.isDirectory(DESCRIPTORS), "descriptors have no paths");
    // Not by number: that of the listing's own descriptor is used again.
    Set<String> before = descriptors().stream().map(d -> links(d)).collect(Collectors.toSet());
    Pipe pipe = Pipe.open();
    Path end =
        descriptors().stream()
            .filter(d -> !before.contains(links(d)) && links(d).startsWith("pipe:"))
            .findFirst()
            .orElseThrow();
    Path link = Files.createSymbolicLink(folder.resolve("stdout"), end);
    try (Pipe.SourceChannel source = pipe.source()) {
      Cli run = Cli.run("score", "--format", "jsonl", "--out", link.toString(), input);
      assertThat(run.err()).isEmpty();
      assertThat(run.code()).isZero();
      pipe.sink().close();
      assertThat(Channels.newInputStream(source).readAllBytes())
          .isEqualTo(Cli.run("score", "--format", "jsonl", input).out());
    }
  }

  /** As {@code score --out /dev/stdout > FILE} opens it: others write there too. */
  @Test
  void anOpenFileIsWrittenOnAndNeverReplaced() throws IOException {
    assumeTrue(Files.isDirectory(DESCRIPTORS), "descriptors have no paths");
    Path file = Files.writeString(folder.resolve("opened"), "before\n");
    try (OutputStream opened = new FileOutputStream(file.toFile(), true)) {
      Path descriptor =
          descriptors().stream()
              .filter(d -> links(d).equals(file.toString()))
              .findFirst()
              .orElseThrow();
      Path link = Files.createSymbolicLink(folder.resolve("stdout"), descriptor);
      assertThat(score(link)).isZero();
      opened.write("after\n".getBytes(StandardCharsets.UTF_8));
      assertThat(file).content().matches("before\n\\{\"incident\":.*}\nafter\n");
      Files.delete(file);
      assertThat(score(link)).isZero();
      assertThat(link).isSymbolicLink();
    }
  }

  @Test
  void aFileKeepsItsPermissions() throws IOException {
    for (String mode : new String[] {"rw-------", "rw-rw-rw-"}) {
      Path out = Files.writeString(folder.resolve(mode), "what was there");
      Files.setPosixFilePermissions(out, PosixFilePermissions.fromString(mode));
      assertThat(score(out)).isZero();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out))).isEqualTo(mode);
      assertThat(out).content().startsWith("{\"incident\":");
    }
  }

  @Test
  void whatReplacesASecretIsSecretWhileItIsWritten() throws IOException {
    Path out = Files.writeString(folder.resolve("secret"), "what was there");
    Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rw-------"));
    Set<String> modes = new HashSet<>();
    new OutputFile(out)
        .write(
            print -> {
              try (Stream<Path> files = Files.list(folder)) {
                for (Path part : files.filter(f -> f.toString().endsWith(".part")).toList()) {
                  modes.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(part)));
                }
              }
            });
    assertThat(modes).containsExactly("rw-------");
  }

  @Test
  void aLinkToAFileThatIsNotThereYetIsFollowed() throws IOException {
    Path sub = Files.createDirectory(folder.resolve("sub"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("sub/second"));
    Path second = Files.createSymbolicLink(sub.resolve("second"), Path.of("new"));
    assertThat(score(link)).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(second).isSymbolicLink();
    assertThat(sub.resolve("new")).isRegularFile();
  }

  @Test
  void aLinkThatLeadsNowhereIsWrongUse() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere/new"));
    Cli run = Cli.run("score", "--out", link.toString(), input);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("there is no folder " + folder.resolve("nowhere"));
    Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
    Cli round = Cli.run("score", "--out", circle.toString(), input);
    assertThat(round.code()).isEqualTo(2);
    assertThat(round.err()).contains("its links lead in a circle");
    assertThat(circle).isSymbolicLink();
  }

  @Test
  void doesNotReplaceWhatItReads() throws IOException {
    String before = Files.readString(Path.of(input));
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("in.json"));
    String dotted = folder.resolve("./in.json").toString();
    for (String out : new String[] {input, link.toString(), dotted}) {
      Cli run = Cli.run("score", "--out", out, "seeds/mahou.json", input);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err())
          .startsWith("Cannot write " + out + ": it would replace the input " + input);
    }
    assertThat(Files.readString(Path.of(input))).isEqualTo(before);
    assertThat(score(Path.of("/dev/null"))).isZero();
  }

  private int score(Path out) {
    return Cli.run("score", "--format", "jsonl", "--out", out.toString(), input).code();
  }

  private static Set<Path> descriptors() throws IOException {
    try (Stream<Path> open = Files.list(DESCRIPTORS)) {
      return open.collect(Collectors.toSet());
    }
  }

  private static String links(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
