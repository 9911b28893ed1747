package org.bilan.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BreakerTest {

  private final AtomicBoolean answers = new AtomicBoolean();
  private final AtomicInteger asked = new AtomicInteger();
  private final Breaker breaker =
      new Breaker(
          () -> {
            asked.incrementAndGet();
            return answers.get();
          });

  @Test
  void isOpenFromAFailureUntilTheDatabaseAnswersAgainAndOneAsksForAll() throws Exception {
    assertThat(breaker.open()).isFalse();
    for (int i = 0; i < 100; i++) {
      breaker.failed();
    }
    assertThat(breaker.open()).isTrue();
    Thread.sleep(2_500);
    assertThat(breaker.open()).isTrue();
    assertThat(asked.get()).isBetween(1, 3);
    answers.set(true);
    for (int i = 0; i < 50 && breaker.open(); i++) {
      Thread.sleep(100);
    }
    assertThat(breaker.open()).isFalse();
    breaker.failed();
    assertThat(breaker.open()).isTrue();
    breaker.end();
  }
}
