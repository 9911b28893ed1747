package org.bilan.batch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Works on many pieces at once and hands the results on in the order of the pieces: what comes out
 * is what one thread would make of them. Source and sink are called by the caller's thread alone;
 * only so many pieces are between the two, so that memory does not grow with their number.
 *
 * @param threads that work, at least 1
 * @param window the most pieces between source and sink, at least 1
 * @param weight the most that these may weigh together; a heavier one goes alone
 */
public record InOrder(int threads, int window, long weight) {

  private static final int PIECES_A_THREAD = 32;
  private static final long WEIGHT = 64L << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Gives piece after piece, and null at the end. */
  public interface Source<A> {
    A next() throws IOException;
  }

  /** Takes result after result. */
  public interface Sink<B> {
    void accept(B result) throws IOException;
  }

  /** On all processors, with at most 64 MB between source and sink where weights are bytes. */
  public static InOrder onAllProcessors() {
    int threads = Runtime.getRuntime().availableProcessors();
    return new InOrder(threads, threads * PIECES_A_THREAD, WEIGHT);
  }

  /**
   * Takes each piece from the source to the sink. When the source, the work or the sink fails, all
   * that came before has reached the sink, nothing that comes after does, and its exception is
   * thrown. By then no thread works any more, so that what they use can be closed, unless a piece
   * takes longer than ten seconds.
   *
   * @param weigher what a piece weighs, in the unit of {@code weight}
   * @throws IOException of the source or the sink
   */
  public <A, B> void run(
      Source<A> source, ToLongFunction<A> weigher, Function<A, B> work, Sink<B> sink)
      throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(threads, named());
    try {
      run(workers, source, weigher, work, sink);
    } finally {
      workers.shutdownNow();
      awaitEnd(workers);
    }
  }

  /** Also for a caller that was interrupted: only who interrupts it again waits no longer. */
  private static void awaitEnd(ExecutorService workers) {
    boolean interrupted = Thread.interrupted();
    try {
      workers.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private record Piece<B>(Future<B> result, long weight) {}

  private <A, B> void run(
      ExecutorService workers,
      Source<A> source,
      ToLongFunction<A> weigher,
      Function<A, B> work,
      Sink<B> sink)
      throws IOException {
    Deque<Piece<B>> open = new ArrayDeque<>();
    long carried = 0;
    IOException broken = null;
    while (true) {
      A next = null;
      try {
        next = source.next();
      } catch (IOException e) {
        broken = e;
      }
      if (next == null) {
        break;
      }
      long weighs = weigher.applyAsLong(next);
      while (!open.isEmpty()
          && (open.size() >= window || carried + weighs > weight || open.peek().result.isDone())) {
        carried -= open.peek().weight;
        sink.accept(result(open.poll().result));
      }
      A piece = next;
      open.add(new Piece<>(workers.submit(() -> work.apply(piece)), weighs));
      carried += weighs;
    }
    for (Piece<B> piece : open) {
      sink.accept(result(piece.result));
    }
    if (broken != null) {
      throw broken;
    }
  }

  private static <B> B result(Future<B> future) throws IOException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Daemons, which do not keep a program alive; with the class loader of whoever asks. */
  private static ThreadFactory named() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, "batch-" + number.incrementAndGet());
      thread.setDaemon(true);
      thread.setContextClassLoader(loader);
      return thread;
    };
  }
}
