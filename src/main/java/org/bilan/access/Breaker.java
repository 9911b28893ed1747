package org.bilan.access;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Spares a database that does not answer, and those who would wait for it: after a failure only one
 * request every two seconds tries it, until it answers again.
 */
final class Breaker {

  private static final long PAUSE_NANOS = 2_000_000_000L;
  private static final long CLOSED = Long.MIN_VALUE;

  private final LongSupplier nanoTime;
  private final AtomicLong next = new AtomicLong(CLOSED);

  Breaker(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Whether this request should try the database. */
  boolean tries() {
    long due = next.get();
    long now = nanoTime.getAsLong();
    return due == CLOSED || now - due >= 0 && next.compareAndSet(due, now + PAUSE_NANOS);
  }

  void failed() {
    next.set(nanoTime.getAsLong() + PAUSE_NANOS);
  }

  void answered() {
    if (next.get() != CLOSED) {
      next.set(CLOSED);
    }
  }
}
