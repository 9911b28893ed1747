package org.bilan.rest;

import java.time.Duration;
import java.util.concurrent.Callable;

/** What becomes so after a while, on a machine that may be slow. */
public final class Eventually {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** At least: a machine may stand still for as long as the patience lasts. */
  private static final int TRIES = 200;

  private Eventually() {}

  /** Asks again and again. */
  public static void isTrue(Callable<Boolean> truth) {
    isTrue(truth, () -> "");
  }

  /**
   * Asks again and again.
   *
   * @param instead tells what is so instead, if it does not become true
   */
  static void isTrue(Callable<Boolean> truth, Callable<String> instead) {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    try {
      for (int tries = 1; !truth.call(); tries++) {
        if (tries >= TRIES && System.nanoTime() > giveUp) {
          throw new AssertionError(
              "It has not become so for %s and %d tries. %s"
                  .formatted(PATIENCE, tries, instead.call()));
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
