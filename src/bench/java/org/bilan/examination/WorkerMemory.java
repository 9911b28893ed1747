package org.bilan.examination;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** How much memory workers hold, as Linux tells it. */
final class WorkerMemory extends Thread implements AutoCloseable {

  private static final int MILLISECONDS = 5;

  private volatile long greatest;
  private volatile boolean closed;

  /** Looks at the workers all the time, since one that ends cannot be asked afterwards. */
  WorkerMemory() {
    setDaemon(true);
    start();
  }

  @Override
  public void run() {
    try {
      while (!closed) {
        greatest = Math.max(greatest, greatest());
        sleep(MILLISECONDS);
      }
    } catch (InterruptedException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Megabytes that one worker has held at most so far. */
  long soFar() {
    return greatest;
  }

  /** Megabytes that one of the workers that live has held at most. */
  static long greatest() throws IOException {
    long most = 0;
    for (ProcessHandle child : ProcessHandle.current().children().toList()) {
      try {
        most =
            Math.max(
                most,
                Files.readAllLines(Path.of("/proc/" + child.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum());
      } catch (NoSuchFileException e) {
        // It has ended.
        continue;
      }
    }
    return most / 1024;
  }

  @Override
  public void close() {
    closed = true;
  }
}
