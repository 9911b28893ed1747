package org.bilan.assess;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
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

  /** How often whoever waits is asked whether they still want it. */
  private static final long LOOK = Duration.ofMillis(250).toNanos();

  private static final Runnable PATIENT = () -> {};

  private final int waiting;
  private final Duration patience;

  /** Those who wait, whoever came first before the others. */
  private final Queue<Object> queue = new ArrayDeque<>();

  /** How many more can be made now. */
  private int free;

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
    this.free = atOnce;
    this.waiting = waiting;
    this.patience = patience;
  }

  /**
   * Makes it when it is its turn.
   *
   * @throws Busy when too many wait already, or it was not its turn for too long
   */
  public <T> T take(Supplier<T> work) {
    return take(work, PATIENT);
  }

  /**
   * Makes it when it is its turn, unless it is no more wanted while one waits.
   *
   * @param wanted is run a few times a second while one waits; what it throws ends the waiting, and
   *     leaves the place to others
   * @throws Busy when too many wait already, or it was not its turn for too long
   */
  public <T> T take(Supplier<T> work, Runnable wanted) {
    await(wanted);
    try {
      return work.get();
    } finally {
      release();
    }
  }

  private void await(Runnable wanted) {
    long end = System.nanoTime() + patience.toNanos();
    Object own = enter();
    boolean mine = false;
    try {
      while (!mine) {
        long left = end - System.nanoTime();
        mine = isMine(own, Math.min(left, LOOK));
        if (!mine) {
          if (left <= 0) {
            throw new Busy(patience);
          }
          wanted.run();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy(patience);
    } finally {
      if (!mine) {
        leave(own);
      }
    }
  }

  private synchronized Object enter() {
    if (queue.size() >= free + waiting) {
      throw new Busy(patience);
    }
    Object own = new Object();
    queue.add(own);
    return own;
  }

  /** Whether it is one's turn, which is taken then; waits for it as long as that. */
  private synchronized boolean isMine(Object own, long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    for (long left = nanos; free == 0 || queue.peek() != own; left = end - System.nanoTime()) {
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    queue.remove();
    free--;
    notifyAll();
    return true;
  }

  private synchronized void leave(Object own) {
    queue.remove(own);
    notifyAll();
  }

  private synchronized void release() {
    free++;
    notifyAll();
  }

  /** How many wait now. */
  synchronized int waiting() {
    return queue.size();
  }
}
