package org.bilan.archive;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Spares a database that does not answer, and those who would wait for it: after a failure nobody
 * asks it anything but one thread of our own, at once and then once a second, until it answers
 * again.
 */
public final class Breaker {

  private static final long PAUSE_MILLIS = 1_000;

  private static final Logger LOG = Logger.getLogger(Breaker.class);

  private final BooleanSupplier answers;
  private final AtomicBoolean open = new AtomicBoolean();
  private volatile boolean ended;

  /**
   * A breaker.
   *
   * @param answers asks the database something small and tells whether it answered; returns soon
   */
  Breaker(BooleanSupplier answers) {
    this.answers = answers;
  }

  /** Whether the database has failed and has not answered since. */
  public boolean open() {
    return open.get();
  }

  /** Somebody found that the database does not answer. */
  public void failed() {
    if (!ended && open.compareAndSet(false, true)) {
      LOG.warn("The archive does not answer: it is spared until it does");
      Thread prober = new Thread(this::untilItAnswers, "archive-probe");
      prober.setDaemon(true);
      prober.start();
    }
  }

  /** Asks no more: the service ends. */
  void end() {
    ended = true;
  }

  private void untilItAnswers() {
    try {
      // At once, first: perhaps it was only that request for which the machine was too slow.
      while (!ended && !answers.getAsBoolean()) {
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException endNow) {
      Thread.currentThread().interrupt();
    } finally {
      LOG.info("The archive is asked again");
      // Whatever ended this, the next request finds out how things are.
      open.set(false);
    }
  }
}
