package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A property that fails for few seeds must not pass because many were checked at once. */
class EverySeedTest {

  @Test
  void eachSeedIsChecked() {
    Set<Long> checked = new ConcurrentSkipListSet<>();
    EverySeed.below(1_000, checked::add);
    assertThat(checked).isEqualTo(LongStream.range(0, 1_000).boxed().collect(Collectors.toSet()));
  }

  @Test
  void theLowestThatFailsIsNamedWithWhatFailed() {
    assertThatThrownBy(
            () ->
                EverySeed.below(
                    1_000,
                    seed -> {
                      // The later ones fail first.
                      Thread.sleep(seed < 500 ? 1 : 0);
                      assertThat(seed).as("small").isLessThan(321);
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("seed 321: [small]")
        .hasCauseInstanceOf(AssertionError.class);
    assertThatThrownBy(
            () ->
                EverySeed.below(
                    1_000,
                    seed -> {
                      if (seed == 999) {
                        throw new IOException("gone");
                      }
                    }))
        .hasMessage("seed 999: gone")
        .hasCauseInstanceOf(IOException.class);
  }
}
