package org.bilan.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class BreakerTest {

  /** Who asks the database, each time it is asked. */
  private final BlockingQueue<Thread> asked = new LinkedBlockingQueue<>();

  /** What it answers, and only then. */
  private final BlockingQueue<Boolean> answers = new SynchronousQueue<>();

  private final Breaker breaker =
      new Breaker(
          () -> {
            asked.add(Thread.currentThread());
            try {
              return answers.take();
            } catch (InterruptedException end) {
              return true;
            }
          });

  @AfterEach
  void end() {
    breaker.end();
  }

  @Test
  void isOpenFromAFailureUntilTheDatabaseAnswersAgainAndOneAsksForAll() throws Exception {
    assertThat(breaker.open()).isFalse();
    for (int i = 0; i < 100; i++) {
      breaker.failed();
    }
    Thread prober = asked.take();
    assertThat(breaker.open()).isTrue();
    answers.put(false);
    assertThat(asked.take()).isSameAs(prober);
    assertThat(breaker.open()).isTrue();
    assertThat(asked).as("asked while it has not answered").isEmpty();
    answers.put(true);
    prober.join();
    assertThat(breaker.open()).isFalse();

    breaker.failed();
    assertThat(asked.take()).isNotSameAs(prober);
    assertThat(breaker.open()).isTrue();
    answers.put(true);
  }
}
