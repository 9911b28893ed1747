package org.bilan.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who guesses passwords, each another one, and counts how many were looked at. */
final class Guesser {

  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger lookedAt = new AtomicInteger();
  private final long begun = System.nanoTime();

  /** Guesses once more: 401 when that was looked at, 429 when it was not. */
  Response guess(RequestSpecification request, String name) {
    Response answer =
        request.auth().preemptive().basic(name, "guess-" + made.incrementAndGet()).get("/rules");
    assertThat(answer.statusCode()).isIn(401, 429);
    if (answer.statusCode() == 401) {
      lookedAt.incrementAndGet();
    }
    return answer;
  }

  /**
   * As many were looked at as cost nothing. Exactly so many, if all took less than a second, which
   * is the first wait; on a machine that is slower, those too for which the waits since then had
   * passed: 1, 2, 4 … seconds.
   */
  void assertLookedAt(int free) {
    Duration taken = Duration.ofNanos(System.nanoTime() - begun);
    int most = free;
    for (Duration wait = Duration.ofSeconds(1), all = wait;
        all.compareTo(taken) <= 0;
        wait = wait.multipliedBy(2), all = all.plus(wait)) {
      most++;
    }
    assertThat(made.get()).isGreaterThan(most);
    assertThat(lookedAt.get()).as("of %s, in %s", made, taken).isBetween(free, most);
  }
}
