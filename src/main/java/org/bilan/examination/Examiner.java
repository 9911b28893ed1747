package org.bilan.examination;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Examines picture files, in JVMs beside this one that are started when the first file comes. Many
 * threads may use one; it is closed once.
 *
 * <p>What happens to a worker does not happen to this process: neither its memory nor its threads
 * are a decoder's. A worker that takes too long or ends is replaced.
 */
public final class Examiner implements AutoCloseable {

  /** Longer than this few clients wait for their turn. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Limits limits;
  private final Semaphore places;
  private final Semaphore turn;
  private final ConcurrentLinkedDeque<Worker> idle = new ConcurrentLinkedDeque<>();
  private final Set<Worker> workers = ConcurrentHashMap.newKeySet();
  private final AtomicLong lost = new AtomicLong();
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "examination-deadlines");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean closed;

  /** With limits of its own. Nothing is started yet. */
  public Examiner(Limits limits) {
    this.limits = limits;
    this.places = new Semaphore(limits.workers() + limits.waiting());
    this.turn = new Semaphore(limits.workers(), true);
  }

  /**
   * Examines one file, which is only read. It waits for its turn.
   *
   * @throws RefusedFile when it is no picture that can be examined
   * @throws TooManyWaiting when too many files wait already, or it was not its turn for too long
   * @throws IOException when it cannot be read
   * @throws IllegalStateException when no worker can be started, or one has a fault of its own
   */
  public Examined examine(Path file) throws RefusedFile, IOException {
    long size = Files.size(file);
    if (size > limits.bytes()) {
      throw new RefusedFile(Refusal.TOO_MANY_BYTES, size, limits.bytes());
    }
    if (size == 0) {
      throw new RefusedFile(Refusal.EMPTY);
    }
    if (!places.tryAcquire()) {
      throw new TooManyWaiting();
    }
    try {
      if (!turn.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new TooManyWaiting();
      }
      try {
        return byWorker(file, size);
      } finally {
        turn.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooManyWaiting();
    } finally {
      places.release();
    }
  }

  private Examined byWorker(Path file, long size) throws RefusedFile, IOException {
    Worker worker = worker();
    try {
      return worker.examine(file, size, limits);
    } catch (Worker.Lost e) {
      worker.close();
      if (closed) {
        throw new IllegalStateException("Closed while a file was examined", e);
      }
      lost.incrementAndGet();
      throw new RefusedFile(Refusal.TOO_COSTLY);
    } finally {
      giveBack(worker);
    }
  }

  private Worker worker() {
    Worker worker = idle.poll();
    while (worker != null && !worker.isFresh()) {
      end(worker);
      worker = idle.poll();
    }
    if (worker == null) {
      worker = new Worker(deadlines);
      workers.add(worker);
    }
    if (closed) {
      end(worker);
    }
    return worker;
  }

  private void end(Worker worker) {
    workers.remove(worker);
    worker.close();
  }

  private void giveBack(Worker worker) {
    if (worker.isFresh()) {
      idle.push(worker);
    } else {
      end(worker);
    }
  }

  /** How many workers ended over a file, or were ended because it took too long. */
  public long lost() {
    return lost.get();
  }

  /** Ends the workers. A file that is being examined fails. */
  @Override
  public void close() {
    closed = true;
    workers.forEach(this::end);
    deadlines.shutdownNow();
  }
}
