package org.bilan.assess;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets those who want what is long to make wait for each other, whoever came first: for timelines,
 * one at a time. So a crowd of them costs the memory of one, and leaves the other processors to
 * short requests.
 */
@ApplicationScoped
public class Turns {

  /** Each holds a thread of the service; whoever comes when they all wait is refused at once. */
  static final int WAITING = 8;

  /** Longer than this few clients wait. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Duration patience;
  private final Semaphore places;
  private final Semaphore turn;

  Turns() {
    this(PATIENCE);
  }

  Turns(Duration patience) {
    this(1, WAITING, patience);
  }

  /**
   * Turns of another size.
   *
   * @param atOnce how many are made at once
   * @param waiting how many may wait; whoever comes then is refused at once
   * @param patience how long one waits
   */
  public Turns(int atOnce, int waiting, Duration patience) {
    this.places = new Semaphore(atOnce + waiting);
    this.turn = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  /**
   * Makes it when it is its turn.
   *
   * @throws Busy when too many wait already, or it was not its turn for too long
   */
  public <T> T take(Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw new Busy(patience);
    }
    try {
      if (!turn.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new Busy(patience);
      }
      try {
        return work.get();
      } finally {
        turn.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy(patience);
    } finally {
      places.release();
    }
  }

  /** How many wait now. */
  int waiting() {
    return turn.getQueueLength();
  }
}
