package org.bilan.examination;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A JVM that examines files, from this side. Used by one thread at a time. */
final class Worker implements AutoCloseable {

  /** Java's heap holds a file, a copy of its parts and 16 million pixels. */
  private static final String HEAP = "-Xmx384m";

  /** What native decoders forget to free goes with it. */
  private static final int MOST_FILES = 1000;

  private static final Set<String> LOCALE = Set.of("LANG", "LC_ALL", "LC_CTYPE");

  private static final Duration START = Duration.ofSeconds(60);

  private static final int SHOWN = 500;

  /** The worker is no more. */
  static final class Lost extends Exception {

    private static final long serialVersionUID = 1L;

    Lost(IOException cause) {
      super(cause);
    }
  }

  private final Process process;
  private final DataOutputStream to;
  private final InputStream from;
  private final ScheduledExecutorService deadlines;
  private int files;
  private volatile boolean closed;

  /**
   * Starts one.
   *
   * @throws IllegalStateException when it does not start
   */
  Worker(ScheduledExecutorService deadlines) {
    this.deadlines = deadlines;
    ProcessBuilder builder = new ProcessBuilder(command());
    // Neither secrets nor options of this process reach it, only how paths are spelt.
    builder.environment().keySet().retainAll(LOCALE);
    builder.directory(new File(System.getProperty("java.io.tmpdir")));
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new IllegalStateException("No JVM for pictures can be started", e);
    }
    to = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    from = new BufferedInputStream(process.getInputStream());
    ready();
  }

  private static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        HEAP,
        "-XX:MaxMetaspaceSize=128m",
        "-XX:ReservedCodeCacheSize=64m",
        "-XX:MaxDirectMemorySize=16m",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "-XX:-UsePerfData",
        // Neither dumps nor reports of a crash: they would hold the picture.
        "-XX:-CreateCoredumpOnCrash",
        "-XX:+SuppressFatalErrorMessage",
        "-XX:+DisplayVMOutputToStderr",
        "-Djava.awt.headless=true",
        "-Dfile.encoding=UTF-8",
        "-cp",
        WorkerClassPath.text(),
        WorkerMain.class.getName());
  }

  private void ready() {
    ScheduledFuture<?> end = endAfter(START);
    try {
      if (from.read() != Wire.READY) {
        String said =
            new String(process.getErrorStream().readNBytes(SHOWN), StandardCharsets.UTF_8);
        close();
        throw new IllegalStateException("The JVM for pictures does not start: " + said.strip());
      }
    } catch (IOException e) {
      close();
      throw new IllegalStateException("The JVM for pictures does not start", e);
    } finally {
      end.cancel(false);
    }
  }

  private ScheduledFuture<?> endAfter(Duration span) {
    return deadlines.schedule(process::destroyForcibly, span.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Has a file examined.
   *
   * @throws IOException when the file cannot be read as it was
   * @throws Lost when the worker ended over it, or was ended: then it is of no use any more
   */
  Examined examine(Path file, long size, Limits limits) throws RefusedFile, IOException, Lost {
    files++;
    ScheduledFuture<?> end = endAfter(limits.deadline());
    try (InputStream content = Files.newInputStream(file)) {
      sendWhole(content, (int) size, limits);
      return answer();
    } finally {
      end.cancel(false);
    }
  }

  /** A worker that waits for the rest of a file would take the next request for it. */
  private void sendWhole(InputStream content, int size, Limits limits) throws IOException, Lost {
    boolean whole = false;
    try {
      send(content, size, limits);
      whole = true;
    } finally {
      if (!whole) {
        close();
      }
    }
  }

  private void send(InputStream content, int size, Limits limits) throws IOException, Lost {
    byte[] part = new byte[1 << 16];
    int left = size;
    write(() -> new Wire.Request(limits, size).write(to));
    while (left > 0) {
      int count = content.read(part, 0, Math.min(left, part.length));
      if (count < 0) {
        throw new IOException("The file changed while it was read");
      }
      write(() -> to.write(part, 0, count));
      left -= count;
    }
    write(to::flush);
  }

  /** What is written to the worker. */
  private interface Writing {
    void run() throws IOException;
  }

  private static void write(Writing writing) throws Lost {
    try {
      writing.run();
    } catch (IOException e) {
      throw new Lost(e);
    }
  }

  private Examined answer() throws RefusedFile, Lost {
    try {
      return Wire.answer(from);
    } catch (IOException e) {
      throw new Lost(e);
    }
  }

  /** Whether it can be asked again: it lives, and has not worked for so long that it grew. */
  boolean isFresh() {
    return !closed && process.isAlive() && files < MOST_FILES;
  }

  @Override
  public void close() {
    closed = true;
    process.destroyForcibly();
  }
}
