package org.bilan.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a worker does not happen to whoever asks it. */
class WorkerTest {

  @TempDir static Path folder;
  private static Path good;
  private static Path long117Megapixels;

  @BeforeAll
  static void files() throws IOException {
    good = Files.write(folder.resolve("good"), Drawn.jpeg(300, 200));
    long117Megapixels =
        Files.write(folder.resolve("long"), HostileBombs.png(10_800, 10_800, 10_801L * 10_800));
  }

  private static Limits limits(Duration deadline, int waiting) {
    Limits limits = Limits.DEFAULTS;
    return new Limits(
        limits.bytes(), limits.pixels(), limits.side(), limits.frames(), deadline, 1, waiting);
  }

  private static List<ProcessHandle> workers() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains(WorkerMain.class.getName()))
        .toList();
  }

  /** Examines in another thread, and waits until the worker has been asked. */
  private CompletableFuture<Examined> asked(Examiner examiner, Path file) throws Exception {
    AtomicReference<Thread> thread = new AtomicReference<>();
    CompletableFuture<Examined> examined =
        CompletableFuture.supplyAsync(
            () -> {
              thread.set(Thread.currentThread());
              try {
                return examiner.examine(file);
              } catch (RefusedFile | IOException e) {
                throw new IllegalStateException(e);
              }
            });
    while (!examined.isDone()
        && (thread.get() == null
            || Arrays.stream(thread.get().getStackTrace())
                .noneMatch(
                    frame ->
                        frame.getClassName().equals(Worker.class.getName())
                            && frame.getMethodName().equals("answer")))) {
      Thread.sleep(1);
    }
    return examined;
  }

  @Test
  void aWorkerThatIsKilledIsReplaced() throws Exception {
    try (Examiner examiner = new Examiner(Limits.DEFAULTS)) {
      examiner.examine(good);
      CompletableFuture<Examined> examined = asked(examiner, long117Megapixels);
      workers().forEach(ProcessHandle::destroyForcibly);
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(examined::get)
          .havingRootCause()
          .isInstanceOfSatisfying(
              RefusedFile.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.TOO_COSTLY));
      assertThat(examiner.lost()).isEqualTo(1);
      assertThat(examiner.examine(good).examination().width()).isEqualTo(300);
    }
  }

  @Test
  void aWorkerThatDiedWhileItWaitedIsReplacedUnnoticed() throws Exception {
    try (Examiner examiner = new Examiner(Limits.DEFAULTS)) {
      examiner.examine(good);
      for (ProcessHandle worker : workers()) {
        worker.destroyForcibly();
        worker.onExit().get();
      }
      assertThat(examiner.examine(good).examination().width()).isEqualTo(300);
      assertThat(examiner.lost()).isZero();
    }
  }

  @Test
  void whatTakesTooLongIsEnded() throws Exception {
    try (Examiner examiner = new Examiner(limits(Duration.ofMillis(1), 0))) {
      assertThatExceptionOfType(RefusedFile.class)
          .isThrownBy(() -> examiner.examine(long117Megapixels))
          .satisfies(e -> assertThat(e.code()).isEqualTo("file.too-costly"));
      assertThat(examiner.lost()).isEqualTo(1);
    }
  }

  @Test
  void whoComesWhenTooManyWaitIsRefusedAtOnce() throws Exception {
    try (Examiner examiner = new Examiner(limits(Duration.ofSeconds(20), 0))) {
      CompletableFuture<Examined> examined = asked(examiner, long117Megapixels);
      assertThatExceptionOfType(TooManyWaiting.class).isThrownBy(() -> examiner.examine(good));
      assertThat(examined.get().examination().width()).isEqualTo(10_800);
      assertThat(examiner.examine(good).examination().width()).isEqualTo(300);
    }
  }

  @Test
  void ofTheEnvironmentOnlyTheLocaleReachesAWorkerAndOnlyWhatItNeedsIsOnItsPath() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/environ")), "only Linux tells");
    assertThat(System.getenv()).containsKey("PATH");
    try (Examiner examiner = new Examiner(Limits.DEFAULTS)) {
      examiner.examine(good);
      ProcessHandle worker = workers().get(0);
      String environment = Files.readString(Path.of("/proc/" + worker.pid() + "/environ"));
      assertThat(environment.split("\0"))
          .allMatch(variable -> variable.isEmpty() || variable.matches("(LANG|LC_[A-Z]+)=.*"));
      assertThat(Files.readString(Path.of("/proc/" + worker.pid() + "/cmdline")))
          .contains("-Xmx384m")
          .doesNotContain("quarkus", "postgres", "good");
    }
  }

  @Test
  void workersEndWithTheExaminer() throws Exception {
    Examiner examiner = new Examiner(Limits.DEFAULTS);
    examiner.examine(good);
    List<ProcessHandle> workers = workers();
    CompletableFuture<Examined> examined = asked(examiner, long117Megapixels);
    examiner.close();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(examined::get)
        .withCauseInstanceOf(IllegalStateException.class);
    assertThat(workers).hasSize(1);
    for (ProcessHandle worker : workers) {
      worker.onExit().get();
    }
    assertThat(workers()).isEmpty();
  }

  @Test
  void aFileOfTooManyBytesReachesNoWorker() throws Exception {
    Limits limits = Limits.DEFAULTS;
    try (Examiner examiner =
        new Examiner(
            new Limits(
                100, limits.pixels(), limits.side(), limits.frames(), limits.deadline(), 1, 1))) {
      assertThatExceptionOfType(RefusedFile.class)
          .isThrownBy(() -> examiner.examine(good))
          .satisfies(e -> assertThat(e.refusal()).isEqualTo(Refusal.TOO_MANY_BYTES));
      assertThat(workers()).isEmpty();
    }
  }

  @Test
  void aFileThatFailsWhileItIsReadLeavesNoHalfRequestBehind() throws Exception {
    // A folder can be opened and has a size, but its content cannot be read.
    Path unreadable = Files.createDirectory(folder.resolve("folder"));
    Files.createFile(unreadable.resolve("so that it has a size everywhere"));
    try (Examiner examiner = new Examiner(Limits.DEFAULTS)) {
      Examination before = examiner.examine(good).examination();
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> examiner.examine(unreadable));
      assertThat(workers()).isEmpty();
      assertThat(examiner.examine(good).examination()).isEqualTo(before);
      assertThat(examiner.lost()).isZero();
    }
  }

  @Test
  void aMissingFileIsNoRefusal() {
    try (Examiner examiner = new Examiner(Limits.DEFAULTS)) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> examiner.examine(folder.resolve("none")));
    }
  }
}
