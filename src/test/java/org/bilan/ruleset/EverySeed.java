package org.bilan.ruleset;

import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Checks what must hold for many seeds, on all cores: as many as {@code -Dbilan.seeds=12000} says,
 * where a test has no number of its own.
 */
final class EverySeed {

  static final int MANY = Integer.getInteger("bilan.seeds", 1_000);

  /** What must hold for one seed. Several threads check at once, each its own seed. */
  interface Check {
    void of(long seed) throws Exception;
  }

  private EverySeed() {}

  /**
   * Checks the seeds from zero to below an end.
   *
   * @throws AssertionError naming the lowest seed that fails, and what failed: each below it holds
   */
  static void below(long end, Check check) {
    LongStream.range(0, end)
        .parallel()
        .mapToObj(seed -> failure(seed, check))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(
            failure -> {
              throw failure;
            });
  }

  private static Optional<AssertionError> failure(long seed, Check check) {
    try {
      check.of(seed);
      return Optional.empty();
    } catch (Exception | AssertionError e) {
      return Optional.of(new AssertionError("seed %d: %s".formatted(seed, e.getMessage()), e));
    }
  }
}
