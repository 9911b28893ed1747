package org.bilan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GuessesTest {

  private static final String HERE = "192.0.2.1";

  private static final int FREE_BY_ADDRESS = 30;

  private long now;
  private final Guesses guesses = new Guesses(() -> now, FREE_BY_ADDRESS);

  @Test
  void peopleMistypeAFewTimes() {
    for (int i = 1; i < Guesses.FREE; i++) {
      assertThat(guesses.wrong("ana", HERE)).isEmpty();
      assertThat(guesses.wait("ana", HERE)).isZero();
    }
    assertThat(guesses.wrong("ana", HERE)).containsExactly(Guesses.Slowed.BOTH);
    assertThat(guesses.wait("ana", HERE)).isEqualTo(1);
    assertThat(guesses.wait("ben", HERE)).isZero();
    assertThat(guesses.wait("ana", "192.0.2.2")).isZero();
  }

  @Test
  void eachFurtherOneWaitsTwiceAsLongUpToAQuarterOfAnHour() {
    for (int i = 0; i < Guesses.FREE; i++) {
      guesses.wrong("ana", HERE);
    }
    for (long wait : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
      assertThat(guesses.wait("ana", HERE)).isEqualTo(wait);
      now += Duration.ofSeconds(wait).toNanos();
      assertThat(guesses.wait("ana", HERE)).isZero();
      guesses.wrong("ana", HERE);
    }
  }

  @Test
  void theRightOneForgetsTheWrongOnesOfThatNameHere() {
    for (int i = 0; i < Guesses.FREE; i++) {
      guesses.wrong("ana", HERE);
    }
    guesses.right("ana", HERE);
    assertThat(guesses.wait("ana", HERE)).isZero();
  }

  /** Counted before it was looked at, so that of many at once only the first few are. */
  @Test
  void theRightOneIsTakenBackFromTheOtherCounts() {
    for (int i = 0; i < 3 * Guesses.FREE_BY_NAME; i++) {
      guesses.wrong("ana", HERE);
      guesses.right("ana", HERE);
    }
    assertThat(guesses.wait("ana", HERE)).isZero();
    assertThat(guesses.wait("ana", "192.0.2.2")).isZero();
    assertThat(guesses.wait("ben", HERE)).isZero();
  }

  /** Else whoever guesses at a name locks its owner out, and a newsroom behind one router. */
  @Test
  void othersWaitSecondsNotMinutes() {
    for (int i = 0; i < 2 * Guesses.FREE_BY_NAME; i++) {
      guesses.wrong("ana", "198.51.100." + i);
      guesses.wrong("name" + i, HERE);
    }
    assertThat(guesses.wait("ana", "203.0.113.7")).isEqualTo(8);
    assertThat(guesses.wait("ben", HERE)).isEqualTo(8);
  }

  /** One password tried at many names. */
  @Test
  void anAddressThatTriesManyNamesIsSlowed() {
    for (int i = 1; i < FREE_BY_ADDRESS; i++) {
      assertThat(guesses.wrong("name" + i, HERE)).isEmpty();
    }
    assertThat(guesses.wrong("another", HERE)).containsExactly(Guesses.Slowed.ADDRESS);
    assertThat(guesses.wait("somebody-else", HERE)).isEqualTo(1);
    assertThat(guesses.wait("somebody-else", "192.0.2.2")).isZero();
  }

  /** One name tried from many addresses. */
  @Test
  void aNameThatIsTriedFromManyAddressesIsSlowed() {
    for (int i = 1; i < Guesses.FREE_BY_NAME; i++) {
      assertThat(guesses.wrong("ana", "198.51.100." + i)).isEmpty();
    }
    assertThat(guesses.wrong("ana", HERE)).containsExactly(Guesses.Slowed.NAME);
    assertThat(guesses.wait("ana", "203.0.113.7")).isEqualTo(1);
    assertThat(guesses.wait("ben", "203.0.113.7")).isZero();
  }

  /** Who has one address of version 6 has 2^64 of them. */
  @Test
  void aNetworkOfVersion6IsOneAddress() {
    for (int i = 0; i < FREE_BY_ADDRESS; i++) {
      guesses.wrong("name" + i, "2001:db8:0:1:0:0:0:" + Integer.toHexString(i));
    }
    assertThat(guesses.wait("ana", "2001:db8:0:1:ffff:0:0:1")).isEqualTo(1);
    assertThat(guesses.wait("ana", "2001:db8:0:2:0:0:0:1")).isZero();
  }

  /** Whoever sends all at once gets no more looks than whoever sends one after the other. */
  @Test
  void ofManyAtOnceExactlyThoseAreLookedAtThatCostNothing() throws Exception {
    int many = 16;
    ExecutorService crowd = Executors.newFixedThreadPool(many);
    try {
      for (int round = 0; round < 500; round++) {
        String name = "name" + round;
        String address = "2001:db8:0:" + Integer.toHexString(round) + ":0:0:0:1";
        CyclicBarrier together = new CyclicBarrier(many);
        AtomicInteger lookedAt = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
          all.add(
              crowd.submit(
                  () -> {
                    together.await();
                    try {
                      guesses.guess(name, address);
                      lookedAt.incrementAndGet();
                    } catch (TooManyGuesses slowed) {
                      assertThat(slowed.seconds()).isEqualTo(1);
                    }
                    return null;
                  }));
        }
        for (Future<?> one : all) {
          one.get();
        }
        assertThat(lookedAt).as("round %d", round).hasValue(Guesses.FREE);
      }
    } finally {
      crowd.shutdownNow();
    }
  }

  /** Else what strangers do, who crowd the door, would slow whoever knows the password. */
  @Test
  void whatWasNotLookedAtDoesNotCount() {
    for (int i = 2; i < Guesses.FREE; i++) {
      guesses.wrong("ana", HERE);
    }
    for (int i = 0; i < 100; i++) {
      guesses.guess("ana", HERE);
      guesses.takeBack("ana", HERE);
      assertThat(guesses.wait("ana", HERE)).isZero();
    }
    guesses.wrong("ana", HERE);
    for (int i = 0; i < 100; i++) {
      guesses.guess("ana", HERE);
      guesses.takeBack("ana", HERE);
      assertThat(guesses.wait("ana", HERE)).isEqualTo(1); // and does not grow
      now += Duration.ofSeconds(1).toNanos();
    }
  }
}
