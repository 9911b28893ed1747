package org.bilan.cli;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.bilan.archive.Serving;

/**
 * Ctrl-C or SIGTERM pauses a run. It does so from before the run begins: a run may stand in the
 * archive already while the command still waits for its number.
 */
final class PauseAtEnd {

  /**
   * What last words take: they wait for the run's number, and for a chunk that is being written.
   */
  private static final Duration LAST_WORDS = Duration.ofSeconds(15);

  private static final Duration FOR_THE_NUMBER = Duration.ofSeconds(10);

  private final CompletableFuture<Long> run = new CompletableFuture<>();
  private final LastWords interrupted;

  /**
   * From now on.
   *
   * @param pause pauses the run of that number, and says so
   */
  PauseAtEnd(LongConsumer pause) {
    Serving.hold(LAST_WORDS);
    try {
      interrupted = new LastWords(() -> whenBegun(pause));
    } catch (IllegalStateException ending) {
      Serving.release();
      throw ending;
    }
  }

  /**
   * It has begun, or goes on, under this number. False when the command ends and waits for it no
   * more: then it is not to be worked on.
   */
  boolean begun(long number) {
    return run.complete(number);
  }

  /** Nothing is to be paused any more; false when the run is being paused. */
  boolean forgone() {
    run.cancel(false);
    boolean ended = interrupted.forgone();
    if (ended) {
      Serving.release();
    }
    return ended;
  }

  private void whenBegun(LongConsumer pause) {
    try {
      pause.accept(run.orTimeout(FOR_THE_NUMBER.toSeconds(), TimeUnit.SECONDS).join());
    } catch (CancellationException | CompletionException none) {
      // None has begun, or not in time: nobody can be told with what to go on.
    } finally {
      Serving.release();
    }
  }
}
