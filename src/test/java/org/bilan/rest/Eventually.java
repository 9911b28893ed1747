package org.bilan.rest;

import java.time.Duration;
import java.util.concurrent.Callable;

/** What becomes so after a while, on a machine that may be slow. */
final class Eventually {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Eventually() {}

  /** Asks again and again. */
  static void isTrue(Callable<Boolean> truth) {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!truth.call()) {
        if (System.nanoTime() > giveUp) {
          throw new AssertionError("It has not become so for " + PATIENCE);
        }
        Thread.sleep(20);
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
