package org.bilan.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The process that serves a data directory, as its {@code postmaster.pid} tells.
 *
 * @param process what now has the number in that file: perhaps another program, if it is stale
 * @param port where it listens
 */
record Postmaster(ProcessHandle process, int port) {

  /** What the process is; unknown if the operating system does not tell. */
  enum Program {
    POSTGRES,
    ANOTHER,
    UNKNOWN
  }

  /** The postmaster of a data directory; empty if there is none, or none any more. */
  static Optional<Postmaster> of(Path data) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(pidFile(data));
    } catch (NoSuchFileException noPostmaster) {
      return Optional.empty();
    }
    try {
      // Line 1 is the process, line 4 the port; the latter is missing in the first moments of a
      // start.
      long pid = Long.parseLong(lines.get(0).strip());
      int port = lines.size() < 4 ? 0 : Integer.parseInt(lines.get(3).strip());
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .map(process -> new Postmaster(process, port));
    } catch (NumberFormatException | IndexOutOfBoundsException notYetWritten) {
      return Optional.empty();
    }
  }

  static Path pidFile(Path data) {
    return data.resolve("postmaster.pid");
  }

  Program program() {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).getFileName().toString())
        .map(name -> name.startsWith("postgres") ? Program.POSTGRES : Program.ANOTHER)
        .orElseGet(() -> ended() ? Program.ANOTHER : Program.UNKNOWN);
  }

  /**
   * Asks it to stop as soon as the last connection is closed, so that requests under way end well.
   *
   * @return whether it has stopped in time
   */
  boolean stopsWithin(Duration time, Path data) throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + time.toNanos();
    process.destroy(); // SIGTERM, in PostgreSQL's words a "smart" shutdown
    while (of(data).isPresent()) { // it deletes its file last
      if (System.nanoTime() > giveUp) {
        return false;
      }
      Thread.sleep(20);
    }
    return true;
  }

  /** Just an entry that process 1 has yet to clear, which in some containers it never does. */
  private boolean ended() {
    try {
      // "pid (name) state ...", where Linux has it
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException notLinux) {
      return !process.isAlive();
    }
  }
}
